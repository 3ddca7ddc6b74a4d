"""Disagreements: where accounts differ, in one place, with the words of every side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from doichieu.compare.amounts import Amount, amounts_of, compatible
from doichieu.compare.likeness import Weights, cosine
from doichieu.model import (
    Because,
    Disagreement,
    DisagreementKind,
    Evidence,
    Happening,
    Quantity,
    Reading,
    Statement,
    Story,
)

Said = dict[str, tuple[Reading, Statement]]
"""The statements of a story by id."""
Account = tuple[Reading, Statement, str]
"""A statement and what it gives: a day, or a speaker."""

SAME_HAPPENING = 0.5
"""Likeness from which two happenings on different days are one, told with different days."""
NEAR_DAYS = 3
"""Days by which accounts of one happening differ: further apart it is another one of its kind."""
_FULL = len("2022-01-09")


def find_disagreements(story: Story) -> tuple[Disagreement, ...]:
    """Give the points on which the accounts differ: numbers, days, speakers, and what one side denies."""
    amounts = amounts_of(story)
    said = {one.id: (reading, one) for reading in story.readings for one in reading.statements}
    return (
        *(found for line in story.quantities if (found := _figure(line, amounts))),
        *_days_of_happenings(story),
        *_utterances(story, said),
        *_denials(story, said),
    )


def _figure(line: Quantity, amounts: dict[str, Amount]) -> Disagreement | None:
    told = [amounts[figure] for figure in line.figures if figure in amounts]
    differing = [one for one in told if not all(compatible(one, other) for other in told)]
    if line.relation == "agree" or not differing:
        return None
    template = "the number for {0} changes from account to account: {1}"
    if line.relation == "conflict":
        template = "the accounts give different numbers for {0}: {1}"
    words = list(dict.fromkeys(one.words for one in differing))
    return Disagreement(
        kind="figure",
        lines=(line.id,),
        evidence=tuple(one.evidence for one in told),
        because=Because(template, (line.about, ", ".join(words))),
    )


def _days_of_happenings(story: Story) -> Iterator[Disagreement]:
    """Give happenings that different articles tell in the same words on days near to each other."""
    weights = Weights.of((), story.readings[0].article.language if story.readings else "")
    days = [(one, weights.vector(one.what)) for one in story.timeline if _day(one.date)]
    for (one, left), (other, right) in combinations(days, 2):
        if _may_be_one(one, other) and cosine(left, right) >= SAME_HAPPENING:
            yield Disagreement(
                kind="day",
                lines=(one.id, other.id),
                evidence=(*one.evidence, *other.evidence),
                because=Because("the accounts give different days for it: {0}", (f"{one.date}, {other.date}",)),
            )


def _may_be_one(one: Happening, other: Happening) -> bool:
    first, second = _day(one.date), _day(other.date)
    if first is None or second is None or not 0 < abs((first - second).days) <= NEAR_DAYS:
        return False
    articles = {words.article for words in one.evidence}
    return articles.isdisjoint(words.article for words in other.evidence)


def _utterances(story: Story, said: Said) -> Iterator[Disagreement]:
    """Give remarks that articles place on different days, or put into the mouths of different people."""
    people = {actor.name for actor in story.actors if actor.type == "PER"}
    for line in story.utterances:
        told = [said[one] for one in line.statements if one in said]
        dated = [(reading, one, one.date or "") for reading, one in told if _day(one.date or "")]
        if found := _differing("day", "the accounts give different days for it: {0}", dated):
            yield found
        voiced = [(reading, one, ", ".join(one.speakers)) for reading, one in told if people.issuperset(one.speakers)]
        voiced = [row for row in voiced if row[2]]
        if found := _differing("attribution", "the accounts give different speakers for it: {0}", voiced):
            yield found


def _differing(kind: DisagreementKind, template: str, told: list[Account]) -> Disagreement | None:
    """Give the disagreement if two articles, each of one mind, give values of which none is in the other."""
    by_article: dict[str, set[str]] = {}
    for reading, _, value in told:
        by_article.setdefault(reading.article.id, set()).add(value)
    if not any(_unlike(one, other) for one, other in combinations(by_article.values(), 2)):
        return None
    return Disagreement(
        kind=kind,
        lines=tuple(one.id for _, one, _ in told),
        evidence=tuple(_words(reading, one) for reading, one, _ in told),
        because=Because(template, (", ".join(sorted({value for _, _, value in told})),)),
    )


def _unlike(one: set[str], other: set[str]) -> bool:
    """Say whether no value of one is in the other, not even as a shorter form of a name."""
    return not any(
        left <= right or right <= left
        for left in (set(value.split()) for value in one)
        for right in (set(value.split()) for value in other)
    )


def _denials(story: Story, said: Said) -> Iterator[Disagreement]:
    for reply in story.replies:
        if reply.how == "denies":
            own = [_words(*said[one]) for one in (reply.source, reply.target) if one in said]
            yield Disagreement(
                kind="denial",
                lines=(reply.source, reply.target),
                evidence=tuple(own) or reply.evidence,
                because=Because("one side denies what the other says"),
            )


def _words(reading: Reading, one: Statement) -> Evidence:
    return Evidence(reading.article.id, one.start, one.end)


def _day(value: str) -> date | None:
    """Give the calendar day of an ISO value; None for a part of a date or one that is on no calendar."""
    if len(value) != _FULL:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
