"""Disagreements: where accounts differ, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Disagreement, Story


def find_disagreements(story: Story) -> tuple[Disagreement, ...]:
    """Give the story's disagreements."""
    del story
    return ()
