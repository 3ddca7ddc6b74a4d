"""Scoring a dossier against gold stories, layer by layer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from doichieu.evaluation.gold import GoldStory, mentions, place
from doichieu.evaluation.matching import (
    Rate,
    Tally,
    b_cubed,
    characters,
    is_called,
    jaccard,
    overlap_share,
    pair_up,
    pairs_of,
    plain,
    same_speakers,
    token_f1,
)
from doichieu.model import REPORT_ZONES, Dossier, Reading, Span, Story


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: F1 with precision and recall, or a rate (then both are None)."""

    layer: str
    value: float
    cases: int
    precision: float | None = None
    recall: float | None = None


@dataclass(slots=True)
class _Sheet:
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rates: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    actors: list[tuple[str, str]] = field(default_factory=list)

    def rows(self) -> list[Row]:
        rows = [Row(name, t.f1, t.gold, t.precision, t.recall) for name, t in self.tallies.items()]
        rows += [Row(name, rate.share, len(rate.outcomes)) for name, rate in self.rates.items()]
        precision, recall = b_cubed(self.actors)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return [*rows, Row("actors", f1, len(self.actors), precision, recall)]


def evaluate(gold: Sequence[GoldStory], dossier: Dossier) -> list[Row]:
    """Give the table of a dossier. An article that the dossier lacks counts as read without a note."""
    readings = {reading.article.id: reading for told in dossier.stories for reading in told.story.readings}
    sheet = _Sheet()
    for story in gold:
        _StoryScore(story, sheet).add(readings, [told.story for told in dossier.stories])
    return sheet.rows()


class _StoryScore:
    """Scores one story into the sheet; ``found`` leads from gold entries to those of the dossier."""

    def __init__(self, gold: GoldStory, sheet: _Sheet) -> None:
        self.gold = gold
        self.sheet = sheet
        self.found: dict[str, str] = {}
        self.forms: dict[str, set[str]] = defaultdict(set)
        for article in gold.articles.values():
            for name in article.names:
                self.forms[name.name] |= {plain(form) for form in (name.name, *name.forms)}

    def add(self, readings: dict[str, Reading], stories: Sequence[Story]) -> None:
        for ident in self.gold.texts:
            if ident in readings:
                self._zones(ident, readings[ident])
                self._times(ident, readings[ident])
                self._names(ident, readings[ident])
                self._statements(ident, readings[ident])
                self._figures(ident, readings[ident])
        self._groups(stories)
        self._lines(stories)

    def _zones(self, ident: str, reading: Reading) -> None:
        text = self.gold.texts[ident]
        gold = characters(place(text, zone) for zone in self.gold.articles[ident].zones)
        said = characters(zone for zone in reading.zones if zone.kind not in REPORT_ZONES)
        self.sheet.tallies["zones"].add(len(gold & said), len(said), len(gold))

    def _times(self, ident: str, reading: Reading) -> None:
        gold = self.gold.articles[ident].times
        spans = [place(self.gold.texts[ident], time) for time in gold]
        pairs = pair_up(spans, reading.times, overlap_share, least=0.01)
        right = sum(
            (gold[i].type, gold[i].value) == (reading.times[j].type, reading.times[j].value) for i, j in pairs.items()
        )
        self.sheet.tallies["times"].add(len(pairs), len(reading.times), len(gold))
        self.sheet.tallies["times: value"].add(right, len(reading.times), len(gold))

    def _names(self, ident: str, reading: Reading) -> None:
        text, gold = self.gold.texts[ident], self.gold.articles[ident]
        aside = characters(place(text, zone) for zone in gold.zones if zone.kind != "caption")
        named = [row for row in mentions(text, gold.names) if row[0].start not in aside]
        said = {Span(note.start, note.end): note for note in reading.mentions if note.start not in aside}
        hits = [row for row in named if row[0] in said]
        typed = sum(said[span].type == kind for span, kind, _ in hits)
        self.sheet.tallies["names"].add(len(hits), len(said), len(named))
        self.sheet.tallies["names: type"].add(typed, len(said), len(named))
        self.sheet.actors += [
            (f"{self.gold.id}/{name}", f"{self.gold.id}/{said[span].actor}") for span, _, name in hits
        ]

    def _statements(self, ident: str, reading: Reading) -> None:
        gold = self.gold.articles[ident].statements
        text = self.gold.texts[ident]
        sets = [characters(place(text, piece) for piece in row.content) for row in gold]
        said = [characters(row.content) for row in reading.statements]
        pairs = pair_up(sets, said, jaccard, least=0.5)
        right = 0
        for i, j in pairs.items():
            one, other = gold[i], reading.statements[j]
            self.found[f"{ident}#s{i}"] = other.id
            same = same_speakers(self.forms, one.speakers, other.speakers)
            right += same
            self.sheet.rates["statements: kind"].add(right=one.kind == other.kind)
            if one.date:
                self.sheet.rates["statements: date"].add(right=one.date == other.date)
            if one.via:
                self.sheet.rates["statements: via"].add(right=is_called(self.forms, one.via, other.via or ""))
        self.sheet.tallies["statements"].add(len(pairs), len(said), len(gold))
        self.sheet.tallies["statements: speaker"].add(right, len(said), len(gold))

    def _figures(self, ident: str, reading: Reading) -> None:
        gold = self.gold.articles[ident].figures
        spans = [place(self.gold.texts[ident], figure) for figure in gold]
        pairs = pair_up(spans, reading.figures, overlap_share, least=0.3)
        right = 0
        for i, j in pairs.items():
            one, other = gold[i], reading.figures[j]
            self.found[f"{ident}#f{i}"] = other.id
            right += (one.value, one.high) == (other.value, other.high)
            self.sheet.rates["figures: modifier"].add(right=one.modifier == other.modifier)
            self.sheet.rates["figures: kind"].add(right=one.kind == other.kind)
            self.sheet.rates["figures: what"].add(right=token_f1(one.what, other.what) >= 0.5)
            if one.according_to:
                same = same_speakers(self.forms, one.according_to, other.according_to)
                self.sheet.rates["figures: source"].add(right=same)
        self.sheet.tallies["figures"].add(len(pairs), len(reading.figures), len(gold))
        self.sheet.tallies["figures: value"].add(right, len(reading.figures), len(gold))

    def _groups(self, stories: Sequence[Story]) -> None:
        comparison = self.gold.comparison
        back = {said: gold for gold, said in self.found.items()}
        utterances = [line.statements for story in stories for line in story.utterances]
        quantities = [line.figures for story in stories for line in story.quantities]
        for layer, gold, said in (
            ("same statement", comparison.same_statement, utterances),
            ("same figure", [row.members for row in comparison.same_figure], quantities),
        ):
            expected = pairs_of(gold)
            given = pairs_of([back[member] for member in group if member in back] for group in said)
            self.sheet.tallies[layer].add(len(expected & given), len(given), len(expected))
        self._relations(stories)

    def _relations(self, stories: Sequence[Story]) -> None:
        line_of = {figure: line for story in stories for line in story.quantities for figure in line.figures}
        for quantity in self.gold.comparison.same_figure:
            lines = [line_of[self.found[member]] for member in quantity.members if self.found.get(member) in line_of]
            if len(lines) > 1 and len({line.id for line in lines}) == 1:
                self.sheet.rates["same figure: relation"].add(right=lines[0].relation == quantity.relation)

    def _lines(self, stories: Sequence[Story]) -> None:
        comparison = self.gold.comparison
        back = {said: gold for gold, said in self.found.items()}
        replies = {(back.get(row.source), back.get(row.target)) for story in stories for row in story.replies}
        given = {pair for pair in replies if None not in pair}
        expected = {(row.source, row.target) for row in comparison.replies}
        self.sheet.tallies["replies"].add(len(expected & given), len(given), len(expected))
        homes = Counter(
            story.id for story in stories for reading in story.readings if reading.article.id in self.gold.texts
        )
        home = homes.most_common(1)[0][0] if homes else None
        days = {line.date for story in stories if story.id == home for line in story.timeline}
        known = {row.date for row in comparison.timeline}
        self.sheet.tallies["timeline"].add(len(days & known), len(days), len(known))
