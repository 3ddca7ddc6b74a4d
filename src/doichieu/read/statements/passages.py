"""Passages: sentences as statements see them, never parted inside a quotation, quotations and brackets masked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from doichieu.model import REPORT_ZONES, Mention, Reading, Span, TimeExpression, ZoneKind
from doichieu.read.statements.phrases import Phrases
from doichieu.read.statements.quotes import Quote, quotes_of

MASK = "_"
LONGEST = 20_000
"""Code points that a passage may have: a longer one is no prose."""
_BRACKET = re.compile(r"\([^()\n]{0,300}\)|\[[^\[\]\n]{0,300}\]")
_INK = re.compile(r"[^\s]")


@dataclass(frozen=True)
class Page:
    """A reading with what finding statements asks of it again and again."""

    reading: Reading
    phrases: Phrases
    quotes: tuple[Quote, ...]
    masked: str
    """The text with every character inside quotations and brackets masked; same length, same offsets."""

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.text

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.start for time in self.reading.times]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.reading.mentions]

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """Give the quotations that begin in a stretch."""
        return self.quotes[bisect_left(self._quote_starts, start) : bisect_left(self._quote_starts, end)]

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Give the time expressions that begin in a stretch."""
        return self.reading.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def zone_at(self, offset: int) -> ZoneKind | None:
        """Give the kind of the zone in which, or behind which, an offset lies; None in a text without zones."""
        zones = self.reading.zones
        place = bisect_right(zones, offset, key=lambda zone: zone.start) - 1
        return None if place < 0 else zones[place].kind

    def is_report(self, offset: int) -> bool:
        """Say whether an offset lies in report text; all of a text without zones does."""
        kind = self.zone_at(offset)
        return kind is None or kind in REPORT_ZONES

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Give the mentions that lie in a stretch."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_right(self._mention_starts, end)
        return tuple(mention for mention in self.reading.mentions[first:last] if mention.end <= end)


def page_of(reading: Reading, phrases: Phrases, text: str | None = None) -> Page:
    """Give a reading's page; ``text`` is its text spelt as the lists spell it, no offset changed."""
    quotes = quotes_of(reading.text)
    return Page(reading=reading, phrases=phrases, quotes=quotes, masked=_mask(text or reading.text, quotes))


def passages_of(page: Page) -> tuple[Span, ...]:
    """Give the sentences of the report text, those that one quotation runs through joined into one."""
    zones = [zone for zone in page.reading.zones if zone.kind in REPORT_ZONES]
    starts = [zone.start for zone in zones]
    passages: list[Span] = []
    aside: Span | None = None
    for sentence in page.reading.sentences:
        place = bisect_right(starts, sentence.start) - 1
        if page.reading.zones and (place < 0 or zones[place].end <= sentence.start):
            aside = aside if aside and _runs_on(page, aside, sentence) else sentence
            continue
        if aside and _runs_on(page, aside, sentence):  # a quotation that begins there is no caption
            passages.append(Span(aside.start, sentence.end))
        elif passages and _runs_on(page, passages[-1], sentence):
            passages[-1] = Span(passages[-1].start, sentence.end)
        else:
            passages.append(Span(*sentence))
        aside = None
    return tuple(passage for passage in passages if passage.end - passage.start <= LONGEST)


def _runs_on(page: Page, before: Span, after: Span) -> bool:
    """Say whether a quotation that begins before the border between two sentences ends behind it."""
    last = page.quotes_in(before.start, before.end)[-1:]
    return bool(last) and last[0].end > after.start


def _mask(text: str, quotes: tuple[Quote, ...]) -> str:
    pieces: list[str] = []
    place = 0
    for quote in quotes:
        pieces += [text[place : quote.inner.start], MASK * (quote.inner.end - quote.inner.start)]
        place = quote.inner.end
    pieces.append(text[place:])
    return _BRACKET.sub(lambda match: MASK * len(match[0]), "".join(pieces))
