"""Sources: the words before, behind or around a cue that name who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doichieu.model import Span, strip_span
from doichieu.read.statements.passages import Page
from doichieu.read.statements.phrases import Pattern

_BULLET = re.compile(r"[\s\-–—*•+.,;:…\"”»]*")
_COMMA = re.compile(r"\s*[,–—]\s*|\s+-\s+")
_LAST_MARK = re.compile(r"[;:\"”»]")
_WORD = re.compile(r"\w+\Z")
_MARK = re.compile(r"[;:\"”»]")
_WORD = re.compile(r"\w+")
LONGEST = 30
"""Words that the phrase of a source may have; the longest of the look half of the gold stories has 22."""
BACK = 600
"""Code points before a cue in which its source is looked for."""
APPOSITION = 16
"""Words that an apposition between commas may have."""
TITLE = 30
"""Words that it may have where it is the title of the person right before it."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a cue: the source, and where its clause begins."""

    source: Span | None
    start: int
    """Where the source begins; where the words before a cue without source end."""
    border: str = ""
    """The word or mark behind which the clause begins; empty at the beginning of a sentence."""
    border_start: int = 0
    valid: bool = False
    """Whether the source's words look like one that speaks."""
    joined: str = ""
    """The comma or word ("và") that joins a cue without source of its own to what is before it."""


def head_before(page: Page, floor: int, cue: int, *, inside: bool = False) -> Head:
    """Give the head of the clause whose cue begins at ``cue``; it cannot begin before ``floor``.

    ``inside`` says that the clause stands in the content of another cue, where a comma ends what is before it.
    """
    floor = max(floor, cue - BACK)
    end, comma = _without_adverbs(page, floor, cue)
    join = page.phrases.join.search(page.masked[max(floor, end - 20) : end])
    if join is not None or (inside and comma):
        cut = max(floor, end - 20) + join.start() if join else end
        return _joined_head(page, floor, cut, join[0].strip() if join else ",", inside=inside)
    begin, border, border_start = _clause_start(page, floor, end)
    span = strip_span(page.masked, *_last_phrase(page, subject_start(page, begin, end), end))
    span = Span(subject_start(page, *span, preambles=False), _trim_right(page.masked, *span))
    words = (page.phrases.connective, page.phrases.conceding)
    if span.end <= span.start or any(pattern.fullmatch(page.masked, *span) for pattern in words):
        return Head(None, end, border, border_start)
    if "," in page.masked[begin : span.start]:
        border = ","
    span = _without_verbs(page, span)
    if is_source(page, span):
        return Head(span, span.start, border, border_start, valid=True)
    named = _last_named(page, span)
    if named is not None:
        return Head(named, named.start, ",", border_start, valid=True)
    return Head(span, span.start, border, border_start)


def narrowed(page: Page, span: Span) -> Span:
    """Give the part of an unclear phrase that names somebody: from a title or a name on, else all of it."""
    for match in page.phrases.anywhere.finditer(page.masked, *span):
        kind = page.phrases.kind_of(match[0])
        if kind in {"man", "woman", "person"} and match.end() < span.end:
            return Span(match.start(), span.end)
    named = [mention for mention in page.mentions_in(*span) if mention.type in {"PER", "ORG", "GPE"}]
    return Span(named[0].start, span.end) if named else span


def _joined_head(page: Page, floor: int, cut: int, join: str, *, inside: bool) -> Head:
    """Give the head of a cue that "và" or a comma joins to a verb before it: that verb's subject is the source."""
    if not inside:
        begin, border, border_start = _clause_start(page, floor, cut)
        span = subject_of(page, begin, cut)
        if span is not None:
            return Head(span, span.start, border, border_start, valid=True)
    return Head(None, _trim_right(page.masked, floor, cut), joined=join)


def subject_of(page: Page, begin: int, end: int) -> Span | None:
    """Give the source that is the subject of a clause: what stands before its first verb."""
    start = subject_start(page, begin, end)
    verb = page.phrases.finite.search(page.masked, start, end)
    if verb is None or verb.start() <= start:
        return None
    moved = page.phrases.causative.search(page.masked, verb.start(), end)
    if moved is not None:  # "X khiến Y tức giận và đáp trả rằng …": Y speaks
        named = next(iter(page.mentions_in(moved.end(), end)), None)
        near = named is not None and named.start - moved.end() < 30
        return Span(moved.end() + 1, named.end) if named is not None and near else None
    span = Span(start, _trim_right(page.masked, start, verb.start()))
    return span if is_source(page, span) else None


def _without_verbs(page: Page, span: Span) -> Span:
    """Give a source without the verbs between it and the cue ("Họ đã treo một biểu ngữ cáo buộc …")."""
    verb = page.phrases.finite.search(page.masked, *span)
    if verb is None:
        return span
    subject = Span(span.start, _trim_right(page.masked, span.start, verb.start()))
    told = strip_span(page.masked, verb.end(), span.end)
    if page.phrases.copula.match(verb[0]) and is_source(page, subject) and _opens_with_name(page, told):
        return told  # "đại diện của X là Công ty Y cho biết": Y speaks
    named = bool(page.mentions_in(*subject)) or subject.of(page.text).casefold() in page.phrases.anaphora_kinds
    return subject if named and subject.end > subject.start and is_source(page, subject) else span


def _opens_with_name(page: Page, span: Span) -> bool:
    """Say whether a phrase is a name, with nothing but its kind word or title before it."""
    noun = page.phrases.source.match(page.masked, *span)
    named = page.mentions_in(*span)[:1]
    return bool(named) and (named[0].start == span.start or (noun is not None and named[0].end == span.end))


def _last_named(page: Page, span: Span) -> Span | None:
    """Give the name right before the cue, with its title, where the words before it are no part of the source."""
    last = page.mentions_in(*span)[-1:]
    if not last or last[0].end < span.end or last[0].type not in {"PER", "ORG", "GPE"}:
        return None
    if page.phrases.possessive.search(page.masked[max(span.start, last[0].start - 5) : last[0].start]):
        return None
    titles = [
        match.start()
        for match in page.phrases.source.finditer(page.masked, max(span.start, last[0].start - 60), last[0].start)
    ]
    return Span(titles[0] if titles and last[0].type == "PER" else last[0].start, last[0].end)


def is_source(page: Page, span: Span) -> bool:
    """Say whether words look like someone or something that speaks: a name, or a noun of the list."""
    words = page.masked[span.start : span.end]
    if len(_WORD.findall(words)) > LONGEST or page.phrases.nobody.match(words):
        return False
    start = skip_determiners(page, span)
    if page.phrases.source.match(page.masked, start, span.end):
        return True
    if page.phrases.preamble.match(page.masked, *span):
        return False
    tokens = page.text[span.start : span.end].split()
    if 2 <= len(tokens) <= 5 and all(token[0].isupper() for token in tokens):
        return True
    named = page.mentions_in(span.start, span.end)
    return bool(named) and named[0].start - start <= 25 and named[0].type not in {"EVENT", "PRODUCT"}


def skip_determiners(page: Page, span: Span) -> int:
    """Give where the head noun of a phrase begins, behind its determiners."""
    place = span.start
    while match := page.phrases.determiner.match(page.masked, place, span.end):
        noun = page.phrases.source.match(page.masked, place, span.end)
        if noun is not None and noun.end() > match.end():
            return place
        after = match.end()
        while after < span.end and page.masked[after].isspace():
            after += 1
        if after >= span.end:
            return place
        place = after
    return place


def _without_adverbs(page: Page, floor: int, end: int) -> tuple[int, bool]:
    """Give the end of the words before a cue without its adverbs and times, and whether a comma parts them."""
    masked = page.masked
    comma = False
    while True:
        trimmed = _trim_right(masked, floor, end)
        comma = comma or "," in masked[trimmed:end] or ";" in masked[trimmed:end]
        end = trimmed
        closing = next((time for time in page.times_in(max(floor, end - 60), end) if time.end == end), None)
        if closing is not None:
            end = closing.start
            continue
        if masked[end - 1 : end] == "_" and end > floor:  # a bracket: "hôm qua (22/10)"
            opened = end
            while opened > floor and masked[opened - 1] == "_":
                opened -= 1
            if page.text[opened : opened + 1] == "(" and page.times_in(max(floor, opened - 40), opened):
                end = opened
                continue
        named = page.mentions_in(max(floor, end - 60), end)[-1:]
        if named and named[0].end == end:  # "Bộ Tài chính": the end of a name is no adverb
            return end, comma
        match = last_match(page.phrases.adverb, masked, max(floor, end - 30), end)
        if match is None:
            return end, comma
        end = match


def last_match(pattern: Pattern, text: str, start: int, end: int) -> int | None:
    """Give where the longest match of a pattern that ends a stretch begins."""
    match = pattern.search(text[start:end])
    return start + match.start() if match else None


def _clause_start(page: Page, floor: int, end: int) -> tuple[int, str, int]:
    """Give where the clause that ends at ``end`` begins, the word behind which it does, and where that stands."""
    last = None
    for pattern in (page.phrases.border, _MARK):
        for match in pattern.finditer(page.masked, floor, end):
            opener = page.phrases.opener.match(page.masked, match.start(), end) if pattern is not _MARK else None
            if opener is not None and opener.end() > match.end():
                continue  # "vì vậy" opens a sentence, "vì" a clause
            if (last is None or match.end() > last.end()) and page.masked[match.end() : end].strip():
                last = last if pattern is _MARK and _inside_name(page, match.start()) else match
    return (last.end(), last[0].casefold().strip(), last.start()) if last else (floor, "", floor)


def _inside_name(page: Page, place: int) -> bool:
    return any(mention.start < place < mention.end for mention in page.mentions_in(place - 60, place + 60))


def subject_start(page: Page, start: int, end: int, *, preambles: bool = True) -> int:
    """Give where the subject begins, behind connectives, times and (if asked) phrases that open the sentence."""
    masked = page.masked
    while start < end:
        bullet = _BULLET.match(masked, start, end)
        start = bullet.end() if bullet else start
        time = next((time for time in page.times_in(start, start + 1) if time.end < end), None)
        if time is not None:
            start = time.end
            continue
        if masked.startswith("_", start) and page.text.startswith("(", start):
            while start < end and masked[start] == "_":
                start += 1
            continue
        opener = page.phrases.opener.match(masked, start, end)
        preamble = page.phrases.preamble.match(masked, start, end) if preambles else None
        noun = page.phrases.source.match(masked, start, end)
        if preamble is not None and noun is not None and noun.end() > preamble.end():
            return start  # "nhân" opens a sentence, "nhân viên" is somebody
        if preamble is not None and (opener is None or opener.end() < preamble.end()):
            behind = _behind_preamble(page, preamble.end(), end)
            if behind is None:
                return start
            start = behind
            continue
        if opener is None or (noun is not None and noun.end() > opener.end()) or not masked[opener.end() : end].strip():
            return start
        start = opener.end()
    return start


def _behind_preamble(page: Page, start: int, end: int) -> int | None:
    """Give where the subject begins behind a phrase that opens the sentence: at its comma, else at a person's title."""
    comma = _COMMA.search(page.masked, start, end)
    if comma is not None and page.masked[comma.end() : end].strip():
        return comma.end()
    best = None
    for match in page.phrases.anywhere.finditer(page.masked, start, end):
        kind = page.phrases.source_kinds.get(" ".join(match[0].casefold().split()))
        if kind in {"man", "woman", "person"} and match.start() - start > 3:
            best = match.start()
            break
    return best


def _last_phrase(page: Page, start: int, end: int) -> Span:
    """Give the noun phrase that ends a clause, with its appositions between commas or dashes."""
    borders = [start, *(comma.end() for comma in _COMMA.finditer(page.masked, start, end))]
    best = begin = borders.pop()
    relative = page.phrases.relative.match(page.masked, begin, end) is not None
    while borders:
        before = borders.pop()
        piece = page.masked[before:begin].rstrip(" ,-\u2013\u2014")
        first = Span(before, before + len(piece))
        aside = page.phrases.relative.match(piece) is not None
        titled = _is_title(page, first)
        aside = aside or titled
        if len(_WORD.findall(piece)) > (TITLE if titled else APPOSITION) or (
            page.phrases.finite.search(piece) and not (relative or aside)
        ):
            break
        if page.phrases.preamble.match(piece) and not aside:
            break
        if not aside:
            if not (is_source(page, first) and (relative or _apposed(page, first, Span(begin, end)))):
                break
            best = before
        begin, relative = before, aside or (relative and begin != best)
    return Span(best, end)


def _is_title(page: Page, piece: Span) -> bool:
    """Say whether a phrase behind a comma is the title of the person named right before it."""
    noun = page.phrases.source.match(page.masked, *piece)
    if noun is None or page.phrases.kind_of(noun[0]) != "person":
        return False
    before = _trim_right(page.masked, max(0, piece.start - 5), piece.start)
    near = page.mentions_in(max(0, before - 60), before)
    own = any(mention.type == "PER" for mention in page.mentions_in(*piece))
    return bool(near) and near[-1].type == "PER" and near[-1].end == before and not own


def _apposed(page: Page, first: Span, second: Span) -> bool:
    """Say whether two phrases on the two sides of a comma name one source ("ông Tiến, một ngư dân")."""
    start = skip_determiners(page, second)
    noun = page.phrases.source.match(page.masked, start, second.end)
    named = page.mentions_in(*first)
    if noun is None:
        told = page.mentions_in(start, second.end)
        return bool(told) and told[0].start - start <= 2
    kind = page.phrases.kind_of(noun[0])
    if kind == "person" or page.phrases.kin.match(page.masked, start, second.end):
        head = page.phrases.source.match(page.masked, skip_determiners(page, first), first.end)
        titled = head is not None and page.phrases.kind_of(head[0]) in {"man", "woman", "person"}
        return any(mention.type == "PER" for mention in named) or (titled and first.end - first.start < 60)
    closes = bool(named) and not page.masked[named[-1].end : first.end].strip(" _")
    return closes and (page.phrases.territory.match(page.masked, start) is not None or start > second.start)


def _trim_right(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–—:"):
        end -= 1
    return end
