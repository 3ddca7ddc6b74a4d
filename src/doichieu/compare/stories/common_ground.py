"""Common ground: the names, words and days that articles of one story share, as the reasons why they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from doichieu.compare.likeness import Weights
from doichieu.languages.ngrams import features_of, words_of
from doichieu.model import Because, Reading, TimeExpression

SHOWN = 5
"""Names, words or days that a reason lists."""


def common_ground(readings: Sequence[Reading], weights: Weights) -> tuple[Because, ...]:
    """Give what most of the readings share, never nothing."""
    if len(readings) == 1:
        return (Because("tells of the same as no other article"),)
    names = _most([{mention.actor for mention in reading.mentions} for reading in readings], weights)
    words = [] if names else _most([set(words_of(reading.text)) for reading in readings], weights)
    days = _most([{time.value[:10] for time in reading.times if _is_day(time)} for reading in readings], None)
    reasons = (
        ("most of the articles name {0}", names),
        ("most of the articles have the words {0}", words),
        ("most of the articles speak of {0}", days),
    )
    found = tuple(Because(template, (", ".join(values),)) for template, values in reasons if values)
    return found or (Because("the articles have many rare words in common"),)


def _is_day(time: TimeExpression) -> bool:
    """Say whether a time is a day, or a time of day, of a known year."""
    return time.type in {"DATE", "TIME"} and len(time.value) >= len("2022-01-06") and time.value[:4].isdecimal()


def _most(sets: list[set[str]], weights: Weights | None) -> list[str]:
    """Give the heaviest of what more than half of the sets hold (both, of two)."""
    counts = Counter(item for one in sets for item in sorted(one))
    least = len(sets) // 2 + 1
    shared = [item for item, count in counts.items() if count >= least]
    weight = dict(zip(shared, _weights(shared, weights), strict=True))
    return sorted(shared, key=lambda item: (-counts[item] * weight[item], item))[:SHOWN]


def _weights(items: list[str], weights: Weights | None) -> list[float]:
    """Give the weight of the rarest word of each item; 1 without weights."""
    if weights is None:
        return [1.0] * len(items)
    words = [words_of(item) for item in items]
    single, _ = features_of([word for of_one in words for word in of_one], weights.fold)
    values = iter(weights.weigh(single).tolist())
    return [max((next(values) for _ in of_one), default=0.0) for of_one in words]
