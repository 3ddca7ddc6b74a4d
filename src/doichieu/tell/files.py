"""Writing files: whole or not at all, in the form that their name tells."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.tell.records import read_json, write_json

if TYPE_CHECKING:
    from doichieu.model import Dossier

_FORMS = {".html": "html", ".htm": "html", ".json": "json", ".md": "md", ".markdown": "md"}


def form_of(place: str, form: str | None) -> str:
    """Give the form for a place: as named, else by the ending of the file's name; a folder is a site, ``-`` Markdown.

    Raises DoichieuError for an ending that names no form.
    """
    if form:
        return form
    if place == "-":
        return "md"
    suffix = Path(place).suffix.lower()
    if suffix == "" or Path(place).is_dir():
        return "site"
    if suffix not in _FORMS:
        raise DoichieuError(f"{place}: no dossier is written as {suffix}; use .html, .json, .md or a folder")
    return _FORMS[suffix]


def check_place(place: str, form: str | None) -> None:
    """Find out before the work whether the output can be written there. Raises DoichieuError where it cannot."""
    if place == "-":
        return
    folder = Path(place) if form_of(place, form) == "site" else Path(place).parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise DoichieuError(f"{place}: {folder} is no folder")
    if not os.access(folder, os.W_OK):
        raise DoichieuError(f"{place}: no permission to write in {folder}")
    if form_of(place, form) != "site" and Path(place).is_dir():
        raise DoichieuError(f"{place}: is a folder")


def write_dossier(dossier: Dossier, place: str, *, form: str | None, language: str) -> None:
    """Write a dossier to a file, a folder or standard output. Raises DoichieuError where that fails."""
    chosen = form_of(place, form)
    for name, content in _render(dossier, chosen, language).items():
        if chosen != "site":
            write_bytes(place, content)
        elif place == "-":
            raise DoichieuError("a site is several files: name a folder for it")
        else:
            write_bytes(str(Path(place) / name), content)


def read_dossier(path: Path) -> Dossier:
    """Give the dossier that a JSON file holds. Raises DoichieuError where the file cannot be read or is none."""
    try:
        return read_json(path.read_bytes())
    except OSError as error:
        raise DoichieuError(f"{path}: cannot be read: {error.strerror or error}") from error


def _render(dossier: Dossier, form: str, language: str) -> dict[str, bytes]:
    """Give the files that make up a form, by name. What makes pages is loaded only where a page is made."""
    if form == "json":
        return {"dossier.json": write_json(dossier)}
    if form == "md":
        from doichieu.tell.markdown import write_markdown

        return {"dossier.md": write_markdown(dossier, language=language).encode()}
    from doichieu.tell.page import write_page, write_site

    if form == "html":
        return {"dossier.html": write_page(dossier, language=language).encode()}
    pages = {name: page.encode() for name, page in write_site(dossier, language=language).items()}
    return pages | {"dossier.json": write_json(dossier)}


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
