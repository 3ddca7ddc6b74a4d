"""Commands that read articles."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

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
from doichieu.cli.reporting import list_problems, progress_bar
from doichieu.errors import DoichieuError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.model import Reading

_NARROWEST, _WIDEST = 60, 120
"""Columns of an explained reading: longer lines are hard to read, shorter ones have no room for the notes."""


def read(
    sources: Sources,
    output: Annotated[str, typer.Option("-o", "--output", help="A file, or - for standard output.")] = "-",
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what was found, and the rule that found it, to be looked at.")
    ] = False,
    jobs: Jobs = 0,
    columns: Columns = "",
    fetch: Fetch = False,
    pages: Pages = 200,
    since: Since = "",
    user_agent: Agent = "",
    allow_private: Private = False,
) -> None:
    """Annotate articles, a JSON line for each."""
    from doichieu.model import Problem
    from doichieu.pipeline import read_sources
    from doichieu.tell.files import write_bytes
    from doichieu.tell.records import write_readings

    gathering = gathering_of(
        columns=columns, fetch=fetch, pages=pages, since=since, agent=user_agent, private=allow_private
    )
    with progress_bar() as progress:
        results = list(read_sources(sources, settings_of(jobs, gathering), progress))
    found = [result for result in results if not isinstance(result, Problem)]
    list_problems([result for result in results if isinstance(result, Problem)])
    if not found:
        raise DoichieuError("no article could be used: nothing written")
    write_bytes(output, _explained(found, output) if explain else b"".join(write_readings(found)))


def _explained(readings: Sequence[Reading], output: str) -> bytes:
    """Give what was found as lines for a terminal, with colours where a terminal shows them and nobody forbids it."""
    from shutil import get_terminal_size

    from doichieu.tell.explain import explain

    environment = os.environ
    wanted = environment.get("FORCE_COLOR") or (output == "-" and sys.stdout.isatty())
    coloured = bool(wanted) and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    width = max(_NARROWEST, min(_WIDEST, get_terminal_size(fallback=(100, 0)).columns))
    return "".join(explain(readings, width=width, coloured=coloured)).encode()
