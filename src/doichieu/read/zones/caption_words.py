"""How much the words of a sentence are those of a caption: log odds, summed over words, pairs, ends and length.

The weights are the language pack's (``caption_words``); ``benchmarks/captions.py`` makes them from articles that credit
their pictures: what stands before a credit is a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

_PART = re.compile(r"[^\W\d_]+|\d[\d.,/:-]*|[^\w\s]")
_QUOTES = frozenset("\"“«'‘")
_QUOTED = re.compile(r'"[^"\n]*"|“[^“”\n]*”')
"""What is said or written in a picture: it tells nothing of whether its frame is a caption."""
BEGINNING = 12
"""Words that show best what it is: a long caption goes on as a report does."""
HIGHEST = 6.0
LONGEST = 350
"""Code points looked at: the longest caption of the gold stories' look half has 167."""


def caption_score(words: str, weights: Mapping[str, float]) -> float:
    """Give the log odds that words are a caption, within -HIGHEST and HIGHEST."""
    return _score(_parts(words), weights)


def caption_scores(words: str, weights: Mapping[str, float], least: float) -> tuple[float, float] | None:
    """Give the log odds of words and of the first of them alone; None where the latter are not above the least."""
    first = _QUOTED.sub(" ", words[:LONGEST]).split(maxsplit=BEGINNING)[:BEGINNING]
    beginning = _score(_parts(" ".join(first)), weights)
    if beginning <= least:
        return None
    return caption_score(words, weights) if len(first) == BEGINNING else beginning, beginning


def _score(parts: list[str], weights: Mapping[str, float]) -> float:
    return max(-HIGHEST, min(HIGHEST, sum(weights.get(feature, 0.0) for feature in set(_features(parts)))))


def features(words: str) -> Iterator[str]:
    """Give the features of words, names and numbers folded: "1:word", "2:pair of words", "^first", "$last", "#length".

    >>> sorted(features("Cảnh sát tại Vinh."))[:4]
    ['#1', '$N', '1:N', '1:cảnh']
    """
    yield from _features(_parts(words))


def _features(parts: list[str]) -> Iterator[str]:
    yield "bias"
    if parts:
        yield from [f"1:{part}" for part in parts]
        yield from [f"2:{part} {following}" for part, following in pairwise(parts)]
        yield from (f"^{parts[0]}", f"^^{' '.join(parts[:2])}", f"${parts[-1]}", f"#{min(len(parts) // 3, 14)}")


def _parts(words: str) -> list[str]:
    return _folded(_QUOTED.sub(" ", words[:LONGEST]).strip().rstrip(".!"))


def _folded(words: str) -> list[str]:
    """Give words in small letters, "0" for a number, one "N" for the capitalised words of a name behind the first."""
    parts: list[str] = []
    for part in _PART.findall(words):
        if part[0].isdigit():
            parts.append("0")
        elif part[0].isupper() and parts and parts[-1] not in _QUOTES:
            if parts[-1] != "N":
                parts.append("N")
        else:
            parts.append(part.lower())
    return parts
