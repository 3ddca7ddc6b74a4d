"""Lists of phrases of one or several words, found by their first and by their last word."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Told = TypeVar("Told")

_NONE: tuple[int, ...] = ()


class Phrases(Generic[Told]):
    """Phrases with one blank between their words, each with what the list tells of it.

    >>> phrases = Phrases({"hai": 2, "hai mươi": 20, "ba mươi": 30})
    >>> phrases.from_word("hai"), phrases.to_word("mươi"), phrases["hai mươi"], "hai" in phrases
    ((2, 1), (2,), 20, True)
    """

    __slots__ = ("_from", "_to", "_told")

    def __init__(self, told: Mapping[str, Told]) -> None:
        self._told = dict(told)
        self._from = _lengths(self._told, 0)
        self._to = _lengths(self._told, -1)

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._told

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __getitem__(self, phrase: str) -> Told:
        return self._told[phrase]

    def get(self, phrase: str, default: Told) -> Told:
        """Give what the list tells of a phrase, ``default`` where it does not have it."""
        return self._told.get(phrase, default)

    def from_word(self, word: str) -> tuple[int, ...]:
        """Give the lengths in words of the phrases that begin with a word, the longest first."""
        return self._from.get(word, _NONE)

    def to_word(self, word: str) -> tuple[int, ...]:
        """Give the lengths in words of the phrases that end in a word, the longest first."""
        return self._to.get(word, _NONE)


def phrases(entries: Iterable[str]) -> Phrases[None]:
    """Give phrases of which the list tells nothing but that it has them."""
    return Phrases(dict.fromkeys(entries))


def _lengths(entries: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for entry in entries:
        words = entry.split()
        found[words[place]].add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
