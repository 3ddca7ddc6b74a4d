"""Sentences that a text tells twice: report, as where the body begins with the lead again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from doichieu.model import Span


class ToldTwice:
    """Counts sentences; a page that gives its whole text twice tells each copy's only once."""

    def __init__(self, text: str, parts: list[Span]) -> None:
        self._text = text
        self._starts = [part.start for part in parts]
        self._copies: list[int] = []
        """For each part the number of parts ahead of it in its line."""
        for place, start in enumerate(self._starts):
            same_line = place > 0 and "\n" not in text[parts[place - 1].end : start]
            self._copies.append(self._copies[-1] + 1 if same_line else 0)
        self._told: Counter[tuple[int, str]] = Counter()
        self._lead: set[str] = set()

    def add(self, sentence: Span, *, is_lead: bool) -> None:
        """Note a sentence."""
        copy, words = self._key(sentence)
        self._told[copy, words] += 1
        if is_lead:
            self._lead.add(words)

    def again(self, sentence: Span) -> bool:
        """Say whether a sentence stands in its copy of the text twice, or in the lead before a copy."""
        copy, words = self._key(sentence)
        return self._told[copy, words] > 1 or (copy > 0 and words in self._lead)

    def _key(self, sentence: Span) -> tuple[int, str]:
        words = " ".join(sentence.of(self._text).casefold().strip(" .…!").split())
        place = bisect_right(self._starts, sentence.start) - 1
        return self._copies[place] if place >= 0 else 0, words
