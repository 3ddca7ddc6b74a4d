"""The list of commands. A command is a function of a module beside this one; it is added here, and nowhere else."""

from __future__ import annotations

from typing import Annotated

import typer

from doichieu.cli.dossiers import dossier, tell
from doichieu.cli.readings import read
from doichieu.cli.reference import evaluate, schema

app = typer.Typer(
    help="Lay side by side what many outlets wrote about the same happenings. Vietnamese first.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command(epilog="Example: doichieu dossier articles/ https://bao.example/rss/the-gioi.rss -o dossier.html")(dossier)
app.command(epilog="Example: doichieu tell dossier.json -o tables.xlsx")(tell)
app.command(
    epilog="Example: doichieu read article.txt | jq .statements; to look at it: doichieu read --explain article.txt"
)(read)
app.command(epilog="Example: doichieu schema > dossier.schema.json")(schema)
app.command(epilog="Example: doichieu evaluate examples/kazakhstan-2022/gold dossier.json")(evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("doichieu"))
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version
