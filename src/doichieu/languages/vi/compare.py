"""Vietnamese lists and rules for compare."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseCompareRules:
    """See ``contracts/compare.py``."""


RULES = VietnameseCompareRules()
