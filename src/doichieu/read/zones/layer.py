"""The zones layer: headline, lead and body, and what is no report text.

First the lines give the headline and the lead, then marks are taken ("Ảnh: Reuters", "(Dân trí) -", names at the end),
then what is left is cut into segments, of which some are captions. The rest is report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doichieu.languages import LanguagePack
from doichieu.model import Reading, Span, Zone, ZoneKind, strip_span
from doichieu.read.zones.bylines import closing_marks, is_author
from doichieu.read.zones.captions import CaptionFinder
from doichieu.read.zones.marks import Mark, MarkList, add_marks

_LINE = re.compile(r"[^\n]+")
_CLOSERS = "\"”’»)]'"
_NO_HEADLINE = (".", "…", "|", ":", ";", ",")
_INNER_STOP = re.compile(r"[^\W\d_]{3}\. [^\W\d_]")
"""A stop behind a word of three letters or more with more behind it: two sentences."""
_LONGEST_HEADLINE = 180
_LONGEST_LEAD = 700
_LEAST_REPORT, _MOST_BEHIND = 3, 8
"""Lines before and behind the author's."""
_BEGINNING = 40
"""Code points. Of 10,000 news articles the longest headline has 170, the longest lead 423. A beginning of
40 code points comes again in its own line in 13 of 164 articles of marked stories, each time as a second copy."""


def add_zones(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's zones."""
    text = reading.text
    lines = lines_of(text)
    found = _marks(text, lines, reading.article.title, pack)
    return replace(reading, zones=tuple(_zones(text, lines, reading.article.title, found)))


def lines_of(text: str) -> list[Span]:
    """Give the lines that hold more than blanks."""
    return [span for match in _LINE.finditer(text) if (span := strip_span(text, *match.span())).start < span.end]


def _marks(text: str, lines: list[Span], title: str | None, pack: LanguagePack) -> MarkList:
    parts, found, lead = page_marks(text, lines, title, pack)
    for mark in list(CaptionFinder(text, pack).find(parts, found, lead)):
        found.add(mark)
    report = sum(line.end - line.start for line in lines) - sum(mark.end - mark.start for mark in found)
    return found if report > len(lines) + len(list(found)) else MarkList()  # a text is never all picture and names


def page_marks(
    text: str, lines: list[Span], title: str | None, pack: LanguagePack
) -> tuple[list[Span], MarkList, Span | None]:
    """Give the lines behind the headline cut at copies, the marks in them, and the first of the lines."""
    first = 1 if _has_headline(text, lines, title) else 0
    copies = [list(_copies(text, line)) for line in lines[first:]]
    parts = [part for copy in copies for part in copy]
    ends = {part for copy in copies for part in copy[:-1]}
    found = MarkList()
    if first and len(lines) > _LEAST_REPORT and is_author(lines[1].of(text), pack.zones):
        found.add(Mark(*lines[1], "byline", "author-head"))
        first = 2
    for part in parts:
        add_marks(found, text, part, pack)
    if author := _author_line(text, parts, pack):
        found.add(Mark(*author, "byline", "author-line"))
    last = True
    for part in reversed(parts):
        if last or part in ends:
            for mark in closing_marks(text, part, found.inside(part), pack):
                found.add(mark)
        covered = found.inside(part)
        last = last and sum(mark.end - mark.start for mark in covered) >= part.end - part.start - 2 * len(covered)
    return parts, found, lines[first] if len(lines) > first else None


def _author_line(text: str, parts: list[Span], pack: LanguagePack) -> Span | None:
    """Give the line of its own that names the author, where a page puts the captions of its pictures behind it."""
    least = max(_LEAST_REPORT, (len(parts) + 1) // 2, len(parts) - 1 - _MOST_BEHIND)
    return next((part for part in parts[least:-1] if is_author(part.of(text), pack.zones)), None)


def _copies(text: str, line: Span) -> Iterator[Span]:
    """Cut a line where its own beginning comes again: a page that gives its text twice closes each copy with names."""
    start = line.start
    beginning = text[start : start + _BEGINNING]
    while len(beginning) == _BEGINNING and (again := text.find(beginning, start + _BEGINNING, line.end)) > 0:
        part = strip_span(text, start, again)
        if part.start < part.end:
            yield part
        start = again
    yield Span(start, line.end)


def _has_headline(text: str, lines: list[Span], title: str | None) -> bool:
    if len(lines) < 2:
        return False
    first = lines[0].of(text)
    if title and _folded(title) == _folded(first):
        return True
    words = first.rstrip(_CLOSERS)
    return len(first) <= _LONGEST_HEADLINE and words[-1:] not in _NO_HEADLINE and _INNER_STOP.search(first) is None


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _zones(text: str, lines: list[Span], title: str | None, found: MarkList) -> Iterator[Zone]:
    """Fill what the marks leave with headline, lead and body."""
    has_headline = _has_headline(text, lines, title)
    lead = _lead(lines[1:], found) if has_headline else None
    offset = 0
    for mark in [*found, Mark(len(text), len(text), "other", "end")]:
        yield from _report(text, offset, mark.start, lines[0] if has_headline else None, lead)
        if mark.start < mark.end:
            yield Zone(start=mark.start, end=mark.end, kind=mark.kind, origin=f"zones/{mark.rule}")
        offset = max(offset, mark.end)


def _lead(lines: list[Span], found: MarkList) -> Span | None:
    """Give the first line behind the headline that holds report text, where more such text follows."""
    report = (line for line in lines if not any(line == (mark.start, mark.end) for mark in found.inside(line)[:1]))
    first = next(report, None)
    return first if first and next(report, None) and first.end - first.start <= _LONGEST_LEAD else None


def _report(text: str, start: int, end: int, headline: Span | None, lead: Span | None) -> Iterator[Zone]:
    borders: list[tuple[int, ZoneKind]] = [(end, "body")]
    if lead:
        borders = [(lead.start, "body"), (lead.end, "lead"), (end, "body")]
    if headline:
        borders = [(headline.end, "headline"), *borders]
    for border, kind in borders:
        span = strip_span(text, start, max(start, min(border, end)))
        if span.start < span.end:
            yield Zone(start=span.start, end=span.end, kind=kind, origin=f"zones/{kind}")
        start = max(start, min(border, end))
