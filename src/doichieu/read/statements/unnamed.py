"""Unnamed: persons and groups that a text tells of without a name, "một quan chức …", "nhiều nhà đầu tư …"."""

from __future__ import annotations

from dataclasses import dataclass

from doichieu.languages.contracts.statements import SourceKind
from doichieu.model import Span
from doichieu.read.statements.passages import Page

LONGEST = 120
"""Code points that the phrase of somebody without a name may have."""
ADVERB = 30
"""Code points that the longest adverb before a verb has."""
_BEFORE = ".,;:!?\n\"”“'…-–—"


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody without a name: the whole phrase, its kind, and whether it is one."""

    span: Span
    kind: SourceKind
    single: bool


def unnamed_in(page: Page, start: int, end: int) -> list[Unnamed]:
    """Give those without a name who are the subject of a clause in a stretch, in the order of the text."""
    found: list[Unnamed] = []
    for match in page.phrases.indefinite.finditer(page.masked, start, end):
        single = " ".join(match[0].casefold().split()) in page.phrases.one
        if single and page.masked[max(0, match.start() - 2) : match.start()].strip()[-1:] not in _BEFORE:
            continue
        noun = page.phrases.source.match(page.masked, match.end() + 1, end) or page.phrases.source.match(
            page.masked, match.start(), end
        )
        if noun is None or page.mentions_in(noun.end(), noun.end() + 2):
            continue
        stop = _phrase_end(page, noun.end(), min(end, noun.start() + LONGEST))
        if stop:
            found.append(Unnamed(Span(match.start(), stop), page.phrases.kind_of(noun[0]), single))
    return found


def _phrase_end(page: Page, start: int, end: int) -> int | None:
    """Give where a noun phrase ends: at the verb, adverb, cue or mark behind it."""
    stops = [
        match.start()
        for pattern in (page.phrases.finite, page.phrases.then, page.phrases.cue, page.phrases.verbal)
        if (match := pattern.search(page.masked, start, end))
    ]
    stop = min(stops, default=0)
    while stop and (adverb := page.phrases.adverb.search(page.masked[max(start, stop - ADVERB) : stop])):
        stop = max(start, stop - ADVERB) + adverb.start()
    return stop and start + len(page.masked[start:stop].rstrip())
