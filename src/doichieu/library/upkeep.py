"""Upkeep: what an earlier version of the program made is made again; what is wrong is found and mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.engines import read_all
from doichieu.library.adding import STEP, TAKEN, keep_reading, named, now
from doichieu.library.grouping import afresh
from doichieu.library.people import corrections_of
from doichieu.library.settling import settle, settle_story
from doichieu.library.versions import comparer_version, reader_version
from doichieu.model import Problem, Reading
from doichieu.pipeline import read_article

if TYPE_CHECKING:
    from doichieu.store import Store
    from doichieu.store.articles import StoredArticle

FEW = 200
"""Articles that another version read, up to which adding reads them again by itself: some ten seconds."""
DEEP = 20_000
"""Articles up to which all stories are grouped afresh to see whether the library says the same: some seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about a library that is not as it should be."""

    what: str
    count: int
    fault: bool = True
    """Whether it is wrong, or only made by an earlier version of the program."""


def examine(store: Store) -> list[Finding]:
    """Give what is wrong with a library, and what an earlier version of the program made."""
    found = [Finding(what=f"the database: {fault}", count=1) for fault in store.database.faults()]
    rows = store.database.rows
    queries = {
        "articles without a reading": "SELECT COUNT(*) FROM articles"
        " WHERE number NOT IN (SELECT article FROM readings)",
        "articles without the text of their newest version": "SELECT COUNT(*) FROM articles a WHERE NOT EXISTS"
        " (SELECT 1 FROM versions v WHERE v.article = a.number AND v.version = a.version)",
        "articles in no story": "SELECT COUNT(*) FROM articles WHERE number NOT IN (SELECT article FROM members)",
        "stories without articles": "SELECT COUNT(*) FROM stories s WHERE s.merged_into IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM members m WHERE m.story = s.number)",
        "stories that miscount their articles": "SELECT COUNT(*) FROM stories s WHERE s.merged_into IS NULL AND"
        " s.articles <> (SELECT COUNT(*) FROM members m WHERE m.story = s.number)",
    }
    counts = {what: int(rows(sql)[0][0]) for what, sql in queries.items()}
    counts["stories that are not what grouping afresh gives"] = 0 if counts["articles in no story"] else _astray(store)
    found += [Finding(what=what, count=count) for what, count in counts.items() if count]
    if old := rows("SELECT COUNT(*) FROM readings WHERE reader <> ?", (reader_version(),))[0][0]:
        found.append(Finding(what="articles read by an earlier version of the program", count=int(old), fault=False))
    sql = "SELECT COUNT(*) FROM stories WHERE merged_into IS NULL AND comparer <> ?"
    if old := rows(sql, (comparer_version(),))[0][0]:
        found.append(Finding(what="stories still to be compared", count=int(old), fault=False))
    return found


def _astray(store: Store) -> int:
    """Give how many stories differ from those that all articles make when they are grouped afresh."""
    if store.articles.count() > DEEP:
        return 0
    numbers = list(_numbers(store))
    stories: dict[str, set[int]] = {}
    for number, story in store.stories.of_articles(numbers).items():
        stories.setdefault(story, set()).add(number)
    by_person = corrections_of(store)
    near = {one: {**row, **by_person(one)} for one, row in store.neighbours.near(numbers).items()}
    return len(afresh(store.articles.keys(numbers), near) - {frozenset(members) for members in stories.values()})


def _numbers(store: Store) -> Iterator[int]:
    last = 0
    while some := store.articles.numbers(after=last):
        yield from some
        last = some[-1]


def read_again(
    store: Store,
    *,
    jobs: int = 1,
    clock: Callable[[], str] = now,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Read again what another version of the reader read, or none; can be stopped at any moment. Give how many."""
    reader, done = reader_version(), 0
    while numbers := store.articles.unread()[:TAKEN] or store.articles.read_otherwise(reader, limit=TAKEN):
        stored = [one for _, one in sorted(store.articles.by_number(numbers).items())]
        results = list(read_all(read_article, [one.article for one in stored], jobs=jobs))
        for start in range(0, len(stored), STEP):
            some = list(zip(stored[start : start + STEP], results[start : start + STEP], strict=True))
            with store.writing():
                _keep_again(store, some, clock())
            done += len(some)
            if progress:
                progress(done)
    return done


def _keep_again(store: Store, some: list[tuple[StoredArticle, Reading | Problem]], at: str) -> None:
    """Keep new readings. What can be read no more keeps the reading of nothing: the article is never lost."""
    fresh: list[int] = []
    shaken: set[int] = set()
    current = store.articles.by_number(one.number for one, _ in some)
    for stored, result in some:
        if current[stored.number].version != stored.version:
            continue  # edited by another writer meanwhile, and so read
        if isinstance(result, Problem):
            store.problems.put(result, origin="", seen=at)
            result = Reading(article=stored.article)  # noqa: PLW2901
        shaken |= keep_reading(store, stored.number, named(result, stored.article))
        fresh.append(stored.number)
    settle(store, fresh, shaken=shaken, at=at, silent=True)


def compare_again(
    store: Store, *, clock: Callable[[], str] = now, progress: Callable[[int], None] | None = None
) -> int:
    """Compare the stories that were left for later, or that another version compared; give how many."""
    done = 0
    while ids := store.stories.compared_otherwise(comparer_version()):
        for ident in ids:
            with store.writing():
                row = store.stories.get(ident)
                if row and row.merged_into is None:
                    members = store.stories.members(ident)
                    settle_story(store, ident, members, at=clock(), silent=row.comparer not in {"", "-"})
            done += 1
            if progress:
                progress(done)
    return done


def regroup_all(store: Store, *, clock: Callable[[], str] = now) -> None:
    """Decide all articles again: for a library whose stories went astray."""
    with store.writing():
        settle(store, list(_numbers(store)), at=clock(), silent=True)


def empty_stories(store: Store, *, clock: Callable[[], str] = now) -> None:
    """End stories that have no articles."""
    with store.writing():
        sql = (
            "SELECT id FROM stories s WHERE s.merged_into IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM members m WHERE m.story = s.number)"
        )
        for (ident,) in store.database.rows(sql):
            store.stories.end(ident, merged_into=ident, at=clock())


def repair(store: Store, *, jobs: int = 1, progress: Callable[[int], None] | None = None) -> list[Finding]:
    """Mend what can be mended; give what is left."""
    read_again(store, jobs=jobs, progress=progress)
    if any(one.fault for one in examine(store)):
        empty_stories(store)
        regroup_all(store)
    compare_again(store, progress=progress)
    return examine(store)
