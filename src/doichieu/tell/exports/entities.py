"""Actors, articles and happenings as FollowTheMoney entities, a line of JSON each (followthemoney.tech, schema 4).

Ids are SHA-1 of what they name, as in FollowTheMoney, so that the same input gives the same ids.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC
from typing import TYPE_CHECKING

import msgspec

from doichieu.tell.exports.tables import JOINT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from doichieu.model import Actor, Article, Dossier, Happening, MentionType, Statement, Story

SCHEMATA: dict[MentionType, str] = {"PER": "Person", "ORG": "Organization"}
"""Schemata of actors; places become addresses nobody could send a letter to, so they are left to the articles."""
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

Properties = dict[str, list[str]]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """An entity as FollowTheMoney reads it."""

    id: str
    schema: str
    properties: Properties


def write_entities(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give the entities as JSON lines, each id once; ``language`` changes nothing."""
    del language
    found: dict[str, Entity] = {}
    for told in dossier.stories:
        for entity in _entities(told.story):
            found.setdefault(entity.id, entity)
    encoder = msgspec.json.Encoder()
    return {"dossier.ftm.json": b"".join(encoder.encode(row) + b"\n" for row in found.values())}


def _entities(story: Story) -> Iterator[Entity]:
    actors = {row.name: _actor(row, story.id) for row in story.actors if row.type in SCHEMATA}
    yield from (_article(row.article) for row in story.readings)
    yield from actors.values()
    yield from (_happening(row) for row in story.timeline)
    for reading in story.readings:
        article = reading.article
        for name in sorted({row.actor for row in reading.mentions} & actors.keys()):
            yield _mention(article, actors[name], name)
        for note in reading.statements:
            for name in note.speakers:
                if name in actors:
                    yield _remark(article, reading.text, note, actors[name])


def _article(row: Article) -> Entity:
    return _entity(
        "Article", ("article", row.id), title=row.title, publisher=row.outlet, sourceUrl=_address(row.url),
        publishedAt=_moment(row.published), language=_LANGUAGES.get(row.language),
        bodyText=row.text,
    )  # fmt: skip


_LANGUAGES = {"vi": "vie", "en": "eng"}
"""ISO 639-3 codes, which FollowTheMoney takes."""


def _actor(row: Actor, story: str) -> Entity:
    aliases = [form for form in row.forms if form != row.name]
    roles = {"position" if row.type == "PER" else "summary": [role.text for role in row.roles]}
    return _entity(SCHEMATA[row.type], ("actor", story, row.name), name=row.name, alias=aliases, **roles)


def _happening(row: Happening) -> Entity:
    start, _, end = row.date.partition("/")
    dates = {"startDate": _date(start), "endDate": _date(end)} if end else {"date": _date(start)}
    proof = sorted({_ident("article", evidence.article) for evidence in row.evidence})
    return _entity("Event", ("happening", row.id), name=row.what, summary=str(row.because), proof=proof, **dates)


def _mention(article: Article, actor: Entity, name: str) -> Entity:
    return _entity(
        "Mention", ("mention", article.id, actor.id), document=_ident("article", article.id), resolved=actor.id,
        name=name, detectedSchema=actor.schema,
    )  # fmt: skip


def _remark(article: Article, text: str, note: Statement, actor: Entity) -> Entity:
    words = " … ".join(" ".join(span.of(text).split()) for span in note.content)
    return _entity(
        "Note", ("statement", note.id, actor.id), name=note.kind, description=words, entity=actor.id,
        summary=JOINT.join(filter(None, (note.date, note.via))),
        proof=_ident("article", article.id), sourceUrl=_address(article.url),
    )  # fmt: skip


def _entity(schema: str, key: tuple[str, ...], **properties: str | list[str] | None) -> Entity:
    values = {name: [value] if isinstance(value, str) else list(value or ()) for name, value in properties.items()}
    filled = {name: list(dict.fromkeys(filter(None, row))) for name, row in values.items()}
    return Entity(id=_ident(*key), schema=schema, properties={name: row for name, row in filled.items() if row})


def _ident(*key: str) -> str:
    return hashlib.sha1("\x1f".join(("doichieu", *key)).encode(), usedforsecurity=False).hexdigest()


def _date(value: str) -> str | None:
    found = _DATE.match(value)
    return found[0] if found else None


def _moment(moment: datetime | None) -> str | None:
    """Give a time as FollowTheMoney keeps it: in UTC, without a zone."""
    if moment is None:
        return None
    return f"{moment.astimezone(UTC) if moment.tzinfo else moment:%Y-%m-%dT%H:%M:%S}"


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
