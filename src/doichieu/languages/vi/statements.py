"""Vietnamese lists for statements, read from ``data/statements``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from doichieu.languages.contracts.statements import Behaviour, SourceKind
from doichieu.languages.lists import rows, words
from doichieu.languages.vi.tones import settle_tones

Cue = tuple[str, Behaviour, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class VietnameseStatementRules:
    """See ``contracts/statements.py``. Lists load at their first use."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Cue words, how each behaves, words that must not follow it, and words that must not stand before it."""
        listed = rows(__package__, "statements/cues.txt")
        return tuple((row[0], _behaviour(row[1]), _parted(row[2:3]), _parted(row[3:4])) for row in listed)

    @cached_property
    def sources(self) -> tuple[tuple[str, SourceKind], ...]:
        """Nouns that head the phrase of a source."""
        return tuple((row[0], _kind(row[1])) for row in rows(__package__, "statements/sources.txt"))

    @cached_property
    def anaphora(self) -> tuple[tuple[str, SourceKind], ...]:
        """Phrases that stand for a source named before."""
        return tuple((row[0], _kind(row[1])) for row in rows(__package__, "statements/anaphora.txt"))

    @cached_property
    def media(self) -> frozenset[str]:
        """Names of agencies, papers, broadcasters and networks."""
        return words(__package__, "statements/media.txt")

    @cached_property
    def speaker_weights(self) -> dict[str, float]:
        """What each sign for a speaker weighs."""
        return {row[0]: float(row[1]) for row in rows(__package__, "statements/speaker_weights.txt")}

    def spelt(self, text: str) -> str:
        """Give a text with late tone marks moved back."""
        return settle_tones(text)

    def words(self, use: str) -> tuple[str, ...]:
        """Give the small words of one use."""
        return tuple(row[1] for row in rows(__package__, "statements/words.txt") if row[0] == use)


def _parted(column: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(column[0].split("|")) if column and column[0] else ()


def _behaviour(word: str) -> Behaviour:
    return next(known for known in get_args(Behaviour) if known == word)


def _kind(word: str) -> SourceKind:
    return next(known for known in get_args(SourceKind) if known == word)


RULES = VietnameseStatementRules()
