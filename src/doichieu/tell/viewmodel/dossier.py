"""A dossier as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel.nouns import DossierView, ProblemView
from doichieu.tell.viewmodel.story import view_story

if TYPE_CHECKING:
    from doichieu.model import Dossier
    from doichieu.tell.viewmodel.nouns import StoryView


def view_dossier(dossier: Dossier, *, language: str = "vi", texts: bool = True) -> DossierView:
    """Give the view of a dossier in an interface language, with the articles in full or without.

    Raises DoichieuError where there is no interface in that language.
    """
    phrases = phrases_of(language)
    stories: list[StoryView] = []
    first = 1
    for place, told in enumerate(dossier.stories, start=1):
        stories.append(view_story(told, place=place, first=first, phrases=phrases, texts=texts))
        first += len(told.story.readings)
    return DossierView(
        language=language,
        stories=tuple(stories),
        problems=tuple(
            ProblemView(source=row.source, because=phrases.because(row.because)) for row in dossier.problems
        ),
        articles=phrases.count(first - 1, "{0} article", "{0} articles"),
    )
