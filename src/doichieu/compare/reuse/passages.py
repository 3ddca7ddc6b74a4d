"""Passages: stretches of words that two articles have in the same order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from doichieu.languages.ngrams import Fold, spans_of_words
from doichieu.model import REPORT_ZONES, Reading, Span

SEED = 4
"""Words in a row by which a passage is found."""
GAP = 8
"""Other words that may stand between two pieces of one passage, on either side."""
WIDE = 20
"""The same where the words between are for the most part the same ones, in runs shorter than a seed."""
ALIKE = 0.5
"""Share of equal words in the same order from which they are."""
OFTEN = 4
"""Places of one article at which a seed is looked at: enough for a text that is given twice and its summary."""
_QUOTED = re.compile(r"“[^”\n]{1,1500}”|\"[^\"\n]{1,1500}\"|«[^»\n]{1,1500}»")

Seed = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the report in an article, folded, and where they stand."""

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    quoted: tuple[bool, ...]
    """Whether each word stands between quotation marks."""

    def seeds(self) -> Iterable[tuple[int, Seed]]:
        """Give each run of ``SEED`` words with the number of its first."""
        return ((at, self.forms[at : at + SEED]) for at in range(len(self.forms) - SEED + 1))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words of a source (half-open, by number) that stands in a target."""

    source: Span
    target: Span
    matched: int
    """Words that are the same in the same order."""
    quoted: int
    """Those of them that are a quotation in both."""


def words_in(reading: Reading, fold: Fold) -> Words:
    """Give the words of a reading's report, without captions, credits and other zones; all where it has no zones."""
    spans = spans_of_words(reading.text)
    if reading.zones:
        spans = [span for span in spans if _in_report(reading, span)]
    quotes = [Span(*match.span()) for match in _QUOTED.finditer(reading.text)]
    return Words(
        spans=tuple(spans),
        forms=tuple(fold(span.of(reading.text)) for span in spans),
        quoted=tuple(_inside(quotes, span) for span in spans),
    )


def passages(source: Words, target: Words, places: dict[Seed, list[int]]) -> list[Passage]:
    """Give the passages of ``source`` that stand in ``target``, in its order; ``places`` are the source's seeds."""
    pieces = _pieces(target, places)
    chains: list[list[tuple[int, int, int]]] = []
    for piece in pieces:
        chain = next((chain for chain in reversed(chains[-OFTEN:]) if _follows(chain[-1], piece, source, target)), None)
        if chain is None:
            chains.append([piece])
        else:
            chain.append(piece)
    return [_passage(source, target, chain) for chain in chains]


def places_of(words: Words) -> dict[Seed, list[int]]:
    """Give the first places at which each seed of an article stands."""
    places: dict[Seed, list[int]] = {}
    for at, seed in words.seeds():
        found = places.setdefault(seed, [])
        if len(found) < OFTEN:
            found.append(at)
    return places


def likeness(source: Words, target: Words, passage: Passage) -> float:
    """Give the share of words that both sides of a passage have in the same order, from 0 to 1."""
    left = source.forms[passage.source.start : passage.source.end]
    right = target.forms[passage.target.start : passage.target.end]
    return float(Indel.normalized_similarity(left, right))


def _pieces(target: Words, places: dict[Seed, list[int]]) -> list[tuple[int, int, int]]:
    """Give the longest equal runs as (start in target, start in source, length), by their start in the target."""
    runs: dict[int, tuple[int, int, int]] = {}
    found: list[tuple[int, int, int]] = []
    for at, seed in target.seeds():
        for place in places.get(seed, ()):
            run = runs.get(place - at)
            if run is not None and run[0] + run[2] == at + SEED - 1:
                runs[place - at] = (run[0], run[1], run[2] + 1)
                continue
            if run is not None:
                found.append(run)
            runs[place - at] = (at, place, SEED)
    return sorted([*found, *runs.values()], key=lambda run: (run[0], -run[2], run[1]))


def _follows(last: tuple[int, int, int], piece: tuple[int, int, int], source: Words, target: Words) -> bool:
    ahead, behind = piece[0] - last[0] - last[2], piece[1] - last[1] - last[2]
    if not (0 <= ahead <= WIDE and 0 <= behind <= WIDE):
        return False
    if ahead <= GAP and behind <= GAP:
        return True
    left = target.forms[piece[0] - ahead : piece[0]]
    right = source.forms[piece[1] - behind : piece[1]]
    return float(Indel.normalized_similarity(left, right)) >= ALIKE


def _passage(source: Words, target: Words, chain: list[tuple[int, int, int]]) -> Passage:
    first, last = chain[0], chain[-1]
    pairs = [(at + step, place + step) for at, place, length in chain for step in range(length)]
    quoted = sum(target.quoted[at] and source.quoted[place] for at, place in pairs)
    return Passage(
        source=Span(first[1], last[1] + last[2]),
        target=Span(first[0], last[0] + last[2]),
        matched=len(pairs),
        quoted=quoted,
    )


def _in_report(reading: Reading, span: Span) -> bool:
    at = bisect_left(reading.zones, span.start + 1, key=lambda zone: zone.start) - 1
    return at < 0 or reading.zones[at].kind in REPORT_ZONES


def _inside(spans: list[Span], span: Span) -> bool:
    at = bisect_left(spans, span.start + 1, key=lambda one: one.start) - 1
    return at >= 0 and span.end <= spans[at].end
