"""Backward: sentences that say whose words the sentence before was: "Đó là nhận định của X tại …"."""

from __future__ import annotations

from doichieu.model import Span, strip_span
from doichieu.read.statements.claims import Draft
from doichieu.read.statements.passages import Page
from doichieu.read.statements.scan import QUOTE_WORDS, behind_marks, count_words
from doichieu.read.statements.sources import is_source

RULE = "cue-back"
REACH = 160
"""Code points behind the noun in which its source stands."""
NEAR = 40
"""Code points before "that is", as an outlet's tag and its dash have them."""


def read_backward(page: Page, passage: Span) -> Draft | None:
    """Give the draft, without content, of a sentence that names the source of the sentence before."""
    begin = behind_marks(page, passage.start, passage.end)
    noun = page.phrases.said_by.match(page.masked, begin, passage.end)
    if noun is None:
        tagged = page.masked.find("- ", begin, min(passage.end, begin + NEAR))
        noun = page.phrases.said_by.match(page.masked, tagged + 2, passage.end) if tagged > 0 else None
    if noun is None:
        return None
    source = _source(page, noun.end(), min(passage.end, noun.end() + REACH))
    if source is None:
        return None
    group = "noun" if noun["noun"] else "told"
    cue = Span(noun.start(group), noun.end(group))
    return Draft([], RULE, cue=cue, source=source, passage=passage, frame=[passage])


def _source(page: Page, start: int, end: int) -> Span | None:
    """Give the source that begins a stretch: up to the place, the occasion, a comma or a verb."""
    span = strip_span(page.text, start, end)
    named = page.mentions_in(*span)
    stops = (match.start() for match in page.phrases.source_end.finditer(page.masked, *span))
    stop = next((stop for stop in stops if not any(name.start <= stop < name.end for name in named)), span.end)
    source = strip_span(page.text, span.start, stop)
    source = Span(source.start, source.start + len(source.of(page.text).rstrip(" .,;:!…")))
    return source if source.end > source.start and is_source(page, source) else None


def told_before(page: Page, draft: Draft, before: Span) -> Draft:
    """Give the draft with the sentence before it as its content: its quotations if it has any, else all of it."""
    quotes = [quote for quote in page.quotes_in(*before) if count_words(page, *quote.inner) >= QUOTE_WORDS]
    draft.content = [Span(quote.start, quote.end) for quote in quotes] or [before]
    draft.passage = Span(before.start, draft.passage.end)
    return draft
