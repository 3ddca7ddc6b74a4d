"""Arguments and options that several commands take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from doichieu.settings import Settings

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Texts, saved web pages, JSON Lines, folders of these; - for standard input.", metavar="PATH..."
    ),
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes that read; 0 for one on each core. Changes no result.")]


def settings_of(jobs: int) -> Settings:
    """Give the settings that the options mean."""
    from doichieu.settings import Settings

    return Settings(jobs=jobs) if jobs else Settings()
