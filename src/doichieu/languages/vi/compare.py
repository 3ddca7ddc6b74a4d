"""Vietnamese lists and rules for compare."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from doichieu.languages.contracts.replies import ReplyCue, ReplyWord
from doichieu.languages.lists import rows, words
from doichieu.languages.ngrams import Background, background
from doichieu.languages.vi import openings, replies, wordings

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@dataclass(frozen=True, slots=True)
class VietnameseCompareRules:
    """See ``contracts/compare.py``."""

    def fold(self, word: str) -> str:
        """Give one form for a syllable however its tone mark is placed and its letters are cased."""
        return _fold(word)

    def background(self) -> Background:
        """Give the counts over 10,000 news articles."""
        return background(__package__, "compare/background")

    def medium(self, name: str) -> str:
        """Give the one name of an agency or medium that has several."""
        return _media().get(name.casefold(), name)

    def address(self, name: str) -> str:
        """Give a name as web addresses write it: bare small letters and digits."""
        letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
        return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())

    def reply_cues(self, words: str) -> tuple[ReplyCue, ...]:
        """Give the cues of an answer in the words around a statement, in their order."""
        return replies.reply_cues(words)

    def reply_words(self, words: str) -> frozenset[ReplyWord]:
        """See ``CompareRules``."""
        return replies.reply_words(words)

    def remarks_taken_up(self, words: str) -> tuple[tuple[int, int], ...]:
        """See ``CompareRules``."""
        return replies.remarks_taken_up(words)

    def remarks(self, words: str) -> tuple[tuple[int, int], ...]:
        """Give where nouns stand that name what somebody said before."""
        return replies.remarks(words)

    def cue_force(self, cue: str) -> int | None:
        """See ``CompareRules``."""
        return wordings.cue_force(cue)

    def hedged(self, words: str) -> bool:
        """See ``CompareRules``."""
        return wordings.hedged(words)

    def loose_opening(self, sentence: str) -> int:
        """Give the length of "Tuy nhiên, ", "Ngoài ra, " and the like at the start of a sentence."""
        return openings.loose_opening(sentence)


@cache
def _media() -> dict[str, str]:
    table = {name.casefold(): name for name in sorted(words(__package__, "statements/media.txt"), reverse=True)}
    return table | {row[0].casefold(): row[1] for row in rows(__package__, "compare/agencies.txt")}


@lru_cache(maxsize=1 << 16)
def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tone if tone else letters


RULES = VietnameseCompareRules()
