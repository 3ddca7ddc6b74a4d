"""Versions of the parts of the program that make readings and stories: what an earlier one made is made again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_ENDINGS = (".py", ".txt", ".bin", ".crfsuite", ".toml", ".json")


@cache
def reader_version() -> str:
    """Give the version of the reader, and of what readings are grouped by.

    It is a digest of code and word lists, so that nobody has to remember to count.
    """
    return _digest("model", "languages", "read", "compare/stories", "compare/likeness.py", "library/sketches.py")


@cache
def comparer_version() -> str:
    """Give the version of what makes a story of readings."""
    return _digest("model", "languages", "compare", "tell", "library")


def _digest(*rooms: str) -> str:
    digest = blake2b(digest_size=8)
    for room in rooms:
        for name, file in _files(files("doichieu").joinpath(*room.split("/")), room):
            digest.update(f"\0{name}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if folder.is_file():
        yield name, folder
        return
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        if item.is_dir():
            yield from _files(item, f"{name}/{item.name}")
        elif item.name.endswith(_ENDINGS):
            yield f"{name}/{item.name}", item
