"""The kind of a figure: what happened to the people counted, or what sort of thing is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doichieu.read.figure_phrases import Word, longest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.model import FigureKind
    from doichieu.read.figure_candidates import Candidate

_REACH_AFTER = 14
_REACH_BEFORE = 5
_CLAUSE_ENDS = frozenset('.;:!?()"“”')


class Cue(NamedTuple):
    """Words that tell what happened to the people counted; ``distance`` in words."""

    kind: FigureKind
    words: tuple[Word, ...]
    distance: int


def kinds_of(found: list[Candidate], lists: FigureWords) -> list[tuple[FigureKind, Cue | None]]:
    """Give for each figure its kind and the cue that it rests on.

    People without a cue of their own take the cue of the count that they are joined to ("năm học viên và một sĩ quan
    thiệt mạng").
    """
    cues: list[Cue | None] = [None] * len(found)
    for place in range(len(found) - 1, -1, -1):
        one = found[place]
        if one.counted and not one.unit and (one.counted.is_person or _holds_cue(one, lists)):
            cues[place] = cue_of(one, lists, _next(found, place))
            if cues[place] is None and _is_joined(found, place, lists):
                cues[place] = cues[place + 1]
    return [(_kind(one, cue), cue) for one, cue in zip(found, cues, strict=True)]


def cue_of(one: Candidate, lists: FigureWords, limit: int) -> Cue | None:
    """Give the nearest cue for a count of people, looking no further than the offset ``limit``."""
    counted = one.counted
    if counted is None:
        return None
    size = len(counted.words)
    inside = _first(one.after[: size + 2], lists.kinds_inside)
    if inside and inside.distance < size:
        return inside
    behind = _first(_clause(one.after[size : size + _REACH_AFTER], limit), lists.kinds_after)
    ahead = _last(_clause_before(one.before), lists.kinds_before)
    if behind and ahead:
        return behind if behind.distance <= ahead.distance + 2 else ahead
    return behind or ahead


def _kind(one: Candidate, cue: Cue | None) -> FigureKind:
    if one.amount.shape == "score":
        return "score"
    if one.measured:
        return one.measured.kind
    if cue:
        return cue.kind
    return "people" if one.counted and one.counted.is_person else "count"


def _holds_cue(one: Candidate, lists: FigureWords) -> bool:
    counted = one.counted
    return counted is not None and _first(one.after[: len(counted.words) + 1], lists.kinds_inside) is not None


def _next(found: list[Candidate], place: int) -> int:
    """Give the offset at which the next figure of the sentence starts, or the sentence's end."""
    one = found[place]
    if place + 1 < len(found) and found[place + 1].sentence == one.sentence:
        return found[place + 1].start
    return one.sentence.end


def _is_joined(found: list[Candidate], place: int, lists: FigureWords) -> bool:
    """Say whether the words just before the next figure join it to this one."""
    if place + 1 == len(found) or found[place + 1].sentence != found[place].sentence:
        return False
    ahead = found[place + 1].before
    return bool(ahead) and (ahead[-1].lower in lists.conjunctions or ahead[-1].text == ",")


def _clause(words: list[Word], limit: int) -> list[Word]:
    kept = []
    for word in words:
        if word.start >= limit or word.text in _CLAUSE_ENDS:
            break
        kept.append(word)
    return kept


def _clause_before(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in reversed(words[-_REACH_BEFORE:]):
        if word.is_mark:
            break
        kept.insert(0, word)
    return kept


def _first(words: list[Word], cues: Mapping[str, FigureKind]) -> Cue | None:
    for place in range(len(words)):
        length = longest(words, place, cues)
        if length:
            found = tuple(words[place : place + length])
            return Cue(cues[" ".join(word.lower for word in found)], found, place)
    return None


def _last(words: list[Word], cues: Mapping[str, FigureKind]) -> Cue | None:
    best = None
    place = 0
    while place < len(words):
        length = longest(words, place, cues)
        if length:
            found = tuple(words[place : place + length])
            best = Cue(cues[" ".join(word.lower for word in found)], found, len(words) - place - length)
        place += max(1, length)
    return best
