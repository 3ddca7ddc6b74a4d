"""Articles in full: the text cut at every border of a note, so that notes may nest and overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from doichieu.model import REPORT_ZONES
from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.figures import value_in_words
from doichieu.tell.viewmodel.nouns import ArticleView, Paragraph, Run, Segment, SentenceView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.model import Reading, Reuse, Statement
    from doichieu.tell.phrases import Phrases
    from doichieu.tell.viewmodel.citing import Source
    from doichieu.tell.viewmodel.sources import Sources

WIDE = frozenset({"tz", "tr", "ts"})
"""Classes of the layers that run over many words: zones that are no report, reused passages, statements."""
_BREAK = re.compile(r"\n\s*|\r\s*")


@dataclass(frozen=True, slots=True)
class _Layer:
    """A note as the text shows it."""

    start: int
    end: int
    css: str
    title: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch between two borders with the notes that cover it."""

    start: int
    end: int
    layers: tuple[_Layer, ...]


def view_articles(sources: Sources) -> tuple[ArticleView, ...]:
    """Give the articles of a story in full. Call it last: by then all that is cited is known."""
    return tuple(
        view_article(reading, sources.by_id[reading.article.id], sources.cited[reading.article.id], sources=sources)
        for reading in sources.readings
    )


def view_article(reading: Reading, source: Source, cited: set[int], *, sources: Sources) -> ArticleView:
    """Give an article's paragraphs; every start in ``cited`` and every sentence gets an id."""
    starts = [start for start, _ in reading.sentences]
    paragraphs: list[Paragraph] = []
    for cuts in _lines(reading, cited, sources):
        sentences = tuple(
            _sentence(reading, source, list(part), (cited, sources.told), first=starts[place] if place >= 0 else -1)
            for place, part in groupby(cuts, key=lambda cut: bisect_right(starts, cut.start) - 1)
        )
        paragraphs.append(Paragraph(kind=_zone_at(reading, cuts[0].start), sentences=sentences))
    return ArticleView(source=source, paragraphs=tuple(paragraphs))


def _sentence(
    reading: Reading, source: Source, cuts: list[_Cut], state: tuple[set[int], dict[str, int]], *, first: int
) -> SentenceView:
    cited, known = state
    begins = cuts[0].start == first
    anchors = {cut.start: f"{source.anchor}-{cut.start}" for cut in cuts if cut.start in cited}
    if begins:
        anchors.pop(first, None)
    runs = tuple(
        Run(
            marks=_marks(wide),
            notes=_notes(wide, known),
            segments=tuple(
                Segment(
                    text=reading.text[cut.start : cut.end],
                    marks=_marks(_narrow(cut)),
                    notes=_notes(_narrow(cut), known),
                    anchor=anchors.get(cut.start, ""),
                )
                for cut in part
            ),
        )
        for wide, part in groupby(cuts, key=_wide)
    )
    return SentenceView(anchor=f"{source.anchor}-{first}" if begins and first in cited else "", runs=runs)


def _wide(cut: _Cut) -> tuple[_Layer, ...]:
    """Give the layers that run over many words, and hold the others."""
    return tuple(layer for layer in cut.layers if layer.css in WIDE)


def _narrow(cut: _Cut) -> tuple[_Layer, ...]:
    return tuple(layer for layer in cut.layers if layer.css not in WIDE)


def _marks(layers: tuple[_Layer, ...]) -> str:
    return " ".join(dict.fromkeys(layer.css for layer in layers))


def _notes(layers: tuple[_Layer, ...], known: dict[str, int]) -> str:
    """Give the numbers of what some notes say; each saying gets its number where it is first met."""
    told = (f"{layer.title} – {layer.rule}" if layer.title else layer.rule for layer in layers)
    return " ".join(dict.fromkeys(str(known.setdefault(text, len(known))) for text in told))


def _lines(reading: Reading, cited: set[int], sources: Sources) -> Iterator[list[_Cut]]:
    """Give the cuts of each line that is not blank."""
    breaks = {match.start(): match.end() for match in _BREAK.finditer(reading.text)}
    borders = {0, len(reading.text), *cited, *breaks.keys(), *breaks.values()}
    borders.update(place for sentence in reading.sentences for place in sentence)
    line: list[_Cut] = []
    until = 0
    for cut in _cuts(sorted(_layers(reading, sources), key=lambda layer: (layer.start, -layer.end)), borders):
        until = max(until, breaks.get(cut.start, 0))
        if cut.start >= until:
            line.append(cut)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _cuts(layers: list[_Layer], borders: set[int]) -> Iterator[_Cut]:
    end = max(borders)
    places = sorted(borders | {place for layer in layers for place in (layer.start, layer.end) if 0 <= place <= end})
    open_layers: list[_Layer] = []
    waiting = 0
    for start, stop in pairwise(places):
        while waiting < len(layers) and layers[waiting].start <= start:
            open_layers.append(layers[waiting])
            waiting += 1
        open_layers = [layer for layer in open_layers if layer.end > start]
        yield _Cut(start, stop, tuple(open_layers))


def _layers(reading: Reading, sources: Sources) -> Iterator[_Layer]:
    """Give every note with what it says and the rule that made it."""
    phrases = sources.phrases
    for zone in reading.zones:
        if zone.kind not in REPORT_ZONES:
            yield _Layer(zone.start, zone.end, "tz", phrases.term("zone", zone.kind), zone.origin)
    for row in _apart(sources.copies.get(reading.article.id, [])):
        if row.source.article in sources.by_id:
            title = f"{phrases.term('reuse', row.kind)}: {sources.named(row.source.article)}"
            yield _Layer(row.target.start, row.target.end, "tr", title, "reuse")
    for statement in reading.statements:
        title = _who_said(statement, phrases)
        yield from (_Layer(start, end, "ts", title, statement.origin) for start, end in statement.content)
    for figure in reading.figures:
        yield _Layer(figure.start, figure.end, "tf", value_in_words(figure, phrases), figure.origin)
    for time in reading.times:
        yield _Layer(time.start, time.end, "tt", day_in_words(time.value, phrases), time.origin)
    for mention in reading.mentions:
        kind = phrases.term("name", mention.type)
        name = kind if mention.actor == reading.text[mention.start : mention.end] else f"{mention.actor}, {kind}"
        yield _Layer(mention.start, mention.end, "tn", name, mention.origin)


def _apart(rows: list[Reuse]) -> Iterator[Reuse]:
    """Give passages that do not overlap, the longest ones."""
    taken: list[Reuse] = []
    for row in rows:
        if all(row.target.end <= other.target.start or other.target.end <= row.target.start for other in taken):
            taken.append(row)
            yield row


def _who_said(statement: Statement, phrases: Phrases) -> str:
    parts = [", ".join(statement.speakers) or phrases.say("unknown speaker"), phrases.term("said", statement.kind)]
    if statement.via:
        parts.append(phrases.say("through {0}", statement.via))
    if statement.date:
        parts.append(day_in_words(statement.date, phrases, short=True))
    return " · ".join(parts)


def _zone_at(reading: Reading, start: int) -> str:
    place = bisect_right([zone.start for zone in reading.zones], start) - 1
    return reading.zones[place].kind if place >= 0 and start < reading.zones[place].end else ""
