"""Results of games: two small numbers joined by a mark, near words of sport or behind another result."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.read.figures.phrases import longest

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.model import Reading
    from doichieu.read.figures.candidates import Candidate, Cover

_JOINED = re.compile(r"(\d{1,2}) ?([-–:/]) ?(\d{1,2})")
_WIDEST_GAP = 12
"""Code points between two results of one game ("6-1, 3-6 và 7-5")."""
_SET = 3
"""Code points of a result that may be read as a day: a set of tennis ("6-1")."""
_AHEAD, _BEHIND, _JUST_AHEAD = 8, 5, 4
"""Words in which a word of sport may stand; just ahead where the numbers could as well be a day and a month."""


def with_scores(found: list[Candidate], reading: Reading, times: Cover, lists: FigureWords) -> list[Candidate]:
    """Give the candidates; results of games get the shape of one, and what only looks like one is left out."""
    result: list[Candidate] = []
    last: Candidate | None = None
    for one in found:
        match = _JOINED.fullmatch(reading.text, one.amount.start, one.amount.end)
        is_score = match is not None and one.measured is None and _is_result(one, last, times, lists)
        if match and is_score:
            amount = replace(one.amount, value=float(match[1]), high=None, modifier=None, shape="score", numerator=None)
            last = replace(one, amount=amount, counted=None)
            result.append(last)
        elif one.amount.shape != "score":
            result.append(one)
    return result


def _is_result(one: Candidate, last: Candidate | None, times: Cover, lists: FigureWords) -> bool:
    """Say whether two joined numbers are the result of a game, not a range or a day and its month."""
    is_day = times.touches(one.amount)
    if is_day and (one.amount.end - one.amount.start > _SET or (one.before and times.touches(one.before[-1]))):
        return False
    if last is not None and one.sentence == last.sentence and one.start - last.end <= _WIDEST_GAP:
        return True
    near = one.before[-_JUST_AHEAD:] if is_day else [*one.before[-_AHEAD:], *one.after[:_BEHIND]]
    return any(longest(near, place, lists.sport) for place in range(len(near)))
