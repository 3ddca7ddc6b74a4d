"""Bylines: names of authors, desks and sources that close a text without a cue of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.zones import ZoneRules
from doichieu.languages.patterns import any_of
from doichieu.model import Span, strip_span
from doichieu.read.zones.marks import Mark

_LONGEST = 80
"""Code points of a closing line of names; the longest of 4,847 that stand on a line of their own has 58."""
_LONGEST_AUTHOR = 40
_SHORTEST_LINKS, _LONGEST_LINKS = 60, 900
_STOP = re.compile(r"[.…!](?:[”\"»)]|\s|\Z)")
_BORDER = re.compile(r"[.!?…”\"»):/|]\s+")
_PARTS = re.compile(r"[^\s/,&–()|-]+")
_BRACKETED = re.compile(r"([^()]{2,40}?)(?: ?[-–])? ?\([^()]{2,40}\)\.?")
_SHOUTED = re.compile(r"\(((?:[^\W\d_]{2,}[ .-]?){1,5})\)\.?")
_CAPITALISED = r"[^\W\d_][\w.+&'’]*"


@cache
def _from(rules: ZoneRules) -> re.Pattern[str]:
    cues = any_of(rules.cues("from"))
    return re.compile(rf"(?:(?<=\s)|(?<=^)|(?<=\.))(?i:{cues})\s?:?\s(.{{2,60}})\Z")


@cache
def _desk(rules: ZoneRules) -> frozenset[str]:
    return frozenset(rules.cues("desk")) | {word for cue in rules.cues("from") for word in cue.split()}


@cache
def _outlet_words(rules: ZoneRules) -> frozenset[str]:
    return frozenset(word for outlet in rules.outlets for word in outlet.split())


def closing_marks(text: str, line: Span, taken: list[Mark], pack: LanguagePack) -> Iterator[Mark]:
    """Give the source and the names that close a line, names before a source inside it, links behind that source."""
    end = _before_marks(text, line, taken)
    if links := _links_behind(text, line, end, pack.zones):
        yield Mark(*links, "teaser", "behind-source")
        end = strip_span(text, line.start, links.start).end
    named = _from(pack.zones).search(text, max(line.start, end - _LONGEST), end)
    if named and named.start() > line.start and (_names(named[1], pack.zones) or _site(named[1])):
        yield Mark(named.start(), end, "credit", "from-end")
        end = strip_span(text, line.start, named.start()).end
    if closing := _closing(text, line.start, end, pack.zones):
        yield Mark(*closing, "byline", "closing")
    for mark in taken:
        if mark.rule == "from" and mark.end < line.end:
            before = strip_span(text, line.start, mark.start).end
            if closing := _closing(text, line.start, before, pack.zones):
                yield Mark(*closing, "byline", "before-source")
    for match in _SHOUTED.finditer(text, *line):
        previous = text[line.start : match.start()].rstrip()[-1:]
        if match[1].isupper() and previous and previous in '.!?…”"' and match[1] not in pack.zones.outlets:
            yield Mark(match.start(), match.end(), "byline", "shouted")


@cache
def _signed(rules: ZoneRules) -> re.Pattern[str]:
    cues = any_of(cue.capitalize() for cue in rules.cues("from"))
    return re.compile(rf"(?<!\S){cues} {any_of(rules.outlets)}(?:/[\w.]{{2,20}})? (?=[^\W_])")


def _links_behind(text: str, line: Span, end: int, rules: ZoneRules) -> Span | None:
    """Give headlines in a row, none with a stop, behind the source that closes the report."""
    for source in _signed(rules).finditer(text, max(line.start, end - _LONGEST_LINKS), end):
        links = Span(source.end(), end)
        if (
            links.end - links.start >= _SHORTEST_LINKS
            and _STOP.search(text, *links) is None
            and text[links.start].isupper()
        ):
            return links
    return None


def _before_marks(text: str, line: Span, taken: list[Mark]) -> int:
    end = line.end
    for mark in reversed(taken):
        if mark.end != end or mark.kind not in ("credit", "teaser", "other"):
            break
        end = strip_span(text, line.start, mark.start).end
    return end


def _closing(text: str, start: int, end: int, rules: ZoneRules) -> Span | None:
    """Give the names between the end of the last sentence and ``end``."""
    if end - start <= _LONGEST and _names(text[start:end], rules):
        return Span(start, end)
    for border in _BORDER.finditer(text, max(start, end - _LONGEST), end):
        if border.end() < end and _names(text[border.end() : end], rules):
            return Span(border.end(), end)
    return None


def is_author(line: str, rules: ZoneRules) -> bool:
    """Say whether a line of two to four words is an author's name, with a desk's word in brackets at most."""
    return len(line) < _LONGEST_AUTHOR and 2 <= len(line.partition("(")[0].split()) <= 4 and _names(line, rules)


def _site(words: str) -> bool:
    """Say whether one foreign word in small letters names a source: "gsmarena"."""
    return words.isascii() and words.strip(".").replace(".", "").isalnum()


def _names(words: str, rules: ZoneRules) -> bool:
    """Say whether words are names and desk words only; what brackets close behind a name may be any source."""
    bracketed = _BRACKETED.fullmatch(words)
    if bracketed and bracketed[1]:
        words = bracketed[1]
    parts = [part.strip(".:") or part for part in _PARTS.findall(words)]
    if not 0 < len(parts) <= 10 or words[-1:] in "!?:,;" or (words[-1:] == "." and not re.search(r"\b\w\.\Z", words)):
        return False
    desk, outlets = _desk(rules), _outlet_words(rules)
    large = [part[0].isupper() for part in parts]
    if len(parts) == 2 and large == [True, False] and all(part.isalpha() for part in parts):
        return True  # "Ngọc anh"
    small = [part for part, upper in zip(parts, large, strict=True) if not upper]
    return (
        large[0]
        and all(part in desk or part in outlets for part in small)
        and not any(part.isdigit() for part in parts)
    )
