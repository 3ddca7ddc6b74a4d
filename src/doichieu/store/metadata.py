"""Metadata: what an article has beside the columns of a library, as JSON, so that a new field needs no new column."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar, get_type_hints

import msgspec

Record = TypeVar("Record")
COLUMNS = frozenset({"id", "text", "outlet", "url", "title", "published", "language"})
"""Fields of an article that have columns of their own."""


def more_of(article: Any) -> str:
    """Give the fields that have no column, as JSON; empty where there are none."""
    more = {field.name: getattr(article, field.name) for field in fields(article) if field.name not in COLUMNS}
    return msgspec.json.encode(more).decode() if more else ""


def with_more(article: Record, more: str) -> Record:
    """Give an article with the fields that were kept; those that it no longer has are passed over."""
    if not more:
        return article
    hints = get_type_hints(type(article))
    kept: dict[str, Any] = msgspec.json.decode(more)
    known = {name: msgspec.convert(value, hints[name]) for name, value in kept.items() if name in hints}
    return replace(article, **known)  # type: ignore[type-var]
