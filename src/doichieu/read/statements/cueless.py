"""Cueless: quotations and headlines that no cue announces."""

from __future__ import annotations

from itertools import pairwise

from doichieu.model import Span
from doichieu.read.statements.claims import FEWEST, Draft
from doichieu.read.statements.scan import BACK, QUOTE_WORDS, Scan, count_words, has_words
from doichieu.read.statements.sources import subject_of

HEADING = 80
"""Code points that a source before a colon may have."""


def read_cueless(scan: Scan) -> None:
    """Read a passage in which no cue was found."""
    for read in (_alone, _heading, _behind_colon):
        if not scan.drafts:
            read(scan)


def _alone(scan: Scan) -> None:
    """Read a passage that is a quotation and nothing else."""
    page, passage = scan.page, scan.passage
    quotes = page.quotes_in(scan.floor, passage.end)
    if not quotes or quotes[0].start != scan.floor or has_words(page, quotes[-1].end, passage.end):
        return
    between = any(has_words(page, one.end, other.start) for one, other in pairwise(quotes))
    if not between and count_words(page, *quotes[0].inner) > QUOTE_WORDS:
        scan.drafts.append(Draft([Span(scan.floor, passage.end)], "quote-alone", carried=True, passage=passage))


def _heading(scan: Scan) -> None:
    """Read "Ông X: Y", as headlines put it."""
    page, passage = scan.page, scan.passage
    colon = page.masked.find(":", scan.floor, min(passage.end, scan.floor + HEADING))
    if colon < 0 or page.text[passage.end - 3 : passage.end].rstrip().endswith("?"):
        return
    source = Span(scan.floor, scan.floor + len(page.masked[scan.floor : colon].rstrip()))
    quoted = bool(page.quotes_in(colon, colon + 4))
    headed = page.zone_at(passage.start) == "headline" or (not page.reading.zones and passage.start == 0)
    types = {"PER", "ORG"} if quoted else {"PER"}
    named = [mention for mention in page.mentions_in(*source) if mention.type in types][-1:]
    if not named or named[0].end != source.end or not (headed or quoted):
        return
    if count_words(page, colon + 1, passage.end) > FEWEST and not page.phrases.finite.search(page.masked, *source):
        scan.drafts.append(Draft([Span(colon + 1, passage.end)], "colon", source=source, passage=passage))


def _behind_colon(scan: Scan) -> None:
    """Read a quotation behind a colon: the person named last before it says it, else the subject of the clause."""
    page, passage = scan.page, scan.passage
    for quote in page.quotes_in(scan.floor, passage.end):
        colon = page.masked[max(scan.floor, quote.start - 3) : quote.start].rstrip().endswith(":")
        if not colon or count_words(page, *quote.inner) <= QUOTE_WORDS + 1:
            continue
        near = page.mentions_in(max(scan.floor, quote.start - BACK), quote.start)
        persons = [mention for mention in near if mention.type == "PER"]
        source = Span(persons[-1].start, persons[-1].end) if persons else subject_of(page, scan.floor, quote.start)
        draft = Draft([Span(quote.start, passage.end)], "quote-colon", source=source, passage=passage)
        draft.carried = source is None
        draft.frame = [Span(scan.floor, quote.start)]
        scan.drafts.append(draft)
        return
