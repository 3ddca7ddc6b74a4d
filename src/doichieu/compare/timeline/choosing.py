"""Timeline: happenings by day."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from doichieu.compare.clusters import cluster
from doichieu.compare.overlap import overlaps
from doichieu.compare.reuse.origins import find_origins
from doichieu.compare.timeline.dated import Told, told_sentences
from doichieu.compare.timeline.periods import Period, Unit
from doichieu.model import Because, Happening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.model import Story

# Weights of a logistic model over the times told in 40 annotated stories (docs/comparing/timeline.md): fitted on either
# half, it finds the other half's days with F1 0.80 where the times are right.
UNIT: dict[Unit, float] = {"day": 0.6, "week": -0.25, "month": -0.4, "year": -1.35}
MENTIONS = 0.9
"""For each e-fold of the number of times that the day is named."""
EARLY = 0.4
"""For a day named at the very start of an article, nothing at its end."""
FINER = -0.55
"""For a week, month or year of which the story names a day."""
OLD = -0.75
OLD_DAYS = 400
"""Days before the story from which a day is mere background, unless much is told of it."""
LEAST = 0.45
LEAST_OF_FIRST = 0.2
"""The first days are kept down to this: a story with few and late dates still has a timeline."""
FIRST = 2
MOST = 10
"""Happenings of a timeline, as many as people give at most."""
SAME_HAPPENING = 0.18
"""Likeness at which sentences on one day tell of one happening."""
LONG = 250
"""Code points in steps of which shorter sentences are preferred."""
SHORTEST = 60
"""Code points of a sentence that tells a second happening of a day: what is shorter ("Vụ việc xảy ra tối 22/10")
goes on with the first."""
EPOCH = date(2000, 1, 1)
LIKE = 0.3
"""Share of words from which sentences are compared."""


Days = dict[Period, list[int]]
"""Numbers of the sentences that name a period, once for each time that they do."""


@dataclass(frozen=True, slots=True)
class _Line:
    period: Period
    rank: int
    """0 for the first happening of its day."""
    score: float
    members: tuple[int, ...]
    """Numbers of the sentences that tell it."""


def make_timeline(story: Story) -> tuple[Happening, ...]:
    """Give the story's key happenings in the order of the calendar; empty where no article names a day."""
    sentences = told_sentences(story)
    days: Days = {}
    for number, told in enumerate(sentences):
        for period in told.periods:
            days.setdefault(period, []).append(number)
    alike = _alike(story, sentences)
    lines = [
        _Line(period, rank, score, members)
        for period, score in _key_days(days, sentences, _middle(story, days))
        for rank, members in enumerate(_happenings(days[period], sentences, alike))
    ]
    kept = sorted(lines, key=lambda line: (line.rank > 0, -line.score))[:MOST]
    kept.sort(key=lambda line: (line.period.first, line.period.last, line.rank))
    return tuple(_happening(story, number, line, sentences) for number, line in enumerate(kept))


def _key_days(days: Days, sentences: Sequence[Told], middle: date) -> list[tuple[Period, float]]:
    """Give the days that belong on the timeline and how surely, the surest first."""
    scored = [(period, _key(period, days, sentences, middle)) for period in days]
    scored.sort(key=lambda item: (-item[1], item[0]))
    return [
        (period, score)
        for n, (period, score) in enumerate(scored[:MOST])
        if score >= (LEAST if n >= FIRST else LEAST_OF_FIRST)
    ]


def _key(period: Period, days: Days, sentences: Sequence[Told], middle: date) -> float:
    numbers = days[period]
    finer = any(
        other.unit == "day" and period.first <= other.first <= period.last for other in days if other is not period
    )
    score = (
        UNIT[period.unit]
        + MENTIONS * math.log(len(numbers))
        + EARLY * (1 - min(sentences[n].place for n in numbers))
        + FINER * (finer and period.unit != "day")
        + OLD * ((middle - period.first).days > OLD_DAYS)
    )
    return 1 / (1 + math.exp(-score))


def _middle(story: Story, days: Days) -> date:
    """Give the day of the last article; where none tells its day, the middle one of the days named."""
    published = [reading.article.published.date() for reading in story.readings if reading.article.published]
    if published:
        return max(published)
    named = sorted(period.first for period, numbers in days.items() if period.unit == "day" for _ in numbers)
    return named[len(named) // 2] if named else max((period.first for period in days), default=EPOCH)


def _alike(story: Story, sentences: Sequence[Told]) -> dict[tuple[int, int], float]:
    if not sentences:
        return {}
    language = story.readings[0].article.language
    pairs = overlaps([told.text for told in sentences], language, LIKE)
    return {(i, j): overlap.cosine for i, j, overlap in pairs}


def _happenings(
    numbers: Sequence[int], sentences: Sequence[Told], alike: dict[tuple[int, int], float]
) -> list[tuple[int, ...]]:
    """Part the sentences on one day by what they tell: the most told first, then others that leads or two tell."""
    members = sorted(set(numbers))
    scores = {
        (i, j): alike[pair]
        for i, j in combinations(range(len(members)), 2)
        if (pair := (members[i], members[j])) in alike
    }
    groups = [[members[n] for n in group] for group in cluster(len(members), scores, SAME_HAPPENING)]
    groups.sort(key=lambda group: (-_weight(group, sentences), min(sentences[n].place for n in group), group))
    first, *others = groups
    return [
        tuple(first),
        *(
            tuple(group)
            for group in others
            if _weight(group, sentences) >= 2 and max(len(sentences[n].text) for n in group) >= SHORTEST
        ),
    ]


def _weight(group: Sequence[int], sentences: Sequence[Told]) -> float:
    """Count the articles that tell it, a lead or headline once more."""
    articles = {sentences[n].article for n in group}
    return len(articles) + any(sentences[n].zone != "body" for n in group)


def _happening(story: Story, number: int, line: _Line, sentences: Sequence[Told]) -> Happening:
    members = [sentences[n] for n in line.members]
    best = min(members, key=_plainness)
    told = [best, *(member for member in members if member is not best)]
    evidence = tuple(member.evidence for member in told)
    values = (line.period.value, str(len({member.article for member in told})), str(len(story.readings)))
    return Happening(
        id=f"{story.id}/h{number}",
        date=line.period.value,
        what=best.text,
        origins=find_origins(story, evidence),
        evidence=evidence,
        because=Because("told with the time {0} by {1} of {2} articles", values),
    )


def _plainness(told: Told) -> tuple[int, bool, int, float]:
    """Order sentences by how plainly they tell one happening: few times, no headline, not long, early."""
    return len(set(told.periods)), told.zone == "headline", len(told.text) // LONG, told.place
