"""Media: through which agency, paper, broadcaster or network a statement came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doichieu.model import Span
from doichieu.read.statements.claims import Draft
from doichieu.read.statements.passages import Page

HEARER = 60
"""Code points before the name of a medium in which "với", "trên", "trả lời" may stand."""
PASSING_ON = 40
"""Code points between a medium and the word by which it passes something on: the day may stand there."""
NAMELESS = frozenset({"PER", "GPE", "LOC", "EVENT"})
"""Types of names that no medium has."""
_NEXT = re.compile(r"\s\w+")
_PARTED = re.compile(r"[,.:\"“”]|\s*\Z")


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium that is named in a text."""

    span: Span
    name: str
    network: bool
    """Whether people post there themselves."""


def medium_of(page: Page, draft: Draft) -> str | None:
    """Give the medium through which a statement came: the relaying one, the one spoken to, the one posted on."""
    if draft.via is not None:
        return medium_in(page, draft.via)
    for frame in draft.frame:
        for medium in _outside(page, draft, frame):
            before = page.text[max(frame.start, medium.span.start - HEARER) : medium.span.start]
            told = page.phrases.poster_before if medium.network else page.phrases.hearer_before
            if told.search(before):
                return medium.name
    return _passing_on(page, draft)


def medium_in(page: Page, span: Span) -> str | None:
    """Give the name in the phrase of a medium, else the phrase."""
    found = next(media_in(page, span), None)
    if found is not None:
        return found.name
    others = [mention for mention in page.mentions_in(*span) if mention.type not in NAMELESS]
    return others[0].actor if others else span.of(page.text).strip() or None


@dataclass(slots=True)
class Channels:
    """The media that statements came through so far: "hãng tin này" takes the last one up."""

    page: Page
    last: str | None = None

    def medium_of(self, draft: Draft) -> str | None:
        """Give the medium through which a statement came, and remember it."""
        name = medium_of(self.page, draft)
        words = name.casefold() if name else ""
        if words in self.page.phrases.anaphora_kinds or self.page.phrases.deictic.search(words):
            return self.last
        self.last = name or self.last
        return name


def _outside(page: Page, draft: Draft, stretch: Span) -> Iterator[Medium]:
    """Give the media named in a stretch outside content and source; "ông X trên Twitter" ends with one."""
    for medium in media_in(page, stretch):
        posted = medium.network and draft.source is not None and medium.span.start > draft.source.start
        told = [draft.source, *draft.content] if draft.source and not posted else draft.content
        if not any(piece.start <= medium.span.start < piece.end for piece in told):
            yield medium


def _passing_on(page: Page, draft: Draft) -> str | None:
    """Give the medium that passes the statement on in a clause before or behind it.

    "CNN ghi nhận, …", "…, RT đưa tin".
    """
    told = [*draft.content, *([draft.source] if draft.source else [])]
    first, last = min(piece.start for piece in told), max(piece.end for piece in told)
    for stretch in (Span(draft.passage.start, first), Span(last, draft.passage.end)):
        for medium in _outside(page, draft, stretch) if stretch.start < stretch.end else ():
            if _is_followed(page, medium.span, stretch.end):
                return medium.name
    return None


def _is_followed(page: Page, medium: Span, end: int) -> bool:
    """Say whether a medium stands behind "theo", or before a word by which it passes on what stands beyond a mark."""
    before = page.masked[max(0, medium.start - HEARER) : medium.start]
    if page.phrases.according_before.search(before):
        return True
    passed = page.phrases.passing_on.search(page.masked, medium.end, min(end, medium.end + PASSING_ON))
    return passed is not None and _PARTED.match(page.masked, _behind_time(page, passed.end(), end), end) is not None


def _behind_time(page: Page, start: int, end: int) -> int:
    """Give where the words behind a cue begin, a time skipped."""
    time = next(iter(page.times_in(start, min(end, start + 2))), None)
    return time.end if time else start


def media_in(page: Page, stretch: Span) -> Iterator[Medium]:
    """Give the media named in a stretch: those of the list, and what a word for a medium stands before."""
    found = [Span(*match.span()) for match in page.phrases.media_name.finditer(page.text, *stretch)]
    listed = set(found)
    cues = [match.span() for match in page.phrases.cue.finditer(page.masked, *stretch)]
    for noun in page.phrases.anywhere.finditer(page.text, *stretch):
        inside = any(start <= noun.start() < end for start, end in cues)
        if page.phrases.kind_of(noun[0]) == "medium" and not inside:
            word = _NEXT.match(page.text, noun.end(), stretch.end)
            if word is not None and page.phrases.deictic.fullmatch(word[0].strip()):
                yield Medium(Span(noun.start(), word.end()), page.text[noun.start() : word.end()], network=False)
            run = _run(page, noun.end(), stretch.end)
            if run is not None and not any(other.start < run.end and run.start < other.end for other in found):
                found.append(run)
    for span in sorted(found):
        whole = _whole(page, span)
        if whole is not None:
            network = span in listed and span.of(page.text) in page.phrases.networks
            yield Medium(whole[0], whole[1], network)


def _run(page: Page, start: int, end: int) -> Span | None:
    """Give the capitalised words right behind a word for a medium, without the country that may open them."""
    outlet = page.phrases.outlet.match(page.text, min(start + 1, end), end)
    behind = outlet.end() if outlet else start
    while (word := page.phrases.medium_run.match(page.text, behind, end)) and word[0].split()[-1][0].isupper():
        behind = word.end()
    country = next((m for m in page.mentions_in(start, behind) if m.start == start + 1 and m.type == "GPE"), None)
    begin = (country.end if country else start) + 1
    words = page.text[begin:behind].split()
    return Span(begin, behind) if len(words) > 1 or (words and words[0].isascii()) else None


def _whole(page: Page, span: Span) -> tuple[Span, str] | None:
    """Give the whole name of a medium that a stretch is part of; none where it is a person's or a place's."""
    near = page.mentions_in(max(0, span.start - HEARER), min(len(page.text), span.end + HEARER))
    over = [m for m in near if m.start < span.end and span.start < m.end]
    listed = span.of(page.text) in page.phrases.media
    if any(m.type in NAMELESS for m in over) and not listed:
        return None
    wider = [m for m in over if m.start <= span.start and m.end >= span.end and m.type not in NAMELESS]
    if not wider or _is_headed(page, Span(wider[0].start, wider[0].end), span, listed=listed):
        return span, span.of(page.text)
    return Span(wider[0].start, wider[0].end), wider[0].actor


def _is_headed(page: Page, name: Span, inner: Span, *, listed: bool) -> bool:
    """Say whether a medium's name was found with the word for it before it: "Đài Fox News", "PV Thanh Niên"."""
    noun = page.phrases.source.match(page.text, *name)
    headed = noun is not None and noun.end() + 1 == inner.start and inner.end == name.end
    return headed and (listed or inner.of(page.text).isascii())
