"""The command line. Heavy imports stand inside the commands, so that ``--help`` is quick."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import Abort, TyperException

from doichieu.errors import DoichieuError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doichieu.model import Problem, Reading
    from doichieu.pipeline import Progress
    from doichieu.settings import Settings

app = typer.Typer(
    help="Lay side by side what many outlets wrote about the same happenings. Vietnamese first.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_PROBLEMS_SHOWN = 20
_NARROWEST, _WIDEST = 60, 120
"""Columns of an explained reading: longer lines are hard to read, shorter ones have no room for the notes."""


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


Sources = Annotated[
    list[str],
    typer.Argument(
        help="Texts, saved web pages, JSON Lines, folders of these; - for standard input.", metavar="PATH..."
    ),
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes that read; 0 for one on each core. Changes no result.")]


@app.command(epilog="Example: doichieu dossier articles/ -o dossier.html")
def dossier(
    sources: Sources,
    output: Annotated[str, typer.Option("-o", "--output", help="A file (.html, .json, .md), a folder, or -.")] = "-",
    form: Annotated[Form | None, typer.Option("--format", help="Where the output's name does not tell.")] = None,
    language: Annotated[Interface, typer.Option(help="Language of the page's own words.")] = Interface.vi,
    jobs: Jobs = 0,
) -> None:
    """Compare articles and write a dossier.

    The stories, who said what, which numbers are given and whether they agree, who copies whom, who leaves what out.
    """
    from doichieu.pipeline import make_dossier
    from doichieu.tell.files import check_place, write_dossier

    chosen = form.value if form else None
    check_place(output, chosen)
    with _progress() as progress:
        made = make_dossier(sources, _settings(jobs), progress)
    _list_problems(made.problems)
    if not made.stories:
        raise DoichieuError("no article could be used: nothing written")
    write_dossier(made, output, form=chosen, language=language.value)
    if output != "-":
        articles = sum(len(told.story.readings) for told in made.stories)
        typer.echo(
            f"{output}: {_count(len(made.stories), 'story', 'stories')} from {_count(articles, 'article')}", err=True
        )


@app.command(
    epilog="Example: doichieu read article.txt | jq .statements; to look at it: doichieu read --explain article.txt"
)
def read(
    sources: Sources,
    output: Annotated[str, typer.Option("-o", "--output", help="A file, or - for standard output.")] = "-",
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was found, and the rule that found it, to be looked at.")
    ] = False,
    jobs: Jobs = 0,
) -> None:
    """Annotate articles, a JSON line for each."""
    from doichieu.model import Problem
    from doichieu.pipeline import read_sources
    from doichieu.tell.files import write_bytes
    from doichieu.tell.records import write_readings

    with _progress() as progress:
        results = list(read_sources(sources, _settings(jobs), progress))
    readings = [result for result in results if not isinstance(result, Problem)]
    _list_problems([result for result in results if isinstance(result, Problem)])
    if not readings:
        raise DoichieuError("no article could be used: nothing written")
    write_bytes(output, _explained(readings, output) if explain else b"".join(write_readings(readings)))


def _explained(readings: Sequence[Reading], output: str) -> bytes:
    """Give what was found as lines for a terminal, with colours where a terminal shows them and nobody forbids it."""
    from shutil import get_terminal_size

    from doichieu.tell.explain import explain

    environment = os.environ
    wanted = environment.get("FORCE_COLOR") or (output == "-" and sys.stdout.isatty())
    coloured = bool(wanted) and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    width = max(_NARROWEST, min(_WIDEST, get_terminal_size(fallback=(100, 0)).columns))
    return "".join(explain(readings, width=width, coloured=coloured)).encode()


@app.command(epilog="Example: doichieu schema > dossier.schema.json")
def schema() -> None:
    """Print the JSON Schema of what is written."""
    import json

    from doichieu.tell.records import schema as make

    typer.echo(json.dumps(make(), ensure_ascii=False, indent=1))


@app.command(epilog="Example: doichieu evaluate examples/kazakhstan-2022/gold dossier.json")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of annotated stories, or one of them.", metavar="GOLD")],
    dossier: Annotated[
        Path, typer.Argument(help="What 'doichieu dossier' wrote for their articles.", metavar="DOSSIER")
    ],
) -> None:
    """Score a dossier against annotated stories."""
    from doichieu.evaluation import evaluate as make_rows
    from doichieu.evaluation import read_gold
    from doichieu.tell.files import read_dossier

    for row in make_rows(read_gold(gold), read_dossier(dossier)):
        parts = "" if row.precision is None else f"  P {row.precision:.3f}  R {row.recall:.3f}"
        typer.echo(f"{row.layer:24}{row.value:.3f}{parts}  of {row.cases}")


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


def _settings(jobs: int) -> Settings:
    from doichieu.settings import Settings

    return Settings(jobs=jobs) if jobs else Settings()


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Show a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    words = {"read": "Reading", "compare": "Comparing", "tell": "Telling"}
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Gathering", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=words[stage], completed=done, total=total or None)

        yield report


def _list_problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:_PROBLEMS_SHOWN]:
        typer.echo(f"left out: {problem.source}: {problem.because}", err=True)
    if len(problems) > _PROBLEMS_SHOWN:
        typer.echo(
            f"left out: {_count(len(problems) - _PROBLEMS_SHOWN, 'more article')} (all are in the JSON)", err=True
        )


def main() -> None:
    """Run the command line: exit 0 for done, 2 for wrong use, 1 for the rest, with one line that says what is wrong."""
    try:
        code = app(standalone_mode=False)
    except TyperException as error:
        _exit(f"{error.format_message().rstrip('.')} (see doichieu --help)", 2)
    except DoichieuError as error:
        _exit(str(error), 1)
    except (Abort, KeyboardInterrupt):
        _exit("stopped", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("DOICHIEU_DEBUG"):
            raise
        _exit(
            f"{type(error).__name__}: {error} (a fault of the program: please report it; DOICHIEU_DEBUG=1 shows where)",
            1,
        )
    sys.exit(code if isinstance(code, int) else 0)


def _exit(message: str, code: int) -> None:
    typer.echo(f"doichieu: {' '.join(message.split())}", err=True)
    sys.exit(code)
