"""Counted: the figures of a story as what can be compared of them."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from doichieu.compare.likeness import Vector, Weights
from doichieu.compare.quantities.values import digits_of
from doichieu.languages import pack_of
from doichieu.model import Mention, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.languages.contracts.figures import FigureRules
    from doichieu.model import Figure, Reading, Spanned, Story

Note = TypeVar("Note", Mention, TimeExpression)

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 90
"""Code points on either side of a figure that tell what it is about."""
_CASUALTIES = frozenset({"killed", "injured", "missing", "detained", "deployed", "displaced"})
"""Kinds of which accounts give growing or differing numbers of one and the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure with its unit, its noun, and the words, names and days around it."""

    figure: Figure
    reading: Reading
    place: int
    """Number of its reading in the story."""
    sentence: Span
    low: float
    """The value in the canonical unit; ``high`` likewise, the same as ``low`` where there is no range."""
    high: float
    unit: str
    """Canonical unit, "" for what is counted in nouns."""
    noun: frozenset[str]
    """Folded words of the counted noun, as far as they stand in the figure's span."""
    what: Vector
    near: Vector
    is_first: bool
    """Whether no figure of its kind, with another value, stands ahead of it in its article."""
    twins: int
    """Other figures of its article with the same value and unit."""
    names: frozenset[str]
    days: frozenset[str]

    @property
    def is_casualty(self) -> bool:
        """Say whether it counts people to whom something happened."""
        return self.figure.kind in _CASUALTIES

    @property
    def telling(self) -> float:
        """Give how little likely it is, from 0 to 1, that another quantity has the same number by chance."""
        size = max(0.0, math.log10(max(self.figure.value, 1.0)) - 0.5) / 2
        return min(1.0, (digits_of(self.figure.value) - 1 + size) / 3)

    @property
    def figure_text(self) -> str:
        """Give the figure's words."""
        return self.reading.text[self.figure.start : self.figure.end]


def counts_of(story: Story) -> list[Count]:
    """Give the story's figures in the order of the readings and of their texts."""
    if not any(reading.figures for reading in story.readings):
        return []
    language = story.readings[0].article.language
    weights = Weights.of((reading.text for reading in story.readings), language)
    return [count for place, reading in enumerate(story.readings) for count in _counts_in(reading, place, weights)]


def _counts_in(reading: Reading, place: int, weights: Weights) -> list[Count]:
    first: dict[tuple[str, str], float] = {}
    counts = []
    for figure in sorted(reading.figures, key=lambda figure: figure.start):
        count = _count(reading, place, figure, weights)
        same = (figure.kind, count.unit or " ".join(sorted(count.noun)))
        if count.is_casualty:
            same = (figure.kind, "")
        is_first = first.setdefault(same, count.low) == count.low
        counts.append(replace(count, is_first=is_first))
    values = Counter((count.low, count.unit) for count in counts)
    return [replace(count, twins=values[count.low, count.unit] - 1) for count in counts]


def _count(reading: Reading, place: int, figure: Figure, weights: Weights) -> Count:
    text = reading.text
    sentence = sentence_at(reading, figure.start)
    start, end = max(sentence.start, figure.start - _NEAR), min(sentence.end, figure.end + _NEAR)
    unit, factor, noun = _unit(text[figure.start : figure.end], reading.article.language, weights)
    return Count(
        figure=figure,
        reading=reading,
        place=place,
        sentence=sentence,
        low=figure.value * factor,
        high=(figure.value if figure.high is None else figure.high) * factor,
        unit=unit,
        noun=noun,
        what=weights.vector(figure.what),
        is_first=False,
        twins=0,
        near=weights.vector(f"{text[start : figure.start]} {text[figure.end : end]}"),
        names=frozenset(mention.actor for mention in _inside(reading.mentions, start, end)),
        days=frozenset(time.value for time in _inside(reading.times, *sentence) if time.type in ("DATE", "TIME")),
    )


def sentence_at(reading: Reading, offset: int) -> Span:
    """Give the sentence at an offset; where sentences are not known, the line."""
    place = bisect_right(reading.sentences, offset, key=_start) - 1
    if place >= 0 and offset < reading.sentences[place].end:
        return reading.sentences[place]
    start = reading.text.rfind("\n", 0, offset) + 1
    end = reading.text.find("\n", offset)
    return Span(start, len(reading.text) if end < 0 else end)


def _unit(words: str, language: str, weights: Weights) -> tuple[str, float, frozenset[str]]:
    """Give canonical unit, factor to it and folded noun of a figure's words."""
    pack = pack_of(language)
    rules: FigureRules | None = pack.figures if pack else None
    amounts = rules.amounts(words) if rules else ()
    if rules is None or not amounts:
        return "", 1.0, frozenset()
    if amounts[0].shape == "score":
        return f"{amounts[0].value:g}-{amounts[0].high:g}", 1.0, frozenset()
    unit = rules.unit_after(words, amounts[0]) or rules.unit_before(words, amounts[0])
    if unit:
        return unit.name, unit.factor, frozenset()
    noun = _WORD.findall(words[amounts[0].end :])
    if noun and rules.fold(noun[0]) in rules.words.times_words:
        return rules.fold(noun[0]), 1.0, frozenset()
    return "", 1.0, frozenset(weights.fold(word) for word in noun)


def _inside(notes: Sequence[Note], start: int, end: int) -> list[Note]:
    first = bisect_left(notes, start, key=_start)
    last = bisect_left(notes, end, key=_start)
    return [note for note in notes[first:last] if note.end <= end]


def _start(note: Spanned) -> int:
    return note.start
