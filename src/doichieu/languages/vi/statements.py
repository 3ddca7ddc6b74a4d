"""Vietnamese lists and rules for statements."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseStatementRules:
    """See ``contracts/statements.py``."""


RULES = VietnameseStatementRules()
