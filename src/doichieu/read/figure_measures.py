"""What a figure with a unit measures: the quantity, by the word that names it or by the unit, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.read.figure_clauses import (
    LEAST_OWNER,
    MOST,
    MOST_NOUN,
    back_to_mark,
    behind,
    clause_ahead,
    undangled,
    until_mark,
    up_to_word,
    without_fillers,
)
from doichieu.read.figure_phrases import Word, longest, longest_before

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figure_candidates import Candidate

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


_REACH = 16
_LINK = 6
"""Words between the noun that heads a chain of nouns and its last one."""


def measured(one: Candidate, setting: Setting, lists: FigureWords) -> Told:
    """Give the thing measured: the word ahead or behind that names a quantity, and whose it is."""
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
    topic = lists.unit_topics.get(unit.name, "") if unit else ""
    return [*([topic] if topic and not whole else []), share, *whole, *clause]


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
    whole = _whole(until_mark(behind(one)), lists) if one.measured and one.measured.kind != "money" else []
    return [named(topic, lists), *owner, *whole]


def _whole(following: list[Word], lists: FigureWords) -> list[Word]:
    """Give the noun just behind a unit: the thing of which there is so much, or of which it is a part."""
    if not following or following[0].is_mark:
        return []
    if following[0].plain in lists.boundaries or following[0].plain in lists.conjunctions:
        return []
    for place in range(min(len(following), MOST_NOUN)):
        if place and (following[place].plain in lists.boundaries or longest(following, place, lists.predicates)):
            return following[:place]
    return up_to_word(following, MOST_NOUN, lists)


def _bare(topic: str, lists: FigureWords) -> str:
    """Give whose the last quantity is: no change, and none of what it is compared to."""
    for change in sorted(lists.changes):
        name = lists.topics[change]
        if topic.startswith(f"{name} "):
            topic = topic[len(name) + 1 :]
    for comparing in sorted(lists.conjunctions):
        if " " in comparing:
            topic = topic.partition(f" {comparing} ")[0]
    return topic


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
    first = place
    for start in range(place - 1, max(-1, place - _LINK), -1):
        if words[start].plain in lists.boundaries and words[start].plain != lists.owner:
            break
        if longest(words, start, lists.predicates) or longest(words, start, lists.auxiliaries):
            break
        ahead = longest(words, start, lists.topics)
        told = " ".join(word.plain for word in words[start : start + ahead])
        if ahead and lists.topics[told] == told and told not in lists.changes:
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
