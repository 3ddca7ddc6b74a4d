"""Occasions: on which day, and through which medium, a statement was made."""

from __future__ import annotations

import re

from doichieu.model import Span
from doichieu.read.claims import Draft
from doichieu.read.passages import Page

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d\Z")


def day_of(page: Page, draft: Draft) -> str | None:
    """Give the day that the words around cue and source tell, the one nearest to the cue."""
    near: list[tuple[int, str]] = []
    anchor = draft.cue.start if draft.cue else draft.passage.start
    for frame in draft.frame:
        for time in page.times_in(*frame):
            if time.type in {"DATE", "TIME"} and not _inside(draft, time.start):
                near.append((abs(time.start - anchor), time.value))
    days = [(distance, match[0]) for distance, value in near if (match := _DAY.match(value))]
    months = [(distance, match[0]) for distance, value in near if (match := _MONTH.match(value))]
    return min(days or months)[1] if days or months else None


def medium_of(page: Page, draft: Draft) -> str | None:
    """Give the medium through which a statement came: the relaying one, or the one spoken to."""
    if draft.via is not None:
        return medium_in(page, draft.via)
    for frame in draft.frame:
        for mention in page.mentions_in(*frame):
            if draft.source is not None and draft.source.contains(mention):
                continue
            before = page.text[max(frame.start, mention.start - 30) : mention.start]
            if page.phrases.hearer_before.search(before) and (
                page.text[mention.start : mention.end] in page.phrases.media
                or page.phrases.medium_before.search(before)
            ):
                return mention.actor
    return None


def medium_in(page: Page, span: Span) -> str | None:
    """Give the name in the phrase of a medium, else the phrase."""
    named = page.mentions_in(*span)
    listed = [m for m in named if page.text[m.start : m.end] in page.phrases.media]
    if listed or named:
        return (listed or list(named))[0].actor
    return span.of(page.text).strip() or None


def _inside(draft: Draft, place: int) -> bool:
    return any(piece.start <= place < piece.end for piece in draft.content)
