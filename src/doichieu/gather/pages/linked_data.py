"""Linked data: what a page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LONGEST = 2_000_000
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Reportage|LiveBlog)", re.IGNORECASE)
_FIELDS = {
    name: re.compile(rf'"{name}"\s{{0,9}}:\s{{0,9}}"((?:[^"\\]|\\.){{1,400}})"')
    for name in ("headline", "datePublished", "dateModified")
}
"""For scripts that are no right JSON, as many pages have: what can be told by its name alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What JSON-LD tells of an article; empty where it does not."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    body: str = ""
    keywords: tuple[str, ...] = ()
    address: str = ""
    language: str = ""


def linked_data(tree: HtmlElement) -> LinkedData:
    """Give what the page's first node of an article tells."""
    scripts = [
        script.text_content()[:_LONGEST]
        for script in tree.iter("script")
        if (script.get("type") or "").strip().lower().startswith("application/ld+json")
    ]
    nodes = [node for script in scripts for node in _nodes(_loaded(script))]
    node = next((node for node in nodes if _ARTICLE.search(" ".join(_texts(node.get("@type"))))), None)
    if node is not None:
        return _of_node(node)
    broken = "\n".join(scripts)
    found = {name: match[1] for name, pattern in _FIELDS.items() if (match := pattern.search(broken))}
    return LinkedData(
        headline=found.get("headline", ""),
        published=found.get("datePublished", ""),
        modified=found.get("dateModified", ""),
    )


def _loaded(script: str) -> Any:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for attempt in (text, re.sub(r",\s{0,99}(?=[}\]])", "", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(loaded: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(loaded, list):
        for item in loaded[:100]:
            yield from _nodes(item, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(loaded.get(name), depth + 1)


def _of_node(node: dict[str, Any]) -> LinkedData:
    place = node.get("mainEntityOfPage")
    addresses = (*_texts(node.get("url")), *_texts(place.get("@id") if isinstance(place, dict) else place))
    return LinkedData(
        headline=_first(node.get("headline") or node.get("name")),
        published=_first(node.get("datePublished") or node.get("dateCreated")),
        modified=_first(node.get("dateModified")),
        authors=_names(node.get("author")) or _names(node.get("creator")),
        publisher=next(iter(_names(node.get("publisher"))), ""),
        body=_first(node.get("articleBody")),
        keywords=tuple(word for text in _texts(node.get("keywords")) for word in text.split(",")),
        address=next((text for text in addresses if text.startswith("http")), ""),
        language=_first(node.get("inLanguage")),
    )


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _first(value: Any) -> str:
    return next(iter(_texts(value)), "").strip()


def _names(value: Any) -> tuple[str, ...]:
    """Give the names of persons or bodies, told as texts, as nodes, or as lists of these."""
    items = value if isinstance(value, list) else [value]
    told = (item.get("name") if isinstance(item, dict) else item for item in items[:20])
    return tuple(name.strip() for names in told for name in _texts(names) if name.strip())
