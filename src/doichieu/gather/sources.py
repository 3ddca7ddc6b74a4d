"""Sources of articles: files, folders, addresses, standard input."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from doichieu.gather.addresses import is_address
from doichieu.gather.contents import articles_of
from doichieu.gather.identity import distinct, streamed
from doichieu.gather.run import Content, Run
from doichieu.model import Article, Because, Problem
from doichieu.settings import GatherSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def gather(sources: Iterable[str], *, settings: GatherSettings | None = None) -> Iterator[Article | Problem]:
    """Give the articles of files, folders (read through, hidden files left out), addresses and ``-`` (standard input).

    They come as they are found, and nothing is kept of them but digests: sources may be of any size. What cannot be
    used is a Problem with its reason, and never stops the rest. The same article twice is one; a later text at the same
    address is given as well, under the same id; of different articles under one id the first keeps it, the others get
    ids of their own.
    """
    return streamed(_gathered(sources, settings))


def gather_pile(sources: Iterable[str], *, settings: GatherSettings | None = None) -> list[Article | Problem]:
    """Give the articles of sources that are to be compared at once: of several texts at one address only the newest.

    Their ids do not depend on the order of the sources; all are in memory.
    """
    return distinct(_gathered(sources, settings))


def _gathered(sources: Iterable[str], settings: GatherSettings | None) -> Iterator[Article | Problem]:
    run = Run(settings or GatherSettings())
    try:
        for source in sources:
            yield from _gather_source(source, run)
    finally:
        run.close()


def _gather_source(source: str, run: Run) -> Iterator[Article | Problem]:
    if is_address(source):
        from doichieu.gather.listed import articles_of_addresses  # noqa: PLC0415 - loaded where something is fetched

        yield from articles_of_addresses([source], run, articles_of)
        return
    try:
        if source == "-":
            stream = io.BufferedReader(cast("Any", sys.stdin.buffer))
            yield from articles_of(
                Content(source="standard input", ident="stdin", suffix="", stream=stream, named=True), run
            )
            return
        for path in _files(Path(source)):
            yield from _gather_file(path, run, named=path == Path(source))
    except OSError as error:
        yield _unreadable(source, error)


def _files(path: Path) -> Iterator[Path]:
    """Give the file, or the files below the folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    files = sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    if not files:
        raise OSError(None, "the folder holds no files")
    yield from files


def _gather_file(path: Path, run: Run, *, named: bool) -> Iterator[Article | Problem]:
    try:
        with path.open("rb") as stream:
            suffix = path.suffix.lower()
            content = Content(source=str(path), ident=path.stem, suffix=suffix, stream=stream, path=path, named=named)
            yield from articles_of(content, run)
    except OSError as error:
        yield _unreadable(str(path), error)


def _unreadable(source: str, error: OSError) -> Problem:
    return Problem(source=source, because=Because("cannot be read: {0}", (error.strerror or str(error),)))
