"""Vietnamese lists and rules for zones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VietnameseZoneRules:
    """See ``contracts/zones.py``."""


RULES = VietnameseZoneRules()
