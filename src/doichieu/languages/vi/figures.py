"""Vietnamese lists and rules for figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseFigureRules:
    """See ``contracts/figures.py``."""


RULES = VietnameseFigureRules()
