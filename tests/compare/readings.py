"""Readings made by hand for the tests of compare."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from doichieu.model import Article, Reading, Span, TimeExpression


def reading(ident: str, text: str, *, day: int | None = None, outlet: str = "") -> Reading:
    """Give a reading of ``text`` published in March 2023, a sentence for each line."""
    published = datetime(2023, 3, day, 8, tzinfo=UTC) if day else None
    article = Article(id=ident, text=text, outlet=outlet or ident, published=published, language="vi")
    return Reading(article=article, sentences=lines(text))


def with_days(base: Reading) -> Reading:
    """Give a reading with the days that it writes as "4/3"."""
    times = tuple(
        TimeExpression(
            start=match.start(),
            end=match.end(),
            type="DATE",
            value=f"XXXX-{int(match[2]):02}-{int(match[1]):02}",
            origin="test",
        )
        for match in re.finditer(r"\b(\d{1,2})/(\d{1,2})\b", base.text)
    )
    return replace(base, times=times)


def lines(text: str) -> tuple[Span, ...]:
    """Give the spans of the lines of a text."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)
