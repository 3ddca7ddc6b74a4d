"""Words around a number, and the counted noun phrase behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.languages.phrases import Phrases

_WORD = re.compile(r"\d+(?:[.,/]\d+)+|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_")
_LONGEST = 5
"""Words of a classifier and a name behind it."""
_ACRONYM = range(2, 7)
"""Letters of an abbreviation that is counted like a noun."""


class Word(NamedTuple):
    """A word or a punctuation mark; ``plain`` is its form in the word lists."""

    text: str
    plain: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Say whether it is a punctuation mark."""
        return not self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: its words, and whether people are counted."""

    words: tuple[Word, ...]
    is_person: bool
    is_known: bool
    """Whether its head is in a list, or only looks like a noun."""

    @property
    def end(self) -> int:
        """Give the offset behind the phrase."""
        return self.words[-1].end


def words_of(text: str, start: int, end: int, fold: Callable[[str], str]) -> list[Word]:
    """Give the words and marks of ``text[start:end]``."""
    return [Word(match[0], fold(match[0]), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


def words_from(words: list[Word], offset: int) -> list[Word]:
    """Give the words that start at an offset or behind it."""
    return words[bisect_left(words, offset, key=attrgetter("start")) :]


def longest(words: list[Word], position: int, entries: Phrases[Any]) -> int:
    """Give how many words from ``position`` on are the longest entry of a list, 0 where none is."""
    left = len(words) - position
    if left > 0:
        for length in entries.from_word(words[position].plain):
            if length == 1 or (length <= left and plain(words[position : position + length]) in entries):
                return length
    return 0


def longest_before(words: list[Word], entries: Phrases[Any]) -> int:
    """Give how many words at the end are the longest entry of a list, 0 where none is."""
    if words:
        for length in entries.to_word(words[-1].plain):
            if length == 1 or (length <= len(words) and plain(words[-length:]) in entries):
                return length
    return 0


def plain(words: list[Word]) -> str:
    """Give words as the lists hold them."""
    return " ".join([word.plain for word in words])


def counted_phrase(words: list[Word], lists: FigureWords) -> Counted | None:
    """Give the noun phrase at the start of ``words``, None where no noun stands there."""
    if not words or words[0].is_mark or words[0].text.istitle():
        return None
    person, noun = longest(words, 0, lists.persons), longest(words, 0, lists.nouns)
    if person and person >= noun:
        return _with_joined_persons(words, person, lists)
    if noun > 1 or (noun and not longest(words, 0, lists.classifiers)):
        return Counted(tuple(words[:noun]), is_person=False, is_known=True)
    if longest(words, 0, lists.classifiers):
        return _classified(words, lists)
    if noun:
        return Counted(tuple(words[:noun]), is_person=False, is_known=True)
    return _unlisted(words, lists)


def _with_joined_persons(words: list[Word], length: int, lists: FigureWords) -> Counted:
    """Take the second noun of "police and guards" in, when no number of its own stands before it."""
    if length + 1 < len(words) and words[length].plain in lists.conjunctions:
        second = longest(words, length + 1, lists.persons)
        if second:
            length += 1 + second
    return Counted(tuple(words[:length]), is_person=True, is_known=True)


def _classified(words: list[Word], lists: FigureWords) -> Counted:
    """Give a classifier with the noun or the name behind it."""
    length = longest(words, 0, lists.classifiers)
    person, noun = longest(words, length, lists.persons), longest(words, length, lists.nouns)
    if person or noun:
        is_person = person > noun and longest(words, 0, lists.person_classifiers) > 0
        return Counted(tuple(words[: length + max(person, noun)]), is_person=is_person, is_known=True)
    if length < len(words) and _is_name(words[length]):
        while length < min(len(words), _LONGEST) and _is_name(words[length]):
            length += 1
        return Counted(tuple(words[:length]), is_person=False, is_known=True)
    rest = _unlisted(words[length:], lists)
    more = len(rest.words) if rest else 0
    return Counted(tuple(words[: length + more]), is_person=False, is_known=True)


def _unlisted(words: list[Word], lists: FigureWords) -> Counted | None:
    """Take one or two words that no list knows, as long as they may be a noun."""
    if not words or not (_may_be_noun(words[0], lists) or (words[0].text.isupper() and len(words[0].text) in _ACRONYM)):
        return None
    length = 1
    if len(words) > 1 and words[0].text.islower() and _may_be_noun(words[1], lists) and not _opens_word(words, lists):
        length = 2
    is_person = _ends_as_person(words[:3], lists)
    if is_person:
        length = is_person
    return Counted(tuple(words[:length]), is_person=bool(is_person), is_known=bool(is_person))


def _opens_word(words: list[Word], lists: FigureWords) -> bool:
    """Say whether the second word begins a word of two syllables with the third, and ends none with the first."""
    if len(words) < 3 or f"{words[0].plain} {words[1].plain}" in lists.pairs:
        return False
    return f"{words[1].plain} {words[2].plain}" in lists.pairs


def _ends_as_person(words: list[Word], lists: FigureWords) -> int:
    """Give how many of two or three words are a noun for people by its last syllable ("kỹ thuật viên"), or 0."""
    for place, word in enumerate(words):
        if not _may_be_noun(word, lists):
            break
        if place and word.plain in lists.person_endings:
            return place + 1
    return 0


def _may_be_noun(word: Word, lists: FigureWords) -> bool:
    return word.text.replace("-", "").isalpha() and word.text.islower() and word.plain not in lists.boundaries


def _is_name(word: Word) -> bool:
    return word.text[0].isupper() or (word.text[0].isalnum() and not word.text.isalpha() and not word.text.isdigit())
