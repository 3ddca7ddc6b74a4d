"""Commands by which a person corrects stories: merge, split, pin."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from doichieu.cli.library import DEFAULT, LibraryPlace, opened

if TYPE_CHECKING:
    from doichieu.store import Store
    from doichieu.store.corrections import Correction

Note = Annotated[str, typer.Option(help="Why: shown with the story.")]


def merge(
    stories: Annotated[list[str], typer.Argument(help="Two stories or more.", metavar="STORY...")],
    library: LibraryPlace = DEFAULT,
    note: Note = "",
) -> None:
    """Say that stories are one. Later runs respect it, and the story says so."""
    from doichieu.library import people
    from doichieu.library.adding import now

    _correct(library, lambda store: people.merge(store, stories, at=now(), note=note))


def split(
    story: Annotated[str, typer.Argument(help="The story that they do not belong to.", metavar="STORY")],
    articles: Annotated[list[str], typer.Argument(help="Ids of articles.", metavar="ARTICLE...")],
    library: LibraryPlace = DEFAULT,
    note: Note = "",
) -> None:
    """Say that articles do not belong to a story. Later runs respect it, and the stories say so."""
    from doichieu.library import people
    from doichieu.library.adding import now

    _correct(library, lambda store: people.split(store, story, articles, at=now(), note=note))


def pin(
    article: Annotated[str, typer.Argument(help="An article's id.", metavar="ARTICLE")],
    story: Annotated[str, typer.Argument(help="The story that it belongs to.", metavar="STORY")],
    library: LibraryPlace = DEFAULT,
    note: Note = "",
) -> None:
    """Say that an article belongs to a story. Later runs respect it, and the story says so."""
    from doichieu.library import people
    from doichieu.library.adding import now

    _correct(library, lambda store: people.pin(store, article, story, at=now(), note=note))


def _correct(library: str, make: Callable[[Store], Correction]) -> None:
    from doichieu.library.people import correct
    from doichieu.library.reports import plain

    with opened(library) as store:
        _, found = correct(store, lambda: make(store))
        for row in filter(None, map(store.stories.get, found)):
            typer.echo(f"{plain(row.id)}  {row.articles} articles  {plain(row.headline)}")
