"""Commands that keep a library whole: export, import, doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from doichieu.cli.library import DEFAULT, LibraryPlace, opened, tell_added
from doichieu.cli.options import Jobs, settings_of
from doichieu.cli.reporting import counted, progress_bar
from doichieu.errors import DoichieuError


def export(
    library: LibraryPlace = DEFAULT,
    output: Annotated[str, typer.Option("-o", "--output", help="A file, or - for standard output.")] = "-",
) -> None:
    """Write a library as JSON Lines: all versions of all articles, and what people corrected.

    The rest follows from these: 'doichieu import' makes the same library of them.
    """
    from doichieu.library.transfer import export_lines
    from doichieu.tell.files import write_bytes

    with opened(library) as store, store.reading():
        if output == "-":
            for line in export_lines(store):
                sys.stdout.buffer.write(line)
            return
        write_bytes(output, b"".join(export_lines(store)))


def import_(
    file: Annotated[str, typer.Argument(help="What 'doichieu export' wrote, or - for standard input.", metavar="FILE")],
    library: LibraryPlace = DEFAULT,
    jobs: Jobs = 0,
) -> None:
    """Add an exported library to this one, as of the days on which its articles came."""
    from doichieu.library.transfer import import_lines

    try:
        lines = sys.stdin.buffer if file == "-" else Path(file).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise DoichieuError(f"{file}: cannot be read: {error.strerror or error}") from error
    with lines, opened(library, new=True) as store, progress_bar() as progress:
        added = import_lines(store, lines, jobs=settings_of(jobs).jobs)
        tell_added(added, library, listed=False, progress=progress)


def doctor(
    library: LibraryPlace = DEFAULT,
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what is wrong; read and compare again what is old.")
    ] = False,
    jobs: Jobs = 0,
) -> None:
    """Check a library: exit 0 where it is whole, 1 where something is wrong.

    With --repair, what an earlier version of the program read or compared is read and compared again.
    """
    from doichieu.library import upkeep

    with opened(library) as store:
        if repair:
            with progress_bar() as progress:
                report = (lambda done: progress("read", done, 0)) if progress else None
                found = upkeep.repair(store, jobs=settings_of(jobs).jobs, progress=report)
        else:
            found = upkeep.examine(store)
        size = store.database.size() / (1 << 20)
        articles, stories = store.articles.count(), store.stories.count()
    held = f"{counted(articles, 'article')}, {counted(stories, 'story', 'stories')}"
    typer.echo(f"{held}, {size:,.1f} MiB")
    for one in found:
        typer.echo(f"{'wrong' if one.fault else 'old'}: {one.what} ({one.count:,})")
    if any(one.fault for one in found):
        raise DoichieuError("something is wrong with the library: 'doichieu doctor --repair' mends what can be mended")
