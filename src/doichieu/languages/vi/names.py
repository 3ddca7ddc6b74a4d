"""Vietnamese lists and rules for names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseNameRules:
    """See ``contracts/names.py``."""


RULES = VietnameseNameRules()
