"""What a figure counts or measures, as a short noun phrase out of its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.read.figure_phrases import Word, longest, longest_before

if TYPE_CHECKING:
    from collections.abc import Collection

    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figure_candidates import Candidate, Cover
    from doichieu.read.figure_kinds import Cue

_MOST = 7
"""Words taken of the clause ahead of a figure."""
_MOST_SAID = 6
"""Words taken of what is said of a counted noun behind it; of 4 to 8 this shares most words with what people write."""
_MOST_NOUN = 5
_MOST_DEFINING = 4
_REACH = 16
_LEAST_OWNER = 2
"""Words that tell whose a quantity is: with fewer, the words ahead of the quantity are taken too."""
_ENDS = frozenset('.;:!?,()"“”[]…/–')


def topics_of(found: list[Candidate], cues: list[Cue | None], times: Cover, lists: FigureWords) -> list[str]:
    """Give for each figure of a text, in order, what is counted or measured."""
    topics: list[str] = []
    ahead: list[Word] = []
    """The clause ahead of the last figure: the next one of its sentence may stand in the same clause."""
    for place, (one, cue) in enumerate(zip(found, cues, strict=True)):
        previous = found[place - 1] if place and found[place - 1].sentence == one.sentence else None
        floor = previous.end if previous else one.sentence.start
        own = [word for word in one.before if word.start >= floor and not times.touches(word)]
        told = replace(one, before=own, after=_until_time(one.after, times))
        clause = _clause_ahead(own, lists) or _holder(own) or (ahead if previous else []) or _holder(one.before)
        ahead = clause
        topics.append(_topic_of(told, cue, clause, lists))
    return topics


def _until_time(words: list[Word], times: Cover) -> list[Word]:
    for place, word in enumerate(words):
        if times.touches(word):
            return words[:place]
    return words


def _topic_of(one: Candidate, cue: Cue | None, clause: list[Word], lists: FigureWords) -> str:
    if one.measured or one.counted is None:
        return _told(_measured(one, clause, lists))
    noun = one.after[: len(one.counted.words)]
    behind = one.after[len(noun) :]
    defining = _defining(behind, lists)
    if cue:
        return _told_with_cue(_told([*noun, *defining]), cue.told)
    if one.before and one.before[-1].plain in lists.changes and noun[0].plain in lists.times_words:
        return _told([*clause, *_comparison(behind, lists)])
    said = _said(behind, lists)
    if any(longest(said, place, lists.predicates) for place in range(len(said))):
        return _told([*noun, *said])
    return _told([*noun, *_undangled(said[:_MOST_DEFINING], lists), *clause])


def _told_with_cue(noun: str, cue: str) -> str:
    if cue in noun:
        return noun
    return cue if cue.startswith(noun.split(maxsplit=1)[0]) else f"{noun} {cue}"


def _said(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the few words behind a noun that define it or are said of it."""
    kept = _until_mark(words)
    for place in range(1, len(kept)):
        if longest(kept, place, lists.breaks):
            kept = kept[:place]
            break
    return _undangled(kept[:_MOST_SAID], lists)


def _undangled(words: list[Word], lists: FigureWords) -> list[Word]:
    while words and words[-1].plain in lists.dangling:
        words = words[:-1]
    return words


def _defining(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the names and nouns just behind a noun that define it."""
    place = 0
    while place < min(len(words), _MOST_NOUN):
        length = max(longest(words, place, lists.nouns), longest(words, place, lists.persons))
        if not length and not (words[place].text[0].isupper()):
            break
        place += max(1, length)
    return words[:place]


def _measured(one: Candidate, clause: list[Word], lists: FigureWords) -> list[Word | str]:
    """Give the thing measured: the word ahead or behind that names a quantity, and whose it is."""
    behind = _until_mark(_behind(one))
    before = _back_to_mark(one.before)[-_REACH:]
    place, length = _topic(before, lists)
    follows = longest(behind, 0, lists.topics)
    opens = not one.before or one.before[-1].is_mark or one.before[-1].plain in lists.conjunctions
    if follows and opens and _named(behind[:follows], lists):
        owner = _until_said(behind[follows:], lists)[:_MOST_NOUN] or clause
        return [_named(behind[:follows], lists), *owner]
    whole = _whole(behind, lists)
    if not length:
        named = _named(behind[:follows], lists) if follows else ""
        return [named, *whole[follows:], *clause] if named else [*whole, *clause]
    topic, between = before[place : place + length], before[place + length :]
    owner = _without_fillers(between, lists)[:_MOST]
    if len(owner) < _LEAST_OWNER:
        owner = [*_clause_ahead(before[:place], lists), *owner]
    if " ".join(word.plain for word in topic) in lists.changes:
        if between and longest_before(between, lists.results):
            return [*owner]
        owner = [*owner, *_comparison(behind, lists)]
    return [_named(topic, lists), *owner, *(whole if one.measured and one.measured.kind != "money" else [])]


def _whole(behind: list[Word], lists: FigureWords) -> list[Word]:
    """Give the noun just behind a unit: the thing of which there is so much, or of which it is a part."""
    if not behind or behind[0].is_mark:
        return []
    if behind[0].plain in lists.boundaries or behind[0].plain in lists.conjunctions:
        return []
    for place in range(min(len(behind), _MOST_NOUN)):
        if place and (behind[place].plain in lists.boundaries or longest(behind, place, lists.predicates)):
            return behind[:place]
    return behind[:_MOST_NOUN]


def _clause_ahead(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give subject and verb ahead of a figure."""
    clause = _last_clause(_back_to_mark(words), lists)
    kept = _without_fillers(clause, lists)
    if len(kept) < len(clause) and longest_before(clause, lists.results):
        kept = kept[: len(kept) - longest_before(kept, lists.changes)]
    return _last_words(_without(kept, lists.auxiliaries), lists)


def _last_words(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the last few words; where that cuts, from the next name or preposition on, so that no word is cut in two."""
    if len(words) <= _MOST:
        return words
    for place in range(len(words) - _MOST, len(words) - 2):
        ahead = words[place - 1]
        if ahead.plain in lists.boundaries or (words[place].text[0].isupper() and not ahead.text[0].isupper()):
            return words[place:]
    return words[-_MOST:]


def _holder(words: list[Word]) -> list[Word]:
    """Give the name or noun ahead of the bracket in which ``words`` end."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text == ")":
            break
        if words[place].text == "(":
            return _back_to_mark(words[:place])[-_MOST_NOUN:]
    return []


def _last_clause(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give what stands behind the last number or word that opens a clause, unless that leaves no more than one word."""
    for place in range(len(words) - 1, -1, -1):
        if words[place].text[0].isdigit():
            return words[place + 1 :]
        length = longest_before(words[: place + 1], lists.openers)
        if length and len(words) - place > _LEAST_OWNER:
            return words[place + 1 :]
    return words


def _comparison(behind: list[Word], lists: FigureWords) -> list[Word]:
    return behind[:_MOST] if longest(behind, 0, lists.conjunctions) > 1 else []


def _topic(words: list[Word], lists: FigureWords) -> tuple[int, int]:
    """Give place and length of the last topic, the longest where several end together; no length where none stands."""
    skipped = len(words)
    for end in range(len(words), 0, -1):
        if end > skipped:
            continue
        length = longest_before(words[:end], lists.topics)
        if length and _named(words[end - length : end], lists):
            return end - length, length
        skipped = end - max(1, length)
        if words[end - 1].text[0].isdigit():
            break
    return 0, 0


def _named(words: list[Word], lists: FigureWords) -> str:
    return lists.topics[" ".join(word.plain for word in words)]


def _behind(one: Candidate) -> list[Word]:
    end = one.amount.end if one.unit is None or one.is_shared else one.unit.end
    return [word for word in one.after if word.start >= end]


def _without_fillers(words: list[Word], lists: FigureWords) -> list[Word]:
    """Drop fillers from both ends."""
    while words and (length := _at_end(words, lists.fillers, lists.openers, lists.modifiers_before, lists.results)):
        words = words[:-length]
    while words and (length := longest(words, 0, lists.fillers)):
        words = words[length:]
    return words


def _at_end(words: list[Word], *lists: Collection[str]) -> int:
    return max(longest_before(words, entries) for entries in lists)


def _without(words: list[Word], entries: Collection[str]) -> list[Word]:
    kept = []
    place = 0
    while place < len(words):
        length = longest(words, place, entries)
        if not length:
            kept.append(words[place])
        place += max(1, length)
    return kept


def _until_said(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the words up to what is said of them."""
    for place in range(len(words)):
        if longest(words, place, lists.predicates):
            return words[:place]
    return words


def _back_to_mark(words: list[Word]) -> list[Word]:
    for place in range(len(words) - 1, -1, -1):
        if words[place].text in _ENDS or words[place].text == "-":
            return words[place + 1 :]
    return words


def _until_mark(words: list[Word]) -> list[Word]:
    for place, word in enumerate(words):
        if word.text in _ENDS:
            return words[:place]
    return words


def _told(words: list[Word] | list[Word | str]) -> str:
    return " ".join(word if isinstance(word, str) else word.text for word in words)
