"""Events: what happened to the stories of a library, in the order in which it was seen, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from doichieu.store.database import Database, Values

EventKind = Literal[
    "story", "article", "edited", "voice", "figure", "dispute", "settled", "merged", "split", "corrected"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The exact words that a change rests on: an article, one of its versions, where they stand, and what they are."""

    article: str
    version: int
    start: int
    end: int
    words: str
    outlet: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something new in a story.

    ``story`` it was not there before; ``article`` another one joined; ``edited`` an outlet changed an article;
    ``voice`` somebody is quoted for the first time; ``figure`` a number was given anew; ``dispute`` accounts began to
    differ, ``settled`` they differ no longer; ``merged``, ``split`` stories became one or two; ``corrected`` a person
    said so.
    """

    at: str
    """When it was seen: UTC, ``2026-01-31T08:00:00Z``."""
    kind: EventKind
    story: str
    article: str | None = None
    what: str
    """What it is about: a speaker, a quantity, a headline, another story."""
    before: str | None = None
    after: str | None = None
    evidence: tuple[Words, ...] = ()
    number: int = 0
    """Its place among all events; given when it is kept."""


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a row of the table holds beside its columns."""

    what: str
    before: str | None = None
    after: str | None = None
    evidence: tuple[Words, ...] = ()


class Events:
    """The events of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: Event) -> None:
        """Keep an event."""
        about = About(what=event.what, before=event.before, after=event.after, evidence=event.evidence)
        self._database.run(
            "INSERT INTO events (at, kind, story, article, about) VALUES (?, ?, ?, ?, ?)",
            (event.at, event.kind, event.story, event.article, msgspec.json.encode(about).decode()),
        )

    def since(self, at: str, *, limit: int = 10_000) -> list[Event]:
        """Give what was seen from a time on, the oldest first."""
        return self._find("at >= ?", (at,), limit)

    def of_story(self, ident: str) -> list[Event]:
        """Give the history of a story."""
        return self._find("story = ?", (ident,), 10_000)

    def _find(self, condition: str, values: Values, limit: int) -> list[Event]:
        rows = self._database.rows(
            f"SELECT number, at, kind, story, article, about FROM events WHERE {condition} ORDER BY number LIMIT ?",
            (*values, limit),
        )
        found = []
        for number, at, kind, story, article, content in rows:
            about = msgspec.json.decode(content, type=About)
            found.append(
                Event(
                    number=number,
                    at=at,
                    kind=kind,
                    story=story,
                    article=article,
                    what=about.what,
                    before=about.before,
                    after=about.after,
                    evidence=about.evidence,
                )
            )
        return found
