"""What the names layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class NameRules(Protocol):
    """Lists and rules of one language for names."""
