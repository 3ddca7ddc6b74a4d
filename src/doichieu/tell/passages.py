"""Passages: the sentences of a story that could stand in its summary, and what makes one central."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from doichieu.languages import pack_of
from doichieu.languages.ngrams import features_of, no_background, place_of, words_of
from doichieu.model import REPORT_ZONES, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from doichieu.model import Reading, Story

MOST = 4000
"""Passages compared with each other; of a larger story, the first ones of each article."""
SHORTEST = 4
"""Words of the shortest passage: what is shorter is a heading or a leftover."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of the report."""

    place: int
    """Number of its article in the story."""
    number: int
    """0 for the first sentence behind the headline."""
    zone: str
    span: Span
    text: str
    words: tuple[str, ...]
    """Folded."""
    depth: float
    """Where it begins in its article, 0 to 1."""
    sentences: int
    """How many sentences its article has."""

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """The pairs of neighbouring words."""
        return set(zip(self.words, self.words[1:], strict=False))


def passages_of(story: Story) -> list[Passage]:
    """Give the story's passages in the order of its readings; headlines are none."""
    most = max(1, MOST // max(1, len(story.readings)))
    found = [passage for n, reading in enumerate(story.readings) for passage in list(_passages(n, reading))[:most]]
    return found[:MOST]


def headline_of(reading: Reading) -> Span:
    """Give the headline of an article; where it has none, its first sentence of report, else its first line."""
    for zone in reading.zones:
        if zone.kind == "headline":
            return Span(zone.start, zone.end)
    report = [zone for zone in reading.zones if zone.kind in REPORT_ZONES]
    for sentence in reading.sentences:
        if any(zone.start <= sentence.start < zone.end for zone in report[:1]) or not reading.zones:
            return sentence
    return Span(0, len(reading.text.split("\n", 1)[0]))


def _passages(place: int, reading: Reading) -> Iterator[Passage]:
    pack = pack_of(reading.article.language)
    fold = pack.compare.fold if pack else str.casefold
    zones = sorted((zone.start, zone.kind) for zone in reading.zones)
    number = 0
    for sentence in reading.sentences:
        zone = bisect_right(zones, sentence.start, key=lambda item: item[0]) - 1
        kind = zones[zone][1] if zone >= 0 else "body"
        if kind in REPORT_ZONES and kind != "headline":
            text = " ".join(sentence.of(reading.text).split())
            words = tuple(fold(word) for word in words_of(text))
            depth = sentence.start / max(1, len(reading.text))
            if len(words) >= SHORTEST:
                yield Passage(
                    place=place, number=number, zone=kind, span=sentence, text=text, words=words, depth=depth,
                    sentences=len(reading.sentences),
                )  # fmt: skip
            number += 1


@dataclass(frozen=True, slots=True)
class Nearness:
    """Cosines: how alike the passages, as rows, are to what else the story holds."""

    passages: NDArray[np.float32]
    """With each other."""
    articles: NDArray[np.float32]
    """With the whole articles."""
    headlines: NDArray[np.float32]
    """With the headlines."""
    headlines_articles: NDArray[np.float32]
    """Cosines of the headlines, as rows, with the articles."""


def nearness_of(story: Story, passages: Sequence[Passage]) -> Nearness:
    """Give the TF-IDF cosines that tell how central passages and headlines are."""
    readings = story.readings
    language = readings[0].article.language if readings else ""
    texts = [passage.text for passage in passages]
    articles = [reading.text for reading in readings]
    headlines = [headline_of(reading).of(reading.text) for reading in readings]
    vectors = _vectors([*texts, *articles, *headlines], language)
    first, second = len(texts), len(texts) + len(articles)
    own, whole, heads = vectors[:first], vectors[first:second], vectors[second:]
    return Nearness(*(_cosines(a, b) for a, b in ((own, own), (own, whole), (own, heads), (heads, whole))))


def _cosines(a: csr_matrix, b: csr_matrix) -> NDArray[np.float32]:
    cosines: NDArray[np.float32] = (a @ b.T).toarray()
    return cosines


def _vectors(texts: Sequence[str], language: str) -> csr_matrix:
    """Give a row of length 1 for each text: TF-IDF of its words and word pairs, with logarithmic counts."""
    pack = pack_of(language)
    fold = pack.compare.fold if pack else str.casefold
    ground = pack.compare.background() if pack else no_background()
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        features, times = np.unique(np.concatenate(features_of(words_of(text), fold)), return_counts=True)
        counts = np.maximum(ground.counts[place_of(features)], 1.0)
        weights = (1 + np.log(times)) * np.log(np.maximum((ground.articles + 1) / counts, 1.01))
        rows.append(np.full(len(features), row))
        columns.append(features)
        values.append(weights / max(float(np.sqrt(weights @ weights)), 1e-9))
    if not rows:
        return csr_matrix((0, 0), dtype=np.float32)
    terms, places = np.unique(np.concatenate(columns), return_inverse=True)
    data = np.concatenate(values).astype(np.float32)
    return csr_matrix((data, (np.concatenate(rows), places)), shape=(len(texts), len(terms)))
