"""Annotated stories as the program's own notes: to fit, on what people joined, how the program joins."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from annotated import named, place
from doichieu.gather import gather
from doichieu.model import Article, Figure, Mention, MentionType, Reading, Span, Statement, TimeExpression
from doichieu.read import read

LEAST_ALIKE = 0.5
"""Share of equal characters from which a statement as read is the annotated one."""


@dataclass(frozen=True)
class GoldStory:
    """A story as read, and its annotation."""

    name: str
    readings: tuple[Reading, ...]
    layers: dict[str, Any]
    groups: dict[str, tuple[str, int]]
    """For each entry in a group the story and the number of the group."""

    def same_statement(self, one: str, other: str) -> bool:
        """Say whether two statements stand in one group."""
        return one in self.groups and self.groups[one] == self.groups.get(other)

    same_figure = same_statement

    def annotated(self) -> tuple[Reading, ...]:
        """Give the readings with the notes of the annotation in place of the program's."""
        return tuple(_annotated(reading, self.layers[reading.article.id]) for reading in self.readings)

    def matched_statements(self, reading: Reading, found: Sequence[Statement]) -> dict[int, int]:
        """Give, for the numbers of statements found in a reading, those of the annotated statements that they are."""
        said = {str(n): _characters(note.content) for n, note in enumerate(found)}
        entries = self.layers[reading.article.id]["statements"]
        gold = {
            str(n): _characters(_span(reading.text, piece) for piece in row["content"]) for n, row in enumerate(entries)
        }
        return {int(one): int(other) for one, other in _paired(said, gold, LEAST_ALIKE)}

    def gold_ids(self, readings: Sequence[Reading]) -> dict[str, str]:
        """Give, for the notes of readings, the annotated entries that they are."""
        return {
            said: entry for reading in readings for said, entry in _matched(reading, self.layers[reading.article.id])
        }


def gold_stories(root: Path, without: Sequence[str]) -> Iterator[GoldStory]:
    """Give the annotated stories under a folder but some, read by this checkout, in the order of their names."""
    for folder in sorted(path.parent for path in root.glob("*/story.gold.json")):
        if folder.name in without:
            continue
        readings = tuple(map(read, sorted(_articles(folder), key=_told)))
        layers = {
            reading.article.id: json.loads((folder / f"{reading.article.id}.gold.json").read_text(encoding="utf-8"))
            for reading in readings
        }
        story = json.loads((folder / "story.gold.json").read_text(encoding="utf-8"))
        groups = [*story["same_statement"], *(group["members"] for group in story["same_figure"])]
        number = {entry: (folder.name, n) for n, group in enumerate(groups) for entry in group}
        yield GoldStory(folder.name, readings, layers, number)


def _articles(folder: Path) -> list[Article]:
    rows = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["articles"]
    texts = [row | {"text": (folder / f"{row['id']}.txt").read_text(encoding="utf-8")} for row in rows]
    return [item for item in gather_rows(texts) if isinstance(item, Article)]


def gather_rows(rows: list[dict[str, Any]]) -> Iterable[object]:
    """Gather articles from rows, as from a file of JSON Lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return list(gather([str(path)]))


def _told(article: Article) -> tuple[bool, float, str]:
    return article.published is None, article.published.timestamp() if article.published else 0.0, article.id


def _annotated(reading: Reading, layers: dict[str, Any]) -> Reading:
    text, ident = reading.text, reading.article.id
    statements = [_statement(reading, f"{ident}#s{n}", entry) for n, entry in enumerate(layers["statements"])]
    figures = [_figure(text, f"{ident}#f{n}", entry) for n, entry in enumerate(layers["figures"])]
    times = [(_span(text, entry), entry) for entry in layers["times"]]
    return replace(
        reading,
        statements=tuple(sorted(statements, key=lambda note: note.start)),
        figures=tuple(sorted(figures, key=lambda note: note.start)),
        mentions=tuple(_mentions(text, layers["names"])),
        times=tuple(
            TimeExpression(start=span.start, end=span.end, type=entry["type"], value=entry["value"], origin="gold")
            for span, entry in sorted(times, key=lambda pair: pair[0])
        ),
    )


def _statement(reading: Reading, ident: str, entry: dict[str, Any]) -> Statement:
    content = tuple(sorted(_span(reading.text, piece) for piece in entry["content"]))
    return Statement(
        id=ident,
        content=content,
        kind=entry["kind"],
        cue=_nearest(reading.text, entry["cue"], content),
        speaker=_nearest(reading.text, entry["speaker_text"], content),
        speakers=tuple(entry["speakers"]),
        via=entry["via"],
        date=entry["date"],
        origin="gold",
    )


def _nearest(text: str, words: str | None, content: tuple[Span, ...]) -> Span | None:
    """Give where words stand nearest to a statement."""
    if not words:
        return None
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    ends = [offset for span in content for offset in span]
    near = min(places, key=lambda place: min(abs(place - end) for end in ends), default=None)
    return None if near is None else Span(near, near + len(words))


def _figure(text: str, ident: str, entry: dict[str, Any]) -> Figure:
    span = _span(text, entry)
    return Figure(
        id=ident,
        start=span.start,
        end=span.end,
        value=entry["value"],
        high=entry["high"],
        modifier=entry["modifier"],
        what=entry["what"] or "",
        kind=entry["kind"],
        according_to=tuple(entry["according_to"] or ()),
        origin="gold",
    )


def _mentions(text: str, names: list[dict[str, Any]]) -> Iterator[Mention]:
    for start, end, kind, actor in named(text, names):
        yield Mention(start=start, end=end, type=cast("MentionType", kind), actor=actor, origin="gold")


def _span(text: str, piece: dict[str, Any]) -> Span:
    return Span(*place(text, piece))


def _matched(reading: Reading, layers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the notes as read with the annotated ones that they are, one to one, the most alike first."""
    ident, text = reading.article.id, reading.text
    said = {note.id: _characters(note.content) for note in reading.statements}
    gold = {
        f"{ident}#s{n}": _characters(_span(text, piece) for piece in entry["content"])
        for n, entry in enumerate(layers["statements"])
    }
    yield from _paired(said, gold, LEAST_ALIKE)
    spans = {note.id: _characters([Span(note.start, note.end)]) for note in reading.figures}
    marked = {f"{ident}#f{n}": _characters([_span(text, entry)]) for n, entry in enumerate(layers["figures"])}
    yield from _paired(spans, marked, LEAST_ALIKE)


def _paired(said: dict[str, set[int]], gold: dict[str, set[int]], least: float) -> Iterator[tuple[str, str]]:
    ranked = sorted((-len(a & b) / len(a | b), one, other) for one, a in said.items() for other, b in gold.items())
    taken: set[str] = set()
    for unlike, one, other in ranked:
        if -unlike >= least and not {f"said {one}", f"gold {other}"} & taken:
            taken |= {f"said {one}", f"gold {other}"}
            yield one, other


def _characters(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(*span)}
