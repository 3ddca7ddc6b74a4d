"""Commands that look into a library: stories, show, search, changes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from doichieu.cli.dossiers import Form, Interface
from doichieu.cli.library import DEFAULT, LibraryPlace, dossier_of_story, opened
from doichieu.cli.reporting import counted

if TYPE_CHECKING:
    from doichieu.store import Store
    from doichieu.store.stories import StoryRow

StoryName = Annotated[str, typer.Argument(help="A story's id, or that of one of its articles.", metavar="STORY")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]


class Sorting(StrEnum):
    """What stories are sorted by."""

    news = "news"
    size = "size"
    dispute = "dispute"
    time = "time"


class Where(StrEnum):
    """Where to look for words."""

    text = "text"
    statements = "statements"
    actors = "actors"


class ReportForm(StrEnum):
    """What changes can be written as."""

    text = "text"
    json = "json"
    rss = "rss"


def stories(
    library: LibraryPlace = DEFAULT,
    sort: Annotated[
        Sorting, typer.Option(help="By news (many outlets, lately), size, dispute, or time of the last change.")
    ] = Sorting.news,
    least: Annotated[int, typer.Option(min=1, help="Of so many articles or more.")] = 1,
    since: Annotated[str | None, typer.Option(help="With an article of this day or later: 2026-01-31, or 7d.")] = None,
    about: Annotated[str | None, typer.Option(help="Only stories that hold these words.", metavar="WORDS")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """List the stories of a library."""
    from doichieu.library.reports import plain, since_of

    first = None
    if since:
        first = datetime.fromisoformat(since_of(since, datetime.now(UTC))).date().toordinal()
    with opened(library) as store:
        rows = store.stories.find(order=sort.value, least=least, since=first, limit=1_000_000 if about else limit)
        if about:
            held = _about(store, about)
            rows = [row for row in rows if row.id in held][:limit]
        total = store.stories.count(least=least)
    if as_json:
        _print_json(rows)
        return
    for row in rows:
        typer.echo(f"{_counts(row)}  {_days(row)}  {plain(row.id)}  {plain(row.headline)}")
    typer.echo(f"{counted(len(rows), 'story', 'stories')} of {total:,}", err=True)


def _about(store: Store, words: str) -> set[str]:
    from doichieu.library.searching import find

    return {hit.story for hit in find(store, words, limit=10_000)}


def _counts(row: StoryRow) -> str:
    parts = ((row.articles, "article"), (row.outlets, "outlet"), (row.voices, "voice"), (row.disputes, "dispute"))
    return "  ".join(f"{counted(number, noun):>12}" for number, noun in parts)


def _days(row: StoryRow) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in (row.first_day, row.last_day))
    return first if first == last else f"{first} to {last}"


def _print_json(found: object) -> None:
    import msgspec

    typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())


def show(
    story: StoryName,
    library: LibraryPlace = DEFAULT,
    output: Annotated[str, typer.Option("-o", "--output", help="A file (.html, .json, .md), a folder, or -.")] = "-",
    form: Annotated[Form | None, typer.Option("--format", help="Where the output's name does not tell.")] = None,
    language: Annotated[Interface, typer.Option(help="Language of the page's own words.")] = Interface.vi,
    history: Annotated[bool, typer.Option("--history", help="What happened to the story since it began.")] = False,
) -> None:
    """Show one story: its dossier, or its history."""
    from doichieu.tell.files import check_place, write_dossier

    if history:
        _tell_history(library, story)
        return
    chosen = form.value if form else None
    check_place(output, chosen)
    write_dossier(dossier_of_story(library, story), output, form=chosen, language=language.value)


def _tell_history(library: str, story: str) -> None:
    from doichieu.library.reports import Change, as_text
    from doichieu.library.stories import story_of

    with opened(library) as store:
        row = story_of(store, story)
        events = store.events.of_story(row.id)
    for line in as_text(Change(event=event, headline=row.headline) for event in events):
        typer.echo(line)


def search(
    words: Annotated[str, typer.Argument(help='Words, a "phrase", the beginning* of a word, -without.')],
    library: LibraryPlace = DEFAULT,
    where: Annotated[list[Where] | None, typer.Option("--in", help="Only in texts, statements or actors.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Find articles by their words, with Vietnamese marks or without.

    Marks count as soon as one word has some: "Đà Nẵng" finds only that, "da nang" both.
    """
    from doichieu.library.reports import plain
    from doichieu.library.searching import find
    from doichieu.store.database import FIELDS

    fields = tuple(field for field in FIELDS if not where or field in where)
    with opened(library) as store:
        hits = find(store, words, fields=fields, limit=limit)
    if as_json:
        _print_json(hits)
        return
    for hit in hits:
        typer.echo(f"{plain(hit.title)}  ({plain(hit.outlet or hit.article)}, {plain(hit.story)})")
        for place in hit.places:
            said = f"{plain(', '.join(place.speakers))}: " if place.speakers else ""
            typer.echo(f"    {said}… {plain(f'{place.before} [{place.words}] {place.behind}')} …")
    typer.echo(counted(len(hits), "article"), err=True)


def changes(
    since: Annotated[str, typer.Option(help="A day, a time, or how long ago: 2026-01-31, 24h, 7d.")] = "24h",
    library: LibraryPlace = DEFAULT,
    form: Annotated[ReportForm, typer.Option("--format", help="As text, JSON or RSS.")] = ReportForm.text,
    least: Annotated[int, typer.Option(min=1, help="New stories only with so many articles by now.")] = 2,
    output: Annotated[str, typer.Option("-o", "--output", help="A file, or - for standard output.")] = "-",
) -> None:
    """Tell what is new: stories, voices, figures given anew, accounts that differ or no longer do, edited articles.

    Each with the words that it rests on.
    """
    from doichieu.library import reports
    from doichieu.tell.files import write_bytes

    start = reports.since_of(since, datetime.now(UTC))
    with opened(library) as store:
        found = reports.changes_since(store, start, least=least)
    if form is ReportForm.json:
        write_bytes(output, reports.as_json(found, start))
    elif form is ReportForm.rss:
        write_bytes(output, reports.as_rss(found, start))
    else:
        write_bytes(output, "".join(f"{line}\n" for line in reports.as_text(found)).encode())
