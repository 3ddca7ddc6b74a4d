"""Adding: articles into a library, a few at a time, each step kept as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Literal

from doichieu.engines import read_all
from doichieu.gather import gather
from doichieu.library import sketches
from doichieu.library.identity import address_key, clean, digest_of, known_as
from doichieu.library.near import enter, leave
from doichieu.library.searching import words_of_reading
from doichieu.library.settling import Edit, settle
from doichieu.library.versions import reader_version
from doichieu.library.visiting import visiting
from doichieu.model import Article, Because, Problem, Reading
from doichieu.pipeline import read_article
from doichieu.settings import GatherSettings
from doichieu.store.articles import StoredArticle

if TYPE_CHECKING:
    from doichieu.store import Store

TAKEN = 512
"""Articles that are gathered before they are read."""
STEP = 24
"""Articles that are kept together: what a kill loses at most, and has to be read again."""

What = Literal["new", "edited", "known", "problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one item of a source, told after it is kept for good."""

    what: What
    id: str
    """The article's, or the source of the problem."""
    story: str = ""
    because: Because | None = None


def now() -> str:
    """Give the time as the library writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def add(
    store: Store,
    sources: Iterable[str],
    *,
    jobs: int = 1,
    since: datetime | None = None,
    later: bool = False,
    gathering: GatherSettings | None = None,
    clock: Callable[[], str] = now,
) -> Iterator[Added]:
    """Add the articles of sources, and tell of each once it is kept. What is there already is left alone.

    ``since`` leaves out articles published before. ``later`` leaves comparing to the next run that needs it.
    Stopped at any moment, it goes on from there when it is run again.
    """
    for source in sources:
        begun = clock()
        settings, visited = visiting(source, replace(gathering or GatherSettings(), since=since), store)
        items = gather([source], settings=settings)
        yield from add_items(store, items, origin=source, jobs=jobs, since=since, later=later, clock=clock)
        if visited is not None:
            visited.settle()
        with store.writing():
            store.problems.forget(source, tried_before=begun)


def add_items(
    store: Store,
    items: Iterable[Article | Problem],
    *,
    origin: str,
    jobs: int = 1,
    since: datetime | None = None,
    later: bool = False,
    clock: Callable[[], str] = now,
) -> Iterator[Added]:
    """Add gathered articles; ``origin`` is the source that they came from."""
    rest = iter(items)
    while taken := list(islice(rest, TAKEN)):
        articles: list[Article] = []
        problems: list[Problem] = []
        for item in taken:
            fine = _fit(item, since)
            if isinstance(fine, Problem):
                problems.append(fine)
            elif fine is not None:
                articles.append(fine)
        yield from _keep_problems(store, problems, origin, clock())
        there = [_unchanged(store, article) for article in articles]
        news = [article for article, known in zip(articles, there, strict=True) if not known]
        yield from (Added(what="known", id=one.id) for one, known in zip(articles, there, strict=True) if known)
        results = read_all(read_article, news, jobs=jobs)
        pairs = zip(news, results, strict=True)
        while step := list(islice(pairs, STEP)):
            yield from keep(store, step, origin, clock(), later=later)


def _fit(item: Article | Problem, since: datetime | None) -> Article | Problem | None:
    """Give an article that can be kept, a problem, or None for one that is older than wanted."""
    if isinstance(item, Problem):
        return item
    try:
        article = clean(item)
    except UnicodeEncodeError:
        return Problem(source=item.id, because=Because("no article: {0}", ("its text is no Unicode",)))
    published = article.published
    if published is not None and published.tzinfo is None:
        article = replace(article, published=(published := published.replace(tzinfo=UTC)))
    return None if since and published and published < since else article


def _unchanged(store: Store, article: Article) -> bool:
    """Say whether an article is there as it is, read by this version of the reader."""
    _, stored = known_as(store, article)
    if stored is None or stored.digest != digest_of(article):
        return False
    return not store.articles.read_otherwise(reader_version(), among=[stored.number])


def _keep_problems(store: Store, problems: list[Problem], origin: str, seen: str) -> Iterator[Added]:
    if problems:
        with store.writing():
            for problem in problems:
                store.problems.put(problem, origin=origin, seen=seen)
    yield from (Added(what="problem", id=one.source, because=one.because) for one in problems)


def keep(
    store: Store, step: list[tuple[Article, Reading | Problem]], origin: str, seen: str, *, later: bool = False
) -> list[Added]:
    """Keep some read articles with all that follows from them: one transaction."""
    added: list[Added] = []
    edits: list[Edit] = []
    fresh: dict[int, What] = {}
    shaken: set[int] = set()
    with store.writing():
        for article, result in step:
            if isinstance(result, Problem):
                store.problems.put(result, origin=origin, seen=seen)
                added.append(Added(what="problem", id=result.source, because=result.because))
                continue
            number, what, old, left = _keep_one(store, article, result, origin=origin, seen=seen)
            shaken |= left
            fresh[number] = what if fresh.get(number) != "new" else "new"
            if old is not None and what == "edited":
                edits.append(Edit(old=old, number=number))
        stories = settle(store, fresh, edits, shaken=shaken, at=seen, later=later)
    names = store.articles.keys(fresh)
    added += [Added(what=what, id=names[number][1], story=stories[number]) for number, what in fresh.items()]
    return added


def _keep_one(
    store: Store, article: Article, reading: Reading, *, origin: str, seen: str
) -> tuple[int, What, StoredArticle | None, set[int]]:
    """Keep one article, its next version, or its new reading.

    Gives its number, what it is, what was there, and the articles that it was near to.
    """
    article, stored = known_as(store, replace(article, language=reading.article.language))
    digest = digest_of(article)
    what: What = "new"
    if stored is None:
        number = store.articles.insert(
            article, address=address_key(article.url), digest=digest, seen=seen, source=origin
        )
    else:
        number, what = stored.number, "known"
        if stored.digest != digest:
            store.articles.revise(stored, article, digest=digest, seen=seen, source=origin)
            what = "edited"
    return number, what, stored, keep_reading(store, number, named(reading, article))


def keep_reading(store: Store, number: int, reading: Reading) -> set[int]:
    """Keep a reading with all that is found by it: its words, its rare words, what it is near to.

    Gives the articles that its text was near to before.
    """
    sketch = sketches.pack(reading)
    (day,) = store.articles.days([number]).values()
    left = [leave(store, number, day, old) for old in store.articles.sketches([number]).values()]
    store.articles.put_reading(number, reading, reader=reader_version(), sketch=sketch)
    store.search.put(number, words_of_reading(reading))
    enter(store, number, day, sketch)
    return set().union(*left)


def named(reading: Reading, article: Article) -> Reading:
    """Give a reading for an article that was read under another id: the ids of its notes follow."""
    old, new = reading.article.id, article.id
    if old == new:
        return replace(reading, article=article)
    return replace(
        reading,
        article=article,
        statements=tuple(replace(one, id=f"{new}{one.id[len(old) :]}") for one in reading.statements),
        figures=tuple(replace(one, id=f"{new}{one.id[len(old) :]}") for one in reading.figures),
    )
