"""The clause around a figure: where it ends, what of it is dropped, where it may be cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.read.figures.phrases import Word, longest, longest_before, words_from

if TYPE_CHECKING:
    from typing import Any

    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.languages.phrases import Phrases
    from doichieu.read.figures.candidates import Candidate

MOST = 7
"""Words taken of the clause ahead of a figure."""
MOST_NOUN = 5
LEAST_OWNER = 2
"""Words that tell whose a quantity is: with fewer, the words ahead of the quantity are taken too."""
_PAIRS_BACK = 6
"""Words looked back over to tell where words of two syllables begin."""
_ENDS = frozenset('.;:!?,()"“”[]…/–')


def until_mark(words: list[Word]) -> list[Word]:
    """Give the words up to a mark."""
    for place, word in enumerate(words):
        if word.text in _ENDS:
            return words[:place]
    return words


def back_to_mark(words: list[Word]) -> list[Word]:
    """Give the words behind the last mark."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text in _ENDS or words[place].text == "-":
            return words[place + 1 :]
    return words


def behind(one: Candidate) -> list[Word]:
    """Give the words behind a figure's unit."""
    end = one.amount.end if one.unit is None or one.is_shared else one.unit.end
    return words_from(one.after, end)


def holder(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the name or noun ahead of the bracket in which ``words`` end."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text == ")":
            break
        if words[place].text == "(":
            return from_word(back_to_mark(words[:place]), MOST_NOUN, lists)
    return []


def clause_ahead(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give subject and verb ahead of a figure."""
    clause = last_clause(back_to_mark(words), lists)
    kept = without_fillers(clause, lists)
    if len(kept) < len(clause) and longest_before(clause, lists.results):
        kept = kept[: len(kept) - longest_before(kept, lists.changes)]
    return from_word(without(kept, lists.auxiliaries, lists), MOST, lists)


def last_clause(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give what stands behind the last number or word that opens a clause, unless that leaves no more than one word."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text[0].isdigit():
            return words[place + 1 :]
        length = longest_before(words[: place + 1], lists.openers)
        if length and len(words) - place > LEAST_OWNER:
            return words[place + 1 :]
    return words


def without_fillers(words: list[Word], lists: FigureWords) -> list[Word]:
    """Drop fillers from both ends."""
    while words and (length := _at_end(words, lists.fillers, lists.openers, lists.modifiers_before, lists.results)):
        words = words[:-length]
    while (length := longest(words, 0, lists.fillers)) and length >= longest(words, 0, lists.topics):
        words = words[length:]
    return words


def without(words: list[Word], entries: Phrases[Any], lists: FigureWords) -> list[Word]:
    """Drop the entries of a list, unless they are a part of a longer word ("chỉ" in "chỉ số")."""
    kept = []
    place = 0
    while place < len(words):
        topic = longest(words, place, lists.topics)
        length = 0 if topic > 1 else longest(words, place, entries)
        if topic > 1:
            kept += words[place : place + topic]
            place += topic - 1
        elif not length or (length == 1 and cuts_word(words, place + 1, lists)):
            length = 0
            kept.append(words[place])
        place += max(1, length)
    return kept


def undangled(words: list[Word], lists: FigureWords) -> list[Word]:
    """Drop prepositions and the like from the end."""
    while words and words[-1].plain in lists.dangling:
        words = words[:-1]
    return words


def from_word(words: list[Word], most: int, lists: FigureWords) -> list[Word]:
    """Give the last ``most`` words at most; where that cuts, from the next name, preposition or word on."""
    if len(words) <= most:
        return words
    first = len(words) - most
    for place in range(first, len(words) - 2):
        ahead = words[place - 1]
        opens = ahead.plain in lists.boundaries or (words[place].text[0].isupper() and not ahead.text[0].isupper())
        if opens and not cuts_word(words, place, lists):
            return words[place:]
    return words[first + cuts_word(words, first, lists) :]


def up_to_word(words: list[Word], most: int, lists: FigureWords) -> list[Word]:
    """Give the first ``most`` words, one more where that would cut a word of two syllables."""
    return words[: most + cuts_word(words, most, lists)]


def cuts_word(words: list[Word], place: int, lists: FigureWords) -> bool:
    """Say whether the words on both sides of a place are one word of two syllables, or one name."""
    if not 0 < place < len(words):
        return False
    if words[place - 1].text[0].isupper() and words[place].text[0].isupper():
        return True
    start = max(0, place - _PAIRS_BACK)
    while start < place:
        is_pair = f"{words[start].plain} {words[start + 1].plain}" in lists.pairs
        if is_pair and start + 1 == place:
            return True
        start += 2 if is_pair else 1
    return False


def _at_end(words: list[Word], *lists: Phrases[Any]) -> int:
    return max(longest_before(words, entries) for entries in lists)
