"""A dossier on a terminal: as much of it as one screen holds, what is disputed first, a line for each thing."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import view_dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.model import Dossier
    from doichieu.tell.phrases import Phrases
    from doichieu.tell.viewmodel import DossierView, StoryView
    from doichieu.tell.viewmodel.citing import Backing, Words
    from doichieu.tell.viewmodel.nouns import QuantityView

NARROWEST, SHORTEST = 40, 12
"""Columns and lines of the smallest screen that is filled; on a smaller one the lines run over."""

MARKS = 6
"""Numbers of articles that a line shows."""


@dataclass(slots=True)
class _Section:
    """A part of the screen."""

    title: str
    style: str
    rows: list[Text]
    shown: int = 0

    @property
    def lines(self) -> int:
        """How many lines it takes as it is."""
        return self.shown + 1 if self.shown else 0


def show(dossier: Dossier, *, language: str = "vi", width: int, height: int, coloured: bool) -> str:
    """Give the dossier for a screen of so many columns and lines, with colours or without.

    Raises DoichieuError where there is no interface in that language.
    """
    phrases = phrases_of(language)
    view = view_dossier(dossier, language=language, texts=False)
    columns, lines = max(NARROWEST, width), max(SHORTEST, height)
    head, sections, last = _story(view.stories[0], phrases) if len(view.stories) == 1 else _stories(view, phrases)
    _share_out(sections, lines - len(head) - 2)
    out = io.StringIO()
    console = Console(file=out, width=columns, force_terminal=coloured, color_system="standard" if coloured else None,
                      no_color=not coloured, legacy_windows=False, highlight=False)  # fmt: skip
    for line in (*head, *_lines(sections), last):
        line.truncate(columns, overflow="ellipsis")
        console.print(line, no_wrap=True, crop=True)
    return out.getvalue()


def _share_out(sections: list[_Section], room: int) -> None:
    """Give each section a row in turn until the screen is full."""
    while True:
        before = sum(section.lines for section in sections)
        for section in sections:
            need = 1 if section.shown else 2
            if section.shown < len(section.rows) and sum(row.lines for row in sections) + need <= room:
                section.shown += 1
        if sum(section.lines for section in sections) == before:
            return


def _lines(sections: list[_Section]) -> Iterator[Text]:
    for section in sections:
        if section.shown:
            more = f" {section.shown}/{len(section.rows)}" if section.shown < len(section.rows) else ""
            yield Text.assemble((section.title, section.style), (more, "dim"))
            yield from (Text("  ") + row for row in section.rows[: section.shown])


def _clean(text: str) -> str:
    """Give text on one line, without control and direction characters, which a terminal would obey."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _story(story: StoryView, phrases: Phrases) -> tuple[list[Text], list[_Section], Text]:
    counts = story.counts
    facts = [part for part in (counts.articles, counts.outlets, counts.origins, counts.span) if part]
    head = [Text(_clean(story.headline.text), "bold"), Text(" · ".join(facts), "dim")]
    remarks = [(voice.name, row) for voice in story.voices for row in voice.shared]
    sections = [
        _Section(phrases.say("In dispute"), "bold red", list(_disputes(story))),
        _Section(phrases.say("Summary"), "bold", [
            _marks(row.backing.sources) + Text(_clean(row.text)) for row in story.summary
        ]),
        _Section(phrases.say("Timeline"), "bold", [
            Text.assemble((_clean(day.date), "green"), " ", _from(row.backing), _clean(row.what))
            for day in story.days for row in day.happenings
        ]),
        _Section(phrases.say("Who said what"), "bold", [
            Text.assemble(_from(row.backing), (_clean(name), "magenta"), ": ", _clean(words))
            for name, row in remarks
            for words in ["".join(piece.text for piece in (row.quoted + row.told)[0].pieces)]
        ]),
        _Section(phrases.say("Figures"), "bold", [_quantity(row) for row in story.quantities + story.agreed]),
    ]  # fmt: skip
    return head, sections, Text(phrases.say("The whole, with the words behind each line: -o dossier.html"), "dim")


def _stories(view: DossierView, phrases: Phrases) -> tuple[list[Text], list[_Section], Text]:
    title = phrases.count(len(view.stories), "{0} story", "{0} stories")
    rows = [
        Text.assemble(
            (f"{len(story.sources):>3}  ", "cyan"),
            (f"≠{len(story.disputes)} " if story.disputes else "", "bold red"),
            _clean(story.headline.text),
        )
        for story in view.stories
    ]
    return (
        [Text(f"{title} · {view.articles}", "bold")],
        [_Section(phrases.say("Stories"), "bold", rows)],
        Text(phrases.say("An index and a page for each story: -o FOLDER"), "dim"),
    )


def _disputes(story: StoryView) -> Iterator[Text]:
    for row in story.disputes:
        if row.quantity:
            yield _quantity(row.quantity)
        else:
            yield Text.assemble((f"{row.word}: ", "red"), _clean(row.because), " ", _marks(row.words))


def _quantity(row: QuantityView) -> Text:
    sign = {"conflict": " ≠ ", "update": " → ", "agree": " ≈ "}.get(row.relation, ", ")
    line = Text(f"{_clean(row.about)}: ")
    for place, value in enumerate(row.values):
        if place:
            line.rstrip()
        line.append(sign if place else "", "red" if row.relation == "conflict" else "dim")
        line.append(_clean(value.value), "bold cyan")
        line.append(" ").append_text(_marks(value.told))
    line.rstrip()
    return line


def _marks(words: tuple[Words, ...], style: str = "dim") -> Text:
    numbers = list(dict.fromkeys(row.source.number for row in words))
    more = "…" if len(numbers) > MARKS else ""
    return Text(f"[{','.join(map(str, numbers[:MARKS]))}{more}] ", style) if words else Text()


def _from(backing: Backing) -> Text:
    """Give the numbers of the articles that have a line, in yellow where they all have it from one place."""
    return _marks(backing.sources, "yellow" if backing.echo else "dim")
