"""Stories as a feed, Atom (RFC 4287) or RSS 2.0, for readers and for other programs that watch."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import view_dossier

if TYPE_CHECKING:
    from doichieu.model import Dossier, Story

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of stories of which no article tells one; a feed must name some, and the hour of making would change."""


def write_atom(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give the stories as an Atom feed, one entry each. Raises DoichieuError where there is no such interface."""
    return {"stories.atom": _render("feed.atom.j2", dossier, language)}


def write_rss(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give the stories as an RSS feed, one item each. Raises DoichieuError where there is no such interface."""
    return {"stories.rss": _render("feed.rss.j2", dossier, language)}


def _render(template: str, dossier: Dossier, language: str) -> bytes:
    view = view_dossier(dossier, language=language, texts=False)
    times = [_updated(told.story) for told in dossier.stories]
    rows = [
        (story, f"urn:doichieu:{quote(told.story.id, safe='')}", moment)
        for story, told, moment in zip(view.stories, dossier.stories, times, strict=True)
    ]
    text = _environment(language).get_template(template).render(rows=rows, updated=max(times, default=NEVER))
    return _NO_XML.sub("", text).encode()


def _updated(story: Story) -> datetime:
    times = (row.article.published for row in story.readings if row.article.published)
    return max((time if time.tzinfo else time.replace(tzinfo=UTC) for time in times), default=NEVER)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("doichieu.tell"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined,
    )  # fmt: skip
    phrases = phrases_of(language)
    environment.filters["rfc822"] = format_datetime
    environment.globals.update(t=phrases.say, count=phrases.count, language=language)
    return environment
