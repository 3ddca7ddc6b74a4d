"""Writing files: whole or not at all, in the form that their name tells."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.tell.forms import FORMS
from doichieu.tell.records import read_json

if TYPE_CHECKING:
    from doichieu.model import Dossier


def form_of(place: str, form: str | None) -> str:
    """Give the form for a place: as named, else by the ending of the file's name; a folder is a site, ``-`` Markdown.

    Raises DoichieuError for an ending that names no form.
    """
    if form:
        return form
    if place == "-":
        return "md"
    path = Path(place)
    if not path.suffix or path.is_dir():
        return "site"
    fits = [
        (suffix, row.name) for row in FORMS.values() for suffix in row.suffixes if path.name.lower().endswith(suffix)
    ]
    if not fits:
        endings = ", ".join(row.suffixes[0] for row in FORMS.values() if row.suffixes)
        raise DoichieuError(
            f"{place}: no dossier is written as {path.suffix}; use {endings}, or a folder with --format csv or parquet"
        )
    return max(fits, key=lambda fit: len(fit[0]))[1]


def check_place(place: str, form: str | None) -> None:
    """Find out before the work whether the output can be written there. Raises DoichieuError where it cannot."""
    if place == "-":
        return
    folder = Path(place) if FORMS[form_of(place, form)].several else Path(place).parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise DoichieuError(f"{place}: {folder} is no folder")
    if not os.access(folder, os.W_OK):
        raise DoichieuError(f"{place}: no permission to write in {folder}")
    if not FORMS[form_of(place, form)].several and Path(place).is_dir():
        raise DoichieuError(f"{place}: is a folder")


def write_dossier(dossier: Dossier, place: str, *, form: str | None, language: str) -> None:
    """Write a dossier to a file, a folder or standard output. Raises DoichieuError where that fails."""
    chosen = FORMS[form_of(place, form)]
    if chosen.several and place == "-":
        raise DoichieuError(f"{chosen.name} is several files: name a folder for it")
    for name, content in chosen.write(dossier, language).items():
        write_bytes(str(Path(place) / name) if chosen.several else place, content)


def read_dossier(path: Path) -> Dossier:
    """Give the dossier that a JSON file holds, ``-`` for standard input.

    Raises DoichieuError where the file cannot be read or is none.
    """
    try:
        return read_json(sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes())
    except OSError as error:
        raise DoichieuError(f"{path}: cannot be read: {error.strerror or error}") from error


def write_bytes(place: str, content: bytes) -> None:
    """Write a file whole or not at all; ``-`` is standard output. Raises DoichieuError where it cannot be written."""
    if place == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    target = Path(place)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
            target.write_bytes(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, content)
    except OSError as error:
        raise DoichieuError(f"{place}: cannot be written: {error.strerror or error}") from error


def _replace(target: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as draft:
        try:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).chmod(0o666 & ~_umask())
            Path(draft.name).replace(target)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
