"""The verbs in order: gather, read, compare, tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.compare import compare
from doichieu.engines import read_all
from doichieu.errors import UnreadableArticleError
from doichieu.gather import gather
from doichieu.model import Article, Because, Dossier, Problem, Reading
from doichieu.read import read
from doichieu.settings import Settings
from doichieu.tell import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def make_dossier(sources: Iterable[str], settings: Settings | None = None) -> Dossier:
    """Gather articles from sources, read each, compare them, tell the stories."""
    readings: list[Reading] = []
    problems: list[Problem] = []
    for result in read_sources(sources, settings):
        (problems if isinstance(result, Problem) else readings).append(result)  # type: ignore[arg-type]
    return Dossier(stories=tuple(map(tell, compare(readings))), problems=tuple(problems))


def read_sources(sources: Iterable[str], settings: Settings | None = None) -> Iterator[Reading | Problem]:
    """Give a reading for each article of the sources, a problem for each that cannot be used."""
    articles: list[Article] = []
    for item in gather(sources):
        if isinstance(item, Problem):
            yield item
        else:
            articles.append(item)
    yield from read_all(_read, articles, jobs=(settings or Settings()).jobs)


def _read(article: Article) -> Reading | Problem:
    try:
        return read(article)
    except UnreadableArticleError:
        return Problem(source=article.id, because=Because("in no language that is known here"))
