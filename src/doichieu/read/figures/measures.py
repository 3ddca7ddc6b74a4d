"""What a figure with a unit measures: the quantity, by the word that names it or by the unit, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.read.figures.clauses import (
    LEAST_OWNER,
    MOST,
    MOST_NOUN,
    back_to_mark,
    behind,
    clause_ahead,
    cuts_word,
    undangled,
    until_mark,
    up_to_word,
    without_fillers,
)
from doichieu.read.figures.phrases import Word, longest, longest_before
from doichieu.read.figures.quantities import Told, level_ahead, named, topic_in

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figures.candidates import Candidate


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a figure."""

    clause: list[Word]
    """Subject and verb ahead of it."""
    inherited: str
    """What the figure before it in its sentence counts or measures."""
    compared: list[Word]
    """What it is compared to."""
    before: list[Word]
    """The words of its sentence ahead of it."""
    is_same_unit: bool
    """Whether the figure before it in its sentence has the same unit."""


_MOST_SAID = 8
"""Words of a part and what is said of it, where nothing stands ahead ("80% of the cases occur in poor countries")."""
_REACH = 16
_MOST_SIDE = 3
"""Words of its own with which a value still is of the thing told of before ("bán ra 37 triệu")."""


def measured(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    """Give the thing measured: the word ahead or behind that names a quantity, whose it is, and on which side."""
    return [*_thing(one, setting, lists), *_aside(one, lists)]


def _thing(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    following = until_mark(behind(one))
    before = back_to_mark(one.before)[-_REACH:]
    place, length = topic_in(before, lists)
    follows = longest(following, 0, lists.topics)
    opens = not one.before or one.before[-1].is_mark or one.before[-1].plain in lists.conjunctions
    if follows and opens and named(following[:follows], lists):
        owner = _until_said(following[follows:], lists)[:MOST_NOUN] or setting.clause
        return [named(following[:follows], lists), *owner]
    if not length:
        return _unnamed(one, following, setting, lists)
    return _named_ahead(one, (before[place : place + length], before[place + length :]), before[:place], setting, lists)


def _unnamed(one: Candidate, following: list[Word], setting: Setting, lists: FigureWords) -> Told:
    """Tell of a value by the quantity named behind it, by its unit, or by what there is so much of."""
    follows, whole, clause = longest(following, 0, lists.topics), _whole(following, lists), setting.clause
    name = named(following[:follows], lists) if follows else ""
    if name:
        return [_share(one, lists) if _is_part(one) else "", name, *whole[follows:], *clause]
    if whole:
        said = undangled(up_to_word(following, _MOST_SAID, lists), lists)
        return [_share(one, lists), *(whole if clause or follows else said), *clause]
    return _without_whole(one, setting, lists)


def _without_whole(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    """Tell of a value behind which nothing stands that it is of."""
    own = without_fillers(back_to_mark(one.before), lists)
    if not own and not _is_part(one) and (level := level_ahead(one.before, lists)):
        return level
    clause = _unchanged(setting.clause, lists)
    place, length = topic_in(clause, lists)
    if length:
        return [named(clause[place : place + length], lists), *clause[place + length :]]
    if setting.is_same_unit and 0 < len(own) <= _MOST_SIDE:
        return [_other_side(_bare(setting.inherited, lists), own, lists), *own]
    if not own and _is_part(one) and setting.inherited and not setting.is_same_unit:
        return [_share(one, lists), _bare(setting.inherited, lists)]
    topic = lists.unit_topics.get(one.measured.name, "") if one.measured else ""
    return [topic, _share(one, lists), *setting.clause]


def _is_part(one: Candidate) -> bool:
    return one.measured is not None and one.measured.kind == "percent"


def _share(one: Candidate, lists: FigureWords) -> str:
    return lists.shares.get(one.measured.kind, "") if one.measured else ""


def _other_side(topic: str, own: list[Word], lists: FigureWords) -> str:
    """Give a topic without the side that it was told of, where another is told of now ("mua vào", then "bán ra")."""
    for side in sorted((lists.sides[side] for side in lists.sides), key=len, reverse=True):
        if own and topic.endswith(f" {side}"):
            return topic[: -len(side) - 1]
    return topic


def _aside(one: Candidate, lists: FigureWords) -> list[Word]:
    """Give the side of a price told in brackets behind it ("37 triệu (bán ra)")."""
    words = behind(one)
    if not words or words[0].text != "(":
        return []
    length = longest(words, 1, lists.sides)
    return words[1 : 1 + length] if length + 1 < len(words) and words[length + 1].text == ")" else []


def _unchanged(words: list[Word], lists: FigureWords) -> list[Word]:
    """Drop the change at the end: what stands behind it is no change but a level ("fell 2% to 709 USD")."""
    length = longest_before(words, lists.changes)
    return words[: len(words) - length] if length < len(words) else words


def _named_ahead(
    one: Candidate, parts: tuple[list[Word], list[Word]], before: list[Word], setting: Setting, lists: FigureWords
) -> Told:
    """Tell of a value by the topic ahead of it: ``parts`` are the topic and the words between it and the value."""
    topic, between = parts
    owner = up_to_word(without_fillers(between, lists), MOST, lists)
    if len(owner) < LEAST_OWNER:
        owner = [*clause_ahead(before, lists), *owner]
    if " ".join(word.plain for word in topic) in lists.changes:
        if between and longest_before(between, lists.results):
            return [*owner]
        rest: Told = [*owner] if owner else [_bare(setting.inherited, lists)]
        return [named(topic, lists), *rest, *setting.compared]
    if len(topic) == 1 and topic[0].plain in lists.fillers and (longest(owner, 0, lists.topics) or not owner):
        return [*owner] or [_bare(setting.inherited, lists) or named(topic, lists)]
    whole = _whole(until_mark(behind(one)), lists) if one.measured and one.measured.kind != "money" else []
    return [named(topic, lists), *owner, *whole]


def _whole(following: list[Word], lists: FigureWords) -> list[Word]:
    """Give the noun just behind a unit: the thing of which there is so much, or of which it is a part."""
    if not following or following[0].is_mark:
        return []
    if following[0].plain in lists.boundaries or following[0].plain in lists.conjunctions:
        return []
    for place in range(min(len(following), MOST_NOUN)):
        ends = following[place].plain in lists.boundaries or longest(following, place, lists.predicates)
        if place and ends and not cuts_word(following, place, lists):
            return following[:place]
    return up_to_word(following, MOST_NOUN, lists)


def _bare(topic: str, lists: FigureWords) -> str:
    """Give whose the last quantity is: no change, and none of what it is compared to."""
    for change in sorted(lists.changes):
        name = lists.topics[change]
        if topic.startswith(f"{name} "):
            topic = topic[len(name) + 1 :]
    return topic.partition(f" {lists.comparing} ")[0]


def comparison(following: list[Word], lists: FigureWords) -> list[Word]:
    """Give what a change is compared to, its time included."""
    following = until_mark(following)
    length = longest(following, 0, lists.conjunctions)
    if length < 2:
        return []
    for place in range(length + 1, len(following)):
        if following[place].plain in lists.conjunctions:
            following = following[:place]
            break
    words = undangled(up_to_word(following, MOST, lists), lists)
    return words if len(words) > length else []


def _until_said(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the words up to what is said of them, or to the next thing."""
    for place in range(len(words)):
        if longest(words, place, lists.predicates) or words[place].plain in lists.conjunctions:
            return words[:place]
    return words
