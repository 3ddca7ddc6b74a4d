"""What the compare layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class CompareRules(Protocol):
    """Lists and rules of one language for compare."""
