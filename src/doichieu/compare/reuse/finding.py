"""Reuse: passages of one article that stand in another, copied or reworked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from doichieu.compare.likeness import Weights
from doichieu.compare.reuse.credits import credited_by, is_outlet
from doichieu.compare.reuse.passages import SEED, Passage, Seed, Words, likeness, passages, places_of, words_in
from doichieu.model import Because, Evidence, Reading, Reuse, Span, Story

LEAST_WORDS = 12
"""Matched words, quotations that both have left out, from which a passage counts."""
LEAST_IN_ALL = 20
"""Matched words of all passages of two articles: fewer are a title or the definition of a body that both give."""
LEAST_WEIGHT = 3.6
"""Mean weight of the matched words' pairs under which a passage is made of phrases that all outlets use."""
COPIED = 0.9
REWORKED = 0.5
"""Share of equal words from which a passage is a copy, or a rework, of another."""
SOURCES = 8
"""Articles that are tried as the source of one: those that share most with it."""
NEW = 0.5
"""Part of a passage that must not have been found in a better source before."""


@dataclass(frozen=True, slots=True)
class _Text:
    reading: Reading
    words: Words
    places: dict[Seed, list[int]]
    credited: frozenset[str]


def find_reuse(story: Story) -> tuple[Reuse, ...]:
    """Give, for each article, its passages that stand in articles told before it; each from its best source."""
    if len(story.readings) < 2:
        return ()
    weights = Weights.of((), story.readings[0].article.language)
    texts: list[_Text] = []
    holders: dict[Seed, list[int]] = {}
    found: list[Reuse] = []
    for number, reading in enumerate(story.readings):
        words = words_in(reading, weights.fold)
        target = _Text(reading, words, places_of(words), credited_by(reading))
        sources = [texts[one] for one in _sources(target, holders)]
        found += _from_all(sources, target, weights)
        texts.append(target)
        for seed in target.places:
            holders.setdefault(seed, []).append(number)
    return tuple(sorted(found, key=lambda reuse: (reuse.target, reuse.source)))


def _sources(target: _Text, holders: dict[Seed, list[int]]) -> list[int]:
    """Give the earlier articles that share most seeds with an article."""
    shared: Counter[int] = Counter()
    for seed in target.places:
        # A seed that very many articles share tells little more from the 50th on.
        shared.update(holders.get(seed, ())[:50])
    enough = [(number, count) for number, count in shared.items() if count > LEAST_WORDS // SEED]
    return [number for number, _ in sorted(enough, key=lambda pair: (-pair[1], pair[0]))[:SOURCES]]


def _from_all(sources: list[_Text], target: _Text, weights: Weights) -> list[Reuse]:
    taken = bytearray(len(target.words.forms))
    found: list[Reuse] = []
    for source in sources:
        good = []
        for passage in passages(source.words, target.words, source.places):
            start, end = passage.target
            if sum(taken[start:end]) <= (1 - NEW) * (end - start) and _counts(source, target, passage, weights):
                taken[start:end] = b"\x01" * (end - start)
                good.append(passage)
        if sum(passage.matched for passage in good) >= LEAST_IN_ALL:
            found += [_reuse(source, target, passage) for passage in good]
    return found


def _counts(source: _Text, target: _Text, passage: Passage, weights: Weights) -> bool:
    """Say whether a passage is long, rare and alike enough."""
    if passage.matched - passage.quoted < LEAST_WORDS or likeness(source.words, target.words, passage) < REWORKED:
        return False
    text = target.reading.text[_span(target, passage.target).start : _span(target, passage.target).end]
    return float(weights.weigh(weights.features(text)[1]).mean()) >= LEAST_WEIGHT


def _reuse(source: _Text, target: _Text, passage: Passage) -> Reuse:
    alike = likeness(source.words, target.words, passage)
    here = _evidence(source, passage.source)
    there = _evidence(target, passage.target)
    turned, reason = _direction(source, target)
    return Reuse(
        kind="copied" if alike >= COPIED else "reworked",
        source=there if turned else here,
        target=here if turned else there,
        likeness=round(alike, 3),
        because=Because(reason, (str(passage.matched),)),
    )


def _direction(first: _Text, second: _Text) -> tuple[bool, str]:
    """Say whether the first of two took it from the second, and why."""
    left, right = first.reading.article, second.reading.article
    if any(is_outlet(name, second.reading) for name in first.credited):
        return True, "{0} words in the same order; it credits the other"
    if any(is_outlet(name, first.reading) for name in second.credited):
        return False, "{0} words in the same order; it credits the other"
    if left.published and right.published and left.published != right.published:
        return False, "{0} words in the same order; it was published later"
    reason = "{0} words in the same order; no time tells, and it is the shorter article"
    return len(second.words.forms) > len(first.words.forms), reason


def _evidence(text: _Text, words: Span) -> Evidence:
    span = _span(text, words)
    return Evidence(text.reading.article.id, span.start, span.end)


def _span(text: _Text, words: Span) -> Span:
    return Span(text.words.spans[words.start].start, text.words.spans[words.end - 1].end)
