"""How a page cites: the articles, the words, and what stands behind a line, as typed records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mark = Literal["", "some", "only"]
"""Whether some of the other wordings, or none of them, have the words; "" where all do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it is cited."""

    number: int
    """Its number in the story, from 1, in the order of publication."""
    anchor: str
    id: str
    label: str
    """The outlet, or, where it is unknown, the number in words."""
    named: bool
    """Whether the label says more than the number."""
    title: str
    when: str
    language: str
    """Code of its language where that is another than the interface's, for screen readers; else empty."""
    url: str | None
    """Its address, where that is one of the web."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Evidence: words of an article in the sentence around them."""

    source: Source
    anchor: str
    before: str
    text: str
    after: str
    copied: Source | None = None
    """The article in which the same passage stands, where the words are a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """Articles that have a line from one place, and why that is thought."""

    sources: tuple[Source, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """What stands behind a line."""

    words: tuple[Words, ...]
    sources: tuple[Words, ...]
    """The first words of each article."""
    because: tuple[str, ...]
    outlets: str = ""
    """How many outlets have it; how many articles, where an outlet is unknown."""
    origins: tuple[OriginView, ...] = ()
    origins_count: str = ""
    shared: bool = False
    """Whether several outlets have it."""
    echo: bool = False
    """Whether several outlets have it and all from one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A sentence with what it rests on."""

    text: str
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another line of the page."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a wording, and whether the other wordings have them."""

    text: str
    mark: Mark
