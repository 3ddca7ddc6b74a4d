"""Claims: which words of a passage somebody is reported to have said, by which cue, behind which source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from doichieu.languages.contracts.statements import Behaviour
from doichieu.model import Span
from doichieu.read.statements.passages import Page

_WORD = re.compile(r"\w+")
_GAP_WORD = re.compile('\\w+|[:,"\u201c\u201d\u201e\u00ab]')
_INK = re.compile('[^\\W_]|["\u201c\u201d\u201e\u00ab]')
_LAST = re.compile(r"\w+\Z")
_SKIP = re.compile(r"\s*")
_PARTING = re.compile(r"\s*[,–—-]\s*")
_MARKED = {"that", "colon", "quote"}
_OPEN_MARKS = '"“„«‘”'
PLAIN = frozenset({"say", "tell", "charge"})
"""Kinds of cues that are beyond doubt right behind a quotation and its speaker."""
FEWEST = 3
"""Words that unquoted content must have to be a proposition."""
LONG_GAP = 12
"""Words behind a cue and a preposition that are content rather than the place or the time of the saying."""
TOLD = 50
"""Code points that the one who is told may have between cue and complementiser."""
GAP = 200
"""Code points between a cue and its content that may hold the one spoken to, the place and the time."""


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    content: list[Span]
    rule: str
    cue: Span | None = None
    source: Span | None = None
    carried: bool = False
    """Whether the source of the statement before goes on."""
    via: Span | None = None
    passage: Span = field(default_factory=lambda: Span(0, 0))
    behaviour: Behaviour = "say"
    sentences: int = 0
    """Sentences without a cue that run on."""
    added: int = 0
    """Code points of sentences without a cue that run on."""
    frame: list[Span] = field(default_factory=list)
    """Stretches around cue and source, where the day and the medium of the statement may stand."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue word used as one."""

    start: int
    end: int
    behaviour: Behaviour


@dataclass(frozen=True, slots=True)
class Following:
    """What stands behind a cue: where its content begins, and what marks the beginning."""

    start: int
    marker: str
    """that, colon, quote, comma, bare; none where nothing follows."""


def cues_in(page: Page, passage: Span) -> list[Hit]:
    """Give the words of a passage that are used as cues."""
    hits: list[Hit] = []
    told = _behind_opening(page, passage)
    for match in page.phrases.cue.finditer(page.masked, *passage):
        word = " ".join(match[0].casefold().split())
        behaviour = page.phrases.behaviours[word]
        sure = not hits and behaviour in PLAIN and told is not None and _is_told(page, told, match.start())
        if behaviour != "never" and (sure or _is_verb(page, passage, match, word, behaviour)):
            hits.append(Hit(match.start(), match.end(), behaviour))
    return hits


def _behind_opening(page: Page, passage: Span) -> Span | None:
    """Give where the cue of a quotation stands that opens a passage: "…", X nói trước báo giới."""
    first = next(iter(page.quotes_in(passage.start, min(passage.end, passage.start + 4))), None)
    if first is None or len(_WORD.findall(page.text, *first.inner)) <= FEWEST:
        return None
    mark = _PARTING.match(page.masked, first.end, passage.end)
    return Span(mark.end(), min(passage.end, mark.end() + GAP)) if mark else None


def _is_told(page: Page, told: Span, cue: int) -> bool:
    """Say whether a cue stands right behind an opening quotation and is neither passive nor denied."""
    return told.start <= cue < told.end and not page.phrases.blocker.search(page.masked[told.start : cue])


def _is_verb(page: Page, passage: Span, match: re.Match[str], word: str, behaviour: Behaviour) -> bool:
    """Say whether a cue word is neither part of a longer word nor a noun, a passive or a possibility."""
    phrases, masked = page.phrases, page.masked
    start, end = match.span()
    near = masked[max(passage.start, start - 30) : start]
    after, before = phrases.not_after.get(word), phrases.not_before.get(word)
    if (after and after.match(masked, end)) or (before and before.search(near)) or phrases.blocker.search(near):
        return False
    if behaviour in {"tell", "relay", "quote"}:
        return True
    around = page.mentions_in(start - 60, end + 60) if masked[start].isupper() else ()
    if any(mention.start <= start and end <= mention.end for mention in around):
        return False  # part of a name: "Bộ Thông tin và Truyền thông"
    if behaviour in {"tag", "note"}:  # a complementiser, a colon or a quotation has to follow: then it is a verb
        return True
    named = page.mentions_in(max(passage.start, start - 60), start)[-1:]
    whole = bool(named) and not masked[named[0].end : start].strip()  # "Nhật Bản": its "bản" is no noun before the cue
    return not ((phrases.noun_blocker.search(near) and not whole) or phrases.noun_tail.match(masked, end))


def following(page: Page, hit: Hit, limit: int) -> Following:
    """Give where the content behind a cue begins; ``limit`` ends the passage."""
    masked, phrases = page.masked, page.phrases
    if hit.behaviour == "call":
        return _called(page, hit.end, limit)
    last = _LAST.search(masked, hit.start, hit.end)
    place, marker = hit.end, "that" if last and last[0].casefold() in phrases.plain_that else "bare"
    while True:
        skipped = _SKIP.match(masked, place, limit)
        place = skipped.end() if skipped else place
        if not _INK.search(masked, place, limit):
            return Following(limit, "none")
        sign = masked[place]
        if sign in ":,":
            place, marker = place + 1, "colon" if sign == ":" else marker if marker in _MARKED else "comma"
        elif sign in _OPEN_MARKS and _quote_at(page, place):
            return Following(place, "that" if marker == "that" else "quote")
        elif sign == "_":
            place = _behind_mask(masked, place)
        elif match := phrases.that.match(masked, place, limit):
            place, marker = match.end(), "that"
        elif marker == "bare" and (time := next(iter(page.times_in(place, place + 1)), None)):
            behind = following(page, Hit(time.end, time.end, hit.behaviour), limit)
            return behind if behind.marker != "bare" else Following(place, marker)
        elif (
            marker == "bare"
            and hit.behaviour not in {"ask", "feel", "deny", "show", "call"}
            and phrases.gap.match(masked, place, limit)
        ):
            return _behind_gap(page, place, limit)
        else:
            told = _behind_told(page, place, limit) if marker == "bare" else None
            return Following(place, marker) if told is None else following(page, Hit(told, told, "say"), limit)


def _behind_told(page: Page, place: int, limit: int) -> int | None:
    """Give where the complementiser stands behind the one who is told: "cảnh báo nước X rằng …"."""
    end = min(limit, place + TOLD)
    for word in _GAP_WORD.finditer(page.masked, place, end):
        if word[0].casefold() in page.phrases.plain_that:
            between = page.masked[place : word.start()]
            verb = page.phrases.finite.search(between) or page.phrases.cue.search(between)
            return word.start() if verb is None else None
        if not word[0][0].isalnum():
            return None
    return None


def _called(page: Page, place: int, limit: int) -> Following:
    """Give what follows a verb of calling: "mô tả X là Y", all of which is said."""
    ink = _INK.search(page.masked, place, limit)
    if ink is None:
        return Following(limit, "none")
    return Following(ink.start(), "quote" if _quote_at(page, ink.start()) else "bare")


def _behind_mask(masked: str, place: int) -> int:
    while place < len(masked) and masked[place] == "_":
        place += 1
    return place


def _quote_at(page: Page, place: int) -> bool:
    return any(quote.start == place for quote in page.quotes_in(place, place + 1))


def _behind_gap(page: Page, place: int, limit: int) -> Following:
    """Give where the content begins behind the one spoken to, the place or the time."""
    end = min(limit, place + GAP)
    spoken_to = page.phrases.spoken_to.match(page.masked, place, limit) is not None
    for match in _GAP_WORD.finditer(page.masked, place, end):
        word, at = match[0], match.start()
        if word == ":" or word.casefold() in page.phrases.plain_that:
            return following(page, Hit(at, at, "say"), limit)
        if word == "," or (word in _OPEN_MARKS and _quote_at(page, at)):
            return _behind_mark(page, word, at, limit) if spoken_to else Following(place, "bare")
    if not spoken_to:
        long = len(_WORD.findall(page.masked, place, min(limit, end))) > LONG_GAP
        long = long and page.phrases.finite.search(page.masked, place, min(limit, end)) is not None
        return Following(place, "bare" if long else "tail")
    named = next((mention for mention in page.mentions_in(place, end) if mention.start - place < 40), None)
    if named is not None and len(_WORD.findall(page.masked, named.end, min(limit, named.end + GAP))) > FEWEST + 2:
        return Following(named.end, "gap")
    return Following(limit, "none")


def _behind_mark(page: Page, mark: str, place: int, limit: int) -> Following:
    """Give where the content begins at the comma or quotation mark behind the one spoken to."""
    if mark != ",":
        return Following(place, "quote")
    rest = following(page, Hit(place + 1, place + 1, "say"), limit)
    return replace(rest, marker="comma") if rest.marker == "bare" else rest
