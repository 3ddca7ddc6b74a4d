"""What the sentences layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol


class SentenceRules(Protocol):
    """Lists and rules of one language for sentences."""

    @property
    def titles(self) -> frozenset[str]:
        """Abbreviations after whose stop more must follow ("Mr", "TP")."""

    @property
    def abbreviations(self) -> frozenset[str]:
        """Other abbreviations with a stop: only a word that opens sentences ends one behind them."""

    @property
    def before_initials(self) -> frozenset[str]:
        """Words in small letters behind which an initial stands for a name ("ông N. Sarkozy")."""

    @property
    def never_last(self) -> frozenset[str]:
        """Words that end no sentence."""

    def opening(self, word: str, following: str) -> float:
        """Give the log odds that a capitalised word, given the word behind it, begins a sentence rather than a name."""

    def opens(self, word: str, following: str) -> bool:
        """Say whether a capitalised word begins a sentence even where a stop is missing."""
