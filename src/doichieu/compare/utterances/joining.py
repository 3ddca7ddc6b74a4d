"""Utterances: statements that report the same words."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from doichieu.compare.clusters import cluster
from doichieu.compare.overlap import Overlap, overlaps
from doichieu.compare.reuse.origins import find_origins
from doichieu.compare.utterances.sayings import Saying, sayings_of
from doichieu.model import Because, Evidence, Utterance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.model import Story

# Weights of a logistic model over the pairs of statements of 40 annotated stories, once as annotated and once as read
# by the program, whose speakers and days are less sure (docs/comparing/utterances.md).
BIAS = -4.2
COSINE = 2.55
WITHIN = 2.5
WITHIN_LONG = 2.3
"""On top of WITHIN where the shorter statement is long enough to be no mere phrase."""
SPEAKER = 1.9
NUMBERS = 0.8
NAMES = 0.35
SAME_DAY = 0.7
OTHER_DAY = -1.4
SAME_ARTICLE = -1.2
LEAST = 0.38
"""Likeness at which statements are joined: F1 is flat from 0.32 to 0.40."""
LEAST_WITHIN = 0.1
"""Pairs that share less are not looked at: everything else agreeing would not bring them to LEAST."""
LONG = 20
"""Words from which a statement is long."""
UNKNOWN_SPEAKER = 0.3
PARTLY_SPEAKER = 0.6
NEARLY_SPEAKER = 0.8
"""Two names of several words that end in the same one: a surname, a body's place, a title before a name."""


def join_statements(story: Story) -> tuple[Utterance, ...]:
    """Give the story's utterances: every statement is in exactly one, alone or with those that report the same."""
    sayings = sayings_of(story)
    language = story.readings[0].article.language if story.readings else ""
    likeness = {
        (i, j): same_words(sayings[i], sayings[j], overlap)
        for i, j, overlap in overlaps([saying.text for saying in sayings], language, LEAST_WITHIN)
    }
    groups = cluster(len(sayings), likeness, LEAST)
    return tuple(
        _utterance(story, number, [sayings[n] for n in group], _closest(group, likeness))
        for number, group in enumerate(groups)
    )


def same_words(a: Saying, b: Saying, overlap: Overlap) -> float:
    """Give how likely it is, from 0 to 1, that two statements report the same words."""
    long = min(1.0, math.log1p(min(a.length, b.length)) / math.log1p(LONG))
    score = (
        BIAS
        + COSINE * overlap.cosine
        + (WITHIN + WITHIN_LONG * long) * overlap.within
        + SPEAKER * speaker_agreement(a.speakers, b.speakers)
        + NUMBERS * _shared(a.numbers, b.numbers)
        + NAMES * _shared(a.names, b.names)
        + _day(a.statement.date, b.statement.date)
        + SAME_ARTICLE * (a.place == b.place)
    )
    return 1 / (1 + math.exp(-score))


def speaker_agreement(a: frozenset[str], b: frozenset[str]) -> float:
    """Give 1 for the same speaker, less for names that share words, little where one is unknown, 0 for two others."""
    if not a or not b:
        return UNKNOWN_SPEAKER
    return max(_one_speaker(one.split(), other.split()) for one in a for other in b)


def _one_speaker(a: list[str], b: list[str]) -> float:
    """Compare two folded names or noun phrases.

    >>> _one_speaker(["ông", "fabius"], ["laurent", "fabius"]), _one_speaker(["nga"], ["bộ", "ngoại", "giao", "nga"])
    (0.8, 0.6)
    """
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if not short:
        return UNKNOWN_SPEAKER
    shared = len(set(short) & set(long)) / len(set(short))
    if len(short) > 1 and short[-1] == long[-1] and shared >= 0.5:
        return NEARLY_SPEAKER
    return PARTLY_SPEAKER * shared


def days_differ(a: str | None, b: str | None) -> bool:
    """Say whether two dates cannot be the same day: a month does not differ from its days.

    >>> days_differ("2013-10", "2013-10-22"), days_differ("2013-10-21", "2013-10-22")
    (False, True)
    """
    return bool(a and b) and not (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def _day(a: str | None, b: str | None) -> float:
    if not a or not b:
        return 0.0
    return OTHER_DAY if days_differ(a, b) else SAME_DAY


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that is in the larger; one half, telling nothing, where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.5


def _closest(group: list[int], likeness: dict[tuple[int, int], float]) -> float:
    """Give the lowest of the members' likenesses to their nearest fellow member."""
    if len(group) < 2:
        return 1.0
    nearest = (max(likeness.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group)
    return min(nearest)


def _utterance(story: Story, number: int, members: Sequence[Saying], least: float) -> Utterance:
    evidence = tuple(
        Evidence(saying.reading.article.id, span.start, span.end)
        for saying in members
        for span in saying.statement.content
    )
    statements = [saying.statement for saying in members]
    days = Counter(statement.date for statement in statements if statement.date)
    speakers = Counter(statement.speakers for statement in statements if statement.speakers)
    return Utterance(
        id=f"{story.id}/u{number}",
        statements=tuple(statement.id for statement in statements),
        speakers=speakers.most_common(1)[0][0] if speakers else (),
        date=max(days, key=lambda day: (len(day), days[day])) if days else None,
        via=tuple(dict.fromkeys(statement.via for statement in statements if statement.via)),
        origins=find_origins(story, evidence),
        evidence=evidence,
        because=_because(members, least),
    )


def _because(members: Sequence[Saying], least: float) -> Because:
    if len(members) == 1:
        return Because("no other statement of the story says the same")
    values = (str(len(members)), f"{least:.2f}")
    if len({saying.statement.speakers for saying in members}) == 1:
        return Because("{0} statements of one speaker that say the same (each at least {1} sure with the next)", values)
    return Because(
        "{0} statements that say the same, their speakers named differently (each at least {1} sure with the next)",
        values,
    )
