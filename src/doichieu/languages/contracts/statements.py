"""What the statements layer needs of a language pack: word lists only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

Behaviour = Literal[
    "say", "tell", "charge", "tag", "note", "ask", "deny", "feel", "show", "call", "relay", "quote", "never"
]
"""How a cue builds its statement; the head of the list ``cues.txt`` explains each."""

SourceKind = Literal["man", "woman", "person", "group", "body", "source", "document", "medium", "namesake", "letter"]
"""What a source can be, as far as words that stand for it later (he, the ministry, the paper) care."""


class StatementRules(Protocol):
    """Lists of one language for statements. Every word is lower case unless only its capitals mean it."""

    def __hash__(self) -> int:
        """Patterns are built once for each pack's rules."""

    @property
    def cues(self) -> tuple[tuple[str, Behaviour, tuple[str, ...], tuple[str, ...]], ...]:
        """Cue words, how each behaves, words that must not follow it, and words that must not stand before it."""

    @property
    def sources(self) -> tuple[tuple[str, SourceKind], ...]:
        """Nouns that head the phrase of a source."""

    @property
    def anaphora(self) -> tuple[tuple[str, SourceKind], ...]:
        """Phrases that stand for a source named before."""

    @property
    def media(self) -> frozenset[str]:
        """Names of agencies, papers, broadcasters and networks."""

    @property
    def speaker_weights(self) -> Mapping[str, float]:
        """What each sign of ``read/statements/candidates.py`` weighs; empty where nothing was fitted."""

    def spelt(self, text: str) -> str:
        """Give a text spelt as the lists spell it, where outlets differ; no offset changes."""

    def words(self, use: str) -> tuple[str, ...]:
        """Give the small words of one use, as the head of the list ``words.txt`` explains them."""
