"""The verbs in order: gather, read, compare, tell."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Literal

from doichieu.engines import read_all
from doichieu.errors import UnreadableArticleError
from doichieu.gather import gather_pile
from doichieu.model import Article, Because, Dossier, Problem, Reading
from doichieu.read import read
from doichieu.settings import Settings

READING = Because("the reader failed on it ({0}): please report this")
COMPARING = Because("comparing failed on it ({0}): please report this")
TELLING = Because("telling failed on it ({0}): please report this")

Stage = Literal["read", "compare", "tell"]
Progress = Callable[[Stage, int, int], None]
"""Called with a stage, how much of it is done, and how much there is (0 where that is not known)."""


def make_dossier(sources: Iterable[str], settings: Settings | None = None, progress: Progress | None = None) -> Dossier:
    """Gather articles from sources, read each, compare them, tell the stories."""
    from doichieu.compare import compare
    from doichieu.tell.narration import tell

    readings: list[Reading] = []
    problems: list[Problem] = []
    for result in read_sources(sources, settings, progress):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            readings.append(result)
    _report(progress, "compare", 0, 0)
    stories = compare(readings, lambda group, error: problems.append(_fault(group.id, COMPARING, error)))
    told = []
    for number, story in enumerate(stories):
        _report(progress, "tell", number, len(stories))
        try:
            told.append(tell(story, length=settings.length if settings else None))
        except Exception as error:  # noqa: BLE001 - one story that cannot be told must not stop the others
            problems.append(_fault(story.id, TELLING, error))
    return Dossier(stories=tuple(told), problems=tuple(problems))


def read_sources(
    sources: Iterable[str], settings: Settings | None = None, progress: Progress | None = None
) -> Iterator[Reading | Problem]:
    """Give a reading for each article of the sources, a problem for each that cannot be used."""
    articles: list[Article] = []
    settings = settings or Settings()
    for item in gather_pile(sources, settings=settings.gathering):
        if isinstance(item, Problem):
            yield item
        else:
            articles.append(item)
    for number, result in enumerate(read_all(read_article, articles, jobs=settings.jobs)):
        _report(progress, "read", number + 1, len(articles))
        yield result


def _report(progress: Progress | None, stage: Stage, done: int, total: int) -> None:
    if progress:
        progress(stage, done, total)


def read_article(article: Article) -> Reading | Problem:
    """Give the reading of one article, a problem where it cannot be read."""
    try:
        return read(article)
    except UnreadableArticleError:
        return Problem(source=article.id, because=Because("in no language that is known here"))
    except Exception as error:  # noqa: BLE001 - one article that breaks the reader must not stop the others
        return _fault(article.id, READING, error)


def _fault(source: str, because: Because, error: Exception) -> Problem:
    """Give the problem that a fault of the program is; where DOICHIEU_DEBUG is set it is raised instead."""
    if os.environ.get("DOICHIEU_DEBUG"):
        raise error
    return Problem(source=source, because=replace(because, values=(f"{type(error).__name__}: {error}",)))
