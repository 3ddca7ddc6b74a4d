"""Quotation marks: which stretches of a text are quoted.

Marks of all makes close each other, since outlets mix them. A mark that never closes ends with its sentence, unless
one of the next lines begins without an opening mark and closes it.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

from doichieu.model import Span

_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]')
_OPENING = "\u201c\u201e\u00ab\u2018"
_CLOSING = "\u201d\u00bb\u2019"
_SINGLE = "\u2018\u2019"
_DOUBLE = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_STOP = re.compile(r"[.!?\u2026](?=\s|$)")
LINES = 6
"""Lines behind the one it opens in, in which a quotation may close."""
LONGEST = 4000
"""Code points that one quotation may have; a longer one is a mark that was forgotten."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its marks' outer span and the span of the words between them."""

    start: int
    end: int
    inner: Span


def quotes_of(text: str) -> tuple[Quote, ...]:
    """Give the outermost quotations of a text in order."""
    found: list[Quote] = []
    start = 0
    while start < len(text):
        end = _line_end(text, start)
        quotes = _of_line(text, start, end)
        later = _closing_line(text, end) if quotes and _is_open(text, quotes[-1], end) else None
        if later is not None:  # 157 quotations in 500 news articles, each sentence of which is a line of its own
            longer = _of_line(text, start, later)
            quotes, end = (longer, later) if not _is_open(text, longer[-1], later) else (quotes, end)
        found += quotes
        start = end + 1
    return tuple(quote for quote in found if quote.inner.end > quote.inner.start)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_open(text: str, quote: Quote, end: int) -> bool:
    """Say whether the last quotation of a line was never closed."""
    return quote.inner.end == quote.end and _DOUBLE.search(text, quote.end, end) is None


def _closing_line(text: str, end: int) -> int | None:
    """Give the end of the line that closes what is open at ``end``: its first mark closes, no line between has one."""
    for _ in range(LINES):
        start = end + 1
        if start >= len(text):
            return None
        end = _line_end(text, start)
        mark = _DOUBLE.search(text, start, end)
        if mark is not None:
            opens = text[mark.start()] in _OPENING or (mark.start() == start and _opens(text, start))
            return None if opens or (_opens(text, mark.start()) and text[mark.start()] not in _CLOSING) else end
    return None


def _of_line(text: str, start: int, end: int) -> list[Quote]:
    """Give the quotations of a paragraph: with quotations inside quotations, else (where that fails) without."""
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    stops = [match.start() for match in _STOP.finditer(text, start, end)] if marks else []
    nested, failed = _scan(text, marks, stops, end, nesting=True)
    return _scan(text, marks, stops, end, nesting=False)[0] if failed else nested


def _scan(text: str, marks: list[int], stops: list[int], end: int, *, nesting: bool) -> tuple[list[Quote], bool]:
    """Give the quotations that marks make, and whether one of them was never closed."""
    found: list[Quote] = []
    opened, depth, failed = -1, 0, False
    for number, place in enumerate(marks):
        if opened < 0:
            opened, depth = (place, 1) if _opens(text, place) or _opens_apart(text, place) else (-1, 0)
        elif (text[place] in _SINGLE) != (text[opened] in _SINGLE):
            continue
        elif (
            text[place] in _OPENING
            and _opens(text, place)
            and bisect(stops, opened) < bisect(stops, place)
            and not _closes_both(text, place, marks[number + 1 : number + 3])
        ):
            found.append(_unclosed(text, opened, place))  # the first one was never closed
            opened, depth = place, 1
        elif nesting and _opens(text, place) and not _closes(text, place):
            depth += not _closes_both(text, place, marks[number + 1 : number + 3])
        elif not nesting or _closes(text, place):
            depth -= 1
            if depth <= 0:
                found.append(Quote(opened, place + 1, Span(opened + 1, place)))
                opened = -1
    if opened >= 0:
        failed = True
        found.append(_unclosed(text, opened, end))
    return found, failed


def _closes_both(text: str, place: int, later: list[int]) -> bool:
    """Say whether one mark closes the quotation that opens here inside another, and that one: “… là “A”, ông nói."""
    if not later or text[later[0]] not in _CLOSING or not text.startswith(",", later[0] + 1):
        return False
    inside = text[place - 2 : place - 1].isalpha() and text[place - 1].isspace()
    return inside and (len(later) < 2 or text[later[1]] in _OPENING)


def _opens(text: str, place: int) -> bool:
    """Say whether the mark stands before a word and not behind one."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    fits = bool(after) and not after.isspace() and after not in ".,;:!?)" and not before.isalnum()
    if text[place] in _CLOSING:
        return text[place] not in _SINGLE and fits and (not before or before.isspace())
    return fits or (text[place] in _OPENING and text[place] not in _SINGLE)


def _opens_apart(text: str, place: int) -> bool:
    """Say whether the mark stands alone between blanks, a word behind it: "ông nói: " Đi ngay "."."""
    before, after = text[place - 1 : place], text[place + 1 : place + 3]
    return (not before or before.isspace()) and after[:1].isspace() and after[1:].isalnum()


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
