"""How likely it is that two figures give the same quantity."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from doichieu.compare.likeness import cosine
from doichieu.compare.quantities.values import agree, equal

if TYPE_CHECKING:
    from doichieu.compare.quantities.counted import Count

WEIGHTS = {
    "bias": -3.6,
    "equal": 1.0,
    "compatible": 0.8,
    "bounds": -1.4,
    "telling": 2.0,
    "what": 2.1,
    "context": 1.2,
    "noun": 0.3,
    "kind": 1.5,
    "names": 0.7,
    "same day": 0.5,
    "other day": -0.4,
    "same article": -0.2,
    "same sentence": -1.0,
    "casualties": 1.0,
    "casualties that differ": 0.5,
    "first of both": 1.2,
    "first of both, differing": -1.7,
    "first tolls, differing": 0.7,
}
"""Weights of a logistic model over the 750 pairs of figures of 20 annotated stories that are looked at
(``quantities/pairs.py``; docs/comparing/quantities.md): on the 20 others it finds the pairs with F1 0.78.
``first tolls, differing`` is set by hand: the stories hold four such pairs, two of them one quantity, while the first
tolls of two accounts of one event hardly ever count different people."""


def likeness(a: Count, b: Count) -> float:
    """Give how likely it is, from 0 to 1, that two figures give the same quantity."""
    score = sum(WEIGHTS[name] * value for name, value in features(a, b).items())
    return 1 / (1 + math.exp(-score))


def features(a: Count, b: Count) -> dict[str, float]:
    """Give what speaks for and against two figures giving one quantity."""
    same_value, compatible = equal(a, b), agree(a, b)
    within, is_casualty = a.place == b.place, a.is_casualty and b.is_casualty
    is_first = a.is_first and b.is_first and not within
    return {
        "bias": 1.0,
        "equal": same_value,
        "compatible": compatible and not same_value,
        "bounds": compatible and not same_value and (a.high > a.low or b.high > b.low),
        "telling": same_value * min(a.telling, b.telling),
        "what": cosine(a.what, b.what),
        "context": cosine(a.near, b.near),
        "noun": _shared(a.noun, b.noun),
        "kind": a.figure.kind == b.figure.kind,
        "names": _shared(a.names, b.names),
        "same day": bool(a.days & b.days),
        "other day": bool(a.days and b.days and not a.days & b.days),
        "same article": within,
        "same sentence": within and a.sentence == b.sentence,
        "casualties": a.is_casualty and same_value,
        "casualties that differ": is_casualty and not compatible,
        "first of both": is_first and compatible,
        "first of both, differing": is_first and not compatible and not is_casualty,
        "first tolls, differing": is_first and not compatible and is_casualty,
    }


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that is in the larger; one half, telling nothing, where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.5
