"""Claims: which words of a passage somebody is reported to have said, by which cue, behind which source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from doichieu.languages.contracts.statements import Behaviour
from doichieu.model import Span, strip_span
from doichieu.read.passages import Page
from doichieu.read.sources import Head, head_before, is_source, last_match

_WORD = re.compile(r"\w+")
_SKIP = re.compile(r"\s*")
_MARKED = {"that", "colon", "quote"}
_OPEN_MARKS = '"“„«‘”'
FEWEST = 3
"""Words that unquoted content must have to be a proposition."""
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
    passage: Span = Span(0, 0)
    behaviour: Behaviour = "say"
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
    phrases = page.phrases
    for match in phrases.cue.finditer(page.masked, *passage):
        word = " ".join(match[0].casefold().split())
        behaviour = phrases.behaviours[word]
        after = phrases.not_after.get(word)
        if behaviour == "never" or (after and after.match(page.masked, match.end())):
            continue
        if any(
            mention.start <= match.start() and match.end() <= mention.end
            for mention in page.mentions_in(match.start() - 60, match.end() + 60)
        ):
            continue
        if (
            phrases.noun_tail.match(page.masked, match.end())
            and behaviour not in {"relay", "quote"}
            and word not in {"cho biết"}
        ):
            continue
        blocked = last_match(phrases.blocker, page.masked, max(passage.start, match.start() - 30), match.start())
        if blocked is None:
            hits.append(Hit(match.start(), match.end(), behaviour))
    return hits


def following(page: Page, hit: Hit, limit: int) -> Following:
    """Give where the content behind a cue begins; ``limit`` ends the passage."""
    masked, phrases = page.masked, page.phrases
    place, marker = hit.end, "bare"
    while True:
        skipped = _SKIP.match(masked, place, limit)
        place = skipped.end() if skipped else place
        if not _WORD.search(masked, place, limit):
            return Following(limit, "none")
        sign = masked[place]
        if sign == ":":
            place, marker = place + 1, "colon"
        elif sign == ",":
            place, marker = place + 1, marker if marker in _MARKED else "comma"
        elif sign in _OPEN_MARKS and _quote_at(page, place):
            return Following(place, "quote" if marker not in _MARKED else marker)
        elif sign == "_":
            place = _behind_mask(masked, place)
        elif match := phrases.that.match(masked, place, limit):
            place, marker = match.end(), "that"
        elif marker == "bare" and (time := next(iter(page.times_in(place, place + 1)), None)):
            place = time.end
        elif (
            marker == "bare"
            and hit.behaviour not in {"ask", "feel", "deny", "show", "call"}
            and phrases.gap.match(masked, place, limit)
        ):
            return _behind_gap(page, place, limit)
        else:
            return Following(place, marker)


def _behind_mask(masked: str, place: int) -> int:
    while place < len(masked) and masked[place] == "_":
        place += 1
    return place


def _quote_at(page: Page, place: int) -> bool:
    return any(quote.start == place for quote in page.quotes_in(place, place + 1))


def _behind_gap(page: Page, place: int, limit: int) -> Following:
    """Give where the content begins behind the one spoken to, the place or the time."""
    end = min(limit, place + GAP)
    for match in re.finditer(r"(?<!\w)\w+(?!\w)|[:,\"“”«]", page.masked[place:end]):
        at = place + match.start()
        if match[0] == ":":
            return following(page, Hit(at, at, "say"), limit)
        if match[0] in {'"', "“", "”", "«"}:
            if _quote_at(page, at):
                return Following(at, "quote")
        elif match[0] == ",":
            rest = following(page, Hit(at + 1, at + 1, "say"), limit)
            return (
                rest
                if rest.marker == "none"
                else Following(rest.start, rest.marker if rest.marker in _MARKED else "comma")
            )
        elif page.phrases.that.match(page.masked, at, limit) and match[0].casefold() in page.phrases.plain_that:
            return following(page, Hit(at, at, "say"), limit)
    named = next((m for m in page.mentions_in(place, end) if m.start - place < 40), None)
    if named is not None and len(_WORD.findall(page.masked, named.end, limit)) > FEWEST + 2:
        return Following(named.end + 1, "gap")
    return Following(limit, "none")
