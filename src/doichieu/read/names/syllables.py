"""Foreign names spelt syllable by syllable: "Mát-xcơ-va", "Na-ren-đra Mô-đi", "Ban Ki-moon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.languages.naming.words import is_capital

if TYPE_CHECKING:
    from doichieu.languages.naming.words import Words
    from doichieu.read.names.tagger import Tagged

_HYPHENS = "-‑"
_LONGEST = 7
"""Letters of the longest syllable in small letters behind a hyphen."""


def with_syllables(names: list[Tagged], words: Words) -> list[Tagged]:
    """Give the names with the small syllables that a hyphen ties to them, and the next such word of a person."""
    whole: list[Tagged] = []
    for name in names:
        first = max(name.first, whole[-1].last) if whole else name.first
        if first >= name.last:
            continue
        last = _behind_syllables(words, name.last - (words.word[name.last - 1] in _HYPHENS))
        last = max(last, name.last) if last > first else name.last
        while name.type == "PER" and last > name.last and (further := _next_spelt(words, last)) > last:
            last = further
        origin = name.origin if last == name.last else "names/syllables"
        whole.append(name._replace(first=first, last=last, origin=origin))
    return whole


def _behind_syllables(words: Words, last: int) -> int:
    """Give the place behind the syllables tied to the word before ``last``."""
    while (
        0 < last < len(words.word) - 1
        and words.word[last] in _HYPHENS
        and words.start[last] == words.end[last - 1]
        and words.start[last + 1] == words.end[last]
        and words.word[last + 1].isalpha()
        and words.word[last + 1].islower()
        and len(words.word[last + 1]) <= _LONGEST
    ):
        last += 2
    return last


def _next_spelt(words: Words, last: int) -> int:
    """Give the place behind a capitalised word with such syllables a blank behind; ``last`` if there is none."""
    if last + 2 >= len(words.word) or words.start[last] != words.end[last - 1] + 1:
        return last
    end = _behind_syllables(words, last + 1) if is_capital(words.shape[last]) else last
    return end if end > last + 1 else last
