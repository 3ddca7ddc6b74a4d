"""What the zones layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class ZoneRules(Protocol):
    """Lists and rules of one language for zones."""
