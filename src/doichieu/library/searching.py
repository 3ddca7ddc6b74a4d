"""Searching: the words of a reading for the index, and hits with the exact places of what was looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.model import Span, span_of
from doichieu.store.database import FIELDS, Field, Words
from doichieu.store.folding import BREAK, bare, folded_words, parse, places

if TYPE_CHECKING:
    from doichieu.model import Reading
    from doichieu.store import Store
    from doichieu.store.database import Query

SHOWN = 3
"""Places that a hit shows."""
AROUND = 80
"""Characters shown on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where what was looked for stands: the words, and what is around them."""

    field: Field
    span: Span
    before: str
    words: str
    behind: str
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that holds what was looked for."""

    article: str
    outlet: str
    title: str
    url: str | None
    published: str | None
    story: str
    places: tuple[Place, ...]


def words_of_reading(reading: Reading) -> Words:
    """Give the words of an article, of what is said in it, and of the names in it."""
    text = reading.text
    said = (" ".join(span.of(text) for span in one.content) for one in reading.statements)
    names = dict.fromkeys(name for one in reading.mentions for name in (text[one.start : one.end], one.actor))
    names |= dict.fromkeys(speaker for one in reading.statements for speaker in one.speakers)
    parts: dict[Field, list[str]] = {
        "text": [f"{reading.article.title or ''}", text],
        "statements": list(said),
        "actors": list(names),
    }
    marked: dict[Field, str] = {}
    unmarked: dict[Field, str] = {}
    for field in FIELDS:
        words = [[word for word, _ in folded_words(part)] for part in parts[field]]
        marked[field] = f" {BREAK} ".join(" ".join(some) for some in words)
        unmarked[field] = f" {BREAK} ".join(" ".join(map(bare, some)) for some in words)
    return Words(marked=marked, bare=unmarked)


def find(store: Store, asked: str, *, fields: tuple[Field, ...] = FIELDS, limit: int = 20) -> list[Hit]:
    """Give the articles that hold what was asked for, the best first.

    Raises DoichieuError for a question without words.
    """
    query = parse(asked, fields)
    with store.reading():
        found = [number for number, _ in store.search.find(query, limit)]
        readings = store.articles.readings(found)
        stories = store.stories.of_articles(found)
    return [_hit(readings[number], stories.get(number, ""), query) for number in found if number in readings]


def _hit(reading: Reading, story: str, query: Query) -> Hit:
    article = reading.article
    title = article.title or next(
        (reading.text[one.start : one.end] for one in reading.zones if one.kind == "headline"), article.id
    )
    return Hit(
        article=article.id,
        outlet=article.outlet,
        title=" ".join(title.split()),
        url=article.url,
        published=article.published.isoformat() if article.published else None,
        story=story,
        places=tuple(_places(reading, query)[:SHOWN]),
    )


def _places(reading: Reading, query: Query) -> list[Place]:
    """Give where a text holds the words: in statements and names only, where only those were asked for."""
    found = places(reading.text, query)
    if "text" in query.fields:
        return [_place(reading, "text", span) for span in found]
    kept = []
    for span in found:
        statement = next((s for s in reading.statements if any(part.contains(span) for part in s.content)), None)
        if "statements" in query.fields and statement:
            kept.append(_place(reading, "statements", span, statement.speakers))
        elif "actors" in query.fields and any(span_of(one).overlaps(span) for one in reading.mentions):
            kept.append(_place(reading, "actors", span))
    return kept


def _place(reading: Reading, field: Field, span: Span, speakers: tuple[str, ...] = ()) -> Place:
    text = reading.text
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    return Place(
        field=field,
        span=span,
        before=" ".join(text[start : span.start].split()),
        words=span.of(text),
        behind=" ".join(text[span.end : end].split()),
        speakers=speakers,
    )
