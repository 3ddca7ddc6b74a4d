"""Quantities: their values side by side and who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.nouns import QuantityView, ValueView
from doichieu.tell.viewmodel.sources import clip, first_of_each

if TYPE_CHECKING:
    from doichieu.model import Figure, Quantity
    from doichieu.tell.phrases import Phrases
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
    values: dict[tuple[object, ...], list[tuple[str, Figure]]] = {}
    for identifier in quantity.figures:
        if identifier in sources.figures:
            article, figure = sources.figures[identifier]
            values.setdefault((figure.value, figure.high, figure.modifier), []).append((article, figure))
    several = len(quantity.figures) > 1
    return QuantityView(
        anchor=anchor,
        about=quantity.about,
        kind=sources.phrases.term("figure", quantity.kind),
        relation=quantity.relation if several else "",
        word=sources.phrases.term("relation", quantity.relation) if several else "",
        values=tuple(_value(figures, sources) for figures in values.values()),
        backing=sources.backing(quantity.evidence, quantity.origins, quantity.because),
    )


def _value(figures: list[tuple[str, Figure]], sources: Sources) -> ValueView:
    told = [words for article, figure in figures if (words := sources.note_words(article, figure))]
    texts = {text.casefold(): text for text in (clip(words.text, 80) for words in reversed(told))}
    article, figure = figures[0]
    value = _shown(figure, sources.reading(article).text, sources.phrases)
    says = dict.fromkeys(name for _, figure in figures for name in figure.according_to)
    return ValueView(
        value=value,
        texts=tuple(reversed(texts.values())) if list(texts) != [value.casefold()] else (),
        according_to=tuple(says),
        told=first_of_each(told),
    )


def _shown(figure: Figure, text: str, phrases: Phrases) -> str:
    if figure.kind not in _IN_OWN_WORDS and figure.modifier != "vague":
        return value_in_words(figure, phrases)
    words = clip(text[figure.start : figure.end], 60)
    modifier = phrases.term("modifier", figure.modifier) if figure.modifier != "vague" else ""
    return words if words.casefold().startswith(modifier.casefold()) else f"{modifier} {words}"
