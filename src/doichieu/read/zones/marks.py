"""Marks: stretches of a line that show by their own words or signs that they are no report text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.zones import CueKind, ZoneRules
from doichieu.languages.patterns import any_of
from doichieu.model import Span, ZoneKind, strip_span
from doichieu.read.zones.credits import is_provided, source_end

_SHORTEST_LINK = 25
"""Code points of a headline, the sign before it included."""
_LONGEST_LINK = 300
_ARROWS = (">>", "> >", "»", "►", "▶")
_ENDED = '.!?…”"»)]|:/*•'
"""What may stand before a mark that has no bracket or colon of its own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is no report text, and the rule that says so."""

    start: int
    end: int
    kind: ZoneKind
    rule: str


class MarkList:
    """Marks in order without overlaps; looked up in the time that a binary search takes."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []
        self._starts: list[int] = []

    def add(self, mark: Mark) -> None:
        """Put a mark in its place, unless it overlaps one that is there."""
        place = bisect_left(self._starts, mark.end)
        if mark.start < mark.end and (place == 0 or self._marks[place - 1].end <= mark.start):
            self._marks.insert(place, mark)
            self._starts.insert(place, mark.start)

    def inside(self, span: Span) -> list[Mark]:
        """Give the marks that begin inside a span."""
        return self._marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)


@cache
def _pattern(rules: ZoneRules, kind: CueKind, shape: str) -> re.Pattern[str]:
    return re.compile(shape.replace("CUE", f"(?i:{any_of(rules.cues(kind))})"))


@cache
def _folded_outlets(rules: ZoneRules) -> frozenset[str]:
    return frozenset(map(str.casefold, rules.outlets))


def add_marks(found: MarkList, text: str, line: Span, pack: LanguagePack) -> None:
    """Add the marks of one line; of two that overlap the earlier rule's."""
    for rule in (
        _datelines,
        _credits,
        _authors,
        _pictures,
        _sources,
        _agencies,
        _links,
        _blurbs,
        _invitations,
        _buttons,
    ):
        for mark in rule(text, line, pack):
            found.add(mark)


def _ended(text: str, line: Span, offset: int) -> bool:
    """Say whether a sentence has ended right before the offset."""
    before = text[max(line.start, offset - 3) : offset].rstrip()
    return not before or before[-1] in _ENDED


_SIGNS = 1.0
"""Log odds: a word behind an agency's name that opens sentences more often than this ends what the agency signs."""
_TAG = re.compile(
    r"\(([^()\n]{2,30}?)[)-](?P<dash> ?[-–—:|]{1,2})?"
    r"|([\w.&+]{2,20}(?: [\w.&]{1,12}){0,3})(?: ?[-–—]{1,2}| \|)(?P<blank> )?"
)
_MIXED = re.compile(r"\w*[^\W\d_]\.(?:vn|VN|com|net|org)|[A-Z]\w*[a-z]+[A-Z]\w*")
"""Names of sites: "Songmoi.vn", "VnMedia"."""
_STAMPED = r"(?:[\w ,&]{1,40} [-–|] )?CUE\b[^\n]{0,20}?\d"

_HOUR = r"\d{1,2} ?[:hHgG] ?\d\d(?::\d\d)?"
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_HOUR_AND_DAY = re.compile(rf"{_HOUR}(?: ?[|,–-] ?| ){_DAY}|{_DAY}(?: ?[|,–-] ?| ){_HOUR}")


def _datelines(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "(Dân trí) -", "TTO -", and lines that give the day on which the page was published."""
    stamp = _pattern(pack.zones, "stamp", _STAMPED).match(text, *line)
    if _HOUR_AND_DAY.fullmatch(text, *line):
        yield Mark(*line, "dateline", "stamp-bare")
        return
    if stamp and line.end - line.start < 90 and sum(map(str.isdigit, text[line.start : line.end])) >= 6:
        yield Mark(*line, "dateline", "stamp")
        return
    tag = _TAG.match(text, *line)
    if tag is None or tag.end() >= line.end:
        return
    name = (tag[1] or tag[3]).strip().removesuffix(".")
    apart = tag[1] is not None or bool(tag["blank"]) or name.isupper()
    known = apart and name.casefold() in _folded_outlets(pack.zones)
    capital = name[:1].isupper()
    bracketed = tag[1] is not None and capital and (bool(tag["dash"]) or " " not in name or name.isupper())
    lone = tag[1] is None and " " not in name and bool(tag["blank"])
    shouted = lone and len(name) >= 3 and name.isupper() and name.isalpha()
    if known or bracketed or shouted or (lone and _MIXED.fullmatch(name)):
        yield Mark(tag.start(), strip_span(text, *tag.span()).end, "dateline", "tag")


_CREDIT = r"(?<!\w)([(\[]\s?)?(CUE)(\s?:\s?| (?=[^\W\d_]))"


def _credits(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "Ảnh: Reuters", "(Nguồn: AFP) |", "Ảnh HP"."""
    for match in _pattern(pack.zones, "credit", _CREDIT).finditer(text, *line):
        if not match[1] and not match[2][0].isupper():
            continue
        end = source_end(text, match.end(), line.end, pack.zones, pack.sentences)
        if match[1]:
            closing = re.compile(r"[^()\[\]\n]{0,60}[)\]]").match(text, match.end(), line.end)
            end = closing.end() if closing else end
        if end == match.end():
            continue
        colon = ":" in match[3]
        if colon and text[end : end + 2].strip().islower() and (body := _BODY.match(text, end, line.end)):
            end = body.end()
        behind = text[end : end + 1]
        if not colon and not match[1] and not (_parted(text, line, match.start(), end) and len(match[2]) < 8):
            continue
        provided = match[1] is not None and is_provided(text, match.end(), end, pack.zones)
        if not colon and not provided and (text[match.end()].islower() or text[end : end + 2].strip().islower()):
            continue
        if behind and behind in ".)]":
            end += 1
        closes = end == line.end and match[2].lower() in pack.zones.cues("from")
        of_picture = match[1] or (colon and not closes)
        yield Mark(match.start(), _behind_bar(text, end, line.end), "credit", "credit" if of_picture else "credit-bare")


def _parted(text: str, line: Span, start: int, end: int) -> bool:
    """Say whether words stand apart: a sentence or a dash ends before them, or they close the line."""
    return (
        _ended(text, line, start)
        or end == line.end
        or text[max(line.start, start - 3) : start].endswith((" - ", " – "))
    )


_BODY = re.compile(r"[^.!?:;()|\n]{1,60}(?=[.)|]? ?(?:\Z|\n)|[.)|] ?\Z)")
"""The rest of a line, where a source's name goes on in small letters: "Ảnh: Văn phòng Tổng thống Kazakhstan"."""


def _behind_bar(text: str, offset: int, end: int) -> int:
    return offset + 2 if text[offset : offset + 2] == " |" and offset + 2 <= end else offset


def _authors(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "Tin, ảnh: Mai Vọng"."""
    for match in _pattern(pack.zones, "author", r"(?<!\w)(CUE)\s?:\s?").finditer(text, *line):
        if not match[1][0].isupper() or not _ended(text, line, match.start()):
            continue
        end = source_end(text, match.end(), line.end, pack.zones, pack.sentences)
        if end > match.end() and (end == line.end or len(match[1]) > 4):
            yield Mark(match.start(), end, "byline", "author")


def _pictures(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "Ảnh minh họa.", "(Ảnh chụp màn hình)", "Ảnh tư liệu"."""
    shape = r"(?<!\w)([(\[])?CUE[)\]]?(?=[.|\n]|$| [^\W\d_])[.]?"
    for kind, zone in (("picture", "caption"), ("stock", "credit")):
        for match in _pattern(pack.zones, kind, shape).finditer(text, *line):
            following = text[match.end() : line.end].lstrip(" |")[:1]
            if (match[1] or match[0][0].isupper()) and not following.islower():
                yield Mark(match.start(), _behind_bar(text, match.end(), line.end), zone, kind)  # type: ignore[arg-type]


def _sources(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "(Theo AFP)", "(TTXVN)" behind the end of a sentence, "Nguồn Dân Việt/HSX"."""
    for match in _pattern(pack.zones, "from", r"[(\[]\s?(CUE) [^()\[\]\n]{1,90}[)\]]\.?").finditer(text, *line):
        if match[0][len(match[1]) + 2].isupper() and text[match.end() - 1] != ",":
            before = text[line.start : match.start()].rstrip()[-1:]
            if match[0][-1] == "." or before in _ENDED or match.end() == line.end:
                yield Mark(match.start(), match.end(), "credit", "from")
    known = re.compile(r"\(([^()\n]{2,24})\)\.?")
    for match in known.finditer(text, *line):
        outlet = re.split(r"\s?[/,-]\s?", match[1])[0] in pack.zones.outlets
        if outlet and match.start() > line.start and _ended(text, line, match.start()):
            yield Mark(match.start(), match.end(), "credit", "agency")


_SIGNED = re.compile(
    r"(?<=[.!?…”\"] )(?:(?P<name>(?:[^\W\d_][\w.]{0,12} ){1,4})[-–/] ?)?(?P<outlet>[^\W_][\w+.]{1,15})(?= |$)"
)


def _agencies(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "Mai Vọng - TTXVN" and "AFP" behind a sentence and before one: the source of the picture between them."""
    for match in _SIGNED.finditer(text, *line):
        names = (match["name"] or "").split()
        if match["outlet"] not in pack.zones.outlets:
            continue
        following = re.compile(r" [“\"]?([^\W\d_]+)(?: ([^\W_]+)|)").match(text, match.end(), line.end)
        opens = following is None or pack.sentences.opening(following[1], following[2] or "") > _SIGNS
        if following is not None and not following[1][0].isupper():
            continue
        if all(name[0].isupper() for name in names) and (names or (match["outlet"].isupper() and opens)):
            yield Mark(match.start(), match.end(), "credit", "agency-signed")


_LONGEST_CUE = 30
_ARROW = re.compile(r"(?:> ?>|[»►▶])[> ]*(?:[^\n»►▶]{1,300}?(?=\s?(?:> ?>|[»►▶]|$|\n)|[.?!](?= ))[.?!]*|[^\n»►▶]{300})")


def _links(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find "» Giá vàng tăng", ">> Xem thêm: …", "Tin liên quan:"."""
    for match in _ARROW.finditer(text, *line):
        if text[match.start()] != "»" or text.find("«", line.start, match.start()) < 0:
            cut = not text[match.end() : match.end() + 3].lstrip().startswith(_ARROWS) and match.end() < line.end
            runs_on = cut or match[0][-1] in ".?!"
            end = _headline_end(text, match, pack) if runs_on else match.end()
            if end - match.start() < _LONGEST_LINK:
                cue = _pattern(pack.zones, "teaser", r"(?<!\w)(?:CUE)\s?:?\s?\Z").search(
                    text, max(line.start, match.start() - _LONGEST_CUE), match.start()
                )
                yield Mark(cue.start() if cue else match.start(), end, "teaser", "arrow")
    for match in _pattern(pack.zones, "teaser", r"(?<!\w)(CUE)\s?:[^\n»]{0,200}?(?=[.?!…]\s|\n|»|$)").finditer(
        text, *line
    ):
        if match[1][0].isupper() and _ended(text, line, match.start()):
            yield Mark(match.start(), match.end(), "teaser", "link")


_HEADLINE = re.compile(r"(?<=[\w”\"?] )([^\W\d_]+) ([^\W_]+)")


def _headline_end(text: str, link: re.Match[str], pack: LanguagePack) -> int:
    """Give where the headline that a link shows ends when the report goes on behind it without a stop."""
    best, end = 0.0, link.end()
    for match in _HEADLINE.finditer(text, link.start() + _SHORTEST_LINK, link.end()):
        if match[1][0].isupper():
            odds = pack.sentences.opening(match[1], match[2]) + (1 if match[2][0].islower() else 0)
            if odds > best:
                best, end = odds, match.start() - 1
    return end


def _buttons(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find the words of buttons that close a line: "Email Print Góp ý"."""
    for match in _pattern(pack.zones, "button", r"(?<![\w.])(?:(?:CUE)[ |/]{0,3}){1,8}\Z").finditer(
        text, max(line.start, line.end - 80), line.end
    ):
        if match[0][0].isupper() and (
            match.start() == line.start or match[0].count(" ") or _ended(text, line, match.start())
        ):
            yield Mark(match.start(), match.end(), "other", "button")
            return


_LONGEST_BLURB = 450
_INNER_TAG = re.compile(r"(?<=[^\s(]{2}) (?P<tag>[^\W\d_]{3,8}) [-–] (?=[“\"']?[^\W_])")
"""The tag of a lead behind its headline in one line: "Cầu sập ở Lai Châu TTO - Ba người chết khi …"."""


def _blurbs(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find a whole line that stands between bars or breaks off in dots before a bar: the blurb of another article.

    So is a line of headline and lead, the outlet's tag between them.
    """
    words = text[line.start : line.end]
    cut = words.endswith(("... |", "…|", "… |", "...|"))
    if cut or (words.startswith("| ") and words.endswith(" |")):
        yield Mark(*line, "teaser", "blurb")
    tag = _INNER_TAG.search(words) if len(words) < _LONGEST_BLURB else None
    if tag and tag["tag"].isupper() and tag["tag"] in pack.zones.outlets:
        yield Mark(*line, "teaser", "blurb-tag")


def _invitations(text: str, line: Span, pack: LanguagePack) -> Iterator[Mark]:
    """Find a sentence by which the outlet speaks to its readers."""
    for match in _pattern(pack.zones, "invite", r"(?<!\w)(CUE)[^.!?\n]{0,200}[.!?]*").finditer(text, *line):
        if match[1][0].isupper() and _ended(text, line, match.start()):
            yield Mark(match.start(), match.end(), "other", "invitation")
