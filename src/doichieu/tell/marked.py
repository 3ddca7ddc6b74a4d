"""Marked text: a text with its notes coloured or, where there are no colours, in brackets; pieces are cut from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from rich.text import Text

from doichieu.model import Span

Layer = Literal["says", "figure", "time", "name"]

COLOURS: dict[Layer, str] = {
    "says": "underline",
    "figure": "bold cyan",
    "time": "bold green",
    "name": "bold magenta",
}
"""Colours that are read on dark and on light grounds; words that are said are underlined, so that both can be seen.

In the order in which they hold each other where they begin and end together.
"""
BRACKETS: dict[Layer, tuple[str, str]] = {
    "says": ("«", "»"),
    "figure": ("{", "}"),
    "time": ("‹", "›"),
    "name": ("[", "]"),
}
_DEPTH = {layer: depth for depth, layer in enumerate(COLOURS)}
_SHOWN = {
    **dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd"),
    **dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), "\ufffd"),
    **dict.fromkeys((9, 11, 12, 13, 0xA0), " "),
}
"""Signs that could steer the terminal or turn the line around; each gives one sign, so that offsets stay."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span that a layer has found."""

    start: int
    end: int
    layer: Layer


def plain(words: str) -> str:
    r"""Give words that do nothing to a terminal, as many as there were.

    >>> plain("a\x1b[31mb\tc")
    'a�[31mb c'
    """
    return words.translate(_SHOWN)


class MarkedText:
    """A text of which pieces are cut, in time linear in their length."""

    def __init__(self, text: str, marks: list[Mark], *, coloured: bool) -> None:
        self._text = plain(text)
        self._coloured = coloured
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, _DEPTH[mark.layer]))
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def piece(self, span: Span) -> Text:
        """Give a piece without the blanks around it, with what is marked in it."""
        words = self._text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        end = max(start, span.start + len(words.rstrip()))
        near = self._marks[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        marks = [Mark(max(mark.start, start), min(mark.end, end), mark.layer) for mark in near if mark.end > start]
        return self._styled(start, end, marks) if self._coloured else self._bracketed(start, end, marks)

    def _styled(self, start: int, end: int, marks: list[Mark]) -> Text:
        text = Text(self._text[start:end])
        for mark in marks:
            text.stylize(COLOURS[mark.layer], mark.start - start, mark.end - start)
        return text

    def _bracketed(self, start: int, end: int, marks: list[Mark]) -> Text:
        """Put a bracket at both ends of each mark, that which was opened last closed first."""
        opened: defaultdict[int, list[str]] = defaultdict(list)
        closed: defaultdict[int, list[str]] = defaultdict(list)
        for mark in marks:
            opened[mark.start].append(BRACKETS[mark.layer][0])
            closed[mark.end].append(BRACKETS[mark.layer][1])
        pieces: list[str] = []
        for offset, after in pairwise(sorted({start, end, *opened, *closed})):
            pieces += [*reversed(closed[offset]), *opened[offset], self._text[offset:after]]
        return Text("".join([*pieces, *reversed(closed[end])]))
