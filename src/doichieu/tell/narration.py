"""Telling a story: its headline, its gist and its summary, each resting on evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from doichieu.model import Because, Evidence, Story, SummarySentence, ToldStory
from doichieu.tell.passages import Nearness, Passage, headline_of, nearness_of, passages_of
from doichieu.tell.summary import LENGTH, evidence_of, summary_from, worth_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SAYS_NO_MORE = 0.75
"""Share of a sentence's words that stand in the headline from which it says no more than the headline."""


def tell(story: Story, *, length: int | None = None) -> ToldStory:
    """Give the story with its headline, gist and summary of about ``length`` syllables."""
    passages = passages_of(story)
    near = nearness_of(story, passages)
    headline = _headline(story, near)
    return ToldStory(
        story=story,
        headline=headline,
        gist=_gist(story, passages, near, headline) or headline,
        summary=summary_from(story, passages, near, length=length or LENGTH),
    )


def _headline(story: Story, near: Nearness) -> SummarySentence:
    """Give the headline nearest to what all articles tell; of equally near ones the first published."""
    central = near.headlines_articles.sum(axis=1)
    headed = np.array([any(zone.kind == "headline" for zone in reading.zones) for reading in story.readings])
    # Where any article has a headline, a first sentence is none, though its length brings it nearer.
    reading = story.readings[int((central - 100 * (headed.any() & ~headed)).argmax())]
    span = headline_of(reading)
    because = Because(
        "headline of the article nearest to what the others tell ({0})", (reading.article.outlet or reading.article.id,)
    )
    return SummarySentence(
        text=" ".join(span.of(reading.text).split()),
        evidence=(Evidence(reading.article.id, *span),),
        because=because,
    )


def _gist(
    story: Story, passages: Sequence[Passage], near: Nearness, headline: SummarySentence
) -> SummarySentence | None:
    """Give the sentence that opens an article and is most worth telling, unless the headline says it all."""
    if not passages:
        return None
    words = set(headline.text.casefold().split())
    worth = worth_of(passages, near)
    opening = [n for n, passage in enumerate(passages) if passage.number == 0 and not _repeats(passage, words)]
    best = max(opening or range(len(passages)), key=lambda n: (worth[n], -n))
    reading = story.readings[passages[best].place]
    return SummarySentence(
        text=passages[best].text,
        evidence=(evidence_of(story, passages[best]),),
        because=Because(
            "opening sentence nearest to what the others tell ({0})", (reading.article.outlet or reading.article.id,)
        ),
    )


def _repeats(passage: Passage, headline: set[str]) -> bool:
    words = passage.text.casefold().split()
    return float(np.mean([word in headline for word in words])) >= SAYS_NO_MORE
