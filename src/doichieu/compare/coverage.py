"""Coverage: which outlet tells which line, in the way of most others or differently, and which leaves it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from doichieu.compare.amounts import Amount, amounts_of, compatible
from doichieu.compare.likeness import Vector, Weights, cosine
from doichieu.model import Coverage, Evidence, Happening, LineKind, Quantity, Story, Told, Utterance

Line = Utterance | Quantity | Happening
Telling = dict[str, tuple[Evidence, ...]]
"""The words of each outlet that tells a line."""

COMMON = 0.1
"""Part of the outlets that must tell a line for its absence elsewhere to be an omission; two at the least."""
OTHER_WORDS = 0.1
"""Likeness to the nearest other account under which the same remark is told in quite other words."""


def make_coverage(story: Story) -> tuple[Coverage, ...]:
    """Give how each outlet tells each line; a line that only one outlet tells has just that outlet's row."""
    outlets = {reading.article.id: reading.article.outlet or reading.article.id for reading in story.readings}
    names = sorted(set(outlets.values()))
    least = max(2, round(COMMON * len(names)))
    weights = Weights.of((), story.readings[0].article.language if story.readings else "")
    texts = {reading.article.id: reading.text for reading in story.readings}
    amounts = amounts_of(story)
    rows: list[Coverage] = []
    for kind, line in _lines(story):
        telling = _telling(line, outlets)
        different: set[str] = set()
        if isinstance(line, Quantity):
            different = _other_numbers(line, outlets, amounts)
        elif isinstance(line, Utterance):
            different = _other_words(telling, texts, weights)
        rows += [
            _row(line, kind, name, telling, different) for name in names if name in telling or len(telling) >= least
        ]
    return tuple(rows)


def _lines(story: Story) -> Iterator[tuple[LineKind, Line]]:
    for happening in story.timeline:
        yield "happening", happening
    for quantity in story.quantities:
        yield "quantity", quantity
    for utterance in story.utterances:
        yield "utterance", utterance


def _telling(line: Line, outlets: dict[str, str]) -> Telling:
    telling: Telling = {}
    for words in line.evidence:
        outlet = outlets.get(words.article, words.article)
        telling[outlet] = (*telling.get(outlet, ()), words)
    return telling


def _row(line: Line, kind: LineKind, outlet: str, telling: Telling, different: set[str]) -> Coverage:
    told: Told = "left out" if outlet not in telling else "differently" if outlet in different else "told"
    evidence = telling.get(outlet) or line.evidence[:1]
    return Coverage(outlet=outlet, line=line.id, kind=kind, told=told, evidence=evidence)


def _other_numbers(line: Quantity, outlets: dict[str, str], amounts: dict[str, Amount]) -> set[str]:
    """Give the outlets none of whose numbers goes with the number that most outlets tell, at a tie the first told."""
    told: dict[str, list[Amount]] = {}
    for figure in line.figures:
        amount = amounts.get(figure)
        if amount is not None:
            told.setdefault(outlets.get(amount.article, amount.article), []).append(amount)
    support = Counter(
        candidate
        for candidate in [amount for of_one in told.values() for amount in of_one]
        for of_one in told.values()
        if any(compatible(candidate, amount) for amount in of_one)
    )
    if not support:
        return set()
    most = support.most_common(1)[0][0]
    return {outlet for outlet, of_one in told.items() if not any(compatible(most, amount) for amount in of_one)}


def _other_words(telling: Telling, texts: dict[str, str], weights: Weights) -> set[str]:
    """Give the outlets whose words for a remark are like those of no other outlet."""
    if len(telling) < 2:
        return set()
    vectors = {outlet: weights.vector(_words(evidence, texts)) for outlet, evidence in telling.items()}
    return {outlet for outlet in vectors if _stands_alone(outlet, vectors)}


def _stands_alone(outlet: str, vectors: dict[str, Vector]) -> bool:
    return not any(
        other != outlet and cosine(vectors[outlet], vector) >= OTHER_WORDS for other, vector in vectors.items()
    )


def _words(evidence: tuple[Evidence, ...], texts: dict[str, str]) -> str:
    return " ".join(texts.get(words.article, "")[words.start : words.end] for words in evidence)
