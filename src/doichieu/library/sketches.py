"""Sketches: what of a reading is needed to find out how near it is to another, in some kilobytes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from doichieu.compare.likeness import Weights
from doichieu.compare.stories.days import Days, days_of, discount, undated
from doichieu.compare.stories.heads import names_in_head
from doichieu.compare.stories.nearness import BOUNDS, LEAST, NAMED, NAMELESS, UNKNOWN
from doichieu.compare.stories.recurrence import NEXT, next_of_its_kind, numbers_of
from doichieu.languages.ngrams import Features
from doichieu.model import Reading

RAREST = 64
"""N-grams under which an article is found: see ``near.TRIED``."""
PILE = 10_000
"""Articles that a library is taken to hold, whatever it does hold: how near two articles are must never change by what
else is there. Sets the discount of articles without a time of publication, as for a pile of so many."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article's n-grams, each once and in order, with weights, the names in its head, its days, its numbers."""

    language: str
    features: Features
    values: NDArray[np.float32]
    """TF-IDF, of length 1, by the language's background alone."""
    heads: Features
    head_values: NDArray[np.float32]
    """Of sum 1."""
    days: Days
    numbers: frozenset[str]

    def rarest(self) -> dict[int, float]:
        """Give the n-grams that say most of what the article is about, with their weights."""
        order = np.sort(np.argsort(-self.values, kind="stable")[:RAREST])
        return dict(zip(self.features[order].tolist(), self.values[order].tolist(), strict=True))


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    language: str
    features: bytes
    values: bytes
    heads: bytes
    named: bytes
    around: bytes
    published: int | None
    year: int | None
    numbers: tuple[str, ...]


def pack(reading: Reading) -> bytes:
    """Give the sketch of a reading as bytes."""
    bare = _weights(reading.article.language)
    features, times = np.unique(np.concatenate(bare.features(reading.text)), return_counts=True)
    values = (1 + np.log(times)) * bare.weigh(features)
    days = days_of(reading)
    packed = _Packed(
        language=reading.article.language,
        features=features.astype("<u4").tobytes(),
        values=(values / (np.sqrt(values @ values) or 1)).astype("<f2").tobytes(),
        heads=np.intersect1d(names_in_head(reading, bare.fold), features).astype("<u4").tobytes(),
        named=days.named.to_bytes(48, "little"),
        around=days.around.to_bytes(48, "little"),
        published=days.published,
        year=days.year,
        numbers=tuple(sorted(numbers_of(reading))),
    )
    return msgspec.msgpack.encode(packed)  # not made smaller: hashes are as good as random


def unpack(content: bytes) -> Sketch:
    """Give the sketch that was packed."""
    packed = msgspec.msgpack.decode(content, type=_Packed)
    heads = np.frombuffer(packed.heads, dtype="<u4").astype(np.uint32)
    head_values = _weights(packed.language).weigh(heads)
    return Sketch(
        packed.language,
        np.frombuffer(packed.features, dtype="<u4").astype(np.uint32),
        np.frombuffer(packed.values, dtype="<f2").astype(np.float32),
        heads,
        head_values / (head_values.sum() or 1),
        Days(
            int.from_bytes(packed.named, "little"),
            int.from_bytes(packed.around, "little"),
            packed.published,
            packed.year,
        ),
        frozenset(packed.numbers),
    )


def nearness(one: Sketch, other: Sketch) -> float:
    """Give how near two articles are, from 0 to about 1.2, as ``compare`` measures it; 0 where little is in common.

    Depends on the two alone, so it holds whatever else comes into the library.
    """
    if one.language != other.language:
        return 0.0
    cosine = _cosine(one, other)
    if cosine < LEAST:
        return 0.0
    named = min(max(NAMELESS + NAMED * _names_shared(one, other), BOUNDS[0]), BOUNDS[1])
    factor = discount(one.days, other.days, undated(PILE))
    if next_of_its_kind(cosine, (one.days, other.days), (one.numbers, other.numbers)):
        factor *= NEXT
    return round(cosine * named * factor, 6)


def _cosine(one: Sketch, other: Sketch) -> float:
    small, large = (one, other) if len(one.features) <= len(other.features) else (other, one)
    if not len(large.features):
        return 0.0
    places, found = _places(small.features, large.features)
    return float(small.values[found].astype(np.float64) @ large.values[places[found]].astype(np.float64))


def _names_shared(one: Sketch, other: Sketch) -> float:
    """Give the mean part of the names in the head of one that stand in the other."""
    parts = [
        float(here.head_values[_places(here.heads, there.features)[1]].sum())
        for here, there in ((one, other), (other, one))
        if len(here.heads)
    ]
    return sum(parts) / len(parts) if parts else UNKNOWN


def _places(wanted: Features, among: Features) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    places = np.minimum(np.searchsorted(among, wanted), len(among) - 1)
    return places, among[places] == wanted


@cache
def _weights(language: str) -> Weights:
    return Weights.of((), language)
