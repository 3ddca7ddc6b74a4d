"""Article: one text as an outlet published it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from doichieu.model.because import Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text of one outlet, exactly as gathered. Nothing changes ``text``: every offset counts its code points."""

    id: str
    text: str
    outlet: str = ""
    url: str | None = None
    title: str | None = None
    published: datetime | None = None
    """When the outlet published it, with its time zone; None where nothing tells."""
    language: str = ""
    """ISO 639-1 code of the language pack that reads it; empty while not recognised."""
    updated: datetime | None = None
    """When the outlet last changed it, where that is later than ``published``."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as the outlet names them."""
    captions: tuple[str, ...] = ()
    """The words under its pictures, where the page's markup keeps them apart from ``text``."""
    tags: tuple[str, ...] = ()
    """The topics that the outlet files it under."""
    because: tuple[Because, ...] = ()
    """Why the metadata are what they are, where the article's page tells different things."""
