"""A list of words as one regular expression that shares the beginnings of the words.

The plain "a|ab|b…" is tried word by word at every place of a text: 349 cue words took 5.7 ms an article, in this form
0.7 ms (300 news articles, the same matches), and half the time to compile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby


def any_of(words: Iterable[str], instead: Mapping[str, str] | None = None) -> str:
    r"""Give a pattern for any of the words, the longest that fits; ``instead``: patterns for some of their characters.

    >>> print(any_of(["nói", "nói rằng", "cho hay"], {" ": r"\s+"}))
    (?:cho\s+hay|nói(?:\s+rằng)?)
    >>> re.match(any_of(["a", "ab", "b"]), "abc")[0]
    'ab'
    """
    return f"(?:{_branches(sorted(set(words)), 0, instead or {}) or '(?!)'})"


def whole_words(words: Iterable[str], instead: Mapping[str, str] | None = None) -> str:
    """Give a pattern for any of the words where no letter or digit stands before or behind it."""
    return rf"(?<!\w){any_of(words, instead)}(?!\w)"


def in_any_case(words: Iterable[str]) -> str:
    """Give a pattern for any of the words as a whole word, in small or capital letters.

    It begins with a plain set of first letters, which a search finds two to five times as fast as words that ignore
    case behind a condition; here the conditions stand behind that letter.

    >>> [match[0] for match in re.finditer(in_any_case(["hai", "hai mươi", "ba"]), "Hai mươi xe, chai, ba lô")]
    ['Hai mươi', 'ba']
    >>> re.search(in_any_case([]), "of an empty list nothing matches")
    """
    grouped = groupby(sorted(set(words)), key=lambda word: word[0].lower())
    rests = {letter + letter.upper(): any_of(word[1:] for word in group) for letter, group in grouped}
    either = "|".join(f"(?<=[{letters}]){rest}" for letters, rest in rests.items())
    return rf"[{''.join(rests)}](?<!\w.)(?i:{either})(?!\w)" if rests else "(?!)"


def _branches(words: list[str], depth: int, instead: Mapping[str, str]) -> str:
    """Give the alternatives for sorted words that share their first ``depth`` characters; the longest come first."""
    branches = []
    for character, group in groupby((word for word in words if len(word) > depth), key=lambda word: word[depth]):
        branches.append(_branch(character, list(group), depth, instead))
    return "|".join(branches)


def _branch(character: str, words: list[str], depth: int, instead: Mapping[str, str]) -> str:
    """Give what matches words that share ``depth`` characters and the next."""
    shared = [character]
    while len(words[0]) > (depth := depth + 1) and all(word[depth : depth + 1] == words[0][depth] for word in words):
        shared.append(words[0][depth])
    start = "".join(instead.get(part, re.escape(part)) for part in shared)
    rest = _branches(words, depth, instead)
    if not rest:
        return start
    return f"{start}(?:{rest}){'?' if len(words[0]) == depth else ''}"
