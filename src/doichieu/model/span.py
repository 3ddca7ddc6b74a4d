"""Spans: where words stand in a text."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Spanned(Protocol):
    """Anything that covers ``text[start:end]``: a span, or a note that has one."""

    @property
    def start(self) -> int:
        """Code point offset of the first character."""

    @property
    def end(self) -> int:
        """Code point offset behind the last character."""


class Span(NamedTuple):
    """Half-open range of code points of an article's text; ``[start, end]`` in JSON."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers.

        >>> Span(0, 3).of("Nga nói")
        'Nga'
        """
        return text[self.start : self.end]

    def contains(self, other: Spanned) -> bool:
        """Say whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Spanned) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end


def span_of(note: Spanned) -> Span:
    """Give the span of a note."""
    return Span(note.start, note.end)


def strip_span(text: str, start: int, end: int) -> Span:
    """Give ``start:end`` without the blanks at its two ends (empty at ``start`` when there is nothing else)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
