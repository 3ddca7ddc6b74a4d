"""Coverage: the grid of outlets and lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.citing import Link
from doichieu.tell.viewmodel.finding import NO_FACETS
from doichieu.tell.viewmodel.nouns import Alone, Cell, CoverageGroup, CoverageRow, Grid, Outlet
from doichieu.tell.viewmodel.sources import LABEL_LENGTH, clip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doichieu.model import Coverage, LineKind, Story
    from doichieu.tell.viewmodel.finding import Facets
    from doichieu.tell.viewmodel.sources import Sources

SIGNS = {"told": "●", "differently": "◐", "left out": "○"}
KINDS: tuple[LineKind, ...] = ("happening", "quantity", "utterance")
MOST_ROWS = 12
"""Lines of a kind that the grid shows at once."""

Rows = dict["LineKind", list[CoverageRow]]


def view_coverage(story: Story, sources: Sources, lines: Mapping[str, Link], facets: Mapping[str, Facets]) -> Grid:
    """Give the grid of the lines that several outlets tell, those of most first, and the lines that one tells alone."""
    outlets = _outlets(story, sources)
    rows = _rows(story, sources, lines, facets)
    every = [row for kind in KINDS for row in rows[kind]]
    heads = tuple(
        Outlet(label=label, number=number, tells=_tells(every, number - 1, sources))
        for number, label in enumerate(outlets.values(), start=1)
    )
    shared = {kind: [row for row in rows[kind] if _told(row) != 1] for kind in KINDS}
    others = {kind: shared[kind][MOST_ROWS:] for kind in KINDS}
    alone = [row for row in every if _told(row) == 1]
    count = sources.phrases.count
    return Grid(
        outlets=heads,
        groups=_groups({kind: shared[kind][:MOST_ROWS] for kind in KINDS}, sources),
        others=_groups(others, sources),
        others_count=count(sum(map(len, others.values())), "{0} more line", "{0} more lines"),
        alone=_alone(alone, heads) if len(heads) > 1 else (),
        alone_count=count(len(alone), "{0} line that one outlet alone tells", "{0} lines that one outlet alone tells"),
    )


def _alone(rows: list[CoverageRow], outlets: tuple[Outlet, ...]) -> tuple[Alone, ...]:
    lines: dict[int, list[CoverageRow]] = {}
    for row in rows:
        (column,) = (place for place, cell in enumerate(row.cells) if cell.told != "left")
        lines.setdefault(column, []).append(row)
    return tuple(Alone(outlet=outlets[column], rows=tuple(lines[column])) for column in sorted(lines))


def _rows(story: Story, sources: Sources, lines: Mapping[str, Link], facets: Mapping[str, Facets]) -> Rows:
    outlets = list(_outlets(story, sources))
    table: dict[tuple[LineKind, str], dict[str, Coverage]] = {}
    for cell in story.coverage:
        if cell.line in lines:
            table.setdefault((cell.kind, cell.line), {})[cell.outlet] = cell
    rows: Rows = {kind: [] for kind in KINDS}
    for (kind, line), cells in table.items():
        rows[kind].append(replace(_row(lines[line], cells, outlets, sources), facets=facets.get(line, NO_FACETS)))
    for kind in KINDS:
        rows[kind].sort(key=lambda row: -_told(row))
    return rows


def _groups(rows: Rows, sources: Sources) -> tuple[CoverageGroup, ...]:
    return tuple(
        CoverageGroup(kind=sources.phrases.term("line", kind), rows=tuple(rows[kind])) for kind in KINDS if rows[kind]
    )


def _outlets(story: Story, sources: Sources) -> dict[str, str]:
    """Give the label of each outlet in the order of its first article; an article may stand for its outlet."""
    named = {row.outlet for row in story.coverage}
    labels: dict[str, str] = {}
    for article, source in sources.by_id.items():
        for name in (sources.reading(article).article.outlet, article):
            if name in named:
                labels.setdefault(name, source.label)
    for name in sorted(named - labels.keys()):
        labels[name] = clip(name, LABEL_LENGTH) or sources.phrases.say("unnamed outlet")
    return labels


def _row(line: Link, cells: dict[str, Coverage], outlets: list[str], sources: Sources) -> CoverageRow:
    views = tuple(_cell(cells.get(outlet), sources) for outlet in outlets)
    told = sum(cell.told != "left" for cell in views)
    return CoverageRow(line=line, cells=views, told_by=f"{told}/{len(views)}")


def _told(row: CoverageRow) -> int:
    return sum(cell.told != "left" for cell in row.cells)


def _cell(row: Coverage | None, sources: Sources) -> Cell:
    told = row.told if row else "left out"
    words = sources.one(row.evidence[0]) if row and row.evidence and told != "left out" else None
    return Cell(told=told.split()[0], sign=SIGNS[told], word=sources.phrases.term("told", told), words=words)


def _tells(rows: list[CoverageRow], column: int, sources: Sources) -> str:
    told = sum(row.cells[column].told != "left" for row in rows)
    return sources.phrases.say("tells {0} of {1} lines", told, len(rows))
