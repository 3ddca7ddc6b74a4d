"""LanguagePack: all that the project knows of one language, a part for each layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from doichieu.languages.contracts.compare import CompareRules
    from doichieu.languages.contracts.figures import FigureRules
    from doichieu.languages.contracts.gather import GatherRules
    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.contracts.sentences import SentenceRules
    from doichieu.languages.contracts.statements import StatementRules
    from doichieu.languages.contracts.times import TimeRules
    from doichieu.languages.contracts.zones import ZoneRules


class Recognise(Protocol):
    """Says how sure it is that a text is in the pack's language."""

    def __call__(self, text: str) -> float:
        """Give a number from 0 (another language) to 1 (certainly this one)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """One language. Nothing outside ``languages`` holds a word of it or names it."""

    code: str
    recognise: Recognise
    zones: ZoneRules
    sentences: SentenceRules
    times: TimeRules
    names: NameRules
    statements: StatementRules
    figures: FigureRules
    compare: CompareRules
    gather: GatherRules
