"""Facets: by what a reader narrows a story down: outlet, actor, day, what is disputed, what has a single origin."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.finding import Choice, Facets, Filters
from doichieu.tell.viewmodel.voices import statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doichieu.model import Happening, Quantity, Story, Utterance
    from doichieu.tell.viewmodel.sources import Sources

MOST_CHOICES = 60
"""Actors to choose from, those with most lines first: a longer list nobody reads through."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(slots=True)
class FacetIndex:
    """The facets of each line of a story, by its id, and what there is to choose from."""

    lines: dict[str, Facets]
    filters: Filters
    outlets: dict[str, int]


def index_facets(story: Story, sources: Sources) -> FacetIndex:
    """Give the facets of a story's lines."""
    outlets = _numbered(source.label for source in sources.by_id.values())
    told = Counter(name for _, names, _ in _every(story, sources) for name in dict.fromkeys(names))
    actors = _numbered(sorted(told, key=lambda name: (-told[name], name))[:MOST_CHOICES])
    disputed = _disputed(story)
    lines = {
        line.id: _facets(line, (outlets, sources), _numbers(names, actors), days, disputed=line.id in disputed)
        for line, names, days in _every(story, sources)
    }
    filters = Filters(
        outlets=tuple(Choice(value=label, text=label) for label in outlets),
        actors=tuple(Choice(value=name, text=name) for name in actors),
        days=tuple(
            Choice(value=day, text=day_in_words(day, sources.phrases))
            for day in sorted({day for row in lines.values() for day in row.days})
        ),
        disputed=any(row.disputed for row in lines.values()),
        single=any(row.single for row in lines.values()),
    )
    return FacetIndex(lines=lines, filters=filters, outlets=outlets)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}


def _numbers(names: Iterable[str], numbered: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(numbered[name] for name in dict.fromkeys(names) if name in numbered)


def _every(
    story: Story, sources: Sources
) -> Iterable[tuple[Utterance | Quantity | Happening, Iterable[str], Iterable[str]]]:
    """Give every line with the actors who say it and the days on which it was said or happened."""
    for remark in statement_lines(story):
        yield remark, remark.speakers, [remark.date or ""]
    for quantity in story.quantities:
        notes = [sources.figures[figure][1] for figure in quantity.figures if figure in sources.figures]
        yield quantity, [name for note in notes for name in note.according_to], []
    for happening in story.timeline:
        yield happening, [], happening.date.split("/")


def _facets(
    line: Utterance | Quantity | Happening,
    outlets: tuple[Mapping[str, int], Sources],
    actors: tuple[int, ...],
    days: Iterable[str],
    *,
    disputed: bool,
) -> Facets:
    numbered, sources = outlets
    articles = {row.article for row in line.evidence if row.article in sources.by_id}
    return Facets(
        outlets=tuple(sorted({numbered[sources.by_id[article].label] for article in articles})),
        actors=actors,
        days=tuple(day for day in days if _DAY.fullmatch(day)),
        disputed=disputed,
        single=len(line.origins) == 1 or len(articles) == 1,
    )


def _disputed(story: Story) -> set[str]:
    """Give the ids of the lines in dispute: those that disagreements name, and those of the notes that they name."""
    named = {identifier for row in story.disagreements for identifier in row.lines}
    notes = {line.id: line.statements for line in statement_lines(story)}
    notes |= {line.id: line.figures for line in story.quantities}
    return named | {line for line, members in notes.items() if named & set(members)}
