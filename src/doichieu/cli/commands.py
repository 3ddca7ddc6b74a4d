"""The list of commands. A command is a function of a module beside this one; it is added here, and nowhere else."""

from __future__ import annotations

from typing import Annotated

import typer

from doichieu.cli.browsing import changes, search, show, stories
from doichieu.cli.corrections import merge, pin, split
from doichieu.cli.dossiers import dossier, tell
from doichieu.cli.keeping import doctor, export, import_
from doichieu.cli.library import add, retry, watch
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

app.command(epilog="Example: doichieu add articles/ --library news.db")(add)
app.command(epilog="Example: doichieu watch feeds.toml --once --library news.db")(watch)
app.command(epilog="Example: doichieu retry --show")(retry)
app.command(epilog="Example: doichieu stories --sort dispute --least 3 --since 7d")(stories)
app.command(epilog="Example: doichieu show s:article-1 -o story.html")(show)
app.command(epilog="""Example: doichieu search '"quang ninh" bao*' --in statements""")(search)
app.command(epilog="Example: doichieu changes --since 24h --format rss -o changes.xml")(changes)
app.command(epilog="Example: doichieu merge s:article-1 s:article-7 --note 'one storm'")(merge)
app.command(epilog="Example: doichieu split s:article-1 article-9 --note 'another fire'")(split)
app.command(epilog="Example: doichieu pin article-9 s:article-1")(pin)
app.command(epilog="Example: doichieu export -o library.jsonl")(export)
app.command("import", epilog="Example: doichieu import library.jsonl --library copy.db")(import_)
app.command(epilog="Example: doichieu doctor --repair")(doctor)


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
