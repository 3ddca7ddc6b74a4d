"""Captions: the words of a page that describe its pictures, run into the report.

What stands right before a credit is a caption. Others are told by their words (``caption_words``) together with where
and how they stand: without a stop before a word that opens a sentence, at the head of the body, given twice, short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass

from doichieu.languages import LanguagePack
from doichieu.model import Span, strip_span
from doichieu.read.caption_words import LONGEST, caption_score
from doichieu.read.marks import Mark, MarkList
from doichieu.read.sentences import split

_CAPITAL = re.compile(r"(?<=[\w)”\"%] )([^\W\d_]+)(?= ([^\W_]+)|)")
_NAME_PAIR = re.compile(r"(?<=(\w) )?(?<![^\W\d_])([^\W\d_]+) (?=([^\W\d_]+) ?(\w?))")
_PICTURED = ("credit", "stock", "picture")
_BARE = -1.0
"""Least score of a caption before a credit that has neither bracket nor colon: such "sources" are often a text's."""
SURE_OPEN = 1.0
"""Log odds; of what passes on the look half 0.69 of the characters are no report text, at 0 it is 0.58."""
LEAST_WORDS = -1.0
"""Words that speak more against a caption are none, however short they are."""
SURE_CLOSED = -0.5
"""Log odds; F1 of zones on the look half of the gold stories is flat (0.82 to 0.84) from -0.6 to 0.3."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Report text between two marks of a line, and what is known around it."""

    span: Span
    pictured: bool
    """A picture's credit follows at once."""
    sourced: bool
    """A source follows at once that may be a picture's or the text's."""
    lead: bool
    """It stands in the first line behind the headline while more lines follow."""


class CaptionFinder:
    """Finds the captions of one text."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        self._text = text
        self._rules = pack.sentences
        self._words = pack.zones.caption_words
        self._shape = pack.zones.caption_shape
        self._joined = _joined(text)

    def find(self, lines: list[Span], found: MarkList) -> Iterator[Mark]:
        """Give the captions of the lines, none of which overlaps a mark already found."""
        for passage in _passages(self._text, lines, found):
            sentences = list(split(self._text, *passage.span, self._rules))
            for number, sentence in enumerate(sentences):
                first = number == 0 and not passage.lead
                begin = yield from self._open(sentence)
                closed = Span(begin, sentence.end)
                if passage.pictured and sentence is sentences[-1] and closed.end - closed.start <= LONGEST:
                    yield Mark(*closed, "caption", "before-credit")
                elif passage.sourced and sentence is sentences[-1] and self._score(closed) > _BARE:
                    yield Mark(*closed, "caption", "before-source")
                elif (number or not passage.lead) and self._closed(
                    closed, passage, first=first and begin == sentence.start
                ):
                    yield Mark(*closed, "caption", "words")

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
        limit = min(sentence.end, sentence.start + LONGEST)
        for match in _CAPITAL.finditer(self._text, sentence.start + 1, limit):
            if match[1][0].isupper() and self._may_open(sentence, match):
                odds = _sum(self._shape, "open", self._opening_features(sentence, match))
                if odds > best:
                    best, border = odds, match.start()
        return border

    def _may_open(self, sentence: Span, match: re.Match[str]) -> bool:
        """Say whether a capitalised word can begin a sentence: no bracket is open, no name of the text holds it."""
        if self._rules.opening(match[1], match[2] or "") < 0:
            return False
        left = self._text[sentence.start : match.start()]
        if left.count("(") > left.count(")") or left.count("“") > left.count("”") or left.count('"') % 2:
            return False
        last = left.rsplit(None, 1)[-1]
        return last not in self._rules.never_last and self._joined[last, match[1]] < 2

    def _opening_features(self, sentence: Span, match: re.Match[str]) -> Mapping[str, float]:
        left = self._text[sentence.start : match.start()].strip()
        rest = self._text[match.start() : min(sentence.end, match.start() + LONGEST)]
        words, following = left.split(), match[2] or ""
        odds = self._rules.opening(match[1], following)
        return {
            "bias": 1,
            "words": caption_score(left, self._words),
            "opening": odds,
            "unknown": odds == 0,
            "before small": following[:1].islower(),
            "before number": following[:1].isdigit(),
            "rest": caption_score(rest, self._words),
            "length": min(len(words), 40) / 10,
            "one word": len(words) == 1,
            "two words": len(words) == 2,
            "behind small": words[-1][:1].islower(),
            "names": all(word[0].isupper() or not word[0].isalpha() for word in words),
            "rest length": min(len(rest.split()), 30) / 10,
        }

    def _score(self, span: Span) -> float:
        return caption_score(span.of(self._text), self._words) if span.end - span.start <= LONGEST else -6.0

    def _closed(self, sentence: Span, passage: Passage, *, first: bool) -> bool:
        words = sentence.of(self._text)
        if not words or len(words) > LONGEST:
            return False
        features = {
            "bias": 1,
            "words": caption_score(words, self._words),
            "length": min(len(words.split()), 40) / 10,
            "first": first,
            "lead": passage.lead,
        }
        return features["words"] > LEAST_WORDS and _sum(self._shape, "closed", features) > SURE_CLOSED


def _sum(shape: Mapping[str, float], group: str, features: Mapping[str, float]) -> float:
    return sum(shape.get(f"{group}: {name}", 0.0) * value for name, value in features.items())


def _joined(text: str) -> Counter[tuple[str, str]]:
    """Count in how many different surroundings a capitalised word stands right behind another word: parts of a name."""
    seen = {match.group(1, 2, 3, 4) for match in _NAME_PAIR.finditer(text) if match[3][0].isupper()}
    return Counter((first, second) for _, first, second, _ in seen)


def _passages(text: str, lines: list[Span], found: MarkList) -> Iterator[Passage]:
    for number, line in enumerate(lines):
        offset = line.start
        lead = number == 0 and len(lines) > 1
        for mark in [*found.inside(line), Mark(line.end, line.end, "other", "")]:
            end = mark.start
            while end > offset and text[end - 1] in " -–|":
                end -= 1
            if end > offset:
                yield Passage(Span(offset, end), mark.rule in _PICTURED, mark.rule == "credit-bare", lead)
            offset = mark.end
