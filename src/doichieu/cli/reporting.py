"""What a command tells beside its result: progress, problems, counts. All of it goes to standard error."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doichieu.model import Problem
    from doichieu.pipeline import Progress

_PROBLEMS_SHOWN = 20


def counted(number: int, one: str, many: str | None = None) -> str:
    """Give a number with its noun: '1 story', '1,200 stories'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
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


def printable(text: str) -> str:
    """Give a text on one line without what a terminal would obey: names out of archives and pages may hold anything."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def list_problems(problems: Sequence[Problem]) -> None:
    """List what was left out, a line each."""
    for problem in problems[:_PROBLEMS_SHOWN]:
        typer.echo(printable(f"left out: {problem.source}: {problem.because}"), err=True)
    if len(problems) > _PROBLEMS_SHOWN:
        typer.echo(
            f"left out: {counted(len(problems) - _PROBLEMS_SHOWN, 'more article')} (all are in the JSON)", err=True
        )
