"""Origins: in how many independent places a line comes from, as against how many outlets print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from doichieu.compare.reuse.credits import credited_by, credited_for, is_outlet, sentence_of
from doichieu.languages import pack_of
from doichieu.languages.ngrams import words_of
from doichieu.model import Because, Evidence, Origin, Reading, Reuse, Span, Story

COVERED = 0.5
"""Part of a line's words in an article that a copied passage must hold for the line to be copied."""
SAME_WORDS = 6
"""Words of a sentence from which two that are equal to the letter are one and not chance."""


@dataclass(frozen=True, slots=True)
class _Index:
    """What the lines of one story are looked up in."""

    readings: dict[str, Reading]
    reuses: dict[str, list[Reuse]]
    credited: dict[str, frozenset[str]]
    outlets: dict[str, frozenset[str]]
    """For each name that an article credits the articles of the outlet of that name."""
    first: dict[str, str]
    """For each article the first one with the same text."""


@dataclass(frozen=True, slots=True, eq=False)
class _Notes:
    """Notes of a story as a key: the same tuples, by identity, are the same notes, since nothing changes them."""

    readings: tuple[Reading, ...]
    reuses: tuple[Reuse, ...]

    def __hash__(self) -> int:
        return id(self.readings) ^ id(self.reuses)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Notes) and self.readings is other.readings and self.reuses is other.reuses


def find_origins(story: Story, evidence: tuple[Evidence, ...]) -> tuple[Origin, ...]:
    """Give the independent origins of a line that rests on ``evidence``: articles that copy one another are one.

    ``story`` needs its readings and its reuses.
    """
    index = _index(_Notes(story.readings, story.reuses))
    articles = sorted({words.article for words in evidence})
    shared = _Sets(articles)
    credited = {article: _credits(index, article, evidence) for article in articles}
    for words in sorted(evidence):
        for key in _keys(index, words):
            shared.join(key, words.article)
    copied = {article: shared.top(article) for article in articles}
    for article in articles:
        for name in sorted(credited[article]):
            shared.join(f"credit {name}", article)
            for other in index.outlets.get(name, frozenset()) & set(articles):
                shared.join(other, article)
    return tuple(_origin(group, copied, credited) for group in shared.groups(articles))


class _Sets:
    """Things that belong together, through whatever chain."""

    def __init__(self, things: list[str]) -> None:
        self._above = {thing: thing for thing in things}

    def top(self, thing: str) -> str:
        """Give the thing that stands for all that belong together with ``thing``."""
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            above = self._above[above]
        self._above[thing] = above
        return above

    def join(self, one: str, other: str) -> None:
        """Say that two things belong together."""
        first, second = sorted((self.top(one), self.top(other)))
        self._above[second] = first

    def groups(self, things: list[str]) -> list[list[str]]:
        """Give the things in groups that belong together, in their own order."""
        found: dict[str, list[str]] = {}
        for thing in things:
            found.setdefault(self.top(thing), []).append(thing)
        return list(found.values())


@lru_cache(maxsize=2)
def _index(notes: _Notes) -> _Index:
    reuses: dict[str, list[Reuse]] = {}
    for reuse in notes.reuses:
        reuses.setdefault(reuse.target.article, []).append(reuse)
        reuses.setdefault(reuse.source.article, []).append(reuse)
    readings = {reading.article.id: reading for reading in notes.readings}
    credited = {article: credited_by(reading) for article, reading in readings.items()}
    texts: dict[str, str] = {}
    first = {article: texts.setdefault(" ".join(words_of(one.text)), article) for article, one in readings.items()}
    return _Index(readings, reuses, credited, _outlets(readings, credited), first)


def _outlets(readings: dict[str, Reading], credited: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    names = sorted(frozenset().union(*credited.values()))
    return {
        name: frozenset(article for article, reading in readings.items() if is_outlet(name, reading)) for name in names
    }


def _keys(index: _Index, words: Evidence) -> Iterator[str]:
    """Give what other words of the same line share with these when one was copied from the other."""
    for reuse in index.reuses.get(words.article, ()):
        side = reuse.target if reuse.target.article == words.article else reuse.source
        if _common(side, words) >= COVERED * (words.end - words.start):
            # The source's article stands for the passage: all that took this line's words from it meet there.
            yield f"from {reuse.source.article}"
    reading = index.readings.get(words.article)
    if reading is not None:
        yield f"text of {index.first[words.article]}"
        sentence = _folded(reading, sentence_of(reading, words.start, words.end))
        if sentence:
            yield f"words {sentence}"


def _folded(reading: Reading, span: Span) -> str:
    pack = pack_of(reading.article.language)
    words = words_of(span.of(reading.text))
    if len(words) < SAME_WORDS:
        return ""
    return " ".join(map(pack.compare.fold if pack else str.casefold, words))


def _common(one: Evidence, other: Evidence) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _credits(index: _Index, article: str, evidence: tuple[Evidence, ...]) -> frozenset[str]:
    """Give whom an article credits for a line: in its sentences, or else as a whole."""
    reading = index.readings.get(article)
    if reading is None:
        return frozenset()
    own = [credited_for(reading, words.start, words.end) for words in evidence if words.article == article]
    return frozenset().union(*own) or index.credited[article]


def _origin(articles: list[str], copied: dict[str, str], credited: dict[str, frozenset[str]]) -> Origin:
    names = frozenset.intersection(*(credited[article] for article in articles))
    if names:
        because = Because("credits {0}", (", ".join(sorted(names)),))
    elif len(articles) == 1:
        because = Because("tells it in words of its own")
    elif len({copied[article] for article in articles}) == 1:
        because = Because("the same words in {0}", (", ".join(articles),))
    else:
        because = Because("the same words in some of {0}, the same source credited in others", (", ".join(articles),))
    return Origin(articles=tuple(articles), because=because)
