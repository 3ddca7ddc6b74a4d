"""What people corrected: merge, split, pin. Later runs respect it, and stories say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.library.grouping import APART_BY_PERSON, TOGETHER_BY_PERSON
from doichieu.library.stories import story_of
from doichieu.model import Because
from doichieu.store.corrections import Correction
from doichieu.store.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from doichieu.store import Store


def corrections_of(store: Store) -> Callable[[int], Mapping[int, float]]:
    """Give a function from an article to those that a person put together with it, or not; the latest word counts."""
    corrections = store.corrections.all()
    if not corrections:
        return lambda _: {}
    numbers = store.articles.numbers_of({one for row in corrections for one in (*row.articles, *row.others)})
    ids = {number: ident for ident, number in numbers.items()}

    def by_person(number: int) -> Mapping[int, float]:
        found: dict[int, float] = {}
        for row in corrections if number in ids else ():
            for other, value in _said(row, ids[number]).items():
                if other in numbers:
                    found[numbers[other]] = value
        return found

    return by_person


def _said(row: Correction, article: str) -> dict[str, float]:
    """Give what a correction says of one article and others."""
    found: dict[str, float] = {}
    if article in row.articles and row.kind != "split":
        found = dict.fromkeys(row.articles, TOGETHER_BY_PERSON)
    apart = row.articles if row.kind == "split" else row.articles[:1]
    if article in apart:
        found |= dict.fromkeys(row.others, APART_BY_PERSON)
    elif article in row.others:
        found |= dict.fromkeys(apart, APART_BY_PERSON)
    found.pop(article, None)
    return found


def reasons(store: Store, ids: Iterable[str]) -> tuple[Because, ...]:
    """Give what people said about a story's articles, for its reasons."""
    templates = {
        "merge": "a person put its articles together ({0})",
        "split": "a person took it apart from other articles ({0})",
        "pin": "a person put an article into it ({0})",
    }
    said = store.corrections.of_articles(ids)
    return tuple(Because(templates[row.kind], (f"{row.at[:10]} {row.note}".strip(),)) for row in said)


def merge(store: Store, stories: Sequence[str], *, at: str, note: str = "") -> Correction:
    """Say that stories are one. Raises DoichieuError where there are not two, or one is not known."""
    found = list(dict.fromkeys(story_of(store, story).id for story in stories))
    if len(found) < 2:
        raise DoichieuError("two different stories or more are needed to merge")
    articles = tuple(one for story in found for one in _ids(store, story))
    return Correction(at=at, kind="merge", story=found[0], articles=articles, note=note)


def split(store: Store, story: str, articles: Sequence[str], *, at: str, note: str = "") -> Correction:
    """Say that articles do not belong to a story. Raises DoichieuError where they are not in it, or all of it."""
    ident = story_of(store, story).id
    members = _ids(store, ident)
    if missing := [one for one in articles if one not in members]:
        raise DoichieuError(f"{missing[0]}: is not in the story {ident} (doichieu show {ident} lists its articles)")
    others = tuple(one for one in members if one not in articles)
    if not others:
        raise DoichieuError(f"these are all the articles of {ident}: leave one or more")
    return Correction(at=at, kind="split", story=ident, articles=tuple(articles), others=others, note=note)


def pin(store: Store, article: str, story: str, *, at: str, note: str = "") -> Correction:
    """Say that an article belongs to a story. Raises DoichieuError where one of them is not known."""
    ident = story_of(store, story).id
    stored = store.articles.by_id(article)
    if stored is None:
        raise DoichieuError(f"{article}: no article of the library")
    members = _ids(store, ident)
    own = store.stories.of_articles([stored.number]).get(stored.number, ident)
    others = tuple(one for one in _ids(store, own) if one != article) if own != ident else ()
    kept = tuple(one for one in members if one != article)
    return Correction(at=at, kind="pin", story=ident, articles=(article, *kept), others=others, note=note)


def _ids(store: Store, story: str) -> list[str]:
    keys = store.articles.keys(store.stories.members(story))
    return [ident for _, ident in sorted(keys.values())]


def correct(store: Store, make: Callable[[], Correction]) -> tuple[Correction, list[str]]:
    """Keep what a person said, and let it hold at once; give it, and the stories that its articles are in now."""
    from doichieu.library.settling import settle  # noqa: PLC0415 - which needs this module

    with store.writing():
        said = make()
        store.corrections.add(said)
        numbers = store.articles.numbers_of((*said.articles, *said.others))
        stories = settle(store, numbers.values(), at=said.at)
        found = sorted(set(stories.values()))
        what = f"{said.kind}: {', '.join(said.articles[:3])}" + (f" ({said.note})" if said.note else "")
        for story in found:
            store.events.add(Event(at=said.at, kind="corrected", story=story, what=what))
    return said, found
