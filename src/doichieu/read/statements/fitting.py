"""Fitting: whether a cue, the words before it and the words behind it make a statement."""

from __future__ import annotations

from doichieu.model import Span
from doichieu.read.statements.claims import FEWEST, PLAIN, Following, Hit
from doichieu.read.statements.passages import MASK, Page
from doichieu.read.statements.scan import BACK, MARKED, Scan, count_words
from doichieu.read.statements.sources import Head, last_match, skip_determiners

NOUN_PHRASE = 6
"""Words up to which what follows a cue may be the mere name of a thing ("chia sẻ một số thông tin")."""
UNSURE = 12
"""Words that a source may have that no list knows, where a complementiser or a quotation follows the cue."""
UNKNOWN = 16
"""Words that a source may have whose noun no list knows.

On the check half such sources give 7 statements more among 8 more said; on the look half 1 more among 3.
"""
NEAR = 12
"""Code points before a source in which the word stands that makes a passive."""
SPEAKING = frozenset({"tell", "relay", "charge", "ask", "say"})


def fits(scan: Scan, hit: Hit, head: Head, found: Following) -> bool:
    """Say whether cue, source and content go together."""
    page, marked = scan.page, found.marker in MARKED
    quoted = bool(page.quotes_in(found.start, scan.passage.end))
    if count_words(page, found.start, scan.passage.end) < FEWEST and not quoted:
        return False
    if _asks(scan, head) or (not marked and _is_done_to(scan, hit, head)):
        return False
    if not _source_fits(page, head, found) or not _behaves(scan, hit, head, found, quoted=quoted):
        return False
    if found.marker in {"bare", "tail", "gap"} and not _is_clause(scan, hit, found, quoted=quoted):
        return False
    if page.phrases.join_start.match(page.masked, found.start) or _says_a_word(page, hit, found):
        return False
    stands = not head.border or bool(page.phrases.contrast.match(head.border)) or not head.border[0].isalpha()
    return stands or marked


def is_unknown(scan: Scan, hit: Hit, head: Head) -> bool:
    """Say whether words that no list knows may still be a source: a short phrase right before a verb of saying."""
    if head.source is None or hit.behaviour not in SPEAKING or count_words(scan.page, *head.source) > UNKNOWN:
        return False
    known_not = scan.page.phrases.nobody.match(scan.page.masked, head.source.start) is not None
    return not known_not and (not head.border or not head.border[0].isalpha())


def is_nobody(page: Page, source: Span) -> bool:
    """Say whether words that no list knows are a thing, a verb or a mere opening, and nobody who speaks."""
    verb = page.phrases.not_head.match(page.masked, *source) or page.masked[source.end - 1] == ";"
    return bool(verb) or page.phrases.nobody.match(page.masked, source.start) is not None


def _source_fits(page: Page, head: Head, found: Following) -> bool:
    if head.source is None or head.valid:
        return True
    few = count_words(page, *head.source) <= UNSURE
    return few and found.marker in {"that", "quote"} and not is_nobody(page, head.source)


def _behaves(scan: Scan, hit: Hit, head: Head, found: Following, *, quoted: bool) -> bool:
    """Say whether the cue has beside it what its kind needs."""
    page, start = scan.page, found.start
    if hit.behaviour == "tag":
        return found.marker in MARKED
    if hit.behaviour == "note":
        return found.marker in MARKED or _is_told(scan, hit, head, found)
    if hit.behaviour == "show":
        return _shows(page, head)
    if hit.behaviour == "call":
        near = page.masked[start : min(scan.passage.end, start + BACK)]
        return quoted or not page.phrases.plain_as.isdisjoint(near.split())
    return True


def _is_told(scan: Scan, hit: Hit, head: Head, found: Following) -> bool:
    """Say whether a comma right behind a cue and a clause behind it show that the cue is one: "X nhận thấy, …"."""
    page, end = scan.page, scan.passage.end
    if not head.valid or found.marker != "comma" or page.masked[hit.end : hit.end + 1] != ",":
        return False
    clause = page.phrases.finite.search(page.masked, found.start, min(end, found.start + BACK))
    return clause is not None and count_words(page, found.start, end) > NOUN_PHRASE


def _asks(scan: Scan, head: Head) -> bool:
    """Say whether a passage is an interviewer's question: "Ông đánh giá thế nào về …?"."""
    page = scan.page
    if head.source is None or page.text[scan.passage.end - 1] != "?" or page.masked[scan.passage.end - 1] == MASK:
        return False
    return not head.valid or page.phrases.addressed.fullmatch(" " + head.source.of(page.masked) + ",") is not None


def _is_done_to(scan: Scan, hit: Hit, head: Head) -> bool:
    """Say whether source and cue are a passive ("thông tin được X chia sẻ tại …") or caused ("khiến X nhớ lại …")."""
    page = scan.page
    if head.source is None:
        return False
    begin = max(scan.floor, head.source.start - NEAR)
    named = [mention.start for mention in page.mentions_in(*head.source)]
    if any(last_match(page.phrases.agent, page.masked, begin, start) for start in [head.source.start, *named[:2]]):
        return True
    caused = page.phrases.causative.search(page.masked, begin, hit.start) if hit.behaviour in PLAIN else None
    return caused is not None and "," not in page.masked[caused.end() : hit.start]


def _says_a_word(page: Page, hit: Hit, found: Following) -> bool:
    """Say whether no more than one quoted word follows ("nói “không” với …"): no proposition."""
    first = next(iter(page.quotes_in(found.start, found.start + 1)), None)
    return hit.behaviour in SPEAKING and first is not None and count_words(page, *first.inner) < 2


def _is_clause(scan: Scan, hit: Hit, found: Following, *, quoted: bool) -> bool:
    """Say whether words right behind a cue tell something, and do not only name what was spoken of."""
    page, start = scan.page, found.start
    end = min(scan.passage.end, start + BACK)
    if hit.behaviour in {"say", "tell"} and page.phrases.topic_start.match(page.masked, start):
        return False
    if (
        found.marker == "tail"
        and hit.behaviour in {"say", "tell"}
        and not page.phrases.finite.search(page.masked, start, end)
    ):
        return False
    about = page.phrases.about.match(page.masked, start)
    verb = page.phrases.verbal.search(page.masked, about.end() if about else start, end)
    if hit.behaviour == "say":
        late = about is not None and verb is not None and count_words(page, start, verb.start()) >= NOUN_PHRASE
        return quoted or (verb is not None and not late)
    if hit.behaviour == "feel":
        told = quoted or verb is not None or count_words(page, start, end) >= NOUN_PHRASE
        return told and not page.phrases.gap.match(page.masked, start)
    return True


def _shows(page: Page, head: Head) -> bool:
    """Say whether the source is a report, a study, a medium: only those "show" something as a source does."""
    if head.source is None:
        return False
    noun = page.phrases.source.match(page.masked, skip_determiners(page, head.source), head.source.end)
    return noun is not None and page.phrases.kind_of(noun[0]) in {"document", "medium"}
