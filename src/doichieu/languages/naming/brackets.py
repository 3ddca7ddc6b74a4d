"""Names that stand in brackets behind another name of the same body: abbreviations and translations."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.languages.naming.roles import Named

_NEVER = frozenset({"PER", "GPE", "LOC"})
"""What stands in brackets behind a person or place is mostly something else: a party, a country."""


def bracketed(text: str, mentions: Sequence[Named]) -> list[tuple[str, str]]:
    """Give pairs of names of which the second stands in brackets behind the first ("Tổ chức … (CSTO)")."""
    pairs: list[tuple[str, str]] = []
    for first, second in pairwise(mentions):
        between = text[first.end : second.start]
        if between.strip() != "(" or len(between) > 3 or text[second.end : second.end + 1] not in (")", ","):
            continue
        full, short = text[first.start : first.end], text[second.start : second.end]
        if first.type == second.type and first.type not in _NEVER and _abbreviates(full, short):
            pairs.append((full, short))
    return pairs


def _abbreviates(full: str, short: str) -> bool:
    """Say whether the name in brackets may be another for the first: shorter, and no part-whole pair of bodies."""
    if short.isupper() and len(short) <= 8 and " " not in short:
        return True
    return len(short) < len(full) and short.isascii() and not full.isascii()
