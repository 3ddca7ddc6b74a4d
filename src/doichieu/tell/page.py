"""The page: a dossier as one HTML file, or as a folder of them, that opens from disk and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from doichieu.tell.phrases import Phrases, phrases_of
from doichieu.tell.viewmodel import DossierView, StoryView, view_dossier

if TYPE_CHECKING:
    from doichieu.model import Dossier

_PLAIN = re.compile(r'(?<=[\w-])="([\w.#-]+)"(?=[ >])')
OPEN_STORIES = 30
"""So many stories stand open on one page; more are folded, and the index leads to each."""
OPEN_ARTICLES = 12
"""Where a story has more articles than this, their texts are folded."""
LISTED_ARTICLES = 40
"""So many articles are listed under a story before the rest is folded."""


def write_page(dossier: Dossier, *, language: str = "vi") -> str:
    """Give the dossier as one HTML document: an index where there are several stories, and a section for each.

    Raises DoichieuError where there is no interface in that language.
    """
    return _render("page.html.j2", view_dossier(dossier, language=language))


def write_site(dossier: Dossier, *, language: str = "vi") -> dict[str, str]:
    """Give the dossier as files, by relative name: ``index.html`` and a page per story.

    Raises DoichieuError where there is no interface in that language.
    """
    view = view_dossier(dossier, language=language)
    files = {"index.html": _render("index.html.j2", view)}
    files |= {story.file: _render("story.html.j2", view, story) for story in view.stories}
    return files


def _render(template: str, view: DossierView, story: StoryView | None = None) -> str:
    return _unquoted(_environment(view.language).get_template(template).render(view=view, story=story))


def _unquoted(page: str) -> str:
    """Leave out the quotation marks of attributes that need none: a tenth of a page.

    A text holds no such marks, since the templates write them as references.
    """
    head, body, rest = page.partition("<body>")
    return head + body + _PLAIN.sub(r"=\1", rest)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("doichieu.tell"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    phrases = phrases_of(language)
    environment.globals.update(
        _interface(phrases),
        style=_own(environment, "style.css"),
        script=_own(environment, "script.js"),
        script_hash=_hash_of(_own(environment, "script.js")),
        open_stories=OPEN_STORIES,
        open_articles=OPEN_ARTICLES,
        listed_articles=LISTED_ARTICLES,
    )
    return environment


def _interface(phrases: Phrases) -> dict[str, object]:
    return {"t": phrases.say, "count": phrases.count, "term": phrases.term, "language": phrases.language}


def _own(environment: Environment, name: str) -> Markup:
    """Give a file of ours as it is; it holds no word of an article."""
    if environment.loader is None:
        raise LookupError(name)
    source, _, _ = environment.loader.get_source(environment, name)
    return Markup(source)  # noqa: S704


def _hash_of(script: str) -> str:
    """Give the name by which the page's Content-Security-Policy lets its one script run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
