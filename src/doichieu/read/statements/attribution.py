"""Attribution: the cues, sources and contents of one passage put together."""

from __future__ import annotations

import re
from dataclasses import replace

from doichieu.model import Span
from doichieu.read.statements.according import read_leading, read_trailing
from doichieu.read.statements.claims import FEWEST, PLAIN, Draft, Following, Hit, cues_in, following
from doichieu.read.statements.cueless import read_cueless
from doichieu.read.statements.fitting import fits, is_nobody, is_unknown
from doichieu.read.statements.leading import leads, refused
from doichieu.read.statements.others import give_to_owner
from doichieu.read.statements.passages import Page
from doichieu.read.statements.scan import BACK, MARKED, QUOTE_WORDS, Scan, count_words, has_words, may_relay, scan_of
from doichieu.read.statements.second import close, read_second
from doichieu.read.statements.sources import Head, head_before, is_source, last_match, narrowed, subject_start

_COMMA = re.compile(r",\s+")
_SEPARATOR = re.compile(r"\s*[,–—]\s*|\s+-\s+|\s*-(?=\w)")
_PARTING = (",", "-", "–", "—", '"', "”")
_CLOSED = frozenset('"”»“')
AFTERWARDS = frozenset({"say", "tell", "charge", "relay"})
"""Kinds of cues that may stand behind a content that is not quoted."""
WITHOUT_SOURCE = frozenset({"ask", "say", "tell", "charge", "feel"})
"""Kinds of cues that may begin a sentence without source: the one who spoke last goes on."""
WEAK = frozenset({"tag", "note"})
"""Kinds of cues that need a mark beside them."""
APPOSED = 120
"""Code points between "dẫn lời X," and the cue behind X's apposition."""


def drafts_of(page: Page, passage: Span) -> list[Draft]:
    """Give the statements of a passage in the making, in the order of the text."""
    scan = scan_of(page, passage)
    hits = read_leading(scan, cues_in(page, passage))
    for number, hit in enumerate(hits):
        if hit.start >= scan.floor:
            behind = hits[number + 1] if number + 1 < len(hits) else None
            read = _read_relay if hit.behaviour == "quote" else _read
            read(scan, hit, behind)
    read_trailing(scan)
    read_cueless(scan)
    for draft in scan.drafts:
        _narrow(page, draft)
    return scan.drafts


def _read_relay(scan: Scan, hit: Hit, behind: Hit | None) -> None:
    """Read "R dẫn lời X (cho biết)": the medium is R, the source X."""
    page, end = scan.page, scan.passage.end
    head = head_before(page, _floor(scan), hit.start)
    medium = head.source or scan.via
    if " " not in page.masked[hit.start : hit.end] and (medium is None or not may_relay(page, medium)):
        return  # a lone "dẫn" has many meanings: only a medium's is a relay
    noun = page.phrases.anywhere.search(page.masked, hit.start, hit.end)  # "dẫn nguồn tin …": the noun is the source
    start = noun.start() if noun else hit.end
    while start < end and page.masked[start].isspace():
        start += 1
    stop = page.phrases.then.search(page.masked, start, end)
    opening = next((quote.start for quote in page.quotes_in(start, end)), end)
    limit = min(stop.start() if stop else end, opening)
    if (
        behind is not None
        and behind.start > start
        and (behind.start < limit or _apposed(page, start, stop, behind, opening))
    ):
        scan.quoted = (medium, Span(start, start + len(page.masked[start : behind.start].rstrip(" ,"))), head.start)
        return
    last = next((time.start for time in page.times_in(start + 1, limit) if time.end >= limit - 1), limit)
    source = Span(start, start + len(page.masked[start:last].rstrip(" ,.:;-–\n")))
    if source.end > source.start:
        scan.quoted = (medium, source, head.start)
        _read(scan, Hit(hit.start, limit, "say"), behind, cue=Span(hit.start, hit.end))


def _apposed(page: Page, start: int, stop: re.Match[str] | None, behind: Hit, opening: int) -> bool:
    """Say whether the comma behind "dẫn lời X" opens an apposition to X that ends at the next cue."""
    if stop is None or stop[0] != "," or behind.start - stop.end() >= APPOSED or behind.start >= opening:
        return False
    return head_before(page, start, behind.start).start <= start + 40


def _floor(scan: Scan) -> int:
    """Give where the words before the next cue may begin."""
    return scan.open.content[-1].start if scan.open else scan.floor


def _read(scan: Scan, hit: Hit, behind: Hit | None, cue: Span | None = None) -> None:
    """Read one cue."""
    page, via = scan.page, scan.via
    quoted, scan.quoted = scan.quoted, None
    if quoted is None:
        head = _head(scan, hit)
    else:
        via, source, start = quoted
        border = page.masked[max(scan.floor, start - 20) : start].rstrip(" ,-–—")[-1:]
        head = Head(source, start, border, start, valid=True)
    found = _following(scan, hit, behind)
    draft = Draft([], "", cue=cue or Span(hit.start, hit.end), source=head.source, via=via, passage=scan.passage)
    draft.behaviour = hit.behaviour
    if _stands_behind(scan, hit, head, found):
        _read_after(scan, hit, head, found, draft)
    elif scan.open is not None:
        read_second(scan, hit, head, found, draft)
    else:
        _read_before(scan, hit, head, found, draft)


def _head(scan: Scan, hit: Hit) -> Head:
    """Give the head before a cue; an unclear one is narrowed to the title or name in it."""
    page = scan.page
    head = head_before(page, _floor(scan), hit.start, inside=scan.open is not None)
    if head.valid or head.source is None or not is_unknown(scan, hit, head):
        return head
    source = narrowed(page, head.source)
    if is_nobody(page, source):
        return head
    hangs = page.phrases.hanging.search(page.masked[source.start : source.end]) is not None
    if is_source(page, source) or not (hangs or page.phrases.preamble.match(page.masked, source.start)):
        return replace(head, source=source, start=source.start, valid=True)
    if hit.behaviour == "ask":  # "Chậm nhất đến ngày …, yêu cầu …": whoever spoke last goes on
        return replace(head, source=None, border="")
    return head


def _following(scan: Scan, hit: Hit, behind: Hit | None) -> Following:
    """Give what follows a cue; nothing does where only a joined second cue stands there."""
    page = scan.page
    found = following(page, hit, scan.passage.end)
    if behind is not None and found.start <= behind.start:
        head = head_before(page, hit.end, behind.start, inside=True)
        if behind.behaviour in WEAK and following(page, behind, scan.passage.end).marker not in MARKED:
            return found
        if head.source is None and head.joined and not has_words(page, hit.end, head.start):
            return Following(scan.passage.end, "none")
    return found


def _stands_behind(scan: Scan, hit: Hit, head: Head, found: Following) -> bool:
    """Say whether source and cue stand behind their content: "…", X nói."""
    page = scan.page
    if found.marker == "none":
        return True
    if head.source is None:
        return False
    before = page.masked[max(_floor(scan), head.source.start - 20) : head.source.start].rstrip()
    if found.marker == "tail" and before.endswith(_PARTING):
        return scan.open is None or may_relay(page, head.source)
    if found.marker == "tail" or scan.open is not None:
        return False
    colon = ":" in page.masked[hit.end : min(found.start, hit.end + BACK)]
    return found.marker != "that" and not colon and _quote_first(scan, head.source)


def _quote_first(scan: Scan, source: Span) -> bool:
    """Say whether the passage begins with a quotation right behind which this source stands."""
    first = next(iter(scan.page.quotes_in(scan.floor, scan.passage.end)), None)
    if first is None or first.start != scan.floor or count_words(scan.page, *first.inner) < QUOTE_WORDS:
        return False
    return first.end <= source.start and not has_words(scan.page, first.end, source.start)


def _read_after(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue behind its content."""
    page, floor = scan.page, scan.floor
    if head.source is None or not (head.valid or head.border in _CLOSED):
        return
    agent = last_match(page.phrases.agent, page.masked, max(floor, head.source.start - 12), head.source.start)
    if agent is not None and found.marker == "none" and scan.open is None:
        _read_passive(scan, hit, draft, agent)
        return
    stop = _content_end(page, floor, head.start)
    if scan.open is not None:
        close(scan, scan.open, head.source, stop, relay=hit.behaviour == "relay")
        return
    quoted = page.quotes_in(floor, max(stop, floor))
    draft.frame = [Span(stop, scan.passage.end)]
    scan.floor = hit.end
    if stop <= floor or (count_words(page, floor, stop) < FEWEST and not quoted):
        draft.rule = "cue-alone"  # joined with the quotation of the passage before or behind
        draft.frame = [scan.passage]
    else:
        begin = floor if quoted else subject_start(page, floor, stop)
        if not quoted and (hit.behaviour not in AFTERWARDS or count_words(page, begin, stop) < FEWEST):
            scan.floor = floor
            return
        draft.content, draft.rule = [Span(_told_from(page, floor, stop), stop)], "cue-after"
        if found.marker == "quote":
            draft.content.append(Span(found.start, scan.passage.end))
            scan.floor = scan.passage.end
    scan.drafts.append(draft)


def _read_passive(scan: Scan, hit: Hit, draft: Draft, agent: int) -> None:
    """Read "việc này đã được X xác nhận": what stands before is the content, unless it is not or not yet told."""
    page, floor = scan.page, scan.floor
    end = agent
    while (adverb := last_match(page.phrases.adverb, page.masked, max(floor, end - 30), end)) is not None:
        end = adverb
    near = page.masked[max(floor, end - 30) : end]
    begin = subject_start(page, floor, end)
    if page.phrases.blocker.search(near) or hit.behaviour not in AFTERWARDS or count_words(page, begin, end) <= FEWEST:
        return
    parted = list(_COMMA.finditer(page.masked, begin, end))[-1:]
    if parted and count_words(page, parted[0].end(), end) <= FEWEST:  # "…, điều này đã được X xác nhận"
        end = parted[0].start()
    draft.content, draft.rule, draft.frame = [Span(begin, end)], "cue-passive", [Span(end, scan.passage.end)]
    scan.floor = hit.end
    scan.drafts.append(draft)


def _told_from(page: Page, floor: int, stop: int) -> int:
    """Give where a content before its source begins: behind a sentence that only runs up to the quotation."""
    for quote in reversed(page.quotes_in(floor, stop)):
        if page.masked[floor : quote.start].rstrip().endswith((".", "!", "?", "…")):
            return quote.start
    return floor


def _content_end(page: Page, floor: int, start: int) -> int:
    """Give where the content before a trailing source ends: at the comma, dash or mark before it."""
    closed = [quote.end for quote in page.quotes_in(floor, start) if quote.end <= start][-1:]
    if closed and not has_words(page, closed[0], start):
        return closed[0]
    parted = [match.start() for match in _SEPARATOR.finditer(page.masked, floor, start)][-1:]
    return max([floor, *closed, *parted])


def _read_before(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue before its content: "X nói rằng …"."""
    if not fits(scan, hit, head, found):
        if found.marker == "tail" and head.valid and not head.border and not scan.drafts and hit.behaviour in PLAIN:
            draft.rule, draft.frame = "cue-alone", [scan.passage]  # the quotation stands in a sentence beside it
            scan.drafts.append(draft)
        return
    if head.source is None and not _carries(scan, hit, head, found, draft):
        return
    if not draft.content:
        draft.rule = "cue-before"
        draft.content = [*_topic(scan, head), Span(found.start, scan.passage.end)]
        draft.frame = [Span(scan.floor, found.start)]
        give_to_owner(scan.page, draft, found)
        scan.open = draft
        scan.floor = found.start
    scan.drafts.append(draft)


def _carries(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> bool:
    """Say whether a cue without source may take one from before it (or behind it), and let the draft do so."""
    page = scan.page
    between = page.masked[scan.floor : min(hit.start, scan.floor + BACK)].strip(" ,;")
    if scan.drafts and (not between or page.phrases.connective.fullmatch(between)):
        draft.source, draft.carried = scan.drafts[-1].source, scan.drafts[-1].carried
        return True
    if page.phrases.conceding.fullmatch(between):  # "Dù thừa nhận …, ông X vẫn …"
        return leads(scan, found, draft)
    if head.border or hit.behaviour not in WITHOUT_SOURCE:
        return False
    if hit.behaviour != "ask" and (not between or page.phrases.adverb.fullmatch(between)):
        leading = found.marker == "that" or hit.behaviour in {"charge", "feel"}
        if (leading and leads(scan, found, draft)) or not between:
            return bool(draft.content)
    draft.carried = True
    return True


def _topic(scan: Scan, head: Head) -> list[Span]:
    """Give the topic before the source that belongs to what is said: "Đối với X, bộ yêu cầu …"."""
    page = scan.page
    if head.source is None or not page.phrases.topic.match(page.masked, scan.floor, head.source.start):
        return []
    before = page.masked[scan.floor : head.source.start].rstrip()
    return [Span(scan.floor, scan.floor + len(before))] if before.endswith(",") else []


def _narrow(page: Page, draft: Draft) -> None:
    """Take the quotation alone where the cue's own object stands before it: "bác bỏ thông tin …: “…”"."""
    if not draft.content or draft.cue is None or draft.rule == "cue-after":
        return
    begin, end = draft.content[-1]
    quotes = page.quotes_in(begin, end)
    if draft.behaviour == "ask":
        draft.content[-1] = Span(begin, refused(page, begin, end))
    if draft.behaviour == "call":
        near = bool(quotes) and quotes[0].start <= begin + 25
        if near and draft.cue.of(page.text).split()[-1].casefold() in page.phrases.plain_as:
            draft.content = [Span(quotes[0].start, quotes[0].end)]
    elif draft.behaviour in {"deny", "feel", "tag", "note"}:
        for quote in quotes:
            colon = page.masked[max(begin, quote.start - 5) : quote.start].rstrip().endswith(":")
            if colon and count_words(page, *quote.inner) >= QUOTE_WORDS:
                draft.content = [Span(quote.start, end)]
                return
