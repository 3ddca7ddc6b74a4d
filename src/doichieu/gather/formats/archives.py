"""Archives: what lies in zip and tar files, one member at a time, within limits; nothing is written to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from doichieu.gather.limits import MOST_MEMBERS, LimitError, unpacked, whole
from doichieu.gather.run import Content
from doichieu.model import Article, Because, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[Content], Iterator[Article | Problem]]

DAMAGE = (
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    gzip.BadGzipFile,
    NotImplementedError,
)
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})


def articles_of_zip(content: Content, read: Reader) -> Iterator[Article | Problem]:
    """Give what the members of a zip file hold, in the order of their names."""
    source: IO[bytes] = content.path.open("rb") if content.path else io.BytesIO(whole(content.stream))
    with source, zipfile.ZipFile(source) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise LimitError(f"it holds more than {MOST_MEMBERS:,} files")
        if _OFFICE & {member.filename for member in members}:
            yield Problem(
                source=content.source, because=Because("no article: {0}", ("it is an office document, not a text",))
            )
            return
        for member in sorted(members, key=lambda member: member.filename):
            if not member.is_dir() and not _is_hidden(member.filename):
                yield from _of_zip_member(content, archive, member, read)


def _of_zip_member(
    content: Content, archive: zipfile.ZipFile, member: zipfile.ZipInfo, read: Reader
) -> Iterator[Article | Problem]:
    place = f"{content.source}: {shown_name(member.filename)}"
    try:
        with archive.open(member) as packed:
            stream = unpacked(packed, lambda: member.compress_size)
            yield from read(_inside(content, member.filename, stream))
    except RuntimeError as error:  # a password is asked for
        yield Problem(source=place, because=Because("cannot be read: {0}", (str(error),)))
    except (*DAMAGE, OSError, LimitError) as error:
        yield Problem(source=place, because=Because("a damaged archive: {0}", (str(error),)))


def articles_of_tar(content: Content, read: Reader) -> Iterator[Article | Problem]:
    """Give what the files in a tar hold, in its order. Links, devices and files with holes are left out."""
    with tarfile.open(fileobj=content.stream, mode="r|") as archive:
        for number, member in enumerate(archive):
            if number > MOST_MEMBERS:
                raise LimitError(f"it holds more than {MOST_MEMBERS:,} files")
            place = f"{content.source}: {shown_name(member.name)}"
            if member.isdir() or _is_hidden(member.name):
                continue
            packed = archive.extractfile(member) if member.isreg() and not member.issparse() else None
            if packed is None:
                yield Problem(source=place, because=Because("no article: {0}", ("it is no plain file",)))
                continue
            yield from read(_inside(content, member.name, io.BufferedReader(packed)))  # type: ignore[arg-type]


class _Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        read = self._stream.readinto(buffer)
        self.count += read
        return read


def unpacked_content(content: Content, kind: str) -> Content:
    """Give what a gzip, bzip2 or xz file holds, named without its last ending."""
    packed: Any = _Counted(content.stream)
    opened: dict[str, Any] = {
        "gz": gzip.GzipFile(fileobj=packed, mode="rb"),
        "bz2": bz2.BZ2File(packed),
        "xz": lzma.LZMAFile(packed),  # noqa: SIM115 - closed with the file it reads from
    }
    stream = unpacked(opened[kind], lambda: packed.count)
    name = PurePosixPath(content.ident)
    return content.inside("", name.stem, name.suffix.lower(), stream)


def _inside(content: Content, name: str, stream: io.BufferedReader) -> Content:
    path = PurePosixPath(name.replace("\\", "/"))
    return content.inside(shown_name(name), path.stem or "file", path.suffix.lower(), stream)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts


def shown_name(name: str) -> str:
    """Give a member's name fit to be shown: it may hold anything."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:300]
