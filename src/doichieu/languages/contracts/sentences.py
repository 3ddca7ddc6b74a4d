"""What the sentences layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class SentenceRules(Protocol):
    """Lists and rules of one language for sentences."""
