"""What the compare layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol

from doichieu.languages.ngrams import Background


class CompareRules(Protocol):
    """Lists and rules of one language for compare."""

    def fold(self, word: str) -> str:
        """Give one form for all spellings of a word that mean the same to a reader (case, place of a tone mark)."""

    def background(self) -> Background:
        """Give the counts of n-grams over many articles of the language, folded by ``fold``."""
