"""Second: cues inside the content of another cue. Some are part of it, some make statements of their own."""

from __future__ import annotations

from doichieu.model import Span
from doichieu.read.statements.claims import FEWEST, Draft, Following, Hit
from doichieu.read.statements.fitting import fits
from doichieu.read.statements.scan import MARKED, Scan, count_words, has_words, is_medium
from doichieu.read.statements.sources import Head


def read_second(scan: Scan, hit: Hit, head: Head, found: Following, draft: Draft) -> None:
    """Read a cue inside the open draft's content: a statement of its own, or part of that content."""
    opened = scan.open
    if opened is None or not fits(scan, hit, head, found):
        return
    begin = opened.content[-1].start
    if head.source is None:
        cut = _joined(scan, opened, hit, head, found)
        draft.source, draft.carried, draft.rule = opened.source, opened.carried, "cue-joined"
        draft.via = draft.via or opened.via
    elif not head.valid:
        return
    elif _is_relayed(scan, opened, head.source):
        draft.via, draft.rule, draft.content = opened.source, "cue-relayed", [Span(found.start, scan.passage.end)]
        draft.frame = [*opened.frame, Span(head.source.start, found.start)]
        scan.drafts.pop()
        _open(scan, draft, found)
        return
    else:
        cut = _shared(scan, opened, head.source) or _contrasted(scan, begin, head)
        draft.rule, draft.via = "cue-contrasted", draft.via or opened.via
    if cut is None or (count_words(scan.page, begin, cut) < FEWEST and not scan.page.quotes_in(begin, cut)):
        return
    opened.content[-1] = Span(begin, cut)
    draft.content = [Span(found.start, scan.passage.end)]
    draft.frame = [Span(cut, found.start), *opened.frame[:1]]
    _open(scan, draft, found)


def close(scan: Scan, opened: Draft, source: Span, stop: int, *, relay: bool) -> None:
    """End a content at ", X đưa tin": a medium behind it relays it."""
    if stop <= opened.content[-1].start:
        return
    opened.content[-1] = Span(opened.content[-1].start, stop)
    opened.frame.append(Span(stop, scan.passage.end))
    text = scan.page.text
    medium = relay or is_medium(scan.page, source)
    if opened.source is not None and medium and source.of(text) != opened.source.of(text):
        for draft in scan.drafts:
            draft.via = draft.via or source
    scan.open = None
    scan.floor = scan.passage.end


def _open(scan: Scan, draft: Draft, found: Following) -> None:
    scan.drafts.append(draft)
    scan.open = draft
    scan.floor = found.start


def _joined(scan: Scan, opened: Draft, hit: Hit, head: Head, found: Following) -> int | None:
    """Give where the first content ends, where a second cue without source of its own is joined to the first."""
    if not head.joined:
        return None
    masked = scan.page.masked
    quoted = masked[max(0, head.start - 5) : head.start].rstrip().endswith(('"', "”"))
    strong = quoted or head.joined == "," or masked[head.start : head.start + 1] in {",", ";"}
    same = (
        hit.behaviour == "deny"
        or opened.behaviour in {"ask", "feel", "deny", "call"}
        or hit.behaviour == opened.behaviour
    )
    return head.start if found.marker in MARKED or strong or same else None


def _shared(scan: Scan, opened: Draft, source: Span) -> int | None:
    """Give where the content of a leading "kêu gọi …," ends whose source follows with the second cue."""
    begin = opened.content[-1].start
    before = scan.page.masked[begin : source.start].rstrip()
    if not opened.carried or len(scan.drafts) > 1 or not before.endswith(","):
        return None
    opened.source, opened.carried = source, False
    return begin + len(before)


def _is_relayed(scan: Scan, opened: Draft, source: Span) -> bool:
    """Say whether the first cue is a medium's and the second source begins its content: "tờ R đưa tin, X nói"."""
    if opened.source is None or not is_medium(scan.page, opened.source):
        return False
    begin = opened.content[-1].start
    return source.start - begin <= 3 and not has_words(scan.page, begin, source.start)


def _contrasted(scan: Scan, begin: int, head: Head) -> int | None:
    """Give where the first content ends, where a clause with a source of its own stands against it."""
    if head.border_start < begin or not head.border or scan.page.phrases.conceding.match(scan.page.masked, begin):
        return None
    contrast = head.border == ";" or scan.page.phrases.contrast.match(head.border)
    return head.border_start if contrast else None
