"""Quantities: figures that give the same number, and whether they agree."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from doichieu.compare.clusters import cluster
from doichieu.compare.quantities.counted import counts_of
from doichieu.compare.quantities.likeness import likeness
from doichieu.compare.quantities.pairs import candidate_pairs
from doichieu.compare.quantities.relations import because_of, relation_of
from doichieu.compare.quantities.values import agree
from doichieu.compare.refusals import refusals
from doichieu.compare.reuse.origins import find_origins
from doichieu.model import Because, Evidence, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.compare.quantities.counted import Count
    from doichieu.model import Refusal, Story

LEAST = 0.3
"""Likeness at which figures are joined: F1 over pairs is flat from 0.3 to 0.4, where precision and recall cross."""


def join_figures(story: Story, refused: list[Refusal] | None = None) -> tuple[Quantity, ...]:
    """Give the story's quantities: every figure is in exactly one, alone or with those that give the same.

    What was nearly joined is put into ``refused``.
    """
    counts = counts_of(story)
    scores = {(i, j): likeness(counts[i], counts[j]) for i, j in candidate_pairs(counts)}
    groups = cluster(len(counts), scores, LEAST)
    quantities = tuple(
        _quantity(story, number, [counts[place] for place in group], _least(group, scores))
        for number, group in enumerate(groups)
    )
    if refused is not None:
        refused += refusals(groups, quantities, scores, LEAST, partial(_refusal, counts))
    return quantities


def _refusal(counts: Sequence[Count], one: int, other: int, score: float) -> Because:
    """Give what parts two figures that are nearly of one quantity."""
    values = (f"{score:.2f}", f"{LEAST:.2f}")
    if score >= LEAST:
        return Because("{0} sure that both count the same, and the others beside them do not", values[:1])
    a, b = counts[one], counts[other]
    if not agree(a, b):
        return Because("only {0} sure that both count the same ({1} joins): other numbers", values)
    if a.place == b.place:
        return Because("only {0} sure that both count the same ({1} joins): two figures of one article", values)
    return Because("only {0} sure that both count the same ({1} joins): told in other words", values)


def _least(group: list[int], scores: dict[tuple[int, int], float]) -> float:
    """Give the lowest of the members' likenesses to their nearest fellow member."""
    if len(group) < 2:
        return 1.0
    return min(max(scores.get((min(i, j), max(i, j)), 0.0) for j in group if j != i) for i in group)


def _quantity(story: Story, number: int, members: Sequence[Count], least: float) -> Quantity:
    evidence = tuple(Evidence(one.reading.article.id, one.figure.start, one.figure.end) for one in members)
    relation = relation_of(members)
    kinds = Counter(one.figure.kind for one in members)
    return Quantity(
        id=f"{story.id}/q{number}",
        about=_about(members),
        kind=max(kinds, key=lambda kind: (kinds[kind], kind != "people")),
        figures=tuple(one.figure.id for one in members),
        relation=relation,
        origins=find_origins(story, evidence),
        evidence=evidence,
        because=because_of(members, relation, least),
    )


def _about(members: Sequence[Count]) -> str:
    """Give what most members say they count; of equally frequent ones the shortest that is no single word."""
    told = Counter(one.figure.what for one in members if one.figure.what)
    if not told:
        return ""
    return min(told, key=lambda what: (-told[what], " " not in what, len(what), what))
