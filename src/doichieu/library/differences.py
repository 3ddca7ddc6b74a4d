"""Differences between two versions of an article, word by word, in time near to linear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from doichieu.model import Span

LONGEST = 4_000
"""Words up to which what differs is compared word by word; of more it is one difference from first word to last."""
_WORD = re.compile(r"\d+(?:[.,]\d+){0,8}|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two versions differ; one of the two spans may be empty."""

    before: Span
    after: Span


def differences(before: str, after: str) -> list[Difference]:
    """Give where two versions differ, in their order.

    >>> [(d.before.of("a 2 c"), d.after.of("a 3 c")) for d in differences("a 2 c", "a 3 c")]
    [('2', '3')]
    """
    old, new = _words(before), _words(after)
    keys, new_keys = [before[s:e] for s, e in old], [after[s:e] for s, e in new]
    head = 0
    while head < min(len(keys), len(new_keys)) and keys[head] == new_keys[head]:
        head += 1
    tail = 0
    while tail < min(len(keys), len(new_keys)) - head and keys[-1 - tail] == new_keys[-1 - tail]:
        tail += 1
    middle, new_middle = keys[head : len(keys) - tail], new_keys[head : len(new_keys) - tail]
    if max(len(middle), len(new_middle)) > LONGEST:
        steps = [("replace", 0, len(middle), 0, len(new_middle))]
    else:
        steps = list(SequenceMatcher(None, middle, new_middle, autojunk=True).get_opcodes())
    return [
        Difference(_span(old, head + a, head + b, len(before)), _span(new, head + c, head + d, len(after)))
        for tag, a, b, c, d in steps
        if tag != "equal"
    ]


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text)]


def _span(words: list[tuple[int, int]], first: int, behind: int, length: int) -> Span:
    """Give the span of some words; an empty one stands before the next word."""
    if first == behind:
        place = words[first][0] if first < len(words) else length
        return Span(place, place)
    return Span(words[first][0], words[behind - 1][1])
