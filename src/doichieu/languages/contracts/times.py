"""What the times layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class TimeRules(Protocol):
    """Lists and rules of one language for times."""
