"""Body: the paragraphs of a page's report, its lead and its pictures' captions.

Where the markup is known (``data/markup.txt``) the page's own structure tells; else trafilatura finds the text, and the
structure corrects it: captions are kept apart, links to other texts left out, a lead that it missed put in front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from doichieu.gather.moments import shown_moment
from doichieu.gather.pages.markup import Part, Parts
from doichieu.gather.pages.walking import Line, lines_of, text_of
from doichieu.languages.registry import packs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from doichieu.gather.pages.linked_data import LinkedData

LEAST = 200
"""Characters: a known body with less is checked against trafilatura, which may see the text elsewhere."""
_LEAD_LENGTH = range(30, 1500)
_GAP = 8
"""Lines: what lies between two lines of a report is part of it, unless it is much."""
_HEADINGS_AND_ITEMS = frozenset({"h2", "h3", "h4", "li", "p"})
_COUNT = re.compile(r"\(?\d{1,5}\)?")
_STAMP = 60
"""Characters: a line with a day in figures that has fewer and stands first is the page's stamp."""
_LINKED = 0.8
"""Share of a line's letters that are links: a whole line of link is a link to another text."""


@dataclass(frozen=True, slots=True)
class Body:
    """The report's lines, without headline, and its captions."""

    lines: tuple[str, ...]
    captions: tuple[str, ...]

    @property
    def length(self) -> int:
        """Characters of all lines."""
        return sum(map(len, self.lines))


def body_of(tree: HtmlElement, parts: Parts, linked: LinkedData, *, description: str, teasers: tuple[str, ...]) -> Body:
    """Give the report of a page; no lines where none is found."""
    part = _known_body(parts)
    if part is not None:
        body = _of_lines(lines_of(part.element), teasers)
        if body.length >= LEAST:
            return _with_lead(body, _marked_lead(parts, part.place) or _told_lead(tree, part.element, description))
    body, opening = _by_trafilatura(tree, teasers)
    body = _with_lead(body, _marked_lead(parts, None) or _told_lead(tree, opening, description))
    told = tuple(line for text in linked.body.splitlines() if (line := " ".join(text.split())))
    longer = sum(map(len, told)) > max(LEAST, 2 * body.length)
    # trafilatura takes linked data too, all paragraphs run into one
    whole = len(body.lines) == 1 < len(told) and sum(map(len, told)) > LEAST
    return Body(told, body.captions) if longer or whole else body


def _known_body(parts: Parts) -> Part | None:
    """Give the element that the list of markup knows best, the one with most text where there are several."""
    found: list[tuple[int, int, Part]] = []
    for part in parts.get("body", ())[:20]:
        if part.element.tag not in ("body", "html"):
            length = sum(len(line.text) for line in lines_of(part.element) if line.kind == "text")
            if length >= LEAST // 2:
                found.append((part.rank, -length, part))
    return min(found, key=lambda row: row[:2])[2] if found else None


def _of_lines(lines: Iterable[Line], teasers: tuple[str, ...]) -> Body:
    kept, captions = [], []
    for line in lines:
        if line.kind == "caption":
            captions.append(line.text)
        elif line.kind == "text" and not is_teaser(line, teasers):
            kept.append(line.text)
    return Body(tuple(kept), tuple(dict.fromkeys(captions)))


def is_teaser(line: Line, teasers: tuple[str, ...]) -> bool:
    """Say whether a line only leads to another text: all of it a link, or a link behind words that announce one."""
    letters = len("".join(line.text.split()))
    if line.linked >= _LINKED * letters:
        return True
    bare = line.text.strip(">»►▶-•*: ")
    return bare.startswith(teasers) if line.linked > 0 else bare in teasers


def _with_lead(body: Body, lead: str) -> Body:
    """Put the lead in front where it stands outside the element that holds the body."""
    if not lead or not body.lines or any(_same(lead, line) for line in body.lines[:3]):
        return body
    return Body((lead, *body.lines), body.captions)


def _marked_lead(parts: Parts, before: int | None) -> str:
    """Give the lead by its mark, where it stands before the body."""
    for part in parts.get("lead", ())[:20]:
        if before is not None and part.place >= before:
            break
        text = text_of(part.element)
        likely = part.element.tag not in ("html", "body", "meta") and len(text) in _LEAD_LENGTH
        if likely and not _only_links(part.element):
            return text
    return ""


def _told_lead(tree: HtmlElement, before: HtmlElement | None, description: str) -> str:
    """Give the paragraph before the body that the page's description repeats."""
    if len(description) < _LEAD_LENGTH.start:
        return ""
    opening = "".join(description.split())[:20]
    for element in tree.iter("p", "h2", "h3", "div", "strong", "article", "section"):
        if element is before:
            break
        if len(element) < 6 and _begins(element, opening):
            text = text_of(element)
            if _same(text, description) and len(text) in _LEAD_LENGTH:
                return text
    return ""


def _only_links(element: HtmlElement) -> bool:
    lines = lines_of(element)
    return sum(line.linked for line in lines) > _LINKED * sum(len(line.text) for line in lines)


def _same(one: str, other: str) -> bool:
    """Say whether two texts begin alike, whatever their blanks and letters' case: descriptions are often cut."""
    first, second = ("".join(filter(str.isalnum, text.casefold()))[:400] for text in (one, other))
    length = min(len(first), len(second))
    if length < 20:
        return False
    return first[:length] == second[:length] or (length > 40 and first[:40] == second[:40])


def _by_trafilatura(tree: HtmlElement, teasers: tuple[str, ...]) -> tuple[Body, HtmlElement | None]:
    """Give what trafilatura finds, corrected by the lines of the whole page, and the element that opens it."""
    with catch_warnings():
        simplefilter("ignore")  # it looks for parts of urllib3 that are not needed here
        from trafilatura import bare_extraction  # noqa: PLC0415 - takes 0.5 s to load, and most pages go without
        from trafilatura.settings import Document  # noqa: PLC0415

    found = bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=False)
    text = str(found.text or "") if isinstance(found, Document) else ""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not lines:
        return Body((), ()), None
    every = lines_of(tree)
    seen = _report_lines(every)
    behind = {line.text for line in every[len(seen) :]} - {line.text for line in seen}
    lines = _with_gaps_filled([line for line in lines if line.removeprefix("- ") not in behind], seen)
    captions = [line.text for line in seen if line.kind == "caption"]
    teased = {line.text for line in seen if line.kind == "aside" or is_teaser(line, teasers)}
    dropped = teased.union(captions)
    dropped.update(line.removeprefix("- ") for line in lines[:4] if len(line) < _STAMP and shown_moment(line))
    kept = tuple(line for line in lines if line.removeprefix("- ") not in dropped) or tuple(lines)
    inside = tuple(dict.fromkeys(caption for caption in captions if len(caption) > 10))
    return Body(kept, inside), _opening(tree, kept[0])


def _with_gaps_filled(lines: list[str], seen: list[Line]) -> list[str]:
    """Give trafilatura's lines with the short ones between them, headings and items of lists, that it left out."""
    places: dict[str, int] = {line.text: place for place, line in reversed(list(enumerate(seen)))}
    filled: list[str] = []
    last: int | None = None
    for line in lines:
        place = places.get(line.removeprefix("- "))
        if last is not None and place is not None and 1 < place - last <= _GAP:
            missed = (other for other in seen[last + 1 : place] if other.kind == "text" and not other.linked)
            filled += [other.text for other in missed if other.tag in _HEADINGS_AND_ITEMS and other.text not in lines]
        filled.append(line)
        # what stands right below the headline is the line of date and author
        last = place if place is not None and seen[place].tag != "h1" else last
    if last is not None:
        filled += [line.text for line in takewhile(lambda line: line.tag == "li" and not line.linked, seen[last + 1 :])]
    return filled


def _begins(element: HtmlElement, opening: str) -> bool:
    """Say whether an element's text, its blanks left out, begins with letters; no more of it is looked at."""
    found = ""
    for piece in element.itertext():
        found += "".join(piece[:200].split())
        if len(found) >= len(opening):
            break
    return found.startswith(opening)


def _report_lines(seen: list[Line]) -> list[Line]:
    """Give the lines of a page before the readers' part, where a line says that it begins."""
    endings = frozenset(line for pack in packs() for line in pack.gather.endings())
    for place, line in enumerate(seen):
        bare = _COUNT.sub("", line.text).strip(" :").casefold()
        if bare in endings and sum(len(other.text) for other in seen[:place] if not other.linked) >= LEAST:
            return seen[:place]
    return seen


def _opening(tree: HtmlElement, line: str) -> HtmlElement | None:
    """Give the first element whose text opens the report."""
    opening = "".join(line.split())[:40]
    for element in tree.iter("p", "div", "h2"):
        if len(element) < 6 and _begins(element, opening):
            return element
    return None
