"""What the statements layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class StatementRules(Protocol):
    """Lists and rules of one language for statements."""
