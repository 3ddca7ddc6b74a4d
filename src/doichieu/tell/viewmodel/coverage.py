"""Coverage: the grid of outlets and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.nouns import Cell, CoverageRow, Grid, Link, Outlet
from doichieu.tell.viewmodel.sources import LABEL_LENGTH, clip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doichieu.model import Coverage, Story
    from doichieu.tell.viewmodel.sources import Sources

SIGNS = {"told": "●", "differently": "◐", "left out": "○"}
MOST_ROWS = 30
"""Lines that the grid shows at once."""


def view_coverage(story: Story, sources: Sources, lines: Mapping[str, Link]) -> Grid:
    """Give the grid: lines that several outlets tell first come first; the rest is folded."""
    outlets = _outlets(story, sources)
    table: dict[str, dict[str, Coverage]] = {}
    for row in story.coverage:
        if row.line in lines:
            table.setdefault(row.line, {})[row.outlet] = row
    rows = [_row(lines[line], cells, list(outlets), sources) for line, cells in table.items()]
    rows.sort(key=lambda row: -sum(cell.told != "left" for cell in row.cells))
    heads = tuple(
        Outlet(label=label, number=number, tells=_tells(rows, number - 1, sources))
        for number, label in enumerate(outlets.values(), start=1)
    )
    others = rows[MOST_ROWS:]
    return Grid(
        outlets=heads,
        rows=tuple(rows[:MOST_ROWS]),
        others=tuple(others),
        others_count=sources.phrases.count(len(others), "{0} more line", "{0} more lines"),
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
    kind = next(iter(cells.values())).kind
    return CoverageRow(line=line, kind=sources.phrases.term("line", kind), cells=views, told_by=f"{told}/{len(views)}")


def _cell(row: Coverage | None, sources: Sources) -> Cell:
    told = row.told if row else "left out"
    words = sources.one(row.evidence[0]) if row and row.evidence and told != "left out" else None
    return Cell(told=told.split()[0], sign=SIGNS[told], word=sources.phrases.term("told", told), words=words)


def _tells(rows: list[CoverageRow], column: int, sources: Sources) -> str:
    told = sum(row.cells[column].told != "left" for row in rows)
    return sources.phrases.say("tells {0} of {1} lines", told, len(rows))
