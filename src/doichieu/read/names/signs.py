"""Signs inside names: a bracket or a quotation mark that stays open, a comma or the end of a sentence ends a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.languages.naming.words import is_capital
from doichieu.read.names.tagger import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.languages.naming.words import Words

_LISTS = frozenset({"ORG", "OTHER", "WORK"})
"""Types of names that hold commas: laws, bodies after what they are for, songs."""
_SHORT = 3
"""Letters of the longest abbreviation that goes on behind its full stop: "TP. Vinh", "St. Petersburg"."""


def parted(name: Tagged, words: Words) -> Iterator[Tagged]:
    """Give a name as far as its signs let it go, and what is a name of its own behind a comma or a quotation mark."""
    first = name.first
    for cut in [*_cuts(name, words), name.last]:
        if first == name.first or is_capital(words.shape[min(first, name.last - 1)]):
            piece = name._replace(first=first, last=cut)
            if first < cut:
                yield piece if (first, cut) == name[:2] else piece._replace(origin="names/signs")
        if cut < name.last and not _goes_on(words, cut):
            return
        first = cut + 1


def _cuts(name: Tagged, words: Words) -> list[int]:
    """Give the places of the signs that part a name."""
    inside = words.word[name.first : name.last]
    open_quote = sum(map(inside.count, '"“”')) % 2 == 1
    cuts: list[int] = []
    for k in range(name.first, name.last):
        sign = words.word[k]
        if (
            (sign == "(" and ")" not in words.word[k : name.last])
            or (sign == ")" and "(" not in words.word[name.first : k])
            or (sign in '"“”' and open_quote)
            or (sign == "," and name.type not in _LISTS)
            or (sign == "." and _ends(name, words, k))
        ):
            cuts.append(k)
    return cuts


def _goes_on(words: Words, cut: int) -> bool:
    """Say whether what stands behind a sign may be another name."""
    return words.word[cut] in ',"“”'


def _ends(name: Tagged, words: Words, k: int) -> bool:
    """Say whether a full stop ends a sentence: a blank behind it, and before it no abbreviation."""
    if k == name.first or k + 1 >= name.last or words.start[k + 1] == words.end[k]:
        return False
    return not is_capital(words.shape[k - 1]) or len(words.word[k - 1]) > _SHORT
