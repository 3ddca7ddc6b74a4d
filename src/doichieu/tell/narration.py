"""Telling a story: its headline, its gist and its summary, each resting on evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.model import Because, Evidence, Story, SummarySentence, ToldStory
from doichieu.tell.summary import summarise

if TYPE_CHECKING:
    from doichieu.model import Reading


def tell(story: Story) -> ToldStory:
    """Give the story with its headline, gist and summary."""
    summary = summarise(story)
    headline = _headline(story)
    return ToldStory(story=story, headline=headline, gist=summary[0] if summary else headline, summary=summary)


def _headline(story: Story) -> SummarySentence:
    reading = story.readings[0]
    start, end = _headline_span(reading)
    because = Because(
        "headline of the article nearest to what the others tell ({0})", (reading.article.outlet or reading.article.id,)
    )
    return SummarySentence(
        text=reading.text[start:end], evidence=(Evidence(reading.article.id, start, end),), because=because
    )


def _headline_span(reading: Reading) -> tuple[int, int]:
    for zone in reading.zones:
        if zone.kind in ("headline", "lead", "body"):
            return zone.start, zone.end
    return 0, len(reading.text.split("\n", 1)[0])
