"""Dated sentences: which sentences of a story tell of which day."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.compare.timeline.periods import Period, period_of
from doichieu.model import REPORT_ZONES, Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.model import Reading, Story, TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of the report."""

    article: str
    text: str
    span: Span
    place: float
    """Where it begins in its article, 0 to 1."""
    zone: str
    periods: tuple[Period, ...]
    """The calendar times that it names."""

    @property
    def evidence(self) -> Evidence:
        """Its place in the article."""
        return Evidence(self.article, *self.span)


def told_sentences(story: Story) -> list[Told]:
    """Give the report sentences of the story in the order of the readings, with the times that each names."""
    return [told for reading in story.readings for told in _told(reading)]


def _told(reading: Reading) -> Iterator[Told]:
    periods: dict[int, list[Period]] = {}
    for time in reading.times:
        number = bisect_right(reading.sentences, time.start, key=lambda sentence: sentence.start) - 1
        period = period_of(time.value) if _is_placed(time, reading) else None
        if number >= 0 and period:
            periods.setdefault(number, []).append(period)
    zones = sorted((zone.start, zone.kind) for zone in reading.zones)
    for number, sentence in enumerate(reading.sentences):
        zone = bisect_right(zones, sentence.start, key=lambda item: item[0]) - 1
        kind = zones[zone][1] if zone >= 0 else "body"
        if kind in REPORT_ZONES:
            yield Told(
                article=reading.article.id,
                text=sentence.of(reading.text),
                span=sentence,
                place=sentence.start / max(1, len(reading.text)),
                zone=kind,
                periods=tuple(periods.get(number, ())),
            )


def _is_placed(time: TimeExpression, reading: Reading) -> bool:
    """Say whether a time lies on the calendar: "last week" does not in an undated article."""
    is_guess = "-W" in time.value and reading.article.published is None
    return time.type in ("DATE", "TIME") and not is_guess
