"""Sayings: the statements of a story as what can be compared of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Reading, Statement, Story

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement with the text, the numbers and the names of its content."""

    statement: Statement
    reading: Reading
    place: int
    """Number of its reading in the story."""
    text: str
    """The content, its pieces joined by blanks."""
    words: tuple[str, ...]
    """The words of the content, case folded."""
    sentence: int
    """Number of the sentence in which it begins."""
    head: bool
    """Whether it stands in headline or lead, which the body tells again."""
    numbers: frozenset[str]
    names: frozenset[str]
    """Actors named in the content."""
    speakers: frozenset[str]
    """Speakers, folded."""

    @property
    def quoted(self) -> bool:
        """Whether words of it stand between quotation marks."""
        return self.statement.kind != "indirect"

    @property
    def length(self) -> int:
        """Number of words."""
        return len(self.words)


def folded(text: str) -> str:
    """Give the case-folded words of a text, parted by blanks.

    >>> folded("Bộ Y tế, Hà Nội")
    'bộ y tế hà nội'
    """
    return " ".join(_WORD.findall(text.casefold()))


def sayings_of(story: Story) -> list[Saying]:
    """Give the story's statements in the order of the readings and of their texts."""
    return [
        _saying(reading, place, statement)
        for place, reading in enumerate(story.readings)
        for statement in sorted(reading.statements, key=lambda statement: statement.start)
    ]


def _saying(reading: Reading, place: int, statement: Statement) -> Saying:
    text = " ".join(span.of(reading.text) for span in statement.content)
    return Saying(
        statement=statement,
        reading=reading,
        place=place,
        text=text,
        words=tuple(_WORD.findall(text.casefold())),
        sentence=bisect_right(reading.sentences, statement.start, key=lambda sentence: sentence.start),
        head=any(
            zone.kind in {"headline", "lead"} and zone.start <= statement.start < zone.end for zone in reading.zones
        ),
        numbers=frozenset(_NUMBER.findall(text)),
        names=frozenset(
            mention.actor
            for mention in reading.mentions
            if any(span.start <= mention.start < span.end for span in statement.content)
        ),
        speakers=frozenset(folded(name) for name in statement.speakers),
    )
