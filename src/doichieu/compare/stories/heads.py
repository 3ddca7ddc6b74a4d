"""Heads: the names in an article's headline and lead, which say what it is about more surely than the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from doichieu.languages.ngrams import Features, Fold, features_of, spans_of_words
from doichieu.model import Reading, Span

LONGEST = 600
"""Code points that a headline and a lead have at most; the first two lines of a text without zones."""
_ENDS = frozenset(".!?:…\n“\"'")


def names_in_head(reading: Reading, fold: Fold) -> Features:
    """Give the n-grams of the capitalised words and numbers in headline and lead, each once.

    A capital that opens a sentence counts only before another capital: "Hà Nội", but not "Sáng nay".
    """
    text = unicodedata.normalize("NFC", reading.text[: _end(reading)])
    spans = spans_of_words(text)
    words = [span.of(text) for span in spans]
    named = _named(text, spans, words)
    single, pairs = features_of(words, fold)
    both = named[:-1] & named[1:]
    return np.unique(np.concatenate([single[named], pairs[both]]))


def _end(reading: Reading) -> int:
    ends = [zone.end for zone in reading.zones if zone.kind in {"headline", "lead"}]
    if ends:
        return min(max(ends), LONGEST)
    lines = reading.text[:LONGEST].lstrip().split("\n")[:2]
    return len("\n".join(lines)) + len(reading.text) - len(reading.text.lstrip())


def _named(text: str, spans: Sequence[Span], words: Sequence[str]) -> NDArray[np.bool_]:
    capital = np.array([word[0].isupper() or word[0].isdigit() for word in words], dtype=bool)
    opens = np.array([_opens(text, span.start) for span in spans], dtype=bool)
    before_capital = np.append(capital[1:], False)[: len(words)]
    named: NDArray[np.bool_] = capital & (~opens | before_capital)
    return named


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _ENDS
