"""Limits: which texts are articles at all, and how much is taken out of archives and lines."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO

from doichieu.errors import DoichieuError
from doichieu.model import Article, Because, Problem

LONGEST = 1_000_000
"""Code points of one article: the longest of 10,000 news articles has under 10,000. More is a book or a dump."""
LARGEST = 64 << 20
"""Bytes of one file that is read as one article, page or JSON document; tables and archives may be of any size."""
LONGEST_LINE = 16 << 20
"""Bytes of one line of a table."""
_SMALL = 4 << 20
"""Bytes that anything may unpack to."""
TIGHTEST = 200
"""Times: text packs to a fifth, a page of nothing but blanks to a thousandth. What unpacks to more is a bomb."""
MOST_MEMBERS = 1_000_000
DEEPEST = 3
"""Archives within archives."""


class LimitError(DoichieuError):
    """Something is too large or too deep to be what it says."""


def article_or_problem(source: str, article: Article) -> Article | Problem:
    """Give the article, or, where its text is empty or too long to be one, the problem."""
    if not article.text.strip():
        return Problem(source=source, because=Because("empty"))
    if len(article.text) > LONGEST:
        size = f"{len(article.text) / 1_000_000:.1f}"
        because = Because("longer than any article ({0} million characters)", (size,))
        return Problem(source=source, because=because)
    return article


def whole(stream: IO[bytes]) -> bytes:
    """Give all bytes of a stream. Raises LimitError where there are more than one article can have."""
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise LimitError(f"longer than any article (over {LARGEST >> 20} MB)")
    return content


def lines_within(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the lines of a stream, one in memory at a time. Raises LimitError at one that has no end."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise LimitError(f"a line is longer than {LONGEST_LINE >> 20} MB")
        yield line


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes that breaks off where they are too many for the packed ones."""

    def __init__(self, stream: IO[bytes], packed: Callable[[], int]) -> None:
        super().__init__()
        self._stream = stream
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read into a buffer. Raises LimitError at a bomb."""
        data = self._stream.read(len(buffer))
        self._given += len(data)
        if self._given > _SMALL and self._given > TIGHTEST * max(1, self._packed()):
            raise LimitError(f"it unpacks to more than {TIGHTEST} times its size")
        buffer[: len(data)] = data
        return len(data)


def unpacked(stream: IO[bytes], packed: Callable[[], int]) -> io.BufferedReader:
    """Give a stream of unpacked bytes within limits; ``packed`` tells how many packed ones were read so far."""
    return io.BufferedReader(Unpacked(stream, packed), 1 << 16)
