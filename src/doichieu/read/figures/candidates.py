"""Candidates: the amounts of a text with the words around them, before it is settled which are figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from doichieu.model import Span
from doichieu.read.figures.phrases import Counted, Word, counted_phrase, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from doichieu.languages.contracts.figures import Amount, FigureRules, Unit
    from doichieu.model import Reading, Spanned

_MOST_WORDS = 30
"""Words looked at on either side: more than any clause has that tells what is counted, and a bound on the work."""
_WIDEST_GAP = 24
"""Code points between two numbers that share a unit ("249 và 499 USD")."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount with its unit or counted noun, and the words of its sentence on both sides."""

    amount: Amount
    sentence: Span
    before: list[Word]
    after: list[Word]
    """The words behind the number, its unit or noun included."""
    unit: Unit | None
    prefix: Unit | None
    counted: Counted | None
    is_shared: bool = False
    """Whether the unit or noun stands behind a later number."""

    @property
    def start(self) -> int:
        """Give the first offset of the figure."""
        return self.prefix.start if self.prefix else self.amount.start

    @property
    def end(self) -> int:
        """Give the offset behind the figure, unit or noun included."""
        if self.is_shared:
            return self.amount.end
        if self.unit:
            return self.unit.end
        return self.counted.end if self.counted else self.amount.end

    @property
    def measured(self) -> Unit | None:
        """Give the unit, whichever side it stands on."""
        return self.unit or self.prefix

    @property
    def is_bare(self) -> bool:
        """Say whether there is neither unit nor counted noun."""
        return not (self.unit or self.prefix or self.counted)


def find_candidates(reading: Reading, rules: FigureRules) -> list[Candidate]:
    """Give the amounts of a reading's text as candidates, bare ones with the unit that they share with a later one."""
    text = reading.text
    placed = _placed(rules.amounts(text), reading.sentences or _lines(text))
    words = _Words(text, placed, rules.fold)
    found = [_candidate(text, sentence, amount, words, rules) for amount, sentence in placed]
    return _with_shared_units(text, found, rules)


def _placed(amounts: Sequence[Amount], sentences: Sequence[Span]) -> list[tuple[Amount, Span]]:
    """Give the amounts that stand in a sentence, each with its sentence."""
    starts = [sentence.start for sentence in sentences]
    found = []
    for amount in amounts:
        place = bisect_right(starts, amount.start) - 1
        if place >= 0 and amount.start < sentences[place].end:
            found.append((amount, sentences[place]))
    return found


class _Words:
    """The words of the sentences with amounts, none across the border of an amount; each is made once."""

    def __init__(self, text: str, placed: Sequence[tuple[Amount, Span]], fold: Callable[[str], str]) -> None:
        self.words: list[Word] = []
        position = end = 0
        for amount, sentence in placed:
            if sentence.start >= end:
                self.words += words_of(text, position, end, fold)
                position = sentence.start
            self.words += words_of(text, position, amount.start, fold)
            self.words += words_of(text, amount.start, amount.end, fold)
            position, end = amount.end, max(amount.end, sentence.end)
        self.words += words_of(text, position, end, fold)
        self.starts = [word.start for word in self.words]

    def ahead(self, start: int, end: int) -> list[Word]:
        """Give the last words before ``end`` from ``start`` on, no more than are ever looked at."""
        last = bisect_left(self.starts, end)
        return self.words[max(bisect_left(self.starts, start), last - _MOST_WORDS) : last]

    def behind(self, start: int, end: int) -> list[Word]:
        """Give the first words from ``start`` on that start before ``end``, no more than are ever looked at."""
        first = bisect_left(self.starts, start)
        return self.words[first : min(bisect_left(self.starts, end), first + _MOST_WORDS)]


class Cover:
    """Notes to be asked whether they cover a span; they stand in order and do not overlap."""

    def __init__(self, notes: Sequence[Spanned]) -> None:
        self.notes = notes
        self.starts = [note.start for note in notes]

    def touches(self, span: Spanned) -> bool:
        """Say whether a note shares a character with ``span``."""
        place = bisect_right(self.starts, span.end - 1) - 1
        return place >= 0 and self.notes[place].end > span.start

    def holds(self, span: Spanned) -> bool:
        """Say whether a note covers all of ``span``."""
        place = bisect_right(self.starts, span.start) - 1
        return place >= 0 and self.notes[place].end >= span.end


def _lines(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def _candidate(text: str, sentence: Span, amount: Amount, words: _Words, rules: FigureRules) -> Candidate:
    prefix = rules.unit_before(text, amount)
    after = words.behind(amount.end, sentence.end)
    unit = rules.unit_after(text, amount)
    return Candidate(
        amount=amount,
        sentence=sentence,
        before=words.ahead(sentence.start, prefix.start if prefix else amount.start),
        after=after,
        unit=unit if unit and unit.end <= sentence.end else None,
        prefix=prefix,
        counted=None if unit or not _may_count(amount, after, rules) else counted_phrase(after, rules.words),
    )


def _may_count(amount: Amount, after: list[Word], rules: FigureRules) -> bool:
    """Say whether a noun behind an amount is counted: "threefold" counts at most times."""
    return amount.shape != "multiple" or (bool(after) and after[0].plain in rules.words.times_words)


def _with_shared_units(text: str, found: list[Candidate], rules: FigureRules) -> list[Candidate]:
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        is_article = other.amount.value == 1 and other.amount.in_words and not other.measured
        if one.is_bare and not other.is_bare and not is_article and one.sentence == other.sentence:
            gap = text[one.amount.end : other.start]
            if len(gap) <= _WIDEST_GAP and _joins(gap, one, rules):
                found[place] = replace(one, unit=other.unit, counted=other.counted, is_shared=True)
    return found


def _joins(gap: str, one: Candidate, rules: FigureRules) -> bool:
    words = " ".join(map(rules.fold, gap.strip(" ,;").split()))
    return words in rules.words.number_joiners or not words or (one.amount.shape == "series" and words in "-–")
