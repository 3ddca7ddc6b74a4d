"""Occasions: on which day a statement was made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doichieu.model import Span
from doichieu.read.statements.claims import Draft
from doichieu.read.statements.passages import Page

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d\Z")
TAKEN_UP = 1500
"""Code points between a statement with a day and the next one, whose pronoun takes up its speaker."""
NEAR = 500
"""Code points before a statement in which the day of its occasion, or of what its speaker does, may stand."""


@dataclass(slots=True)
class Calendar:
    """The days on which those who speak in an article have spoken so far."""

    page: Page
    days: dict[tuple[str, ...], str] = field(default_factory=dict)
    last: tuple[int, str | None] = (-TAKEN_UP - 1, None)
    """Where the last statement with a day ends, and its day."""

    def day_of(self, draft: Draft, speakers: tuple[str, ...]) -> str | None:
        """Give the day of a statement: told with it, told for its speaker before, or told of its occasion."""
        day = _told(self.page, draft)
        if day is None and speakers:
            day = self.days.get(speakers) or self._of_speaker(draft, speakers) or self._of_occasion(draft)
            day = day or self._of_one_taken_up(draft)
        if day is not None and speakers:
            self.days[speakers] = day
            self.last = (draft.passage.end, day)
        return day

    def _of_one_taken_up(self, draft: Draft) -> str | None:
        """Give the day of the statement right before, whose speaker "ông", "cơ quan này" takes up."""
        if draft.source is None or draft.passage.start - self.last[0] > TAKEN_UP:
            return None
        words = " ".join(draft.source.of(self.page.text).casefold().split())
        taken_up = words in self.page.phrases.anaphora_kinds or self.page.phrases.deictic.search(words) is not None
        return self.last[1] if taken_up else None

    def _of_speaker(self, draft: Draft, speakers: tuple[str, ...]) -> str | None:
        """Give the day in the sentence right before that is about the speaker."""
        page = self.page
        start = max(0, draft.passage.start - NEAR)
        named = [m for m in page.mentions_in(start, draft.passage.start) if m.actor in speakers]
        if not named:
            return None
        begin = max(page.text.rfind(". ", start, named[-1].start), page.text.rfind("\n", start, named[-1].start), start)
        end = page.text.find(". ", named[-1].end, draft.passage.start)
        days = _days(page, Span(begin, end if end > 0 else draft.passage.start))
        return days[0] if len(set(days)) == 1 else None

    def _of_occasion(self, draft: Draft) -> str | None:
        """Give the day told last before a statement that is made "at the meeting", "in the communiqué"."""
        page = self.page
        if not any(page.phrases.occasion.search(page.masked, *frame) for frame in draft.frame):
            return None
        days = _days(page, Span(max(0, draft.passage.start - NEAR), draft.passage.start))
        return days[-1] if days else None


def _told(page: Page, draft: Draft) -> str | None:
    """Give the day that the words around cue and source tell, the one nearest to the cue."""
    anchor = draft.cue.start if draft.cue else draft.passage.start
    times = [
        (abs(time.start - anchor), time.value)
        for frame in draft.frame
        for time in page.times_in(*frame)
        if time.type in {"DATE", "TIME"} and not any(piece.start <= time.start < piece.end for piece in draft.content)
    ]
    days = [(distance, match[0]) for distance, value in times if (match := _DAY.match(value))]
    months = [(distance, match[0]) for distance, value in times if (match := _MONTH.match(value))]
    return min(days or months)[1] if days or months else None


def _days(page: Page, stretch: Span) -> list[str]:
    times = [time for time in page.times_in(*stretch) if page.is_report(time.start)]
    return [match[0] for time in times if time.type in {"DATE", "TIME"} and (match := _DAY.match(time.value))]
