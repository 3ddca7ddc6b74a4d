"""According: statements by "according to X", before, behind or inside their content, and by "according to that"."""

from __future__ import annotations

import re

from doichieu.model import Span, strip_span
from doichieu.read.statements.claims import FEWEST, Draft, Hit, following
from doichieu.read.statements.passages import Page
from doichieu.read.statements.scan import BACK, Scan, behind_marks, count_words, is_medium, may_relay
from doichieu.read.statements.sources import head_before, is_source, skip_determiners, subject_start

_MARKS = (",", ";", "–", "-", '"', "”")
_BRACKETED = re.compile(r"\(([^()\n]+)\)[\s.]*\Z")
BRACKET = 90
"""Code points of a bracket at the end of a sentence that names its source."""
LONGEST = 28
"""Words that a source behind "according to" may have before its comma."""
UNPARTED = 14
"""Words that it may have where no comma follows."""
NEAR = 30
"""Code points before the name that a source begins with."""
FARTHEST = 600
"""Code points behind "according to" in which its comma is looked for: a bound on the work, far beyond any source."""
APPOSITION = 12
"""Words of an apposition to it."""


def read_leading(scan: Scan, hits: list[Hit]) -> list[Hit]:
    """Read "according to X, …" and "according to that, …" at the head of a passage; give the cues that are left."""
    page, passage = scan.page, scan.passage
    begin = subject_start(page, scan.floor, passage.end, preambles=False)
    resume = page.phrases.resume.match(page.masked, begin, passage.end)
    if resume is not None:
        start = behind_marks(page, resume.end(), passage.end)
        if _has_speaker(scan, start, hits):  # "Theo đó, X đề nghị …": X's own words
            scan.floor = start
            return [hit for hit in hits if hit.start >= start]
        _open(scan, Draft([Span(start, passage.end)], "according-resumed", cue=Span(*resume.span()), carried=True))
        return []
    asks = page.text[passage.end - 1] == "?"
    for match in page.phrases.according.finditer(page.masked, *passage):
        if asks and page.phrases.addressed.match(page.masked, match.end()):
            continue  # "Theo ông, …?" asks him
        opening = subject_start(page, scan.floor, match.start() + 1, preambles=False) >= match.start()
        if not (opening or _parted(scan, match.start())):
            continue
        found = _source(scan, match.end(), hits)
        if found is None or not (opening or is_source(page, found[0])):
            continue
        if found[1] >= passage.end:
            return hits  # "…, according to X": read_trailing's
        if opening or not any(hit.end <= match.start() for hit in hits):
            return _read_at(scan, Span(*match.span()), found, hits, opening=opening)
    return hits


def _read_at(scan: Scan, cue: Span, found: tuple[Span, int], hits: list[Hit], *, opening: bool) -> list[Hit]:
    """Read the content behind "according to X," (and before it); give the cues that are left."""
    page, (source, begin) = scan.page, found
    later = [hit for hit in hits if hit.start >= begin]
    if may_relay(page, source) and _has_speaker(scan, begin, later):
        scan.via, scan.floor = source, begin
        return later
    pieces = [Span(begin, scan.passage.end)]
    if not opening and _tells(scan, cue.start):
        pieces.insert(0, Span(scan.floor, cue.start))
    _open(scan, Draft(pieces, "according", cue=cue, source=source, frame=[Span(scan.floor, begin)]))
    return later


def _open(scan: Scan, draft: Draft) -> None:
    draft.passage = scan.passage
    scan.drafts.append(draft)
    scan.open = draft
    scan.floor = draft.content[-1].start


def _parted(scan: Scan, start: int) -> bool:
    """Say whether a mark or a joining word parts "according to" from what is before it."""
    before = scan.page.masked[max(scan.floor, start - BACK) : start]
    phrases = scan.page.phrases
    return bool(
        before.rstrip().endswith(_MARKS) or phrases.join.search(before) or phrases.border.search(before[-12:].strip())
    )


def _tells(scan: Scan, end: int) -> bool:
    """Say whether what stands before "according to X" tells something, and is no opening phrase."""
    page, phrases = scan.page, scan.page.phrases
    opens = phrases.preamble.match(page.masked, scan.floor) or phrases.opener.match(page.masked, scan.floor)
    timed = bool(page.times_in(scan.floor, scan.floor + 1))
    return not opens and not timed and count_words(page, scan.floor, end) >= 2 * FEWEST


def _has_speaker(scan: Scan, begin: int, hits: list[Hit]) -> bool:
    """Say whether somebody else speaks behind "according to <medium>,"."""
    if not hits:
        return False
    head = head_before(scan.page, begin, hits[0].start)
    speaks = head.valid and head.border == "" and following(scan.page, hits[0], scan.passage.end).marker != "none"
    return hits[0].behaviour == "quote" or speaks


def _source(scan: Scan, start: int, hits: list[Hit]) -> tuple[Span, int] | None:
    """Give the source behind "according to" and where its content begins (the passage's end when none follows)."""
    page, end = scan.page, scan.passage.end
    if page.phrases.not_source.match(page.masked, start):
        return None
    start = behind_marks(page, start, end)
    limit = min(end, start + FARTHEST)
    stop = page.phrases.then.search(page.masked, start, limit)
    while stop and stop[0] == "," and _goes_on(page, start, stop, limit):
        stop = page.phrases.then.search(page.masked, stop.end(), limit)
    if stop is None and limit < end:
        return None
    source = _without_tail(page, start, stop.start() if stop else end, hits)
    cut = _named_first(page, source)
    if cut is not None and count_words(page, cut.end, end) > FEWEST:
        return cut, behind_marks(page, cut.end, end)
    words = count_words(page, *source)
    if not 0 < words <= (LONGEST if stop else UNPARTED):
        return None
    if stop is None and page.phrases.finite.search(page.masked, *source):
        return None
    begin = behind_marks(page, stop.end(), end) if stop else end
    return source, begin if count_words(page, begin, end) >= 2 else end


def _named_first(page: Page, source: Span) -> Span | None:
    """Give the name that a source begins with where a verb shows that its content follows without a comma."""
    named = next((m for m in page.mentions_in(*source) if m.start - source.start <= NEAR), None)
    if named is None or named.type in {"EVENT", "PRODUCT", "WORK"}:
        return None
    end = named.end
    while end < source.end and (page.masked[end] == "_" or page.masked[end : end + 2] == " _"):
        end += 1  # a bracket belongs to the name
    verb = page.phrases.finite.search(page.masked, end, source.end)
    between = page.masked[end : verb.start()] if verb else ""
    if (
        verb is None
        or not between.strip()[:1].islower()
        or page.phrases.relative.match(between.strip())
        or page.phrases.cue.search(between)
    ):
        return None
    return Span(source.start, end) if is_source(page, Span(source.start, end)) else None


def _without_tail(page: Page, start: int, end: int, hits: list[Hit]) -> Span:
    """Give the source without a cue or a time behind it: "theo X cho biết", "theo X hôm 5/3"."""
    end = next((hit.start for hit in hits if start < hit.start < end), end)
    end = next((time.start for time in page.times_in(start + 1, end) if time.end >= end - 1), end)
    return Span(start, start + len(page.masked[start:end].rstrip(' .,;:-–—"”/')))


def _goes_on(page: Page, start: int, stop: re.Match[str], end: int) -> bool:
    """Say whether a comma behind "according to X" parts X from its apposition, not from the content."""
    further = page.phrases.then.search(page.masked, stop.end(), end)
    if further is None or further[0] != ",":
        return False
    piece = Span(stop.end() + 1, further.start())
    long = count_words(page, *piece) > APPOSITION
    if long or page.phrases.finite.search(page.masked, *piece) or page.times_in(*piece):
        return False
    noun = page.phrases.source.match(page.masked, skip_determiners(page, piece), piece.end)
    kind = page.phrases.kind_of(noun[0]) if noun else None
    if kind in {"person", "man", "woman"}:
        return is_source(page, Span(start, stop.start()))
    persons = [mention for mention in page.mentions_in(start, stop.start()) if mention.type == "PER"]
    return kind == "body" and bool(persons) and "," in page.masked[persons[0].end : stop.start()]


def read_trailing(scan: Scan) -> None:
    """Read "…, according to X" and "… (according to X)" at the end of a passage."""
    page, passage = scan.page, scan.passage
    closed = _BRACKETED.search(page.text, max(scan.floor, passage.end - BRACKET), passage.end)
    cue = page.phrases.according.match(page.text, closed.start(1), closed.end(1)) if closed else None
    if closed is not None and cue is not None and not page.phrases.not_source.match(page.text, cue.end()):
        source = strip_span(page.text, cue.end(), closed.end(1))
        if source.end > source.start and is_source(page, source):
            _trail(scan, Span(*cue.span()), source, closed.start())
            return
    for match in page.phrases.according.finditer(page.masked, scan.floor, passage.end):
        begin = max(passage.start, match.start() - BACK)
        before = page.masked[begin : match.start()].rstrip()
        found = _source(scan, match.end(), [])
        if not before or found is None or found[1] < passage.end or not is_source(page, found[0]):
            continue
        if before.endswith(_MARKS) or is_medium(page, found[0]):
            _trail(scan, Span(*match.span()), found[0], begin + len(before.rstrip(" ,-–")))
            return


def _trail(scan: Scan, cue: Span, source: Span, stop: int) -> None:
    """Give the source to what stands before it, or (a medium) to the statement there as what relays it."""
    page = scan.page
    if scan.open is not None and stop > scan.open.content[-1].start:
        scan.open.content[-1] = Span(scan.open.content[-1].start, stop)
        if may_relay(page, source):
            for draft in scan.drafts:
                draft.via = draft.via or source
    elif scan.drafts:
        scan.drafts[-1].via = scan.drafts[-1].via or source
    else:
        begin = behind_marks(page, scan.passage.start, scan.passage.end)
        opener = page.phrases.border.match(page.masked, begin)
        begin = opener.end() + 1 if opener else begin
        if count_words(page, begin, stop) >= FEWEST:
            draft = Draft([Span(begin, stop)], "according-after", cue=cue, source=source, passage=scan.passage)
            draft.frame = [Span(stop, scan.passage.end)]
            scan.drafts.append(draft)
