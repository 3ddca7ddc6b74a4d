"""The statements layer: who said what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.model import Span, Statement, StatementKind, strip_span
from doichieu.read.statements.attribution import drafts_of
from doichieu.read.statements.backward import read_backward, told_before
from doichieu.read.statements.choosing import with_chosen_speakers
from doichieu.read.statements.claims import Draft
from doichieu.read.statements.discourse import Discourse
from doichieu.read.statements.interview import answers_of
from doichieu.read.statements.later import head_end, with_later_speakers
from doichieu.read.statements.media import Channels
from doichieu.read.statements.occasions import Calendar
from doichieu.read.statements.passages import Page, page_of, passages_of
from doichieu.read.statements.phrases import phrases_of
from doichieu.read.statements.run_on import run_on

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.model import Reading

BEFORE = 250
"""Code points before "theo đó" in which what it goes on with stands."""
_WORD = re.compile(r"\w")
_EDGE = " \t\n,.;:!?…/-–—*|"
_TAIL = _EDGE + "“"


def add_statements(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's statements."""
    page, by_rules = statements_by_rules(reading, pack)
    found = with_chosen_speakers(page, pack.statements.speaker_weights, by_rules)
    found = _dated_from_elaboration(page.text, found)
    ident = reading.article.id
    return replace(reading, statements=tuple(replace(one, id=f"{ident}#s{n}") for n, one in enumerate(found)))


def statements_by_rules(reading: Reading, pack: LanguagePack) -> tuple[Page, list[Statement]]:
    """Give the reading's page and its statements in the order of the text, speakers as the rules tell them, no ids."""
    page = page_of(reading, phrases_of(pack.statements), pack.statements.spelt(reading.text))
    drafts: list[Draft] = []
    before: Span | None = None
    passages = passages_of(page)
    answers = answers_of(page, passages)
    within = {number: answer for answer in answers for number in range(answer.first - 1, answer.behind)}
    for number, passage in enumerate(passages):
        if number in within:
            drafts += [within[number].draft] if number == within[number].first else []
            before = None
            continue
        named = read_backward(page, passage) if before is not None else None
        if before is not None and named is not None:
            _name(page, drafts, named, before)
            before = None
            continue
        before = passage
        found = drafts_of(page, passage)
        if found or not drafts or not run_on(page, drafts[-1], passage):
            drafts += found
    return page, _statements(page, pack, _joined(page, drafts))


def _name(page: Page, drafts: list[Draft], named: Draft, before: Span) -> None:
    """Give the sentence before, or its quotation, the source that is named behind it; its own source would stay."""
    last = drafts[-1] if drafts and drafts[-1].passage.end == before.end else None
    if last is None:
        drafts.append(told_before(page, named, before))
    elif last.rule == "quote-alone":
        named.rule = "cue-alone"
        drafts.append(named)


def _joined(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Join quotations that stand alone with the cue of the sentence before or behind them."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before and not _near(page, before, draft):
            before = None
        if draft.rule == "cue-alone":
            if before is not None and before.rule == "quote-alone":
                before.cue, before.source, before.carried, before.rule = draft.cue, draft.source, False, "cue-next"
                before.frame = draft.frame
                before.passage = Span(before.passage.start, draft.passage.end)
            else:
                kept.append(draft)
        elif draft.rule == "quote-alone" and before is not None and (not before.content or _quoted(page, before)):
            before.content = before.content + draft.content
            before.passage = Span(before.passage.start, draft.passage.end)
            before.rule = "cue-first" if before.rule == "cue-alone" else before.rule
        else:
            kept.append(draft)
    return [draft for draft in kept if draft.content]


def _near(page: Page, before: Draft, after: Draft) -> bool:
    return not _WORD.search(page.text, before.passage.end, after.passage.start)


def _quoted(page: Page, draft: Draft) -> bool:
    pieces = [_clean(page, piece) for piece in draft.content]
    return (
        _kind(page, [piece for piece in pieces if piece.end > piece.start]) == "direct" and draft.rule != "quote-alone"
    )


def _statements(page: Page, pack: LanguagePack, drafts: list[Draft]) -> list[Statement]:
    discourse = Discourse(page, pack)
    calendar = Calendar(page)
    channels = Channels(page)
    found: list[Statement] = []
    for draft in drafts:
        content = tuple(span for span in (_clean(page, piece) for piece in draft.content) if span.end > span.start)
        if not content or (draft.rule == "according-resumed" and not _resumes(page, draft, found)):
            continue
        voice = discourse.voice(None if draft.carried else draft.source, draft.passage, draft.cue)
        via = channels.medium_of(draft)
        found.append(
            Statement(
                id="",
                content=content,
                kind=_kind(page, list(content)),
                cue=draft.cue,
                speaker=None if draft.carried else draft.source,
                speakers=voice.speakers,
                via=via if via not in voice.speakers else None,
                date=calendar.day_of(draft, voice.speakers),
                origin=f"statements/{draft.rule}",
            )
        )
    found.sort(key=lambda statement: (statement.start, statement.end))
    return with_later_speakers(page, found)


def _resumes(page: Page, draft: Draft, found: list[Statement]) -> bool:
    """Say whether "theo đó" goes on with a statement, or with a document, of the sentence right before."""
    start = max(0, draft.passage.start - BEFORE)
    if any(start <= statement.end <= draft.passage.start for statement in found[-3:]):
        return True
    nouns = page.phrases.source.finditer(page.text, start, draft.passage.start)
    return any(page.phrases.kind_of(noun[0]) == "document" for noun in nouns)


def _dated_from_elaboration(text: str, found: list[Statement]) -> list[Statement]:
    """Give a statement at the head the day that its speaker's next one tells: headline and lead leave it out."""
    days: dict[tuple[str, ...], str] = {}
    for one in reversed(found):
        if one.date and one.speakers:
            days[one.speakers] = one.date
    end = head_end(text)
    return [replace(one, date=days.get(one.speakers)) if one.date is None and one.start < end else one for one in found]


def _clean(page: Page, piece: Span) -> Span:
    """Give a content without its outer quotation marks and final punctuation."""
    text = page.text
    start, end = strip_span(text, *piece)
    while start < end and text[start] in _EDGE:
        start += 1
    quotes = page.quotes_in(start, end)
    while (
        end > start
        and text[end - 1] in _TAIL
        and not any(quote.end == end and quote.inner.end == end for quote in quotes)
    ):
        end -= 1
    if quotes and quotes[0].start == start and quotes[0].end >= end:
        start, end = quotes[0].inner.start, min(end, quotes[0].inner.end)
        while end > start and (text[end - 1] in " .,;:!?\n"):
            end -= 1
        while start < end and text[start].isspace():
            start += 1
    return Span(start, end)


def _kind(page: Page, content: list[Span]) -> StatementKind:
    """Say whether all, some or none of the content is quoted."""
    inside = [
        any(
            quote.inner.start <= piece.start and piece.end <= quote.inner.end
            for quote in page.quotes_in(piece.start - 3, piece.end)
        )
        for piece in content
    ]
    if content and all(inside):
        return "direct"
    some = any(inside) or any(page.quotes_in(piece.start, piece.end) for piece in content)
    return "mixed" if some else "indirect"
