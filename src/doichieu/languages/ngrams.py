"""N-grams: the words and word pairs of a text as numbers, and in how many articles of a language each one stands."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from doichieu.languages.lists import rows
from doichieu.model import Span

Fold = Callable[[str], str]
"""Gives one form for all spellings of a word."""
Features = NDArray[np.uint32]
"""N-grams as hashes that are the same in every process."""

_WORD = re.compile(r"\d+(?:[.,]\d+){0,8}|[^\W\d_]+")
_FIRST = np.uint32(0x9E3779B1)
_SECOND = np.uint32(0x85EBCA6B)
_DECOMPOSED_WORD = re.compile(r"\d+(?:[.,]\d+){0,8}|(?:[^\W\d_]|[\u0300-\u036f])+")
BITS = 21
"""Two million places: at 215,000 n-grams counted, one unknown n-gram in ten is taken for a rare known one."""
STEPS = 8
"""Steps of the stored logarithm for each doubling of a count: within 5% of the count."""


@dataclass(frozen=True, slots=True)
class Background:
    """How many of ``articles`` news articles hold each n-gram, by ``place_of`` it."""

    articles: int
    counts: NDArray[np.float32]


def words_of(text: str) -> list[str]:
    """Give the words (or syllables) and numbers of a text.

    >>> words_of("Hơn 8.000 người, theo TASS.")
    ['Hơn', '8.000', 'người', 'theo', 'TASS']
    """
    return _WORD.findall(text)


def spans_of_words(text: str) -> list[Span]:
    """Give where the words of a text stand, whether its letters are composed or not."""
    return [Span(*match.span()) for match in _DECOMPOSED_WORD.finditer(text)]


def features_of(words: list[str], fold: Fold) -> tuple[Features, Features]:
    """Give the 1-grams and the 2-grams of a text's words, in the order of the text."""
    single = np.fromiter(map(_hash, map(fold, words)), dtype=np.uint32, count=len(words))
    if len(single) < 2:
        return single, single[:0]
    pair = single[:-1] * _FIRST + single[1:] * _SECOND + np.uint32(1)
    return single, pair ^ (pair >> np.uint32(15))


def place_of(features: Features) -> NDArray[np.intp]:
    """Give the places of features in a table of counts."""
    mixed: NDArray[np.uint32] = (features * _FIRST) >> np.uint32(32 - BITS)
    return mixed.astype(np.intp)


@cache
def background(package: str, name: str) -> Background:
    """Read ``data/<name>.bin`` of a pack's package, with the number of its articles from ``data/<name>.txt``."""
    facts = {row[0]: row[1] for row in rows(package, f"{name}.txt")}
    packed = files(package).joinpath("data", *f"{name}.bin".split("/")).read_bytes()
    levels = np.frombuffer(zlib.decompress(packed), dtype=np.uint8)
    counts = np.where(levels > 0, np.exp2((levels.astype(np.float32) - 1) / STEPS), 0).astype(np.float32)
    return Background(articles=int(facts["articles"]), counts=counts)


def no_background() -> Background:
    """Give a background that knows nothing, for texts in a language without a pack."""
    return Background(articles=0, counts=np.zeros(1 << BITS, dtype=np.float32))


def pack_counts(counts: NDArray[np.float64], least: int) -> bytes:
    """Give the bytes of a ``.bin`` file; counts under ``least`` are left out."""
    levels = np.where(counts >= least, np.round(np.log2(np.maximum(counts, 1)) * STEPS) + 1, 0)
    return zlib.compress(levels.astype(np.uint8).tobytes(), 9)


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode())
