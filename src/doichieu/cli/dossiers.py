"""Commands that make dossiers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from doichieu.cli.options import (
    Agent,
    Columns,
    Fetch,
    Jobs,
    Pages,
    Private,
    Since,
    Sources,
    gathering_of,
    settings_of,
)
from doichieu.cli.reporting import counted, list_problems, progress_bar
from doichieu.errors import DoichieuError


class Form(StrEnum):
    """What a dossier can be written as."""

    html = "html"
    json = "json"
    md = "md"
    site = "site"


class Interface(StrEnum):
    """Languages of the page."""

    vi = "vi"
    en = "en"


def dossier(
    sources: Sources,
    output: Annotated[str, typer.Option("-o", "--output", help="A file (.html, .json, .md), a folder, or -.")] = "-",
    form: Annotated[Form | None, typer.Option("--format", help="Where the output's name does not tell.")] = None,
    language: Annotated[Interface, typer.Option(help="Language of the page's own words.")] = Interface.vi,
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
    from doichieu.tell.files import check_place, write_dossier

    chosen = form.value if form else None
    check_place(output, chosen)
    gathering = gathering_of(
        columns=columns, fetch=fetch, pages=pages, since=since, agent=user_agent, private=allow_private
    )
    with progress_bar() as progress:
        made = make_dossier(sources, settings_of(jobs, gathering), progress)
    list_problems(made.problems)
    if not made.stories:
        raise DoichieuError("no article could be used: nothing written")
    write_dossier(made, output, form=chosen, language=language.value)
    if output != "-":
        articles = sum(len(told.story.readings) for told in made.stories)
        typer.echo(
            f"{output}: {counted(len(made.stories), 'story', 'stories')} from {counted(articles, 'article')}", err=True
        )
