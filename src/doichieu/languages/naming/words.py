"""Words as the names layer sees them: their shape, and what the lists know of them.

They are cut more finely than the reading's tokens, so that every name begins and ends with one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from doichieu.languages.contracts.names import NameRules

_WORD = re.compile(r"\w+|[^\w\s]|\n+")
Index = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases and their kinds by their first word, the longest first."""
_LONGEST = 10
"""Words of the longest listed phrase that is looked for."""


@dataclass(slots=True)
class Words:
    """Columns over the words of a text; ``end[i]`` is behind word ``i``, line ends are words too."""

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    low: list[str]
    shape: list[str]
    plain: list[str] = field(default_factory=list)
    """The words in the one spelling that the lists are looked up by."""
    key: list[str] = field(default_factory=list)
    """The same in lower case; "¶" for the ends of lines."""
    listed: list[str] = field(default_factory=list)
    """``B-country``, ``I-country`` …, the longest listed name that covers the word, "" where none does."""
    told: list[str] = field(default_factory=list)
    """``office``, ``GPE`` … at the last word of a title or kind word, "" elsewhere."""
    told_from: list[int] = field(default_factory=list)
    """Where ``told`` is not empty: the first word of that title or kind word."""


@lru_cache(maxsize=4)
def words_of(text: str, rules: NameRules) -> Words:
    """Give the words of a text with what the lists know of them; kept for the next component that asks."""
    spans = [match.span() for match in _WORD.finditer(text)]
    word = [text[start:end] for start, end in spans]
    shapes: dict[str, str] = {}
    words = Words(
        text=text,
        start=[start for start, _ in spans],
        end=[end for _, end in spans],
        word=word,
        low=[each.lower() for each in word],
        shape=[shapes.get(each) or shapes.setdefault(each, shape_of(each)) for each in word],
    )
    spelt = {each: rules.spelling(each) for each in dict.fromkeys(word)}
    words.plain = [spelt[each] for each in word]
    words.key = ["¶" if each[0] == "\n" else each.lower() for each in words.plain]
    words.listed = _listed(words, _index(rules.known(), rules))
    words.told, words.told_from = _told(words, _index(rules.before(), rules))
    return words


def shape_of(word: str) -> str:
    """Give the pattern of capitals (X), small letters (x) and digits (0); a long stretch of one counts as two.

    Letters beyond the basic plane (mathematical ones, say) are signs: no name is written with them.

    >>> shape_of("VnExpress"), shape_of("MK46"), shape_of("a")
    ('XxXxx', 'XX00', 'x')
    """
    shape = ""
    for sign in word[:12]:
        kind = _kind_of(sign)
        if shape[-2:] != kind + kind:
            shape += kind
    return shape


def _kind_of(sign: str) -> str:
    if sign > "\uffff":
        return sign
    return "X" if sign.isupper() else "x" if sign.isalpha() else "0" if sign.isdigit() else sign


def is_capital(shape: str) -> bool:
    """Say whether a word of this shape holds a capital letter."""
    return "X" in shape


def _index(phrases: Mapping[str, str], rules: NameRules) -> Index:
    key = id(phrases)
    if key not in _INDEXES:
        index: Index = {}
        for phrase, kind in phrases.items():
            parts = tuple(map(rules.spelling, _WORD.findall(phrase)))
            index.setdefault(parts[0], []).append((parts, kind))
        for entries in index.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        _INDEXES[key] = (phrases, index)
    return _INDEXES[key][1]


_INDEXES: dict[int, tuple[Mapping[str, str], Index]] = {}
"""Phrases by their first word. Made once for each list, which is kept beside it so that its id stays its own."""


def _listed(words: Words, index: Index) -> list[str]:
    listed = [""] * len(words.word)
    i = 0
    while i < len(words.word):
        match = _longest(words.plain, i, index)
        if match is None:
            i += 1
            continue
        length, kind = match
        listed[i] = f"B-{kind}"
        for j in range(i + 1, i + length):
            listed[j] = f"I-{kind}"
        i += length if kind != "head" else 1
    return listed


def _told(words: Words, index: Index) -> tuple[list[str], list[int]]:
    told = [""] * len(words.low)
    first = list(range(len(words.low)))
    for i in range(len(words.low)):
        match = _longest(words.key, i, index)
        if match is None:
            continue
        last = i + match[0] - 1
        if not told[last]:
            told[last], first[last] = match[1], i
    return told, first


def _longest(words: list[str], i: int, index: Index) -> tuple[int, str] | None:
    for parts, kind in index.get(words[i], ()):
        length = len(parts)
        if length == 1 or (length <= _LONGEST and tuple(words[i : i + length]) == parts):
            return length, kind
    return None


def runs_of(words: Words, breaks: Collection[int] = ()) -> list[tuple[int, int]]:
    """Give for each word the unbroken run of capitalised words around it, an empty range where it is none of them.

    No run goes on across a break: an offset where something new begins without a line's end.
    """
    runs: list[tuple[int, int]] = []
    count = len(words.word)
    i = 0
    while i < count:
        j = i
        if is_capital(words.shape[i]):
            j = i + 1
            while j < count and words.start[j] not in breaks and _goes_on(words, j):
                j += 1
        runs.extend([(i, j)] * max(1, j - i))
        i = max(j, i + 1)
    return runs


def _goes_on(words: Words, j: int) -> bool:
    """Say whether word ``j`` goes on with the run before it: a capital, a number, or a sign glued on both sides."""
    if words.start[j] > words.end[j - 1] + 1 or words.word[j] == "\n":
        return False
    if is_capital(words.shape[j]) or words.shape[j][0] == "0":
        return words.word[j - 1] not in ",;:"
    glued = words.start[j] == words.end[j - 1] and j + 1 < len(words.word) and words.start[j + 1] == words.end[j]
    return glued and words.word[j] in "-.&'’/" and words.shape[j + 1][0] in "X0x"
