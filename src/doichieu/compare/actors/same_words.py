"""Same words: who is meant by "một nhân chứng" where another article gives the very words to somebody by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.compare.actors.offices import with_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.model import Mention, Reading, Statement

Gram = tuple[str, ...]
_WORD = re.compile(r"\w+")
SIZE = 3
"""Words of a gram."""
FEWEST = 5
"""Grams that a statement must have to be known again."""
SHARED = 0.6
"""Part of the grams of the shorter of two statements that both have."""


def with_named_speakers(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give the readings with a person's name for speakers without one whose words another article gives to a person."""
    people = {m.actor for reading in readings for m in reading.mentions if m.type == "PER"}
    actors = {m.actor for reading in readings for m in reading.mentions}
    known = _Known(readings, people)
    return tuple(_with_names(reading, actors, known) for reading in readings)


def _with_names(reading: Reading, actors: set[str], known: _Known) -> Reading:
    """Give the reading with names for the speakers of its statements, and for the sources of the figures in them."""
    named = {
        one.id: known.named(reading, one)
        for one in reading.statements
        if _is_quoted(reading, one) and not set(one.speakers) & actors
    }
    meant = {
        phrase: named[one.id].speakers[0]
        for one in reading.statements
        if one.id in named and named[one.id].speakers != one.speakers
        for phrase in one.speakers
    }
    return replace(
        reading,
        statements=tuple(named.get(one.id, one) for one in reading.statements),
        figures=tuple(with_sources(figure, meant) for figure in reading.figures) if meant else reading.figures,
    )


def _is_quoted(reading: Reading, one: Statement) -> bool:
    """Say whether a statement quotes, and the phrase of its speaker holds no name: somebody's words, not a body's."""
    if one.speaker is None or one.kind == "indirect":
        return one.kind != "indirect"
    first = bisect_left(reading.mentions, one.speaker.start, key=_start)
    return first == len(reading.mentions) or reading.mentions[first].end > one.speaker.end


def _start(mention: Mention) -> int:
    return mention.start


class _Known:
    """The statements of a story that a person makes by name."""

    def __init__(self, readings: Iterable[Reading], people: set[str]) -> None:
        self._said: list[tuple[str, str, int]] = []
        self._with: dict[Gram, list[int]] = defaultdict(list)
        for reading in readings:
            for one in reading.statements:
                if len(one.speakers) == 1 and one.speakers[0] in people:
                    self._add(reading, one)

    def _add(self, reading: Reading, one: Statement) -> None:
        grams = _grams(reading, one)
        if len(grams) >= FEWEST:
            for gram in grams:
                self._with[gram].append(len(self._said))
            self._said.append((reading.article.id, one.speakers[0], len(grams)))

    def named(self, reading: Reading, one: Statement) -> Statement:
        """Give a statement with the one person to whom another article gives its words, as it is if there is none."""
        grams = _grams(reading, one)
        if len(grams) < FEWEST:
            return one
        shared = Counter(number for gram in grams for number in self._with.get(gram, ())[:50])
        speakers = set(self._alike(shared, len(grams), reading.article.id))
        return replace(one, speakers=(speakers.pop(),)) if len(speakers) == 1 else one

    def _alike(self, shared: Counter[int], size: int, article: str) -> Iterator[str]:
        for number, count in shared.items():
            where, speaker, other = self._said[number]
            if where != article and count >= SHARED * min(size, other):
                yield speaker


def _grams(reading: Reading, one: Statement) -> set[Gram]:
    words = [word.lower() for span in one.content for word in _WORD.findall(reading.text[span.start : span.end])]
    return {tuple(words[n : n + SIZE]) for n in range(len(words) - SIZE + 1)}
