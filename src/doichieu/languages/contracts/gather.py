"""What the gather layer needs of a language pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OutletName:
    """How an outlet is called."""

    masthead: str
    short: str
    """The name under which other outlets credit it."""


class GatherRules(Protocol):
    """Lists of one language for gather."""

    def outlet(self, domain: str) -> OutletName | None:
        """Give the outlet at a domain or at one above it, None where it is not listed."""

    def columns(self) -> Mapping[str, str]:
        """Give names of columns, as bare letters and digits, and the field of an article that each holds."""

    def teasers(self) -> tuple[str, ...]:
        """Give the words that open a link to another text, the longest first."""

    def endings(self) -> frozenset[str]:
        """Give the lines, casefolded, behind which nothing of a report follows: readers' comments begin."""

    def bylines(self) -> tuple[str, ...]:
        """Give the words in front of an author's name, the longest first."""
