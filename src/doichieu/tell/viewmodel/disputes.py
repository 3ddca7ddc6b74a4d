"""Disputes: the points on which accounts differ, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.model import Evidence
from doichieu.tell.viewmodel.nouns import Dispute
from doichieu.tell.viewmodel.voices import statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from doichieu.model import Disagreement, Story
    from doichieu.tell.viewmodel.citing import Link
    from doichieu.tell.viewmodel.nouns import QuantityView
    from doichieu.tell.viewmodel.sources import Sources

Key = tuple[object, ...]


def view_disputes(
    story: Story, sources: Sources, lines: Mapping[str, Link], quantities: Mapping[str, QuantityView]
) -> tuple[Dispute, ...]:
    """Give the points of dispute; those of the same two lines, or of the same sentences, are one."""
    links = {**_notes(story, lines), **lines}
    groups: dict[Key, list[Disagreement]] = {}
    known: dict[Key, Key] = {}
    for row in story.disagreements:
        keys = _keys(row, sources, links)
        first = next((known[key] for key in keys if key in known), keys[0])
        known.update((key, known.get(key, first)) for key in keys)
        groups.setdefault(first, []).append(row)
    return tuple(_dispute(rows, sources, links, quantities) for rows in groups.values())


def _notes(story: Story, lines: Mapping[str, Link]) -> dict[str, Link]:
    """Give the line of each statement and figure, by its id."""
    notes = {note: lines[line.id] for line in statement_lines(story) for note in line.statements}
    return notes | {note: lines[line.id] for line in story.quantities for note in line.figures}


def _keys(row: Disagreement, sources: Sources, links: Mapping[str, Link]) -> tuple[Key, Key]:
    """Give what makes two disagreements one: the same lines, or the same sentences, for the same reason."""
    lines = frozenset(links[line].anchor if line in links else line for line in row.lines)
    if row.kind == "figure":  # one sentence may give several numbers
        return ((row.kind, lines, "lines"),) * 2
    sentences = frozenset(map(sources.sentence_of, row.evidence))
    return (row.kind, row.because, lines, "lines"), (row.kind, row.because, sentences, "sentences")


def _dispute(
    rows: list[Disagreement], sources: Sources, links: Mapping[str, Link], quantities: Mapping[str, QuantityView]
) -> Dispute:
    first = rows[0]
    told = tuple(dict.fromkeys(links[line] for row in rows for line in row.lines if line in links))
    evidence = [words for row in rows for words in row.evidence]
    return Dispute(
        kind=first.kind,
        word=sources.phrases.term("dispute", first.kind),
        because=sources.because(first.because),
        words=sources.all(_joined(evidence, sources) if len(rows) > 1 else evidence),
        lines=told,
        quantity=quantities.get(told[0].anchor) if first.kind == "figure" and len(told) == 1 else None,
    )


def _joined(evidence: Iterable[Evidence], sources: Sources) -> list[Evidence]:
    """Give one piece of evidence for each sentence, from the first to the last of its words that are cited."""
    found: dict[tuple[str, int], Evidence] = {}
    for row in evidence:
        place = sources.sentence_of(row)
        other = found.get(place, row)
        found[place] = Evidence(row.article, min(row.start, other.start), max(row.end, other.end))
    return list(found.values())
