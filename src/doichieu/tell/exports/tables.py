"""Tables: a dossier's lines as rows, one table a layer, the same for CSV, Parquet and spreadsheets.

Offsets count code points of the article's text; days and times are ISO 8601; empty cells are None.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel.sources import Sources
from doichieu.tell.viewmodel.voices import short_remark, statement_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from doichieu.model import Dossier, Evidence, Figure, Origin, Statement, Story, Utterance

Kind = Literal["text", "whole", "number"]
Value = str | int | float | None
Row = tuple[Value, ...]
JOINT = "; "
"""Stands between several values of one cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one layer."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """A table before it is filled."""

    name: str
    texts: str
    """The columns' names."""
    rows: Callable[[Story, Sources], Iterator[Row]]


WHOLE = frozenset({
    "start", "end", "articles", "outlets", "origins", "characters", "source_start", "source_end", "target_start",
    "target_end",
})  # fmt: skip
NUMBER = frozenset({"value", "high", "likeness"})


def tables_of(dossier: Dossier, *, language: str = "vi") -> tuple[Table, ...]:
    """Give the tables of a dossier; reasons are told in the interface language.

    Raises DoichieuError where there is no interface in that language.
    """
    phrases = phrases_of(language)
    stories = [(told.story, Sources(told.story, phrases, first=1)) for told in dossier.stories]
    return tuple(
        Table(
            name=layout.name,
            columns=tuple((name, _kind(name)) for name in layout.texts.split()),
            rows=tuple(row for story, sources in stories for row in layout.rows(story, sources)),
        )
        for layout in LAYOUTS
    )


def _kind(column: str) -> Kind:
    return "whole" if column in WHOLE else "number" if column in NUMBER else "text"


def _articles(story: Story, _: Sources) -> Iterator[Row]:
    for reading in story.readings:
        row = reading.article
        published = row.published.isoformat() if row.published else None
        yield story.id, row.id, row.outlet or None, row.title, row.url, published, row.language, len(row.text)


def _outlet(article: str, sources: Sources) -> tuple[str | None, str | None]:
    row = sources.reading(article).article
    return row.outlet or None, row.published.isoformat() if row.published else None


def _spread(evidence: tuple[Evidence, ...], origins: tuple[Origin, ...], sources: Sources) -> tuple[int, int, int]:
    """Give how many articles, outlets and independent origins a line has; each article is one where none is told."""
    articles = {row.article for row in evidence if row.article in sources.by_id}
    return len(articles), len({sources.outlet(article) for article in articles}), len(origins) or len(articles)


def _statements(story: Story, sources: Sources) -> Iterator[Row]:
    answers = {reply.source: reply for reply in story.replies}
    for line in statement_lines(story):
        for identifier in line.statements:
            if identifier in sources.statements:
                article, note = sources.statements[identifier]
                reply = answers.get(identifier)
                yield (
                    *(story.id, line.id, note.id, article, *_outlet(article, sources)),
                    *_said(note, sources.reading(article).text),
                    *((reply.how, reply.target) if reply else (None, None)),
                    *(*_spread(line.evidence, line.origins, sources), sources.because(line.because)),
                )


def _said(note: Statement, text: str) -> Row:
    words = " … ".join(" ".join(span.of(text).split()) for span in note.content)
    speaker = note.speaker.of(text) if note.speaker else None
    cue = note.cue.of(text) if note.cue else None
    said = (JOINT.join(note.speakers) or None, speaker, note.kind, cue, note.via, note.date, words)
    return (*said, note.start, note.end)


def _figures(story: Story, sources: Sources) -> Iterator[Row]:
    for line in story.quantities:
        relation = line.relation if len(line.figures) > 1 else None
        for identifier in line.figures:
            if identifier in sources.figures:
                article, note = sources.figures[identifier]
                yield (
                    *(story.id, line.id, note.id, article, *_outlet(article, sources), line.about),
                    *(*_given(note, sources.reading(article).text), relation),
                    *(*_spread(line.evidence, line.origins, sources), sources.because(line.because)),
                )


def _given(note: Figure, text: str) -> Row:
    words = " ".join(text[note.start : note.end].split())
    given = (note.kind, note.value, note.high, note.modifier, note.what, JOINT.join(note.according_to) or None)
    return (*given, words, note.start, note.end)


def _happenings(story: Story, sources: Sources) -> Iterator[Row]:
    for line in story.timeline:
        places = JOINT.join(f"{row.article}:{row.start}-{row.end}" for row in line.evidence)
        spread = _spread(line.evidence, line.origins, sources)
        yield story.id, line.id, line.date, line.what, *spread, places, sources.because(line.because)


def _coverage(story: Story, sources: Sources) -> Iterator[Row]:
    names = {line.id: _remark(line, sources) for line in statement_lines(story)}
    names |= {line.id: line.about for line in story.quantities} | {line.id: line.what for line in story.timeline}
    for cell in story.coverage:
        own = cell.evidence[0] if cell.evidence and cell.told != "left out" else None
        place = (own.article, own.start, own.end) if own else (None, None, None)
        yield story.id, cell.kind, cell.line, names.get(cell.line), cell.outlet, cell.told, *place


def _remark(line: Utterance, sources: Sources) -> str:
    return ": ".join(part for part in (JOINT.join(line.speakers), short_remark(line, sources)) if part)


def _reuse(story: Story, sources: Sources) -> Iterator[Row]:
    for row in story.reuses:
        sides: list[Value] = []
        for side in (row.source, row.target):
            text = sources.reading(side.article).text[side.start : side.end] if side.article in sources.by_id else ""
            outlet = _outlet(side.article, sources)[0] if side.article in sources.by_id else None
            sides += [side.article, outlet, side.start, side.end, " ".join(text.split())]
        yield story.id, row.kind, *sides, row.likeness, sources.because(row.because)


def _disputes(story: Story, sources: Sources) -> Iterator[Row]:
    for row in story.disagreements:
        places = defaultdict(list)
        for evidence in row.evidence:
            places[evidence.article].append(f"{evidence.start}-{evidence.end}")
        where = JOINT.join(f"{article}:{','.join(spans)}" for article, spans in places.items())
        yield story.id, row.kind, sources.because(row.because), JOINT.join(row.lines), where


LAYOUTS = (
    _Layout("articles", "story article outlet title url published language characters", _articles),
    _Layout("disputes", "story kind dispute lines evidence", _disputes),
    _Layout(
        "statements",
        "story line statement article outlet published speakers speaker_words kind cue via said words start end"
        " how answers articles outlets origins because",
        _statements,
    ),
    _Layout(
        "figures",
        "story line figure article outlet published about kind value high modifier what according_to words start end"
        " relation articles outlets origins because",
        _figures,
    ),
    _Layout("happenings", "story line date what articles outlets origins evidence because", _happenings),
    _Layout("coverage", "story kind line text outlet told article start end", _coverage),
    _Layout(
        "reuse",
        "story kind source_article source_outlet source_start source_end source_words target_article target_outlet"
        " target_start target_end target_words likeness because",
        _reuse,
    ),
)
"""The tables in the order of a workbook's sheets."""
