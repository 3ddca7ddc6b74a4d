"""The reader: an article through a list of components, each of which adds one layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from doichieu.errors import UnreadableArticleError
from doichieu.languages import LanguagePack, pack_of, recognise
from doichieu.model import Article, Figure, Mention, Reading, TimeExpression, Zone
from doichieu.read.figures.layer import add_figures
from doichieu.read.names.layer import add_mentions
from doichieu.read.sentences import add_sentences
from doichieu.read.statements.layer import add_statements
from doichieu.read.times import add_times
from doichieu.read.view import View, view_of
from doichieu.read.zones.layer import add_zones

Component = Callable[[Reading, LanguagePack], Reading]
Note = TypeVar("Note", Zone, TimeExpression, Mention, Figure)

COMPONENTS: tuple[Component, ...] = (add_zones, add_sentences, add_times, add_mentions, add_statements, add_figures)
"""In the order in which they need each other: each sees the layers of those before it."""


def read(article: Article) -> Reading:
    """Annotate one article.

    Raises UnreadableArticleError where no language pack reads its text.
    """
    view = view_of(article.text)
    pack = pack_of(article.language or recognise(view.text))
    if pack is None:
        raise UnreadableArticleError(article.id, article.text)
    reading = Reading(article=replace(article, text=view.text, language=pack.code))
    for component in COMPONENTS:
        reading = component(reading, pack)
    return _restore(reading, view, replace(article, language=pack.code))


def _restore(reading: Reading, view: View, article: Article) -> Reading:
    """Lead every span of the view's text back to the text as gathered."""
    if view.offsets is None:
        return replace(reading, article=article)

    def moved(notes: tuple[Note, ...]) -> tuple[Note, ...]:
        spans = (view.back(note.start, note.end) for note in notes)
        return tuple(replace(note, start=span.start, end=span.end) for note, span in zip(notes, spans, strict=True))

    return Reading(
        article=article,
        zones=moved(reading.zones),
        sentences=tuple(view.back(*span) for span in reading.sentences),
        tokens=tuple(view.back(*span) for span in reading.tokens),
        times=moved(reading.times),
        mentions=moved(reading.mentions),
        statements=tuple(
            replace(
                statement,
                content=tuple(view.back(*span) for span in statement.content),
                cue=statement.cue and view.back(*statement.cue),
                speaker=statement.speaker and view.back(*statement.speaker),
            )
            for statement in reading.statements
        ),
        figures=moved(reading.figures),
    )
