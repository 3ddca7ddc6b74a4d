"""Commands that make dossiers."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doichieu.cli.options import (
    Agent,
    Columns,
    Fetch,
    Jobs,
    Length,
    Pages,
    Private,
    Since,
    Sources,
    gathering_of,
    settings_of,
)
from doichieu.cli.reporting import counted, list_problems, progress_bar
from doichieu.errors import DoichieuError

if TYPE_CHECKING:
    from doichieu.model import Dossier


class Form(StrEnum):
    """What a dossier can be written as."""

    html = "html"
    json = "json"
    md = "md"
    site = "site"
    xlsx = "xlsx"
    csv = "csv"
    parquet = "parquet"
    annotations = "annotations"
    ftm = "ftm"
    atom = "atom"
    rss = "rss"


class Interface(StrEnum):
    """Languages of the page."""

    vi = "vi"
    en = "en"


Output = Annotated[
    str,
    typer.Option("-o", "--output", help="A file (.html, .json, .md, .xlsx, .jsonld, .atom …), a folder, or -."),
]
Chosen = Annotated[Form | None, typer.Option("--format", help="Where the output's name does not tell.")]
Language = Annotated[Interface, typer.Option(help="Language of the page's own words.")]


def dossier(
    sources: Sources,
    output: Output = "-",
    form: Chosen = None,
    language: Language = Interface.vi,
    length: Length = 180,
    jobs: Jobs = 0,
    columns: Columns = "",
    fetch: Fetch = False,
    pages: Pages = 200,
    since: Since = "",
    user_agent: Agent = "",
    allow_private: Private = False,
) -> None:
    """Compare articles and write a dossier.

    The stories, who said what, which numbers are given and whether they agree, who copies whom, who leaves what out.
    """
    from doichieu.pipeline import make_dossier
    from doichieu.tell.files import check_place

    chosen = form.value if form else None
    check_place(output, chosen)
    gathering = gathering_of(
        columns=columns, fetch=fetch, pages=pages, since=since, agent=user_agent, private=allow_private
    )
    with progress_bar() as progress:
        made = make_dossier(sources, settings_of(jobs, gathering, length), progress)
    list_problems(made.problems)
    if not made.stories:
        raise DoichieuError("no article could be used: nothing written")
    _put(made, output, chosen, language.value)


def tell(
    saved: Annotated[Path, typer.Argument(help="A dossier as JSON; - for standard input.", metavar="DOSSIER")],
    output: Output = "-",
    form: Chosen = None,
    language: Language = Interface.vi,
) -> None:
    """Write a saved dossier in another form, byte for byte what 'doichieu dossier' writes."""
    from doichieu.tell.files import check_place, read_dossier

    chosen = form.value if form else None
    check_place(output, chosen)
    _put(read_dossier(saved), output, chosen, language.value)


def _put(made: Dossier, output: str, form: str | None, language: str) -> None:
    """Write a dossier and say what it holds; on a terminal, where nothing else is asked for, show it there."""
    from doichieu.tell.files import write_dossier

    if output == "-" and form is None and sys.stdout.isatty():
        _show(made, language)
        return
    write_dossier(made, output, form=form, language=language)
    if output != "-":
        articles = sum(len(told.story.readings) for told in made.stories)
        typer.echo(
            f"{output}: {counted(len(made.stories), 'story', 'stories')} from {counted(articles, 'article')}", err=True
        )


def _show(made: Dossier, language: str) -> None:
    """Show a dossier on the terminal, as much of it as fits the screen."""
    from shutil import get_terminal_size

    from doichieu.tell.terminal import show

    size = get_terminal_size()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    typer.echo(show(made, language=language, width=size.columns, height=size.lines, coloured=colour), nl=False)
