"""Arguments and options that several commands take."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from doichieu.cli.reporting import printable

if TYPE_CHECKING:
    from datetime import datetime

    from doichieu.settings import GatherSettings, Settings

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Texts, saved web pages, JSON Lines, JSON, CSV, Parquet, feeds, sitemaps, crawls (WARC), lists of "
        "addresses, zip and tar files, folders of these; web addresses; - for standard input.",
        metavar="PATH|URL...",
    ),
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes that read; 0 for one on each core. Changes no result.")]
Length = Annotated[int, typer.Option(min=20, max=5000, help="About how many syllables the summary has.")]
Columns = Annotated[
    str, typer.Option(help="Columns of tables: text=noi_dung,published=ngay. Those not named are guessed, and shown.")
]
Fetch = Annotated[
    bool,
    typer.Option(
        "--fetch", help="Fetch the pages that feeds and sitemaps in files name (those at addresses always are)."
    ),
]
Pages = Annotated[int, typer.Option(min=1, help="The most pages that are fetched for one feed or sitemap.")]
Since = Annotated[str, typer.Option(help="Leave out what feeds and sitemaps date before this day, as 2024-04-12.")]
Agent = Annotated[
    str,
    typer.Option(
        "--user-agent",
        envvar="DOICHIEU_USER_AGENT",
        help="How we name ourselves to servers, best with an address to write to.",
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--allow-private-addresses", hidden=True, help="For tests: fetch from this machine and the local network too."
    ),
]


def settings_of(jobs: int, gathering: GatherSettings | None = None, length: int | None = None) -> Settings:
    """Give the settings that the options mean."""
    from doichieu.settings import GatherSettings, Settings, cores

    return Settings(jobs=jobs or cores(), gathering=gathering or GatherSettings(), length=length)


def gathering_of(
    *, columns: str = "", fetch: bool = False, pages: int = 200, since: str = "", agent: str = "", private: bool = False
) -> GatherSettings:
    """Give the settings for gathering that the options mean. Wrong ones are wrong use."""
    from doichieu.settings import FetchSettings, GatherSettings

    fetching = FetchSettings(private=private)
    return GatherSettings(
        columns=_columns(columns),
        fetch=fetch,
        pages=pages,
        since=_day(since),
        fetching=replace(fetching, agent=agent) if agent else fetching,
        notice=lambda notice: typer.echo(printable(notice), err=True),
    )


def _columns(told: str) -> dict[str, str]:
    from doichieu.gather import FIELDS

    pairs = [pair.partition("=") for pair in told.split(",") if pair.strip()]
    columns = {field.strip(): column.strip() for field, _, column in pairs}
    wrong = next((field for field, column in columns.items() if field not in FIELDS or not column), None)
    if wrong is not None:
        raise typer.BadParameter(f"--columns: '{wrong}' is no field with a column; fields are {', '.join(FIELDS)}")
    return columns


def _day(told: str) -> datetime | None:
    from doichieu.gather import moment

    day = moment(told) if told else None
    if told and day is None:
        raise typer.BadParameter(f"--since: '{told}' is no day such as 2024-04-12")
    return day
