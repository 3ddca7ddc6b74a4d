"""What the shape of a sentence and its surroundings tell of whether it is a caption.

A caption is short, says again what the report or its headline says, and begins with a name more often than others.
The weights are the language pack's (``caption_shape``); ``benchmarks/caption_shape.py`` fits them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from doichieu.languages.contracts.zones import ZoneRules
from doichieu.languages.patterns import whole_words
from doichieu.model import Span

_SYLLABLE = re.compile(r"[^\W_]+")
_STOPPED = re.compile(r"[.!?…:”\"]\Z")


class Surroundings:
    """One text as its sentences are held against it."""

    def __init__(self, text: str, rules: ZoneRules) -> None:
        self.text = text
        self.posed = _posed(rules)
        parts = _syllables(text)
        self.pairs = Counter(pairwise(parts))
        line = text.find("\n")
        self.headline = frozenset(_syllables(text[:line])) if 0 < line < 250 else frozenset[str]()


@cache
def _posed(rules: ZoneRules) -> re.Pattern[str]:
    return re.compile(whole_words(rules.cues("pose")), re.IGNORECASE)


def _syllables(words: str) -> list[str]:
    return _SYLLABLE.findall(words.casefold())


def closed_features(around: Surroundings, span: Span, score: float) -> dict[str, float]:
    """Give what speaks for and against a whole sentence as a caption, ``score`` being that of its words."""
    words = span.of(around.text)
    parts = words.split()
    syllables = _syllables(words)
    own = Counter(pairwise(syllables))
    return {
        "bias": 1,
        "words": score,
        "length": min(len(parts), 40) / 10,
        "long": len(parts) > 25,
        "unended": _STOPPED.search(words) is None,
        "posed": around.posed.search(words) is not None,
        "name first": len(parts) > 1 and parts[0][0].isupper() and parts[1][0].isupper(),
        "said": sum(around.pairs[pair] > count for pair, count in own.items()) / max(1, len(own)),
        "said headline": sum(part in around.headline for part in syllables) / max(1, len(syllables)),
        "number": any(part[0].isdigit() for part in parts),
        "quoted": any(sign in words for sign in '“”"'),
    }
