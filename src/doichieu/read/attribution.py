"""Attribution: the cues, sources and contents of one passage put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from doichieu.model import Span
from doichieu.read.claims import FEWEST, Draft, Following, Hit, cues_in, following
from doichieu.read.passages import Page
from doichieu.read.sources import Head, head_before, is_source, narrowed, skip_determiners, subject_of, subject_start

_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"[\s\-–—*•+…,.;:]*")
_SEPARATOR = re.compile(r"\s*[,–—]\s*|\s+-\s+|\s*-(?=\w)")
_MARKED = {"that", "colon", "quote"}
_CLOSED = {'"', "”", "»", "“"}
HEADING = 80
"""Code points that a source before a colon may have."""
BACK = 600
"""Code points that are looked at around a cue, so that a text without full stops costs no more than others."""
NOUN_PHRASE = 6
"""Words up to which what follows a cue may be the mere name of a thing ("chia sẻ một số thông tin")."""
UNKNOWN = 16
"""Words that a source may have whose noun no list knows."""
UNKNOWN_OK = frozenset({"tell", "relay", "charge", "ask", "say"})
QUOTE_WORDS = 3
"""Words that a quotation needs to be a content by itself."""


@dataclass(slots=True)
class Scan:
    """What is known of a passage so far."""

    page: Page
    passage: Span
    drafts: list[Draft] = field(default_factory=list)
    floor: int = 0
    """Where unread text begins."""
    open: Draft | None = None
    """The draft whose content may still be cut short."""
    via: Span | None = None
    quoted: tuple[Span | None, Span, int] | None = None
    """Medium, source and beginning of a relay ("R dẫn lời X …") that waits for its cue."""


def drafts_of(page: Page, passage: Span) -> list[Draft]:
    """Give the statements of a passage in the making, in the order of the text."""
    scan = Scan(page, passage, floor=_start(page, passage))
    hits = cues_in(page, passage)
    hits = _leading(scan, hits)
    for number, hit in enumerate(hits):
        if hit.start < scan.floor:
            continue
        behind = hits[number + 1] if number + 1 < len(hits) else None
        if hit.behaviour == "quote":
            _quote_relay(scan, hit, behind)
        else:
            _read(scan, hit, behind)
    _trailing(scan)
    if not scan.drafts:
        _alone(scan)
    if not scan.drafts:
        _colon(scan)
    if not scan.drafts:
        _quote_colon(scan)
    for draft in scan.drafts:
        _narrow(page, draft)
    return scan.drafts


def _start(page: Page, passage: Span) -> int:
    bullet = _BULLET.match(page.masked, *passage)
    return bullet.end() if bullet else passage.start


def _words(page: Page, start: int, end: int) -> int:
    """Count the words of a stretch, no more than those of its beginning."""
    return len(_WORD.findall(page.text, start, min(end, start + BACK))) if end > start else 0


def _leading(scan: Scan, hits: list[Hit]) -> list[Hit]:
    """Read "according to X, …" at the head of a passage; give the cues that are left."""
    page, phrases, passage = scan.page, scan.page.phrases, scan.passage
    resume = phrases.resume.match(
        page.masked, subject_start(page, scan.floor, passage.end, preambles=False), passage.end
    )
    if resume:
        begin = _BULLET.match(page.masked, resume.end(), passage.end)
        scan.open = Draft(
            [Span(begin.end() if begin else resume.end(), passage.end)],
            "according-resumed",
            cue=Span(*resume.span()),
            carried=True,
            passage=passage,
        )
        scan.drafts.append(scan.open)
        scan.floor = scan.open.content[0].start
        return []
    for match in phrases.according.finditer(page.masked, *passage):
        before = page.masked[max(scan.floor, match.start() - BACK) : match.start()]
        opening = subject_start(page, scan.floor, match.start() + 1, preambles=False) >= match.start()
        if (
            not opening
            and not before.rstrip().endswith((",", ";", "–", "-", '"', "”"))
            and not phrases.join.search(before)
            and not phrases.border.search(before[-12:].strip())
        ):
            continue
        if phrases.not_source.match(page.masked, match.end()):
            continue
        found = _according(scan, match.end(), hits)
        if found is None:
            continue
        source, begin = found
        if not is_source(page, source) and not opening:
            continue
        if begin >= passage.end:
            return hits  # "…, according to X": read as trailing
        cue = Span(*match.span())
        later = [hit for hit in hits if hit.start >= begin]
        inner = _inner_speaker(scan, begin, later) if _is_medium(page, source) else None
        if inner is not None:
            scan.via, scan.floor = source, begin
            return later
        pieces = [Span(begin, passage.end)]
        if (
            not opening
            and not phrases.preamble.match(page.masked, scan.floor)
            and not phrases.opener.match(page.masked, scan.floor)
            and not page.times_in(scan.floor, scan.floor + 1)
            and _words(page, scan.floor, match.start()) >= 2 * FEWEST
            and not any(hit.end <= match.start() for hit in hits)
        ):
            pieces.insert(0, Span(scan.floor, match.start()))
        elif not opening and any(hit.end <= match.start() for hit in hits):
            continue
        scan.open = Draft(pieces, "according", cue=cue, source=source, passage=passage, frame=[Span(scan.floor, begin)])
        scan.drafts.append(scan.open)
        scan.floor = begin
        return later
    return hits


def _inner_speaker(scan: Scan, begin: int, hits: list[Hit]) -> Hit | None:
    """Give the first cue with a source of its own behind "according to <medium>,"."""
    for hit in hits[:1]:
        head = head_before(scan.page, begin, hit.start)
        behind = hits[1] if hits[1:] else None
        if hit.behaviour == "quote" or (
            head.valid and head.border == "" and _following(scan, hit, behind).marker != "none"
        ):
            return hit
    return None


def _according(scan: Scan, start: int, hits: list[Hit]) -> tuple[Span, int] | None:
    """Give the source behind "according to" and where its content begins (the passage's end when none follows)."""
    page, end = scan.page, scan.passage.end
    while start < end and page.masked[start].isspace():
        start += 1
    stop = _stop(page, start, end)
    while stop and stop[0] == "," and _goes_on(page, start, stop, end):
        stop = _stop(page, stop.end(), end)
    limit = stop.start() if stop else end
    cue = next((hit for hit in hits if start < hit.start < limit), None)
    last = cue.start if cue else limit
    for time in page.times_in(start + 1, last):
        if time.end >= last - 1:
            last = time.start
    trimmed = page.masked[start:last].rstrip(' .,;:-–—"”/')
    source = Span(start, start + len(trimmed))
    if source.end <= source.start or _words(page, *source) > 28:
        return None
    begin = stop.end() if stop else end
    while begin < end and page.masked[begin].isspace():
        begin += 1
    if begin < end and _words(page, begin, end) < 2:
        begin = end
    if stop is None and (_words(page, *source) > 14 or page.phrases.finite.search(page.masked, *source)):
        return None
    return source, begin


def _stop(page: Page, start: int, end: int) -> re.Match[str] | None:
    """Give the mark or word that ends the source behind "according to"."""
    return page.phrases.then.search(page.masked, start, end)


def _goes_on(page: Page, start: int, stop: re.Match[str], end: int) -> bool:
    """Say whether a comma behind "according to X" parts X from its apposition, not from the content."""
    further = _stop(page, stop.end(), end)
    if further is None or further[0] != ",":
        return False
    piece = Span(stop.end() + 1, further.start())
    if _words(page, *piece) > 12 or page.phrases.finite.search(page.masked, *piece) or page.times_in(*piece):
        return False
    noun = page.phrases.source.match(page.masked, skip_determiners(page, piece), piece.end)
    kind = page.phrases.source_kinds[" ".join(noun[0].casefold().split())] if noun else ""
    persons = [mention for mention in page.mentions_in(start, stop.start()) if mention.type == "PER"]
    apposed = bool(persons) and "," in page.masked[persons[0].end : stop.start()]
    return (kind == "person" and is_source(page, Span(start, stop.start()))) or (kind == "body" and apposed)


def _is_medium(page: Page, source: Span) -> bool:
    noun = page.phrases.source.match(page.masked, skip_determiners(page, source), source.end)
    if noun and page.phrases.source_kinds[" ".join(noun[0].casefold().split())] == "medium":
        return True
    return (
        any(page.text[m.start : m.end] in page.phrases.media for m in page.mentions_in(*source))
        or source.of(page.text) in page.phrases.media
    )


def _following(scan: Scan, hit: Hit, behind: Hit | None) -> Following:
    """Give what follows a cue; nothing does where only a joined second cue stands there."""
    found = following(scan.page, hit, scan.passage.end)
    if behind is not None and found.start <= behind.start:
        between = scan.page.masked[hit.end : behind.start]
        left = scan.page.phrases.join.search(between)
        if left and not between[: left.start()].strip(" ,"):
            return Following(scan.passage.end, "none")
        head = head_before(scan.page, hit.end, behind.start)
        if (
            head.source is None
            and head.border in {"nhưng", "đồng thời", "song"}
            and not scan.page.masked[hit.end : head.border_start].strip(" ,")
        ):
            return Following(scan.passage.end, "none")
    return found


def _quote_relay(scan: Scan, hit: Hit, behind: Hit | None) -> None:
    """Read "R dẫn lời X (cho biết)": the medium is R, the source X."""
    page = scan.page
    floor = scan.open.content[-1].start if scan.open else scan.floor
    head = head_before(page, floor, hit.start)
    medium = head.source or scan.via
    noun = page.phrases.anywhere.search(page.masked, hit.start, hit.end)
    start = noun.start() if noun else hit.end
    while start < scan.passage.end and page.masked[start].isspace():
        start += 1
    stop = _stop(page, start, scan.passage.end)
    limit = stop.start() if stop else scan.passage.end
    opening = next((quote.start for quote in page.quotes_in(start, scan.passage.end)), scan.passage.end)
    limit = min(limit, opening)
    if behind is not None and (
        behind.start < limit
        or (
            stop
            and stop[0] == ","
            and behind.start - stop.end() < 120
            and behind.start < opening
            and head_before(page, start, behind.start).start <= start + 40
        )
    ):
        scan.quoted = (medium, Span(start, start + len(page.masked[start : behind.start].rstrip(" ,"))), head.start)
        return
    source = Span(start, start + len(page.masked[start:limit].rstrip(" ,.:;-–\n")))
    for time in page.times_in(source.start + 1, source.end):
        if time.end >= source.end - 1:
            source = Span(source.start, start + len(page.masked[start : time.start].rstrip()))
    if source.end <= source.start:
        return
    scan.quoted = (medium, source, head.start)
    _read(scan, Hit(hit.start, limit, "say"), behind, cue=Span(hit.start, hit.end))


def _read(scan: Scan, hit: Hit, behind: Hit | None, cue: Span | None = None) -> None:
    """Read one cue."""
    page = scan.page
    quoted, scan.quoted = scan.quoted, None
    floor = scan.open.content[-1].start if scan.open else scan.floor
    head = head_before(page, floor, hit.start, inside=scan.open is not None)
    if not head.valid and head.source is not None and _unknown(scan, head, hit):
        source = narrowed(page, head.source)
        if is_source(page, source) or not page.phrases.preamble.match(page.masked, source.start):
            head = replace(head, source=source, start=source.start, valid=True)
        elif hit.behaviour == "ask":  # "Chậm nhất đến ngày …, yêu cầu …": whoever spoke last goes on
            head = replace(head, source=None, border="")
    via = scan.via
    if quoted is not None:
        medium, source, start = quoted
        head = Head(source, start, _border_before(page, floor, start), start, valid=True)
        via = medium
    found = _following(scan, hit, behind)
    draft = Draft(
        [],
        "",
        cue=cue or Span(hit.start, hit.end),
        source=head.source,
        via=via,
        passage=scan.passage,
        behaviour=hit.behaviour,
    )
    trailing = found.marker == "none" or (found.marker == "tail" and _behind_comma(scan, head))
    colon = ":" in page.masked[hit.end : min(found.start, hit.end + BACK)]
    if trailing or (_quote_first(scan, head) and found.marker != "that" and not colon):
        _after(scan, hit, head, found, draft)
    elif scan.open is not None:
        _second(scan, hit, head, found, draft)
    else:
        _before(scan, hit, head, found, draft)


def _behind_comma(scan: Scan, head: Head) -> bool:
    """Say whether the source stands right behind a comma or a dash, so that content may stand before it."""
    if head.source is None or scan.open is not None:
        return False
    before = scan.page.masked[scan.floor : head.source.start].rstrip()
    return before.endswith((",", "-", "–", "—", '"', "”"))


def _border_before(page: Page, floor: int, start: int) -> str:
    return page.masked[floor:start].rstrip(" ,-–—")[-1:]


def _quote_first(scan: Scan, head: Head) -> bool:
    """Say whether the passage begins with a quotation behind which this source stands."""
    if scan.open is not None or head.source is None:
        return False
    first = next(iter(scan.page.quotes_in(scan.floor, scan.passage.end)), None)
    if first is None or first.start != scan.floor or _words(scan.page, *first.inner) < QUOTE_WORDS:
        return False
    return not _WORD.search(scan.page.masked, first.end, head.source.start) and first.end <= head.source.start


def _after(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue behind its content: "…", X nói."""
    page = scan.page
    if head.source is None or not (head.valid or _quote_before(page, head)):
        return
    floor = scan.floor
    stop = _content_end(page, floor, head.source.start if scan.quoted is None else head.start, head)
    if scan.open is not None:
        _after_open(scan, head, stop, draft)
        return
    quoted = page.quotes_in(floor, max(stop, floor))
    draft.frame = [Span(stop, scan.passage.end)]
    if stop <= floor or (_words(page, floor, stop) < FEWEST and not quoted):
        draft.rule = "cue-alone"  # joined with the quotation of the passage before or behind
        draft.frame = [scan.passage]
        scan.drafts.append(draft)
        scan.floor = hit.end
        return
    begin = floor
    if not quoted:
        begin = subject_start(page, floor, stop)
        if (
            hit.behaviour not in {"say", "tell", "charge", "relay"}
            or begin >= stop
            or _words(page, begin, stop) < FEWEST
        ):
            return
        begin = floor
    draft.content = [Span(begin, stop)]
    draft.rule = "cue-after"
    if found.marker == "quote":
        draft.content.append(Span(found.start, scan.passage.end))
        scan.floor = scan.passage.end
    else:
        scan.floor = hit.end
    scan.drafts.append(draft)


def _quote_before(page: Page, head: Head) -> bool:
    return head.border in _CLOSED or bool(
        head.source
        and _words(page, *head.source) <= 8
        and head.border_start
        and page.masked[head.border_start] in _CLOSED
    )


def _content_end(page: Page, floor: int, start: int, head: Head) -> int:
    """Give where the content before a trailing source ends: at the comma, dash or mark before it."""
    closed = [quote.end for quote in page.quotes_in(floor, start) if quote.end <= start]
    if closed and not _WORD.search(page.masked, closed[-1], start):
        return closed[-1]
    last = None
    for match in _SEPARATOR.finditer(page.masked, floor, start):
        if match.end() <= start:
            last = match
    if last is None:
        return closed[-1] if closed else floor
    if closed and closed[-1] > last.start():
        return closed[-1]
    return last.start()


def _after_open(scan: Scan, head: Head, stop: int, draft: Draft) -> None:
    """Read ", X đưa tin" behind a content that has its cue already: a medium relays it, another takes it over."""
    page, opened = scan.page, scan.open
    assert opened is not None
    if stop <= opened.content[-1].start or head.source is None:
        return
    opened.content[-1] = Span(opened.content[-1].start, stop)
    opened.frame.append(Span(stop, scan.passage.end))
    if _is_medium(page, head.source) and not _same_words(page, head.source, opened.source):
        opened.via = head.source if opened.source is not None else opened.via
    scan.open = None
    scan.floor = scan.passage.end
    del draft


def _same_words(page: Page, one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.of(page.text) == other.of(page.text)


def _before(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue before its content: X nói rằng …"""
    if not _fits(scan, hit, head, found):
        return
    if head.source is None:
        if scan.drafts and page_joined(scan, hit):
            draft.source, draft.carried = scan.drafts[-1].source, scan.drafts[-1].carried
        elif head.border or hit.behaviour not in {"ask", "say", "tell", "charge", "feel"}:
            return
        elif hit.behaviour != "ask" and scan.floor == hit.start and not _leads(scan, hit, found, draft):
            return
        else:
            draft.carried = draft.source is None
    if draft.content:
        scan.drafts.append(draft)
        return
    draft.rule = "cue-before"
    draft.content = [*_topic(scan, head), Span(found.start, scan.passage.end)]
    draft.frame = [Span(scan.floor, found.start)]
    scan.drafts.append(draft)
    scan.open = draft
    scan.floor = found.start


def _leads(scan: Scan, hit: Hit, found: Following, draft: Draft) -> bool:
    """Read "Cho rằng …, ông X yêu cầu …": the content ends at the comma before the subject."""
    page, end = scan.page, scan.passage.end
    for comma in re.finditer(r",\s+", page.masked[found.start : min(end, found.start + BACK)]):
        start = found.start + comma.end()
        noun = page.phrases.source.match(page.masked, start, end)
        named = next(iter(page.mentions_in(start, min(end, start + 80))), None)
        near = named is not None and named.type == "PER" and named.start <= (noun.end() + 1 if noun else start)
        pronoun = noun is not None and page.phrases.source_kinds[" ".join(noun[0].casefold().split())] in {
            "man",
            "woman",
        }
        if noun is None or not (near or pronoun) or _words(page, found.start, start) <= FEWEST:
            continue
        draft.source = Span(start, named.end if near and named else noun.end())
        draft.rule, draft.content = "cue-leading", [Span(found.start, found.start + comma.start())]
        draft.frame = [Span(start, end)]
        scan.floor = start
        return True
    return False


def _topic(scan: Scan, head: Head) -> list[Span]:
    """Give the topic before the source that belongs to what is said: "Đối với X, bộ yêu cầu …"."""
    page = scan.page
    if head.source is None or not page.phrases.topic.match(page.masked, scan.floor, head.source.start):
        return []
    before = page.masked[scan.floor : head.source.start].rstrip()
    return [Span(scan.floor, scan.floor + len(before))] if before.endswith(",") else []


def page_joined(scan: Scan, hit: Hit) -> bool:
    """Say whether only joining words stand between the last statement and a cue."""
    between = scan.page.masked[scan.floor : hit.start].strip(" ,;")
    return not between or scan.page.phrases.connective.fullmatch(between) is not None


def _narrow(page: Page, draft: Draft) -> None:
    """Take the quotation alone where the cue's own object stands before it: "bác bỏ thông tin …: “…”"."""
    if not draft.content or draft.cue is None or draft.rule == "cue-after":
        return
    begin, end = draft.content[-1]
    quotes = page.quotes_in(begin, end)
    if draft.behaviour == "call":
        near = bool(quotes) and quotes[0].start <= begin + 25
        if near and draft.cue.of(page.text).split()[-1].casefold() in page.phrases.plain_as:
            draft.content = [Span(quotes[0].start, quotes[0].end)]
    elif draft.behaviour in {"deny", "feel", "tag"}:
        for quote in quotes:
            if page.masked[begin : quote.start].rstrip().endswith(":") and _words(page, *quote.inner) >= QUOTE_WORDS:
                draft.content = [Span(quote.start, end)]
                return


def _fits(scan: Scan, hit: Hit, head: Head, found: Following) -> bool:
    """Say whether cue, source and content go together."""
    page, marked = scan.page, found.marker in _MARKED
    if hit.behaviour == "tag" and not marked:
        return False
    quoted = page.quotes_in(found.start, scan.passage.end)
    if _words(page, found.start, scan.passage.end) < FEWEST and not quoted:
        return False
    if head.source is not None and not head.valid:
        words = page.masked[head.source.start : head.source.end]
        sure = found.marker in {"that", "quote"}
        if not sure or len(_WORD.findall(words)) > 12 or page.phrases.nobody.match(words):
            return False
    if hit.behaviour == "show" and not _shows(page, head):
        return False
    if hit.behaviour == "call" and not (
        quoted
        or page.phrases.plain_as & set(page.masked[found.start : min(scan.passage.end, found.start + BACK)].split())
    ):
        return False
    if found.marker in {"bare", "tail", "gap"} and not quoted and not _is_clause(scan, hit, found):
        return False
    contrasted = not head.border or bool(page.phrases.contrast.match(head.border)) or not head.border[0].isalpha()
    return contrasted or marked


def _unknown(scan: Scan, head: Head, hit: Hit) -> bool:
    """Say whether words that no list knows may still be a source: a short phrase right before a verb of saying.

    On the check half this finds 7 statements more and 8 more in all; on the look half 1 more and 3 more in all.
    """
    source = head.source
    if source is None or hit.behaviour not in UNKNOWN_OK or _words(scan.page, *source) > UNKNOWN:
        return False
    return not head.border or not head.border[0].isalpha()


def _is_clause(scan: Scan, hit: Hit, found: Following) -> bool:
    """Say whether words right behind a cue tell something, and do not only name what was spoken of."""
    page, start, end = scan.page, found.start, scan.passage.end
    if page.phrases.join_start.match(page.masked, start):
        return False
    about = page.phrases.about.match(page.masked, start)
    verb = page.phrases.verbal.search(page.masked, about.end() if about else start, end)
    if hit.behaviour in {"say", "tell"} and page.phrases.topic_start.match(page.masked, start):
        return False
    if hit.behaviour == "say":
        return verb is not None and (about is None or _words(page, start, verb.start()) < NOUN_PHRASE)
    if hit.behaviour == "feel" and page.phrases.gap.match(page.masked, start):
        return False
    if hit.behaviour == "feel":
        return verb is not None or _words(page, start, end) >= NOUN_PHRASE
    return True


def _shows(page: Page, head: Head) -> bool:
    if head.source is None:
        return False
    noun = page.phrases.source.match(page.masked, skip_determiners(page, head.source), head.source.end)
    return bool(noun) and page.phrases.source_kinds[" ".join(noun[0].casefold().split())] in {"document", "medium"}


def _second(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue inside the content of another: a statement of its own, or part of that content."""
    page, opened = scan.page, scan.open
    assert opened is not None
    begin = opened.content[-1].start
    if head.source is None:
        cut = _joined(scan, hit, head, found)
        if cut is None or not _fits(scan, hit, head, found):
            return
        draft.source, draft.carried, draft.rule = opened.source, opened.carried, "cue-joined"
        draft.via = draft.via or opened.via
    else:
        if not head.valid or not _fits(scan, hit, head, found):
            return
        if _relayed(scan, hit, head, draft):
            return
        cut = _shared(scan, begin, head) or _contrasted(scan, begin, head)
        if cut is None:
            return
        draft.rule = "cue-contrasted"
    if _words(page, begin, cut) < FEWEST and not page.quotes_in(begin, cut):
        return
    opened.content[-1] = Span(begin, cut)
    draft.content = [Span(found.start, scan.passage.end)]
    draft.frame = [Span(cut, found.start)] + opened.frame[:1]
    scan.drafts.append(draft)
    scan.open = draft
    scan.floor = found.start


def _joined(scan: Scan, hit: Hit, head: Head, found: Following) -> int | None:
    """Give where the first content ends, where a second cue without source of its own is joined to the first."""
    opened = scan.open
    assert opened is not None
    if not head.joined:
        return None
    before = scan.page.masked[max(0, head.start - 5) : head.start].rstrip()
    strong = (
        head.joined == "," or scan.page.masked[head.start : head.start + 1] in {",", ";"} or before.endswith(('"', "”"))
    )
    same = opened.behaviour in {"ask", "feel", "deny", "call"} or hit.behaviour == opened.behaviour
    return head.start if found.marker in _MARKED or strong or same else None


def _shared(scan: Scan, begin: int, head: Head) -> int | None:
    """Give where the content of a leading "kêu gọi …," ends whose source follows with the second cue."""
    opened = scan.open
    assert opened is not None
    assert head.source is not None
    before = scan.page.masked[begin : head.source.start].rstrip()
    if not opened.carried or len(scan.drafts) > 1 or not before.endswith(","):
        return None
    opened.source, opened.carried = head.source, False
    return begin + len(before)


def _relayed(scan: Scan, hit: Hit, head: Head, draft: Draft) -> bool:
    """Read "tờ R đưa tin, X tuyên bố …": the second cue takes the place of the first, whose source is the medium."""
    opened, page = scan.open, scan.page
    assert opened is not None
    assert head.source is not None
    if opened.source is None or not _is_medium(page, opened.source):
        return False
    if head.source.start - opened.content[-1].start > 3 or _WORD.search(
        page.masked, opened.content[-1].start, head.source.start
    ):
        return False
    found = following(page, hit, scan.passage.end)
    if found.marker == "none":
        return False
    draft.via, draft.rule = opened.source, "cue-relayed"
    draft.content, draft.frame = (
        [Span(found.start, scan.passage.end)],
        [*opened.frame, Span(head.source.start, found.start)],
    )
    scan.drafts[-1] = scan.open = draft
    scan.floor = found.start
    return True


def _contrasted(scan: Scan, begin: int, head: Head) -> int | None:
    """Give where the first content ends, where a clause with a source of its own stands against it."""
    page = scan.page
    if head.border_start < begin or not head.border:
        return None
    if page.phrases.contrast.match(head.border) or head.border == ";":
        return head.border_start
    return None


def _trailing(scan: Scan) -> None:
    """Read "…, theo X" at the end of a passage."""
    page, passage = scan.page, scan.passage
    for match in page.phrases.according.finditer(page.masked, scan.floor, passage.end):
        before = page.masked[max(passage.start, match.start() - BACK) : match.start()].rstrip()
        if page.phrases.not_source.match(page.masked, match.end()) or not before:
            continue
        found = _according(scan, match.end(), [])
        if found is None or found[1] < passage.end or not is_source(page, found[0]):
            continue
        if not before.endswith((",", "-", "–", '"', "”")) and not _is_medium(page, found[0]):
            continue
        stop = match.start() - (
            len(page.masked[max(passage.start, match.start() - BACK) : match.start()]) - len(before.rstrip(" ,-–"))
        )
        if scan.open is not None and stop > scan.open.content[-1].start:
            scan.open.content[-1] = Span(scan.open.content[-1].start, stop)
            if _is_medium(page, found[0]):
                scan.open.via = scan.open.via or found[0]
            return
        if scan.drafts:
            scan.drafts[-1].via = scan.drafts[-1].via or found[0]
            return
        begin = _start(page, passage)
        opener = page.phrases.border.match(page.masked, begin)
        begin = opener.end() + 1 if opener else begin
        if _words(page, begin, stop) >= FEWEST:
            scan.drafts.append(
                Draft(
                    [Span(begin, stop)],
                    "according-after",
                    cue=Span(*match.span()),
                    source=found[0],
                    passage=passage,
                    frame=[Span(stop, passage.end)],
                )
            )
        return


def _quote_colon(scan: Scan) -> None:
    """Read a quotation behind a colon that no cue announces: the person named last before it says it."""
    page, passage = scan.page, scan.passage
    for quote in page.quotes_in(scan.floor, passage.end):
        before = page.masked[max(scan.floor, quote.start - 3) : quote.start].rstrip()
        if before.endswith(":") and _words(page, *quote.inner) > QUOTE_WORDS + 1:
            persons = [m for m in page.mentions_in(max(scan.floor, quote.start - BACK), quote.start) if m.type == "PER"]
            source = Span(persons[-1].start, persons[-1].end) if persons else subject_of(page, scan.floor, quote.start)
            scan.drafts.append(
                Draft(
                    [Span(quote.start, passage.end)],
                    "quote-colon",
                    source=source,
                    carried=source is None,
                    passage=passage,
                    frame=[Span(scan.floor, quote.start)],
                )
            )
            return


def _colon(scan: Scan) -> None:
    """Read "Ông X: Y", as headlines put it."""
    page, passage = scan.page, scan.passage
    colon = page.masked.find(":", scan.floor, min(passage.end, scan.floor + HEADING))
    if colon < 0 or page.text[passage.start : passage.end].rstrip().endswith("?"):
        return
    source = Span(scan.floor, scan.floor + len(page.masked[scan.floor : colon].rstrip()))
    quoted = next(iter(page.quotes_in(colon, colon + 4)), None)
    types = {"PER", "ORG"} if quoted else {"PER"}
    persons = [mention for mention in page.mentions_in(*source) if mention.type in types]
    headed = any(zone.kind == "headline" and zone.start <= passage.start < zone.end for zone in page.reading.zones)
    ends = bool(persons) and persons[-1].end == source.end
    if (
        not ends
        or not (headed or quoted)
        or _words(page, colon + 1, passage.end) <= FEWEST
        or page.phrases.finite.search(page.masked, *source)
    ):
        return
    scan.drafts.append(Draft([Span(colon + 1, passage.end)], "colon", source=source, passage=passage))


def _alone(scan: Scan) -> None:
    """Read a passage that is a quotation and nothing else."""
    page, passage = scan.page, scan.passage
    quotes = page.quotes_in(scan.floor, passage.end)
    if quotes and quotes[0].start == scan.floor and not _WORD.search(page.text, quotes[-1].end, passage.end):
        outside = sum(_words(page, a.end, b.start) for a, b in zip(quotes, quotes[1:], strict=False))
        if outside == 0 and _words(page, *quotes[0].inner) > QUOTE_WORDS:
            scan.drafts.append(Draft([Span(scan.floor, passage.end)], "quote-alone", carried=True, passage=passage))
