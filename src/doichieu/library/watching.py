"""Watching: sources listed in a TOML file, polled and added."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from doichieu.errors import DoichieuError
from doichieu.library.adding import Added, add

if TYPE_CHECKING:
    from doichieu.settings import GatherSettings
    from doichieu.store import Store

LEAST = 1.0
"""Minutes between two polls, at least: nobody's server is asked more often."""


class Watched(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source: whatever ``doichieu add`` takes."""

    source: str
    name: str = ""


class WatchList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of sources: ``every`` (minutes), and a table ``[[watch]]`` for each source."""

    every: float = 15.0
    watch: tuple[Watched, ...]


def read_list(path: Path) -> WatchList:
    """Give the sources of a file; paths count from the folder that it is in. Raises DoichieuError where it is none."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), WatchList)
    except OSError as error:
        raise DoichieuError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise DoichieuError(f'{path}: {error}; a source is written as [[watch]] and source = "…"') from error
    if not found.watch:
        raise DoichieuError(f'{path}: lists no source; one is written as [[watch]] and source = "…"')
    if found.every < LEAST:
        raise DoichieuError(f"{path}: every = {found.every:g} is too often: {LEAST:g} minute or more")
    watched = tuple(Watched(source=_placed(path, one.source), name=one.name) for one in found.watch)
    return WatchList(every=found.every, watch=watched)


def _placed(path: Path, source: str) -> str:
    return source if "://" in source else str(path.parent / source)


def poll(
    store: Store, watched: WatchList, *, jobs: int = 1, gathering: GatherSettings | None = None
) -> Iterator[Added]:
    """Add what is new in each source. One that cannot be read is a problem, and never stops the others."""
    for one in watched.watch:
        yield from add(store, [one.source], jobs=jobs, gathering=gathering)
