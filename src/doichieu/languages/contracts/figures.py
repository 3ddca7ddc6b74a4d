"""What the figures layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class FigureRules(Protocol):
    """Lists and rules of one language for figures."""
