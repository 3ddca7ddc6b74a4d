"""Vietnamese lists and rules for times."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseTimeRules:
    """See ``contracts/times.py``."""


RULES = VietnameseTimeRules()
