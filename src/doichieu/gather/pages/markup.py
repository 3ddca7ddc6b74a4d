"""Markup: which part of a report an element of a page is, by its class, id and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from lxml.html import HtmlElement

from doichieu.languages.lists import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PartRole = Literal["body", "lead", "caption", "stamp", "author", "time", "tags", "aside", "drop"]
_ATTRIBUTES = frozenset({"class", "id", "itemprop", "data-role", "type", "rel", "role", "aria-hidden"})
DROPPED_TAGS = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "nav",
        "aside",
        "form",
        "button",
        "footer",
        "header",
        "select",
        "template",
        "iframe",
    }
    | {"svg", "video", "audio", "object", "math", "input", "textarea", "label"}
)
"""Elements that hold no paragraph of a report."""


@dataclass(frozen=True, slots=True)
class Part:
    """An element with a role; ``rank`` is its mark's place in the list, ``place`` that of the element in the page."""

    element: HtmlElement
    rank: int
    place: int


Parts = dict[PartRole, list[Part]]


def parts_of(tree: HtmlElement) -> Parts:
    """Give the elements of a page that have roles, in the order of the page."""
    found: Parts = {}
    for place, element in enumerate(tree.iter()):
        if isinstance(element.tag, str):
            for role, rank in roles(element):
                found.setdefault(role, []).append(Part(element, rank, place))
    return found


@dataclass(frozen=True, slots=True)
class Markup:
    """The marks of ``data/markup.txt``: exact ones with their role and rank, and a pattern for parts of tokens."""

    exact: Mapping[str, tuple[PartRole, int]]
    parts: Mapping[PartRole, re.Pattern[str]]


@cache
def markup() -> Markup:
    """Give the marks, read once."""
    exact: dict[str, tuple[PartRole, int]] = {}
    parts: dict[PartRole, list[str]] = {}
    for rank, (role, mark) in enumerate(rows(__package__, "markup.txt")):
        attribute, _, token = mark.partition(":")
        if token.startswith("*"):
            parts.setdefault(role, []).append(rf"{attribute}:[^ ]{{0,60}}{re.escape(token.strip('*'))}")  # type: ignore[arg-type]
        else:
            exact.setdefault(mark.lower(), (role, rank))  # type: ignore[arg-type]
    return Markup(exact, {role: re.compile("|".join(marks)) for role, marks in parts.items()})


def roles(element: HtmlElement) -> tuple[tuple[PartRole, int], ...]:
    """Give the roles of an element, each with its rank in the list (the smallest is the surest)."""
    given = element.attrib
    if not given:
        return ()
    marks = tuple([f"{name}:{value}" for name, value in given.items() if name in _ATTRIBUTES])
    return _roles(marks) if marks else ()


@lru_cache(maxsize=1 << 12)
def _roles(marks: tuple[str, ...]) -> tuple[tuple[PartRole, int], ...]:
    return tuple(role for mark in marks for token in _tokens(mark) for role in _roles_of_token(token))


def _tokens(mark: str) -> Iterator[str]:
    """Give the marks ``class:a``, ``class:b`` of ``class:a b``, in small letters."""
    name, _, value = mark.partition(":")
    return (f"{name}:{token[:80].lower()}" for token in value[:2000].split()[:20])


def _roles_of_token(token: str) -> Iterator[tuple[PartRole, int]]:
    known = markup()
    if token in known.exact:
        yield known.exact[token]
    for role, pattern in known.parts.items():
        if pattern.match(token):
            yield role, 9999
