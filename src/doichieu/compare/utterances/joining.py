"""Utterances: statements that report the same words."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from doichieu.compare.clusters import cluster
from doichieu.compare.overlap import overlaps
from doichieu.compare.refusals import refusals
from doichieu.compare.reuse.origins import find_origins
from doichieu.compare.utterances.likeness import OTHER_SPEAKER, days_differ, same_words, speaker_agreement
from doichieu.compare.utterances.sayings import Saying, sayings_of
from doichieu.compare.utterances.variants import variants_of
from doichieu.model import Because, Evidence, Utterance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.model import Refusal, Story

LEAST = 0.32
"""Likeness at which statements are joined: F1 over pairs, cross-validated by story, is flat from 0.30 to 0.38."""
LEAST_WITHIN = 0.1
"""Pairs that share less are not looked at: everything else agreeing would not bring them to LEAST."""


def join_statements(story: Story, refused: list[Refusal] | None = None) -> tuple[Utterance, ...]:
    """Give the story's utterances: every statement is in exactly one, alone or with those that report the same.

    What was nearly joined is put into ``refused``.
    """
    sayings = sayings_of(story)
    language = story.readings[0].article.language if story.readings else ""
    likeness = {
        (i, j): same_words(sayings[i], sayings[j], overlap)
        for i, j, overlap in overlaps([saying.text for saying in sayings], language, LEAST_WITHIN)
    }
    groups = cluster(len(sayings), likeness, LEAST)
    utterances = tuple(
        _utterance(story, number, [sayings[n] for n in group], _closest(group, likeness))
        for number, group in enumerate(groups)
    )
    if refused is not None:
        refused += refusals(groups, utterances, likeness, LEAST, partial(_refusal, sayings))
    return utterances


def _refusal(sayings: Sequence[Saying], one: int, other: int, score: float) -> Because:
    """Give what parts two statements that are nearly the same."""
    values = (f"{score:.2f}", f"{LEAST:.2f}")
    if score >= LEAST:
        return Because("{0} sure that both say the same, and the others beside them do not", values[:1])
    a, b = sayings[one], sayings[other]
    if speaker_agreement(a.speakers, b.speakers) < OTHER_SPEAKER:
        return Because("only {0} sure that both say the same ({1} joins): other speakers", values)
    if days_differ(a.statement.date, b.statement.date):
        return Because("only {0} sure that both say the same ({1} joins): other days", values)
    if a.place == b.place:
        return Because("only {0} sure that both say the same ({1} joins): two remarks in one article", values)
    return Because("only {0} sure that both say the same ({1} joins): too few words in common", values)


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
        variants=variants_of(members),
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
