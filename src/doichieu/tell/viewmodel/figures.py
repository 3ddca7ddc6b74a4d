"""Quantities: their values side by side and who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.nouns import QuantityView, ValueView
from doichieu.tell.viewmodel.sources import clip, first_of_each

if TYPE_CHECKING:
    from doichieu.model import Figure, Quantity
    from doichieu.tell.phrases import Phrases
    from doichieu.tell.viewmodel.nouns import Words
    from doichieu.tell.viewmodel.sources import Sources

_IN_OWN_WORDS = frozenset({"money", "measure", "score"})
"""Kinds whose number means nothing without its unit: they are shown in the words of the text."""


def value_in_words(figure: Figure, phrases: Phrases) -> str:
    """Give a figure's number with how exact it is: "about 3,600", "2,000 – 3,000"."""
    number = phrases.number(figure.value)
    if figure.high is not None:
        number = f"{number} – {phrases.number(figure.high)}"
    if figure.kind == "percent":
        number += "%"
    modifier = phrases.term("modifier", figure.modifier)
    return f"{modifier} {number}".strip()


def view_quantity(quantity: Quantity, anchor: str, sources: Sources) -> QuantityView:
    """Give a quantity with each of its values once, in the order in which they were told."""
    values: dict[str, list[tuple[str, Figure]]] = {}
    for identifier in quantity.figures:
        if identifier in sources.figures:
            article, figure = sources.figures[identifier]
            values.setdefault(_shown(figure, sources.reading(article).text, sources.phrases), []).append(
                (article, figure)
            )
    several = len(quantity.figures) > 1
    return QuantityView(
        anchor=anchor,
        about=quantity.about,
        kind=sources.phrases.term("figure", quantity.kind),
        relation=quantity.relation if several else "",
        word=sources.phrases.term("relation", quantity.relation) if several else "",
        values=tuple(_value(value, figures, sources) for value, figures in values.items()),
        backing=sources.backing(quantity.evidence, quantity.origins, quantity.because),
    )


def _shown(figure: Figure, text: str, phrases: Phrases) -> str:
    if figure.kind in _IN_OWN_WORDS or figure.modifier == "vague":
        return clip(text[figure.start : figure.end], 60)
    return value_in_words(figure, phrases)


def _value(value: str, figures: list[tuple[str, Figure]], sources: Sources) -> ValueView:
    told: list[Words] = []
    texts: dict[str, None] = {}
    says: dict[str, None] = {}
    for article, figure in figures:
        words = sources.note_words(article, figure)
        if words:
            told.append(words)
            texts[clip(words.text, 80)] = None
        says.update(dict.fromkeys(figure.according_to))
    return ValueView(value=value, texts=tuple(texts), according_to=tuple(says), told=first_of_each(told))
