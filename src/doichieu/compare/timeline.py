"""Timeline: happenings by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Happening, Story


def make_timeline(story: Story) -> tuple[Happening, ...]:
    """Give the story's timeline."""
    del story
    return ()
