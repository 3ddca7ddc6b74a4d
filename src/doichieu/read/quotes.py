"""Quotation marks: which stretches of a text are quoted.

Marks of all makes close each other, since outlets mix them. A mark that never closes ends with its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from doichieu.model import Span

_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\n]')
_OPENING = "\u201c\u201e\u00ab\u2018"
_CLOSING = "\u201d\u00bb\u2019"
_SINGLE = "\u2018\u2019"
_STOP = re.compile(r"[.!?\u2026](?=\s|$)")
LONGEST = 4000
"""Code points that one quotation may have; a longer one is a mark that was forgotten."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its marks' outer span and the span of the words between them."""

    start: int
    end: int
    inner: Span


def quotes_of(text: str) -> tuple[Quote, ...]:
    """Give the outermost quotations of a text in order, in one pass."""
    found: list[Quote] = []
    opened: int | None = None
    depth = 0
    for match in _MARK.finditer(text):
        place, mark = match.start(), match[0]
        if opened is None:
            if mark != "\n" and _opens(text, place):
                opened, depth = place, 1
            continue
        if mark == "\n":
            found.append(_unclosed(text, opened, place))
            opened = None
        elif (mark in _SINGLE) != (text[opened] in _SINGLE):
            continue
        elif _opens(text, place) and not _closes(text, place):
            if mark in _OPENING and _STOP.search(text, opened, place):  # the first one was never closed
                found.append(_unclosed(text, opened, place))
                opened, depth = place, 1
            else:
                depth += 1
        elif _closes(text, place):
            depth -= 1
            if depth <= 0 or text[place + 1 : place + 2] in {"", "\n"}:
                found.append(Quote(opened, place + 1, Span(opened + 1, place)))
                opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, len(text)))
    return tuple(quote for quote in found if quote.inner.end > quote.inner.start)


def _opens(text: str, place: int) -> bool:
    """Say whether the mark stands before a word and not behind one."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    fits = bool(after) and not after.isspace() and after not in ".,;:!?)" and not before.isalnum()
    if text[place] in _CLOSING:
        return text[place] not in _SINGLE and fits and (not before or before.isspace())
    return fits or (text[place] in _OPENING and text[place] not in _SINGLE)


def _closes(text: str, place: int) -> bool:
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _SINGLE:
        return mark == _SINGLE[1] and not after.isalnum()
    return mark in _CLOSING or not before.isspace() or not after.isalnum()


def _unclosed(text: str, opened: int, limit: int) -> Quote:
    """Give the quotation that runs from a mark that was never closed to the end of its sentence."""
    stop = _STOP.search(text, opened + 1, min(limit, opened + LONGEST))
    end = stop.start() if stop else min(limit, opened + LONGEST)
    return Quote(opened, end, Span(opened + 1, end))
