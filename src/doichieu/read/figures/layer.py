"""The figures layer: how many, how much, of what, who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.model import REPORT_ZONES, Figure
from doichieu.read.figures.candidates import Candidate, Cover, find_candidates
from doichieu.read.figures.filtering import is_no_figure, stands_for_named
from doichieu.read.figures.kinds import Cue, kinds_of
from doichieu.read.figures.periods import with_period
from doichieu.read.figures.phrases import longest, longest_before, words_from
from doichieu.read.figures.scores import with_scores
from doichieu.read.figures.topics import topics_of

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.model import FigureKind, Modifier, Reading

Told = tuple[Candidate, "FigureKind", Cue | None]

_TEN = 10
_LONGEST_NAME = 6
_MARK = re.compile(r"[.,;:!?]\s")
_READ_ZONES = REPORT_ZONES | {"caption"}
"""Zones whose numbers count as told: a picture's caption tells them too."""


def add_figures(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's figures."""
    lists = pack.figures.words
    aside = Cover([zone for zone in reading.zones if zone.kind not in _READ_ZONES])
    names = [name for name in reading.mentions if _may_hold_number(reading.text[name.start : name.end])]
    times, mentions = Cover(reading.times), Cover(names)
    candidates = [
        one
        for one in with_scores(find_candidates(reading, pack.figures), reading, times, lists)
        if not aside.touches(one.amount)
        and (one.amount.shape == "score" or not times.touches(one.amount))
        and (one.unit is not None or not mentions.holds(one))
        and not is_no_figure(one, reading.text, lists)
    ]
    told = list(zip(candidates, kinds_of(candidates, lists), strict=True))
    kept = _apart([(one, kind, cue) for one, (kind, cue) in told if not _is_article(one, kind, cue, lists)])
    topics = topics_of([one for one, _, _ in kept], [cue for _, _, cue in kept], times, lists)
    figures = [
        _figure(reading, number, row, with_period(what, row[0], row[1], times, reading.text), lists)
        for number, (row, what) in enumerate(zip(kept, topics, strict=True))
    ]
    return replace(reading, figures=tuple(figures))


def _may_hold_number(name: str) -> bool:
    """Say whether a number in a name belongs to it: a name of few words without marks, which does not begin with it."""
    return len(name.split()) <= _LONGEST_NAME and not _MARK.search(name) and not name[0].isdigit()


def _is_article(one: Candidate, kind: FigureKind, cue: Cue | None, lists: FigureWords) -> bool:
    """Say whether "one" is no more than an article, or "two people" those named before: what is bounded counts."""
    amount = one.amount
    if kind == "people" and stands_for_named(one, lists):
        return _modifier(one, lists) == "exact"
    if amount.value != 1 or amount.high is not None or amount.numerator or one.measured:
        return False
    if amount.shape == "score" or (one.counted and not amount.in_words and not one.is_shared):
        return False
    if cue and kind not in ("people", "deployed"):
        return False
    return _modifier(one, lists) == "exact"


def _apart(kept: list[Told]) -> list[Told]:
    """Drop a figure that starts inside the one before it ("12 cửa hàng" holds no second one)."""
    result: list[Told] = []
    for row in kept:
        if not result or result[-1][0].end <= row[0].start:
            result.append(row)
    return result


def _figure(reading: Reading, number: int, row: Told, what: str, lists: FigureWords) -> Figure:
    one, kind, cue = row
    amount = one.amount
    value = amount.value
    if amount.numerator is not None and one.counted is not None:
        value = amount.numerator
    return Figure(
        id=f"{reading.article.id}#f{number}",
        start=one.start,
        end=one.end,
        value=_whole(value),
        high=None if amount.shape == "score" or amount.high is None else _whole(amount.high),
        modifier=_modifier(one, lists),
        what=what,
        kind=kind,
        according_to=_sources(reading, one),
        origin=f"figures/{'unit' if one.measured else 'cue' if cue else 'noun' if one.counted else 'bare'}",
    )


def _whole(value: float) -> float:
    """Give a whole number without a point."""
    return int(value) if value == int(value) else value


def _modifier(one: Candidate, lists: FigureWords) -> Modifier:
    if one.amount.modifier:
        return one.amount.modifier
    behind = words_from(one.after, one.end)
    length = longest(behind, 0, lists.modifiers_after)
    if length:
        return lists.modifiers_after[" ".join(word.plain for word in behind[:length])]
    is_large = one.measured is not None or one.amount.value >= _TEN
    for modifiers in (lists.modifiers_before, lists.modifiers_before_ten):
        length = longest_before(one.before, modifiers)
        if length and (is_large or modifiers is lists.modifiers_before):
            return modifiers[" ".join(word.plain for word in one.before[-length:])]
    return "exact"


def _sources(reading: Reading, one: Candidate) -> tuple[str, ...]:
    """Give the speakers of the statement that contains the figure: of the last one that starts ahead of it."""
    place = bisect_right(reading.statements, one.amount.start, key=lambda statement: statement.start) - 1
    if place < 0:
        return ()
    statement = reading.statements[place]
    is_inside = any(piece.start <= one.amount.start < piece.end for piece in statement.content)
    return statement.speakers if is_inside else ()
