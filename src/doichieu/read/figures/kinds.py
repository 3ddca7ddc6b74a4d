"""The kind of a figure: what happened to the people counted, or what sort of thing is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from doichieu.read.figures.phrases import Word, longest

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords, KindWords
    from doichieu.languages.phrases import Phrases
    from doichieu.model import FigureKind
    from doichieu.read.figures.candidates import Candidate

_REACH_AFTER = 14
"""Words behind a count in which its cue may stand ("21 người được mời về trụ sở phường để thẩm vấn")."""
_REACH_BEFORE = 5
_REACH_SUBSET = 12
_LONGEST_DOER = 8
_REACH_SUM = 8
_MOST_ARTICLES = 5
"""Articles ("một") that are skipped in search of the next count."""
_FAVOUR_AFTER = 2
"""A cue behind wins over one ahead that is up to so many words nearer: "bắt 3 người bị thương" is rare."""
_CLAUSE_ENDS = frozenset('.;:!?()"“”')


class Cue(NamedTuple):
    """Words that tell what happened to the people counted; ``distance`` in words."""

    kind: FigureKind
    told: str
    distance: int
    is_joined: bool = False


def kinds_of(found: list[Candidate], lists: FigureWords) -> list[tuple[FigureKind, Cue | None]]:
    """Give for each figure its kind and the cue that it rests on.

    People without a cue of their own take that of the count that they are joined to ("năm học viên và một sĩ quan thiệt
    mạng"), or that they are a part of ("12 người chết, trong đó có 3 trẻ em").
    """
    cues: list[Cue | None] = [None] * len(found)
    for place in range(len(found) - 1, -1, -1):
        if _counts_people(found[place], lists):
            cues[place] = cue_of(found[place], lists, _next(found, place))
            if cues[place] is None and _is_joined(found, place, lists):
                cues[place] = cues[place + 1]
    for place, one in enumerate(found):
        if cues[place] is None and _counts_people(one, lists):
            previous = cues[place - 1] if place and found[place - 1].sentence == one.sentence else None
            cues[place] = _cue_of_whole(one, lists, previous)
    kinds: list[FigureKind] = []
    for one, cue in zip(found, cues, strict=True):
        kinds.append("money" if _is_bare_sum(one, kinds[-1:], lists) else _kind(one, cue))
    return list(zip(kinds, cues, strict=True))


def _is_bare_sum(one: Candidate, previous: list[FigureKind], lists: FigureWords) -> bool:
    """Say whether a bare "37,5 triệu" is a sum of money: the figure before it is one, or its topic is."""
    if not one.is_bare or one.amount.shape != "plain":
        return False
    near = one.before[-_REACH_SUM:]
    return previous == ["money"] or any(longest(near, place, lists.money_topics) for place in range(len(near)))


def cue_of(one: Candidate, lists: FigureWords, limit: int) -> Cue | None:
    """Give the nearest cue for a count of people, looking no further than the offset ``limit``."""
    counted = one.counted
    if counted is None:
        return subject_cue(one, lists) if one.is_bare else None
    size = len(counted.words)
    inside = _first(one.after[: size + 2], lists.kinds_inside)
    if inside and inside.distance < size:
        return inside
    if one.before and one.before[-1].plain in lists.passives:
        return None
    behind = _done_by(one.after[size:], lists) or _behind(
        _clause(one.after[size : size + _REACH_AFTER], limit, lists.ends_of_count), lists
    )
    ahead = _ahead(one, lists)
    if behind and ahead:
        return behind if behind.distance <= ahead.distance + _FAVOUR_AFTER else ahead
    return behind or ahead


def subject_cue(one: Candidate, lists: FigureWords) -> Cue | None:
    """Give the cue of a count whose noun stands ahead of it ("số người chết tăng lên 112")."""
    return _last(_clause_before(one.before), lists.kinds_subject)


def _kind(one: Candidate, cue: Cue | None) -> FigureKind:
    if one.amount.shape == "score":
        return "score"
    if one.measured:
        return one.measured.kind
    if cue:
        return cue.kind
    if one.amount.shape == "fraction" and one.amount.numerator is None:
        return "percent"
    return "people" if one.counted and one.counted.is_person else "count"


def _counts_people(one: Candidate, lists: FigureWords) -> bool:
    counted = one.counted
    if one.measured:
        return False
    if counted is None:
        return one.is_bare
    return counted.is_person or _first(one.after[: len(counted.words) + 1], lists.kinds_inside) is not None


def _done_by(words: list[Word], lists: FigureWords) -> Cue | None:
    """Give the cue of "[hai người] bị cảnh sát bắt": the passive's word, a doer of a few words, what was done."""
    if not words or words[0].plain not in lists.passives:
        return None
    for place in range(2, min(len(words), _LONGEST_DOER)):
        if words[place].is_mark:
            break
        length = longest(words, place, lists.kinds_before)
        if length:
            kind, told = lists.kinds_before[" ".join(word.plain for word in words[place : place + length])]
            return Cue(kind, told, place)
    return None


def _behind(words: list[Word], lists: FigureWords) -> Cue | None:
    found = _first(words, lists.kinds_after)
    if found is None:
        return None
    is_denied = any(word.plain in lists.negations for word in words[max(0, found.distance - 2) : found.distance])
    return None if is_denied else found


def _ahead(one: Candidate, lists: FigureWords) -> Cue | None:
    words = _clause_before(one.before[-_REACH_BEFORE:])
    best = _last(words, lists.kinds_before) or subject_cue(one, lists)
    if one.counted and _head(one) in lists.forces:
        forces = _last(words, lists.kinds_before_forces)
        if forces and (best is None or forces.distance < best.distance):
            return forces
    return best


def _head(one: Candidate) -> str:
    return " ".join(word.plain for word in one.counted.words) if one.counted else ""


def _cue_of_whole(one: Candidate, lists: FigureWords, previous: Cue | None) -> Cue | None:
    """Give the cue of the people that these are a part of: named behind "trong số", or counted just before."""
    words = one.before[-_REACH_SUBSET:]
    for place in range(len(words) - 1, -1, -1):
        length = longest(words, place, lists.subsets)
        if length:
            rest = words[place + length :]
            return _first(rest, lists.kinds_after) or _first(rest, lists.kinds_inside) or previous
    return None


def _next(found: list[Candidate], place: int) -> int:
    """Give the offset at which the next figure of the sentence starts, or the sentence's end."""
    sentence = found[place].sentence
    for later in range(place + 1, min(place + 1 + _MOST_ARTICLES, len(found))):
        other = found[later]
        if other.sentence != sentence:
            break
        if other.amount.value != 1 or not other.amount.in_words:
            return other.start
    return sentence.end


def _is_joined(found: list[Candidate], place: int, lists: FigureWords) -> bool:
    """Say whether the words just before the next figure join it to this one."""
    if place + 1 == len(found) or found[place + 1].sentence != found[place].sentence:
        return False
    ahead = found[place + 1].before
    return bool(ahead) and (ahead[-1].plain in lists.conjunctions or ahead[-1].text == ",")


def _clause(words: list[Word], limit: int, openers: Phrases[None]) -> list[Word]:
    """Give the words up to ``limit``, a mark that ends a clause or a word that opens one."""
    for place, word in enumerate(words):
        if word.start >= limit or word.text in _CLAUSE_ENDS or longest(words, place, openers):
            return words[:place]
    return words


def _clause_before(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in reversed(words):
        if word.is_mark:
            break
        kept.append(word)
    return kept[::-1]


def _first(words: list[Word], cues: Phrases[KindWords]) -> Cue | None:
    for place in range(len(words)):
        length = longest(words, place, cues)
        if length:
            kind, told = cues[" ".join(word.plain for word in words[place : place + length])]
            return Cue(kind, told, place)
    return None


def _last(words: list[Word], cues: Phrases[KindWords]) -> Cue | None:
    best = None
    place = 0
    while place < len(words):
        length = longest(words, place, cues)
        if length:
            kind, told = cues[" ".join(word.plain for word in words[place : place + length])]
            best = Cue(kind, told, len(words) - place - length)
        place += max(1, length)
    return best
