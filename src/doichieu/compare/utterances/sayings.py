"""Sayings: the statements of a story as what can be compared of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    length: int
    """Words."""
    numbers: frozenset[str]
    names: frozenset[str]
    """Actors named in the content."""
    speakers: frozenset[str]
    """Speakers, folded."""
    titles: frozenset[str]
    """Folded words by which its speakers are known: names, the words of its sentence, all their roles in the story."""
    at_head: bool
    """Whether it stands in the headline or the lead."""


def folded(text: str) -> str:
    """Give the case-folded words of a text, parted by blanks.

    >>> folded("Bộ Y tế, Hà Nội")
    'bộ y tế hà nội'
    """
    return " ".join(_WORD.findall(text.casefold()))


def sayings_of(story: Story) -> list[Saying]:
    """Give the story's statements in the order of the readings and of their texts."""
    roles = {actor.name: [folded(role.text) for role in actor.roles] for actor in story.actors}
    return [
        _saying(reading, place, statement, roles)
        for place, reading in enumerate(story.readings)
        for statement in sorted(reading.statements, key=lambda statement: statement.start)
    ]


def _saying(reading: Reading, place: int, statement: Statement, roles: Mapping[str, list[str]]) -> Saying:
    text = " ".join(span.of(reading.text) for span in statement.content)
    return Saying(
        statement=statement,
        reading=reading,
        place=place,
        text=text,
        length=len(_WORD.findall(text)),
        numbers=frozenset(_NUMBER.findall(text)),
        names=frozenset(
            mention.actor
            for mention in reading.mentions
            if any(span.start <= mention.start < span.end for span in statement.content)
        ),
        speakers=frozenset(folded(name) for name in statement.speakers),
        titles=_titles(reading, statement, roles),
        at_head=any(
            zone.kind in ("headline", "lead") and zone.start <= statement.start < zone.end for zone in reading.zones
        ),
    )


def _titles(reading: Reading, statement: Statement, roles: Mapping[str, list[str]]) -> frozenset[str]:
    phrases = [folded(name) for name in statement.speakers]
    phrases += [role for name in statement.speakers for role in roles.get(name, ())]
    if statement.speaker:
        phrases.append(folded(statement.speaker.of(reading.text)))
    return frozenset(word for phrase in phrases for word in phrase.split())
