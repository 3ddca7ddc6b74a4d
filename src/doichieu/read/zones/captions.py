"""Captions: the words of a page that describe its pictures, run into the report.

What stands right before a credit is a caption. Others are told by their words (``caption_words``) together with where
and how they stand (``caption_shape``): without a stop before a word that opens a sentence, or as whole sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

from doichieu.languages import LanguagePack
from doichieu.model import Span, strip_span
from doichieu.read.sentences import split
from doichieu.read.zones.caption_shape import Surroundings, closed_features
from doichieu.read.zones.caption_words import HIGHEST, LONGEST, caption_score, caption_scores
from doichieu.read.zones.marks import Mark, MarkList
from doichieu.read.zones.series import series
from doichieu.read.zones.told import ToldTwice

_CAPITAL = re.compile(r"(?<=[\w)”\"%] )([^\W\d_]+)(?= ([^\W_]+)|)")
_QUOTATION = 1500
"""Code points looked back for the mark that opens a quotation."""
_PICTURED = ("credit", "stock", "picture")
_BARE = -1.0
"""Least score of a caption before a credit that has neither bracket nor colon: such "sources" are often a text's."""
SURE_OPEN = -0.75
SURE_CLOSED = -0.8
"""Log odds. A stretch gains in F1 where it is right about 43 times of 100 or more. Stories left out in turn have
that at -0.8 for whole sentences and down to -1.2 for those without a stop, where well-stopped articles lose names."""
LEAST_WORDS = -3.0
FEWEST_WORDS = 4
"""Whole sentences whose first words speak more against a caption, or which have fewer words, are none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Report text between two marks of a line, and what is known around it."""

    span: Span
    pictured: bool
    """A picture's credit follows at once."""
    sourced: bool
    """A source follows at once that may be a picture's or the text's, or the author's name stands above."""
    lead: bool
    """It stands in the first line behind the headline."""
    first: bool
    """It opens the line behind that one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole sentence that may be a caption, and what speaks for and against it."""

    span: Span
    features: Mapping[str, float]


class CaptionFinder:
    """Finds the captions of one text."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self._text = text
        self._pack = pack
        self._rules = pack.sentences
        self._words = pack.zones.caption_words
        self._shape = pack.zones.caption_shape
        self._around = Surroundings(text, pack.zones)
        self._series: list[Span] = []
        self._told = ToldTwice(text, [])

    def find(self, lines: list[Span], found: MarkList, lead: Span | None = None) -> Iterator[Mark]:
        """Give the captions of the lines, none of which overlaps a mark already found."""
        self._told = ToldTwice(self._text, lines)
        for item in list(self.look(lines, found, lead)):  # whole, since what is told again may come later
            if isinstance(item, Mark):
                yield item
            elif _sum(self._shape, "closed", item.features) > SURE_CLOSED and not self._told.again(item.span):
                yield Mark(*item.span, "caption", "words")

    def look(self, lines: list[Span], found: MarkList, lead: Span | None = None) -> Iterator[Mark | Candidate]:
        """Give the captions that are sure, and the sentences that may be captions."""
        self._series = list(series(self._text, lines, self._pack.zones))
        for passage in _passages(self._text, lines, found, lead):
            sentences = list(self._split(passage.span))
            for number, sentence in enumerate(sentences):
                self._told.add(sentence, is_lead=passage.lead)
                last = number == len(sentences) - 1
                if last and self._is_series(sentence):
                    yield Mark(*sentence, "caption", "series")
                    continue
                begin = yield from self._open(sentence)
                closed = Span(begin, sentence.end)
                if passage.pictured and last and closed.end - closed.start <= LONGEST:
                    yield Mark(*closed, "caption", "before-credit")
                elif passage.sourced and last and self._score(closed) > _BARE:
                    yield Mark(*closed, "caption", "before-source")
                elif number > 0 or not passage.lead:
                    first = number == 0 and passage.first and begin == sentence.start
                    if features := self._closed(closed):
                        yield Candidate(closed, features | {"first": first, "lead": passage.lead, "last": last})

    def sentences(self, lines: list[Span], found: MarkList, lead: Span | None) -> Iterator[Span]:
        """Give the sentences that are looked at."""
        for passage in _passages(self._text, lines, found, lead):
            yield from self._split(passage.span)

    def _split(self, span: Span) -> Iterator[Span]:
        """Give the sentences of a passage, cut where the captions of a series begin."""
        number = bisect_right(self._series, span.start, key=_start)
        cut = min([behind.start for behind in self._series[number : number + 1]] + [span.end])
        yield from self._whole(split(self._text, span.start, cut, self._rules))
        if cut < span.end:
            yield from self._whole(split(self._text, cut, span.end, self._rules))

    def _is_series(self, sentence: Span) -> bool:
        """Say whether words without a stop follow the announcement of pictures: captions in a row."""
        number = bisect_right(self._series, sentence.start, key=_start)
        return number > 0 and self._series[number - 1].start == sentence.start

    def _whole(self, sentences: Iterator[Span]) -> Iterator[Span]:
        """Join sentences of one quotation in straight marks: a caption reads out what a picture shows."""
        opened: Span | None = None
        for sentence in sentences:
            joined = Span(opened.start if opened else sentence.start, sentence.end)
            if joined.end - joined.start <= LONGEST and self._text.count('"', *joined) % 2:
                opened = joined
                continue
            if opened and joined.end - joined.start > LONGEST:
                yield opened
                joined = sentence
            yield joined
            opened = None
        if opened:
            yield opened

    def _open(self, sentence: Span) -> Generator[Mark, None, int]:
        """Cut captions without a stop off the head of a sentence; return where what is left begins."""
        begin = sentence.start
        while (border := self._border(Span(begin, sentence.end))) is not None:
            yield Mark(*strip_span(self._text, begin, border), "caption", "no-stop")
            begin = border
        return begin

    def _border(self, sentence: Span) -> int | None:
        best: float = SURE_OPEN
        border: int | None = None
        weight = self._shape.get("open: words", 0.0)
        for offset, shape in self.borders(sentence):
            odds = _sum(self._shape, "open", shape)
            if odds + HIGHEST * weight <= best:
                continue  # its words cannot make up for it
            odds += weight * self.words_before(sentence, offset)
            if odds > best:
                best, border = odds, offset
        return border

    def borders(self, sentence: Span) -> Iterator[tuple[int, Mapping[str, float]]]:
        """Give where a sentence may begin inside another, and what the shape of both speaks for it."""
        limit = min(sentence.end, sentence.start + LONGEST)
        for match in _CAPITAL.finditer(self._text, sentence.start + 1, limit):
            if match[1][0].isupper() and self._may_open(sentence, match):
                yield match.start(), self._opening_features(sentence, match)

    def words_before(self, sentence: Span, offset: int) -> float:
        """Give how much the words of a sentence before an offset are those of a caption."""
        return caption_score(self._text[sentence.start : offset].strip(), self._words)

    def _may_open(self, sentence: Span, match: re.Match[str]) -> bool:
        """Say whether a capitalised word can begin a sentence: no bracket is open, no name of the text holds it."""
        if self._rules.opening(match[1], match[2] or "") < 0:
            return False
        left = self._text[sentence.start : match.start()]
        if left.count("(") > left.count(")") or left.count("“") > left.count("”") or left.count('"') % 2:
            return False
        last = left.rsplit(None, 1)[-1]
        return last not in self._rules.never_last and self._around.joined[last, match[1]] < 2

    def _opening_features(self, sentence: Span, match: re.Match[str]) -> Mapping[str, float]:
        words, following = self._text[sentence.start : match.start()].split(), match[2] or ""
        rest = self._text.count(" ", match.start(), min(sentence.end, match.start() + LONGEST)) + 1
        opening = self._rules.opening(match[1], following)
        return {
            "bias": 1,
            "opening": opening,
            "unknown": opening == 0,
            "before small": following[:1].islower(),
            "before number": following[:1].isdigit(),
            "length": min(len(words), 40) / 10,
            "one word": len(words) == 1,
            "two words": len(words) == 2,
            "long": len(words) > 30,
            "behind small": words[-1][:1].islower(),
            "comma": any(word[-1] in ",:;" for word in words),
            "names": all(word[0].isupper() or not word[0].isalpha() for word in words),
            "nameless": not any(word[0].isupper() for word in words[1:]),
            "rest length": min(rest, 30) / 10,
        }

    def _closed(self, span: Span) -> dict[str, float] | None:
        """Give the features of a whole sentence, None where it has few words or they speak against a caption."""
        if (
            self._text.count(" ", *span) + 1 < FEWEST_WORDS
            or span.end - span.start > LONGEST
            or self._quoted(span.start)
        ):
            return None
        if self._is_series(Span(span.end + 1, span.end + 1)):
            return None  # it announces pictures
        if scores := caption_scores(span.of(self._text), self._words, LEAST_WORDS):
            return closed_features(self._around, span, *scores)
        return None

    def _quoted(self, offset: int) -> bool:
        """Say whether a quotation that was opened before runs on."""
        window = max(0, offset - _QUOTATION)
        return self._text.rfind("“", window, offset) > max(self._text.rfind(sign, window, offset) for sign in "”\n")

    def _score(self, span: Span) -> float:
        if not 0 < span.end - span.start <= LONGEST:
            return -HIGHEST
        return caption_score(span.of(self._text), self._words)


def _start(span: Span) -> int:
    return span.start


def _sum(shape: Mapping[str, float], group: str, features: Mapping[str, float]) -> float:
    return sum(shape.get(f"{group}: {name}", 0.0) * value for name, value in features.items() if value)


def _passages(text: str, lines: list[Span], found: MarkList, lead: Span | None) -> Iterator[Passage]:
    second = next((line.start for line in lines if lead is None or line.start > lead.end), -1)
    behind = False
    for line in lines:
        offset = line.start
        for mark in [*found.inside(line), Mark(line.end, line.end, "other", "")]:
            end = mark.start
            while end > offset and text[end - 1] in " -–|":
                end -= 1
            if end > offset:
                yield Passage(
                    Span(offset, end),
                    mark.rule in _PICTURED,
                    mark.rule == "credit-bare" or behind,
                    line == lead,
                    offset == second,
                )
            offset = mark.end
            behind = behind or mark.rule == "author-line"
