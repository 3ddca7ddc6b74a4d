"""Captions: the words of a page that describe its pictures, run into the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.sentences import SentenceRules
from doichieu.model import Span, strip_span
from doichieu.read.marks import Mark
from doichieu.read.sentences import split

_CAPITAL = re.compile(r"(?<=[\w)”\"%] )([^\W\d_]+)(?: ([^\W_]+))?")
_PICTURED = ("credit", "stock", "picture")
_LONGEST = 350


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of report text that may be a caption."""

    span: Span
    open: bool
    """It ends without a stop, before a word that opens a sentence."""
    before: str
    """The rule of the mark that follows at once, "" where report text follows."""


def captions(text: str, lines: list[Span], found: list[Mark], pack: LanguagePack) -> Iterator[Mark]:
    """Give the captions of the lines, none of which overlaps a mark already found."""
    for segment in _segments(text, lines, found, pack.sentences):
        length = segment.span.end - segment.span.start
        if length > _LONGEST:
            continue
        if segment.before in _PICTURED:
            yield Mark(*segment.span, "caption", "before-credit")
        elif segment.open:
            yield Mark(*segment.span, "caption", "no-stop")


def _segments(text: str, lines: list[Span], found: list[Mark], rules: SentenceRules) -> Iterator[Segment]:
    for line in lines:
        offset = line.start
        inside = [mark for mark in found if line.contains(mark)]
        for mark in [*inside, Mark(line.end, line.end, "other", "")]:
            yield from _pieces(text, offset, mark, rules)
            offset = mark.end


def _pieces(text: str, start: int, mark: Mark, rules: SentenceRules) -> Iterator[Segment]:
    end = mark.start
    while end > start and text[end - 1] in " -–|":
        end -= 1
    for sentence in split(text, start, end, rules):
        begin = sentence.start
        for match in _CAPITAL.finditer(text, *sentence):
            if match[1][0].isupper() and rules.opens(match[1], match[2] or ""):
                yield Segment(strip_span(text, begin, match.start()), open=True, before="")
                begin = match.start()
        closes = sentence.end == end
        yield Segment(Span(begin, sentence.end), open=False, before=mark.rule if closes else "")
