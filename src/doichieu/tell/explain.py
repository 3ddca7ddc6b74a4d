"""Explain: articles with what was found in them and the rules that found it, to be looked at in a terminal."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from doichieu.model import REPORT_ZONES, Figure, Reading, Span, Spanned, Statement
from doichieu.tell.marked import BRACKETS, COLOURS, Layer, Mark, MarkedText, plain

_NAMES: dict[Layer, str] = {"time": "time", "name": "name", "figure": "figure", "says": "words said by a source"}
_LONGEST_ORIGIN = 28
_LONGEST_WORDS = 60
"""Code points shown of a note's words: they stand in full above it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A note as it is listed below the sentence in which it begins."""

    start: int
    layer: Layer | Literal["zone"]
    words: str
    meaning: str
    origin: str


def explain(readings: Iterable[Reading], *, width: int = 100, coloured: bool = False) -> Iterator[str]:
    """Give a legend, then each reading, as lines of ``width`` columns.

    Notes are coloured, or in brackets where there are no colours. Control characters of a text are replaced.
    """
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        highlight=False,
        markup=False,
        emoji=False,
    )
    yield _rendered(console, _legend(coloured=coloured))
    for reading in readings:
        for block in (*_head(reading), *_sentences(reading, coloured=coloured)):
            yield _rendered(console, block)


def _rendered(console: Console, block: RenderableType) -> str:
    with console.capture() as capture:
        console.print(block)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().split("\n")[:-1])


def _legend(*, coloured: bool) -> Text:
    legend = Text()
    for layer, name in _NAMES.items():
        opened, closed = ("", "") if coloured else BRACKETS[layer]
        legend.append("  " if legend else "")
        legend.append(f"{opened}{name}{closed}", style=COLOURS[layer])
    return legend.append("   last: the rule that found it", style="dim")


def _head(reading: Reading) -> Iterator[RenderableType]:
    article = reading.article
    published = f"{article.published:%Y-%m-%d %H:%M}" if article.published else None
    updated = f"updated {article.updated:%Y-%m-%d %H:%M}" if article.updated else None
    authors = ", ".join(article.authors)
    about = (article.title and article.id, article.outlet, authors, published, updated, article.url)
    counted = (
        _count(len(reading.sentences), "sentence"),
        _count(len(reading.times), "time"),
        _count(len(reading.mentions), "name"),
        _count(len(reading.statements), "statement"),
        _count(len(reading.figures), "figure"),
    )
    yield Text()
    yield Rule(Text(_line(article.title or article.id), style="bold"), align="left", style="dim")
    if any(about):
        yield Text(_line(" · ".join(filter(None, about))), style="dim")
    for because in article.because:
        yield Text(_line(str(because)), style="dim")
    yield Text(" · ".join(counted), style="dim")


def _count(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def _line(words: str) -> str:
    return " ".join(plain(words).split())


def _sentences(reading: Reading, *, coloured: bool) -> Iterator[RenderableType]:
    """Give each sentence with the notes that begin in it. Nothing of the text is left out."""
    text = MarkedText(reading.text, list(_marks(reading)), coloured=coloured)
    starts = [0, *(sentence.start for sentence in reading.sentences[1:])]
    rows: defaultdict[int, list[Row]] = defaultdict(list)
    for row in sorted(_rows(reading), key=lambda row: row.start):
        rows[bisect_right(starts, row.start) - 1].append(row)
    zones = [zone.start for zone in reading.zones]
    origin = max((len(row.origin) for of_one in rows.values() for row in of_one), default=0)
    for number, (start, end) in enumerate(pairwise([*starts, len(reading.text)])):
        words = text.piece(Span(start, end))
        place = bisect_right(zones, max(start, end - 1)) - 1
        if place >= 0 and reading.zones[place].kind not in REPORT_ZONES:
            words.stylize("dim")
        yield _sentence(words, rows[number], min(origin, _LONGEST_ORIGIN))


def _sentence(words: Text, rows: list[Row], origin: int) -> RenderableType:
    """Give the zones that begin here, the sentence and, drawn in below it, its notes in columns."""
    block = Table.grid(expand=True)
    block.add_row(Text())
    for row in rows:
        if row.layer == "zone":
            block.add_row(Text.assemble((row.meaning, "bold italic"), (f"  {row.origin}", "dim")))
    block.add_row(words)
    notes = Table.grid(padding=(0, 2, 0, 0), expand=True)
    notes.add_column(width=8, no_wrap=True)
    notes.add_column(ratio=5)
    notes.add_column(ratio=7)
    notes.add_column(width=origin, style="dim")
    for row in rows:
        if row.layer != "zone":
            name = Text(f"  {row.layer:<6}", style=COLOURS[row.layer])
            notes.add_row(name, Text(_line(row.words)), Text(_line(row.meaning)), row.origin)
    if notes.rows:
        block.add_row(notes)
    return block


def _marks(reading: Reading) -> Iterator[Mark]:
    for statement in reading.statements:
        yield from (Mark(piece.start, piece.end, "says") for piece in statement.content)
    for figure in reading.figures:
        yield Mark(figure.start, figure.end, "figure")
    for time in reading.times:
        yield Mark(time.start, time.end, "time")
    for mention in reading.mentions:
        yield Mark(mention.start, mention.end, "name")


def _rows(reading: Reading) -> Iterator[Row]:
    text = reading.text
    for zone in reading.zones:
        yield Row(zone.start, "zone", "", zone.kind, zone.origin)
    for time in reading.times:
        yield Row(time.start, "time", _short(text, time), f"{time.type} {time.value}", time.origin)
    for mention in reading.mentions:
        words = text[mention.start : mention.end]
        actor = "" if mention.actor == words else f" = {mention.actor}"
        yield Row(mention.start, "name", _short(text, mention), f"{mention.type}{actor}", mention.origin)
    for statement in reading.statements:
        said = " … ".join(_short(text, piece) for piece in statement.content)
        yield Row(statement.start, "says", said, _said(statement, text), statement.origin)
    for figure in reading.figures:
        yield Row(figure.start, "figure", _short(text, figure), _counted(figure), figure.origin)


def _short(text: str, span: Spanned) -> str:
    """Give a span's words; of many those at both ends."""
    words = text[span.start : span.end]
    if len(words) <= _LONGEST_WORDS:
        return words
    beginning = words[: _LONGEST_WORDS * 2 // 3].rpartition(" ")[0] or words[: _LONGEST_WORDS // 2]
    end = words[-_LONGEST_WORDS // 3 :].partition(" ")[2] or words[-_LONGEST_WORDS // 3 :]
    return f"{beginning} … {end}"


def _said(statement: Statement, text: str) -> str:
    """Give kind, speakers, the words that name them and the cue, the medium, the day."""
    parts = [statement.kind, "by " + " and ".join(statement.speakers) if statement.speakers else "speaker unknown"]
    if statement.speaker and (words := statement.speaker.of(text)) not in statement.speakers:
        parts.append(f"named “{words}”")
    if statement.cue:
        parts.append(f"cue “{statement.cue.of(text)}”")
    if statement.via:
        parts.append(f"via {statement.via}")
    if statement.date:
        parts.append(f"on {statement.date}")
    return ", ".join(parts)


def _counted(figure: Figure) -> str:
    """Give the number, how exact it is, what it counts and who says so."""
    high = "" if figure.high is None else f" to {_number(figure.high)}"
    exact = "" if figure.modifier in ("exact", "range") else f"{figure.modifier} "
    parts = [f"{exact}{_number(figure.value)}{high}", figure.kind]
    if figure.what:
        parts.append(f"of “{figure.what}”")
    if figure.according_to:
        parts.append(f"according to {' and '.join(figure.according_to)}")
    return ", ".join(parts)


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
