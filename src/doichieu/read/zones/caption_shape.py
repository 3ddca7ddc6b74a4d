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
_CAPITAL = "".join(filter(str.isupper, map(chr, range(0x2000))))
_NAME_PAIR = re.compile(rf"(?<=(\w) )?(?<![^\W\d_])([^\W\d_]+) (?=([{_CAPITAL}][^\W\d_]*) ?(\w?))")
_SIGNS = ".,;:!?()“”\"'"
_STOPPED = re.compile(r"[.!?…:”\"]\Z")


class Surroundings:
    """One text as its sentences are held against it."""

    def __init__(self, text: str, rules: ZoneRules) -> None:
        self.text = text
        self.posed = _posed(rules)
        parts = _syllables(text)
        self.pairs = Counter(pairwise(parts))
        self.joined, self.named = _names(text)
        line = text.find("\n")
        self.headline = frozenset(_syllables(text[:line])) if 0 < line < 250 else frozenset[str]()


def _names(text: str) -> tuple[Counter[tuple[str, str]], dict[tuple[str, str], int]]:
    """Count in how many different surroundings two capitalised words stand side by side, and where they first do."""
    seen: set[tuple[str, str, str, str]] = set()
    first: dict[tuple[str, str], int] = {}
    for match in _NAME_PAIR.finditer(text):
        seen.add((match[1], match[2], match[3], match[4]))
        if match[2][0].isupper():
            first.setdefault((match[2], match[3]), match.start())
    return Counter((word, following) for _, word, following, _ in seen), first


@cache
def _posed(rules: ZoneRules) -> re.Pattern[str]:
    return re.compile(whole_words(rules.cues("pose")), re.IGNORECASE)


def _syllables(words: str) -> list[str]:
    return _SYLLABLE.findall(words.casefold())


def closed_features(around: Surroundings, span: Span, score: float, beginning: float) -> dict[str, float]:
    """Give what speaks for and against a whole sentence as a caption.

    ``score`` is that of all its words, ``beginning`` that of its first ones.
    """
    words = span.of(around.text)
    parts = words.split()
    syllables = _syllables(words)
    own = Counter(pairwise(syllables))
    names = pairwise(part.strip(_SIGNS) for part in parts)
    named_first = len(parts) > 1 and parts[0][0].isupper() and parts[1][0].isupper()
    return {
        "bias": 1,
        "words": score,
        "beginning": beginning,
        "length": min(len(parts), 40) / 10,
        "long": len(parts) > 25,
        "unended": _STOPPED.search(words) is None,
        "posed": around.posed.search(words) is not None,
        "name first": named_first,
        "named again": named_first and any(around.named.get(pair, len(around.text)) < span.start for pair in names),
        "said": sum(around.pairs[pair] > count for pair, count in own.items()) / max(1, len(own)),
        "said headline": sum(part in around.headline for part in syllables) / max(1, len(syllables)),
        "number": any(part[0].isdigit() for part in parts),
        "quoted": any(sign in words for sign in '“”"'),
    }
