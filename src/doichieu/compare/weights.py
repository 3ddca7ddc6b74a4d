"""Weights of the logistic models of this stage, in text files; ``benchmarks/train_compare.py`` fits such weights."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from doichieu.languages.lists import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


def likely(name: str, features: Mapping[str, float]) -> float:
    """Give the probability, from 0 to 1, that the model ``name`` gives to features."""
    weights = _weights(name)
    score = sum(weights[feature] * value for feature, value in features.items() if value)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights(name: str) -> dict[str, float]:
    return {row[0]: float(row[1]) for row in rows(__package__, f"{name}.txt")}
