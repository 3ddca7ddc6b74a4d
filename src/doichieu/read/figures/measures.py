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

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figures.candidates import Candidate

Told = list["Word | str"]


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


_REACH = 16
_MOST_SIDE = 3
"""Words of its own with which a value still is of the thing told of before ("bán ra 37 triệu")."""
_LINK = 6
"""Words between the noun that heads a chain of nouns and its last one."""


def measured(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    """Give the thing measured: the word ahead or behind that names a quantity, whose it is, and on which side."""
    return [*_thing(one, setting, lists), *_aside(one, lists)]


def _thing(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    following = until_mark(behind(one))
    before = back_to_mark(one.before)[-_REACH:]
    place, length = _topic(before, lists)
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
    unit = one.measured
    share = lists.shares.get(unit.kind, "") if unit else ""
    if name:
        return [share if unit and unit.kind == "percent" else "", name, *whole[follows:], *clause]
    level = _unchanged(clause, lists)
    place, length = _topic(level, lists)
    if length and not whole:
        return [named(level[place : place + length], lists), *level[place + length :]]
    own = without_fillers(back_to_mark(one.before), lists)
    if setting.is_same_unit and 0 < len(own) <= _MOST_SIDE and not whole:
        return [_other_side(_bare(setting.inherited, lists), own, lists), *own]
    topic = lists.unit_topics.get(unit.name, "") if unit else ""
    return [*([topic] if topic and not whole else []), share, *whole, *clause]


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


def _topic(words: list[Word], lists: FigureWords) -> tuple[int, int]:
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
        if length and named(words[end - length : end], lists):
            return _first_linked(words, end - length, length, lists)
        skipped = end - max(1, length)
        if words[end - 1].text[0].isdigit():
            break
    return 0, 0


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


def _until_said(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the words up to what is said of them, or to the next thing."""
    for place in range(len(words)):
        if longest(words, place, lists.predicates) or words[place].plain in lists.conjunctions:
            return words[:place]
    return words
