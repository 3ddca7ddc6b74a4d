"""Whether a text is Vietnamese."""

from __future__ import annotations

import re
from itertools import islice

from doichieu.languages.lists import words

_SYLLABLE = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Code points looked at: enough to tell, whatever the length of the text."""
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")
_MARKED_SYLLABLE = re.compile(rf"{_MARKED.pattern}[^\W\d_]*")
_OWN = re.compile(r"[ơưấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷ]")
_USUAL_OWN = 0.4
"""Share of words with letters of no other language: of 10,000 articles the least has 0.26, half have 0.43 or more."""
_USUAL, _USUAL_PLAIN = 0.2, 0.12
"""Shares of frequent words that news text has at least: of 2,000 articles 5% have less as typed, none scores
under 0.5; without their marks none scores under 0.7; English, French, Indonesian score 0.0."""


def recognise(text: str) -> float:
    """Give how usual the share of Vietnamese letters, or of frequent function words, is for Vietnamese, 0..1.

    Letters tell lists of names and texts with passages in other languages; function words tell a text whose words
    hardly bear marks. Other languages written in Latin script have under 0.05 of either.
    """
    syllables = [syllable.casefold() for syllable in _SYLLABLE.findall(text[:_SAMPLE])]
    if not syllables:
        return 0.0
    if not _is_marked(syllables):
        return min(1.0, _share(syllables, words(__package__, "plain_function_words.txt")) / _USUAL_PLAIN)
    own = sum(_OWN.search(syllable) is not None for syllable in syllables) / len(syllables)
    return min(1.0, max(own / _USUAL_OWN, _share(syllables, words(__package__, "function_words.txt")) / _USUAL))


def is_marked(text: str) -> bool:
    """Say whether a text is typed with its diacritics: without them many a word reads as another one."""
    sample = text[:_SAMPLE].casefold()
    most_syllables = len(sample) // 2 + 1
    enough = islice(_MARKED_SYLLABLE.finditer(sample), most_syllables // 50, None)
    return next(enough, None) is not None or _is_marked(_SYLLABLE.findall(sample))


def _is_marked(syllables: list[str]) -> bool:
    return sum(_MARKED.search(syllable) is not None for syllable in syllables) >= len(syllables) / 50


def _share(syllables: list[str], common: frozenset[str]) -> float:
    return sum(syllable in common for syllable in syllables) / len(syllables)
