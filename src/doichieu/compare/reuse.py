"""Reuse: passages of one article that stand in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Reuse, Story


def find_reuse(story: Story) -> tuple[Reuse, ...]:
    """Give the story's reuse."""
    del story
    return ()
