"""Where a quantity is named: the words of the lists that name one, in a clause or ahead of a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.read.figures.clauses import MOST, MOST_NOUN, back_to_mark, cuts_word, undangled, up_to_word
from doichieu.read.figures.phrases import Word, longest, longest_before, plain

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords

Told = list["Word | str"]

_LINK = 6
"""Words between the noun that heads a chain of nouns and its last one."""


def topic_in(words: list[Word], lists: FigureWords) -> tuple[int, int]:
    """Give place and length of the last topic, the longest where several end together; no length where none stands."""
    if words and words[-1].plain in lists.modifiers_before:
        length = longest_before(words[:-1], lists.topics)
        if length > 1 and named(words[-1 - length : -1], lists):
            return _first_linked(words, len(words) - 1 - length, length, lists)
    skipped = len(words)
    for end in range(len(words), 0, -1):
        if end > skipped:
            continue
        length = longest_before(words[:end], lists.topics)
        if length and not _is_in_name(words, end - length) and named(words[end - length : end], lists):
            return _first_linked(words, end - length, length, lists)
        skipped = end - max(1, length)
        if words[end - 1].text[0].isdigit():
            break
    return 0, 0


def _is_in_name(words: list[Word], place: int) -> bool:
    """Say whether a word is the first of two with a capital: "Tiền" in "Tiền Phong" is no money."""
    return place + 1 < len(words) and words[place].text.istitle() and words[place + 1].text.istitle()


def _first_linked(words: list[Word], place: int, length: int, lists: FigureWords) -> tuple[int, int]:
    """Give the topic that a chain of nouns joins to the last one ("the share of bad debt"): it heads them."""
    first, last = place, " ".join(word.plain for word in words[place : place + length])
    if last in lists.changes or last in lists.fillers:
        return place, length
    for start in range(place - 1, max(-1, place - _LINK), -1):
        may_link = words[start].plain in lists.passives or words[start].plain == lists.owner
        if not may_link and (words[start].plain in lists.boundaries or longest(words, start, lists.predicates)):
            break
        ahead = longest(words, start, lists.topics)
        told = " ".join(word.plain for word in words[start : start + ahead])
        written = " ".join(word.text.lower() for word in words[start : start + ahead])
        if ahead and lists.topics[told].lower() == written and told not in lists.changes:
            first, length = start, ahead
    return first, length


def named(words: list[Word], lists: FigureWords) -> str:
    """Give what a topic is called."""
    return lists.topics[" ".join(word.plain for word in words)]


def level_ahead(words: list[Word], lists: FigureWords) -> Told:
    """Tell of a level behind a comma or in brackets by the quantity ahead of it ("sales grew, to 14 billion")."""
    marks = [place for place, word in enumerate(words) if word.text in (",", "(")]
    ahead = back_to_mark(words[: marks[-1]]) if marks else []
    for place in range(len(ahead)):
        length = longest(ahead, place, lists.topics)
        told = plain(ahead[place : place + length])
        if length and named(ahead[place : place + length], lists) and told not in lists.changes:
            if told in lists.fillers or cuts_word(ahead, place, lists):
                continue
            return [named(ahead[place : place + length], lists), *_owner(ahead[place + length :], lists)]
    return []


def _owner(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the words that define a quantity: up to what is said of it."""
    for place in range(min(len(words), MOST)):
        ends = (lists.auxiliaries, lists.changes, lists.results, lists.predicates, lists.conjunctions)
        if words[place].is_mark or any(longest(words, place, entries) for entries in ends):
            return undangled(words[:place], lists)
    return undangled(up_to_word(words, MOST_NOUN, lists), lists)
