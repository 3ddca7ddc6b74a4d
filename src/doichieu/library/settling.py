"""Settling: what follows for stories from articles that came, changed or were corrected, and only for those stories."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.library.changes import edit_of, news_in
from doichieu.library.grouping import Shelf, regroup, shelf_of
from doichieu.library.people import corrections_of, reasons
from doichieu.library.stories import compare_afresh, head_span, pack, row_of, unpack
from doichieu.library.versions import comparer_version
from doichieu.store.events import Event, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doichieu.model import Reading, ToldStory
    from doichieu.store import Store
    from doichieu.store.articles import StoredArticle

NEVER = "-"
"""Stands where a version would, for a story that was never compared."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An article that its outlet changed, as it was."""

    old: StoredArticle
    number: int


def settle(
    store: Store,
    fresh: Iterable[int],
    edits: Iterable[Edit] = (),
    *,
    shaken: Iterable[int] = (),
    at: str,
    later: bool = False,
    silent: bool = False,
) -> dict[int, str]:
    """Group fresh articles, compare the stories that changed, keep what is new in them; give each one's story.

    ``shaken`` articles are decided again too: they were near to one that was edited. Happens inside the transaction
    that keeps the articles. ``later`` leaves comparing to a run to come. ``silent``: the program changed and not the
    news, so nothing is told of what stories say now.
    """
    fresh, edits = set(fresh), list(edits)
    shelf = shelf_of(store, corrections_of(store))
    regroup(shelf, fresh | set(shaken))
    stories = _named(store, shelf, at)
    changed = {story for number, story in stories.items() if number in fresh}
    for story, members in _by_story(stories).items():
        before = shelf.before.get(story)
        if story in changed or members != before:
            joined = members - before if before is not None else frozenset()
            edited = {one.old.article.id for one in edits if one.number in members}
            settle_story(store, story, members, at=at, joined=joined, edited=edited, later=later, silent=silent)
    for edit in edits:
        (new,) = store.articles.by_number([edit.number]).values()
        store.events.add(edit_of(edit.old, new, stories[edit.number], at=at))
    return {number: stories[number] for number in fresh}


def _by_story(stories: Mapping[int, str]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, story in stories.items():
        found.setdefault(story, set()).add(number)
    return {story: frozenset(members) for story, members in sorted(found.items())}


def _named(store: Store, shelf: Shelf, at: str) -> dict[int, str]:
    """Give each article its story's id, kept where most of the story stays; keep what began and ended."""
    groups = {label: [one for _, one in members] for label, members in shelf.members.items() if members}
    touched = [label for label, members in groups.items() if shelf.before.get(label) != frozenset(members)]
    ended = {label for label, before in shelf.before.items() if before and (label not in groups or label in touched)}
    shares = Counter(
        (label, old)
        for label in touched
        for one in groups[label]
        for old in ended
        if one in shelf.before.get(old, frozenset())
    )
    ids = {label: label for label in groups if label not in touched}
    for (label, old), _ in sorted(shares.items(), key=lambda row: (-row[1], row[0][0].startswith("+"), row[0])):
        if label not in ids and old not in ids.values():
            ids[label] = old
    for label in touched:
        if label not in ids:
            ids[label] = _begin(store, shelf, groups[label], at)
    found = {one: ids[label] for label, members in groups.items() for one in members}
    _end(store, shelf, found, ended - set(ids.values()), at)
    for story, members in _by_story(found).items():
        if members != shelf.before.get(story):
            store.stories.assign(sorted(members), story)
    return found


def _begin(store: Store, shelf: Shelf, members: list[int], at: str) -> str:
    """Give the id of a story that was not there, kept with a row of its own at once."""
    ident = f"s:{shelf.keys[members[0]][1]}"
    number = 1
    while store.stories.get(ident):
        number += 1
        ident = f"s:{shelf.keys[members[0]][1]}~{number}"
    readings = _readings(store, members)
    days = store.articles.days(members)
    row = row_of(ident, readings, [days[one] for one in members], None, made=at, changed=at, comparer=NEVER)
    store.stories.put(row, b"")
    olds = {old for old, before in shelf.before.items() if not before.isdisjoint(members)}
    before = ", ".join(sorted(olds)) or None
    store.events.add(
        Event(
            at=at,
            kind="split" if olds else "story",
            story=ident,
            article=readings[0].article.id,
            what=row.headline,
            before=before,
            evidence=(head_of(store, readings[0], members[0]),),
        )
    )
    return ident


def _end(store: Store, shelf: Shelf, found: Mapping[int, str], ended: Iterable[str], at: str) -> None:
    """Let stories that no longer stand be part of the ones that most of their articles went to."""
    for old in sorted(ended):
        goals = Counter(found[one] for one in shelf.before[old])
        goal = min(goals, key=lambda one: (-goals[one], one))
        row = store.stories.get(old)
        store.stories.end(old, merged_into=goal, at=at)
        store.events.add(
            Event(at=at, kind="merged", story=goal, what=row.headline if row else old, before=old, after=goal)
        )


def settle_story(
    store: Store,
    story: str,
    members: Iterable[int],
    *,
    at: str,
    joined: Iterable[int] = (),
    edited: Iterable[str] = (),
    later: bool = False,
    silent: bool = False,
) -> None:
    """Compare one story, keep it, and keep what is new in it: articles that joined, and what they tell."""
    keys = store.articles.keys(members)
    ordered = sorted(keys, key=keys.__getitem__)
    readings, days = _readings(store, ordered), store.articles.days(ordered)
    for number, reading in zip(ordered, readings, strict=True):
        if number in set(joined):
            _tell_of_joining(store, story, reading, number, at)
    compared = None
    if not later and len(readings) > 1:
        compared = compare_afresh(story, readings, reasons(store, [reading.article.id for reading in readings]))
        if compared.problem:
            store.problems.put(compared.problem, origin="", seen=at)
    told = compared.told if compared else None
    kept, row = store.stories.told(story), store.stories.get(story)
    comparer = comparer_version() if compared or len(readings) == 1 else ""
    made = row.made if row else at
    new = row_of(story, readings, [days[one] for one in ordered], told, made=made, changed=at, comparer=comparer)
    if told and not silent:
        _tell_news(store, told, kept, set(edited), began=row is None or row.comparer == NEVER, at=at)
    store.stories.put(new, pack(told) if told else kept if later else b"")


def _tell_news(store: Store, told: ToldStory, kept: bytes, edited: set[str], *, began: bool, at: str) -> None:
    """Keep what a story tells that it did not; nothing of one that just began: all of it is new."""
    if began:
        return
    old = unpack(kept) if kept else None
    ids = [reading.article.id for reading in told.story.readings]
    numbers = store.articles.numbers_of(ids)
    stored = store.articles.by_number(numbers.values())
    versions = {one.article.id: one.version for one in stored.values()}
    there = set(old.articles) if old else {one.article.id for one in stored.values() if one.added < at}
    for event in news_in(told.story, old, (set(ids) - there) | edited, versions, at=at):
        store.events.add(event)


def _tell_of_joining(store: Store, story: str, reading: Reading, number: int, at: str) -> None:
    words = head_of(store, reading, number)
    store.events.add(
        Event(at=at, kind="article", story=story, article=reading.article.id, what=words.words, evidence=(words,))
    )


def head_of(store: Store, reading: Reading, number: int) -> Words:
    """Give an article's headline, or its first line, as evidence."""
    version = store.articles.by_number([number])[number].version
    article, span = reading.article, head_span(reading)
    return Words(
        article=article.id,
        version=version,
        start=span.start,
        end=span.end,
        words=span.of(article.text),
        outlet=article.outlet,
        url=article.url,
    )


def _readings(store: Store, numbers: list[int]) -> list[Reading]:
    found = store.articles.readings(numbers)
    return [found[number] for number in numbers if number in found]
