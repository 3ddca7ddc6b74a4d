"""Whether a text is Vietnamese."""

from __future__ import annotations

import re

from doichieu.languages.lists import words

_SYLLABLE = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
"""Code points looked at: enough to tell, whatever the length of the text."""


def recognise(text: str) -> float:
    """Give the share of frequent Vietnamese function words among the words of the text, scaled to 0..1.

    News text has 0.25 to 0.45 of them, other languages written in Latin script under 0.05.
    """
    syllables = [syllable.casefold() for syllable in _SYLLABLE.findall(text[:_SAMPLE])]
    if not syllables:
        return 0.0
    common = words(__package__, "function_words.txt")
    share = sum(syllable in common for syllable in syllables) / len(syllables)
    return min(1.0, share / 0.2)
