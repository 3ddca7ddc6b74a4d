"""Leading: a cue before its source ("Dù thừa nhận …, ông X …"), and the subject that a clause begins with."""

from __future__ import annotations

import re

from doichieu.model import Span, strip_span
from doichieu.read.statements.claims import FEWEST, Draft, Following
from doichieu.read.statements.passages import Page
from doichieu.read.statements.scan import BACK, Scan, count_words
from doichieu.read.statements.sources import is_source, subject_start

_COMMA = re.compile(r",\s+")
BARE = 5
"""Words of a subject without a name ("cầu thủ này")."""


def leads(scan: Scan, found: Following, draft: Draft) -> bool:
    """Read "Cho rằng …, ông X yêu cầu …": the content ends at the comma before the subject."""
    page, end = scan.page, scan.passage.end
    for comma in _COMMA.finditer(page.masked, found.start, min(end, found.start + BACK)):
        contrast = page.phrases.contrast.match(page.masked, comma.end(), end)
        begin = subject_start(page, contrast.end() if contrast else comma.end(), end, preambles=False)
        if page.phrases.cue.match(page.masked, begin, end):
            return False
        source = subject_before_verb(page, begin, end)
        if source is None and contrast is not None:
            return False
        if source is not None and count_words(page, found.start, comma.end()) >= FEWEST:
            draft.source, draft.rule = source, "cue-leading"
            draft.content = [Span(found.start, comma.start())]
            draft.frame = [Span(source.start, end)]
            scan.floor = source.start
            return True
    return False


def subject_before_verb(page: Page, begin: int, end: int, *, bare: bool = False) -> Span | None:
    """Give the source that a clause begins with: a person by title or name, or another one right before a verb.

    ``bare`` takes one without a name, too ("cầu thủ này").
    """
    noun = page.phrases.source.match(page.masked, begin, end)
    named = next(iter(page.mentions_in(begin, min(end, begin + 80))), None)
    if noun is not None:
        near = named is not None and named.type == "PER" and named.start <= noun.end() + 1
        if near or page.phrases.kind_of(noun[0]) in {"man", "woman"}:
            return Span(begin, named.end if near and named else noun.end())
    verb = page.phrases.verbal.search(page.masked, begin, min(end, begin + BACK))
    cue = page.phrases.cue.search(page.masked, begin, min(end, begin + BACK))
    stops = [match.start() for match in (verb, cue) if match is not None]
    if bare and noun is not None and stops and noun.end() < min(stops) and count_words(page, begin, min(stops)) <= BARE:
        return strip_span(page.text, begin, min(stops))
    if named is None or not stops or named.end > min(stops) or count_words(page, named.end, min(stops)) > 1:
        return None
    source = Span(begin, named.end)
    return source if is_source(page, source) else None


def refused(page: Page, begin: int, end: int) -> int:
    """Give where a demand ends behind which somebody else's answer is told: "… yêu cầu A nhưng Y không chịu"."""
    for match in page.phrases.contrast.finditer(page.masked, begin, min(end, begin + BACK)):
        if match[0].casefold() in page.phrases.but and count_words(page, begin, match.start()) >= FEWEST:
            subject = subject_before_verb(page, subject_start(page, match.end(), end), end, bare=True)
            if subject is not None:
                return match.start()
    return end
