"""Forms: what a dossier can be written as. A new form is a function and a line of the list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.tell.records import write_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from doichieu.model import Dossier

Files = dict[str, bytes]
"""Files by their name in the folder; a form of one file has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One of the things that a dossier can be written as."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of file names that mean it; none for a form of several files."""
    write: Callable[[Dossier, str], Files]

    @property
    def several(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffixes


def _html(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.page import write_page

    return {"dossier.html": write_page(dossier, language=language).encode()}


def _site(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.feeds import write_atom
    from doichieu.tell.page import write_site

    pages = {name: page.encode() for name, page in write_site(dossier, language=language).items()}
    return pages | write_atom(dossier, language=language) | _json(dossier, language)


def _json(dossier: Dossier, _: str) -> Files:
    return {"dossier.json": write_json(dossier)}


def _markdown(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.markdown import write_markdown

    return {"dossier.md": write_markdown(dossier, language=language).encode()}


def _csv(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.delimited import write_csv

    return write_csv(dossier, language=language)


def _parquet(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.columnar import write_parquet

    return write_parquet(dossier, language=language)


def _xlsx(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.workbook import write_workbook

    return write_workbook(dossier, language=language)


def _annotations(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.annotations import write_annotations

    return write_annotations(dossier, language=language)


def _entities(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.entities import write_entities

    return write_entities(dossier, language=language)


def _atom(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.feeds import write_atom

    return write_atom(dossier, language=language)


def _rss(dossier: Dossier, language: str) -> Files:
    from doichieu.tell.exports.feeds import write_rss

    return write_rss(dossier, language=language)


FORMS = {
    form.name: form
    for form in (
        Form(name="html", suffixes=(".html", ".htm"), write=_html),
        Form(name="json", suffixes=(".json",), write=_json),
        Form(name="md", suffixes=(".md", ".markdown"), write=_markdown),
        Form(name="site", suffixes=(), write=_site),
        Form(name="xlsx", suffixes=(".xlsx",), write=_xlsx),
        Form(name="csv", suffixes=(), write=_csv),
        Form(name="parquet", suffixes=(), write=_parquet),
        Form(name="annotations", suffixes=(".jsonld",), write=_annotations),
        Form(name="ftm", suffixes=(".ftm.json", ".ftm"), write=_entities),
        Form(name="atom", suffixes=(".atom",), write=_atom),
        Form(name="rss", suffixes=(".rss",), write=_rss),
    )
}
