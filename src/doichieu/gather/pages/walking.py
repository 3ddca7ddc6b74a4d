"""Walking: the lines of a part of a page as readers see them, each with what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lxml import etree

from doichieu.gather.pages.markup import DROPPED_TAGS, roles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LineKind = Literal["text", "caption", "aside"]
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_PICTURE_TABLE = 400
"""Characters: a table that holds a picture and at most so much text is a frame around the picture and its caption."""


@dataclass(slots=True)
class Line:
    """A line of a page: its text, blanks made one, and how many of its characters are links."""

    text: str
    kind: LineKind
    linked: int
    tag: str
    """The block that it stands in."""


class _Walk:
    """Gathers lines while a part of a page is walked through."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.kinds: list[LineKind] = ["text"]
        self.blocks: list[str] = ["div"]

    def add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len("".join(text.split()))

    def flush(self) -> None:
        text = " ".join("".join(self.pieces).split())
        if text:
            self.lines.append(Line(text, self.kinds[-1], self.linked, self.blocks[-1]))
        self.pieces.clear()
        self.linked = 0


def lines_of(part: HtmlElement) -> list[Line]:
    """Give the lines of a part of a page, in their order; what no reader takes for its text is left out."""
    walk = _Walk()
    walker = etree.iterwalk(part, events=("start", "end", "comment", "pi"))
    skipped: set[HtmlElement] = set()
    for event, element in walker:
        if event in ("comment", "pi"):
            walk.add(element.tail)
        elif event == "start":
            if element is not part and _is_dropped(element):
                walker.skip_subtree()
                skipped.add(element)
            else:
                _open(walk, element, part)
        else:
            if element not in skipped:
                _close(walk, element)
            elif element.tag not in _INLINE:
                walk.flush()
            if element is not part:
                walk.add(element.tail)
    walk.flush()
    return walk.lines


def _is_dropped(element: HtmlElement) -> bool:
    if element.tag in DROPPED_TAGS and not (element.tag == "header" and element.find(".//h1") is not None):
        return True
    style = element.get("style")
    if style and "display:none" in style.replace(" ", "").lower():
        return True
    return any(role == "drop" for role, _ in roles(element))


def _open(walk: _Walk, element: HtmlElement, part: HtmlElement) -> None:
    tag = element.tag
    if tag == "br":
        walk.flush()
    elif tag == "a":
        walk.links += 1
    elif tag not in _INLINE:
        walk.flush()
        walk.blocks.append(tag)
        walk.kinds.append(walk.kinds[-1] if element is part else _kind(element, walk.kinds[-1]))
    walk.add(element.text)


def _close(walk: _Walk, element: HtmlElement) -> None:
    tag = element.tag
    if tag == "a":
        walk.links -= 1
    elif tag not in _INLINE and tag != "br":
        walk.flush()
        walk.blocks.pop()
        walk.kinds.pop()
    elif tag == "span" and any(role == "stamp" for role, _ in roles(element)):
        walk.add(" - ")  # the page sets the stroke by its style sheet


def _kind(element: HtmlElement, around: LineKind) -> LineKind:
    found = {role for role, _ in roles(element)}
    if around == "aside" or "aside" in found:
        return "aside"
    if element.tag in ("figcaption", "caption") or "caption" in found or around == "caption":
        return "caption"
    if element.tag == "figure" and element.find(".//img") is not None and element.find(".//blockquote") is None:
        return "caption"
    if element.tag == "table" and element.find(".//img") is not None and _short(element):
        return "caption"
    return "text"


def _short(table: HtmlElement) -> bool:
    length = 0
    for piece in table.itertext():
        length += len(piece.strip())
        if length > _PICTURE_TABLE:
            return False
    return True


def text_of(element: HtmlElement) -> str:
    """Give the lines of an element as one, blanks between them."""
    return " ".join(line.text for line in lines_of(element))
