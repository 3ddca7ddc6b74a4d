"""How likely it is that two figures give the same quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.compare.likeness import Vector, cosine
from doichieu.compare.quantities.values import agree, equal
from doichieu.compare.weights import likely

if TYPE_CHECKING:
    from doichieu.compare.quantities.counted import Count

MODEL = "same_figure"
MANY = 3
"""Twins (figures of one article with one value) from which more say nothing more."""


def likeness(a: Count, b: Count) -> float:
    """Give how likely it is, from 0 to 1, that two figures give the same quantity."""
    return likely(MODEL, features(a, b))


def features(a: Count, b: Count) -> dict[str, float]:
    """Give what speaks for and against two figures giving one quantity."""
    same_value, compatible = equal(a, b), agree(a, b)
    within, is_casualty = a.place == b.place, a.is_casualty and b.is_casualty
    is_first = a.is_first and b.is_first and not within
    twins = a.twins + b.twins - 2 * within
    return {
        "bias": 1.0,
        "equal": same_value,
        "compatible": compatible and not same_value,
        "bounds": compatible and not same_value and (a.high > a.low or b.high > b.low),
        "telling": same_value * min(a.telling, b.telling),
        "without twins": same_value and not within and not twins,
        "twins": same_value * min(twins, MANY) / MANY,
        "what": cosine(a.what, b.what),
        "what, within": _part(a.what, b.what),
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


def _part(a: Vector, b: Vector) -> float:
    """Give how much of the shorter of two vectors of length 1 stands in the longer."""
    short, long = sorted((a, b), key=len)
    return sum(value * value for key, value in short.items() if key in long)


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that is in the larger; one half, telling nothing, where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.5
