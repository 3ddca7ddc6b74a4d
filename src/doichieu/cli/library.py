"""Commands that fill a library: add, watch, retry. And how every command opens one."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doichieu.cli.options import Agent, Columns, Fetch, Jobs, Pages, Private, gathering_of, settings_of
from doichieu.cli.reporting import counted, list_problems, progress_bar
from doichieu.errors import DoichieuError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.library.adding import Added
    from doichieu.model import Dossier
    from doichieu.pipeline import Progress
    from doichieu.store import Store

LibraryPlace = Annotated[
    str,
    typer.Option(
        "--library",
        "--store",
        envvar="DOICHIEU_LIBRARY",
        help="The library: a file, or postgresql://… (the extra postgres).",
        metavar="PATH",
    ),
]
DEFAULT = "doichieu.db"
Listed = Annotated[bool, typer.Option("--list", help="Print a line for each new or edited article once it is kept.")]


@contextmanager
def opened(place: str, *, new: bool = False) -> Iterator[Store]:
    """Open a library for a command."""
    from doichieu.store import open_store

    with open_store(place, new=new) as store:
        yield store


def dossier_of_story(place: str, story: str) -> Dossier:
    """Give the dossier of one story of a library. Raises DoichieuError where there is no such story."""
    from doichieu.library.stories import dossier_of_story as make

    with opened(place) as store:
        return make(store, story)


def add(
    sources: Annotated[list[str], typer.Argument(help="Whatever 'doichieu dossier' takes.", metavar="SOURCE...")],
    library: LibraryPlace = DEFAULT,
    since: Annotated[
        str | None, typer.Option(help="Leave out what was published before: 2026-01-31, or 7d for seven days.")
    ] = None,
    later: Annotated[
        bool, typer.Option("--later", help="Leave comparing to the next run: for very large piles.")
    ] = False,
    listed: Listed = False,
    columns: Columns = "",
    fetch: Fetch = False,
    pages: Pages = 200,
    agent: Agent = "",
    private: Private = False,
    jobs: Jobs = 0,
) -> None:
    """Add articles to a library, which is made if there is none.

    What is there already is left alone, a text that changed is kept as a new version; only stories that change are
    compared again. Stopped at any moment, it goes on from there when it is run again.
    """
    from datetime import UTC, datetime

    from doichieu.library.adding import add as add_all
    from doichieu.library.reports import since_of

    start = datetime.fromisoformat(since_of(since, datetime.now(UTC))) if since else None
    with opened(library, new=True) as store, progress_bar() as progress:
        _refresh(store, settings_of(jobs).jobs)
        gathering = gathering_of(columns=columns, fetch=fetch, pages=pages, agent=agent, private=private)
        added = add_all(store, sources, jobs=settings_of(jobs).jobs, since=start, later=later, gathering=gathering)
        tell_added(added, library, listed=listed, progress=progress)


def watch(
    feeds: Annotated[Path, typer.Argument(help="A TOML file that lists the sources.", metavar="FEEDS.toml")],
    library: LibraryPlace = DEFAULT,
    once: Annotated[bool, typer.Option("--once", help="Poll once and end: for cron.")] = False,
    listed: Listed = False,
    pages: Pages = 200,
    agent: Agent = "",
    private: Private = False,
    jobs: Jobs = 0,
) -> None:
    """Poll sources and add what is new, again and again until it is stopped.

    The file holds [[watch]] with source = "…" for each source, and every = 15 (minutes).
    """
    from time import sleep

    from doichieu.library.watching import poll, read_list

    watched = read_list(feeds)
    while True:
        with opened(library, new=True) as store, progress_bar() as progress:
            gathering = gathering_of(pages=pages, agent=agent, private=private)
            added = poll(store, watched, jobs=settings_of(jobs).jobs, gathering=gathering)
            tell_added(added, library, listed=listed, progress=progress, may_fail=once)
        if once:
            return
        sleep(watched.every * 60)


def retry(
    library: LibraryPlace = DEFAULT,
    show: Annotated[bool, typer.Option("--show", help="Only list what could not be used.")] = False,
    jobs: Jobs = 0,
) -> None:
    """Try again what could not be used; what now can is added."""
    from doichieu.library.adding import add as add_all

    with opened(library) as store:
        problems = store.problems.all()
        if show:
            for one in problems:
                tries = counted(one.tries, "try", "tries")
                typer.echo(f"{one.problem.source}\t{one.problem.because}\t{tries}, last {one.last_seen}")
            return
        origins = list(dict.fromkeys(one.origin for one in problems if one.origin and one.origin != "-"))
        with progress_bar() as progress:
            added = add_all(store, origins, jobs=settings_of(jobs).jobs)
            tell_added(added, library, listed=False, progress=progress, may_fail=False)
        left = store.problems.count()
    typer.echo(f"{counted(len(problems), 'problem')} before, {left:,} now", err=True)


def tell_added(
    added: Iterable[Added], place: str, *, listed: bool, progress: Progress | None, may_fail: bool = True
) -> None:
    """Tell what became of a run's articles. Raises DoichieuError where none could be used."""
    from doichieu.model import Because, Problem

    counts: Counter[str] = Counter()
    problems = []
    for one in added:
        counts[one.what] += 1
        if progress:
            progress("read", counts.total(), 0)
        if one.what == "problem":
            problems.append(Problem(source=one.id, because=one.because or Because("cannot be used")))
        elif listed and one.what != "known":
            typer.echo(f"{one.what}\t{one.id}\t{one.story}")
    list_problems(problems)
    if may_fail and problems and counts.total() == counts["problem"]:
        raise DoichieuError("no article could be used: nothing added ('doichieu retry' tries again)")
    told = f"{counts['new']:,} new, {counts['edited']:,} edited, {counts['known']:,} known"
    left = f", {counted(len(problems), 'problem')} kept for 'doichieu retry'" if problems else ""
    typer.echo(f"{_shown(place)}: {told}{left}", err=True)


def _shown(place: str) -> str:
    """Give a place without the password in it."""
    before, at, behind = place.rpartition("@")
    return f"{before.partition('://')[0]}://…@{behind}" if at and "://" in before else place


def _refresh(store: Store, jobs: int) -> None:
    """Read again what an earlier version read, if it is little; else say how."""
    from doichieu.library.upkeep import FEW, read_again
    from doichieu.library.versions import reader_version

    old = store.articles.read_otherwise(reader_version(), limit=FEW + 1)
    if len(old) > FEW:
        typer.echo(
            "many articles were read by an earlier version: 'doichieu doctor --repair' reads them again", err=True
        )
    elif old:
        read_again(store, jobs=jobs)
