"""Vietnamese lists and rules for sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseSentenceRules:
    """See ``contracts/sentences.py``."""


RULES = VietnameseSentenceRules()
