"""The verbs in order: gather, read, compare, tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from doichieu.engines import read_all
from doichieu.errors import UnreadableArticleError
from doichieu.gather import gather
from doichieu.model import Article, Because, Dossier, Problem, Reading
from doichieu.read import read
from doichieu.settings import Settings

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
    stories = compare(readings)
    told = []
    for number, story in enumerate(stories):
        _report(progress, "tell", number, len(stories))
        told.append(tell(story))
    return Dossier(stories=tuple(told), problems=tuple(problems))


def read_sources(
    sources: Iterable[str], settings: Settings | None = None, progress: Progress | None = None
) -> Iterator[Reading | Problem]:
    """Give a reading for each article of the sources, a problem for each that cannot be used."""
    articles: list[Article] = []
    for item in gather(sources):
        if isinstance(item, Problem):
            yield item
        else:
            articles.append(item)
    for number, result in enumerate(read_all(_read, articles, jobs=(settings or Settings()).jobs)):
        _report(progress, "read", number + 1, len(articles))
        yield result


def _report(progress: Progress | None, stage: Stage, done: int, total: int) -> None:
    if progress:
        progress(stage, done, total)


def _read(article: Article) -> Reading | Problem:
    try:
        return read(article)
    except UnreadableArticleError:
        return Problem(source=article.id, because=Because("in no language that is known here"))
    except Exception as error:  # noqa: BLE001 - one article that breaks the reader must not stop the others
        because = Because("the reader failed on it ({0}): please report this", (f"{type(error).__name__}: {error}",))
        return Problem(source=article.id, because=because)
