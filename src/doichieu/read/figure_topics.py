"""What a figure counts or measures, as a short noun phrase out of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.read.figure_phrases import Word, longest

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figure_candidates import Candidate
    from doichieu.read.figure_kinds import Cue

_LONGEST = 9
"""Words of a counted noun phrase with what is said of it."""
_ENDS = frozenset('.;:!?,()"“”')


def topic_of(one: Candidate, cue: Cue | None, text: str, lists: FigureWords) -> str:
    """Give what is counted or measured."""
    if one.measured:
        return _measured(one, text, lists)
    if one.counted is None:
        return _measured(one, text, lists)
    if cue:
        noun = text[one.counted.words[0].start : one.counted.end]
        told = " ".join(word.text for word in cue.words)
        return noun if told in noun else f"{noun} {told}"
    return _span(text, _until_mark(one.after[: len(one.counted.words) + _LONGEST])[:_LONGEST])


def _measured(one: Candidate, text: str, lists: FigureWords) -> str:
    """Give the thing measured: the last word ahead that names a quantity, with what stands between."""
    before = one.before[-16:]
    for place in range(len(before) - 1, -1, -1):
        length = longest(before, place, lists.topics)
        if length:
            while place and longest(before, place - 1, lists.topics) > length:
                place, length = place - 1, longest(before, place - 1, lists.topics)
            named = lists.topics[" ".join(word.lower for word in before[place : place + length])]
            return f"{named} {_span(text, _until_mark(before[place + length :])[:_LONGEST])}".strip()
    behind = one.after if one.unit is None else [word for word in one.after if word.start >= one.unit.end]
    return _span(text, _until_mark(behind)[:_LONGEST])


def _until_mark(words: list[Word]) -> list[Word]:
    kept = []
    for word in words:
        if word.text in _ENDS:
            break
        kept.append(word)
    return kept


def _span(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
