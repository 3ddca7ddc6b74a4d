"""Quantities: their values side by side and who gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.finding import NO_FACETS
from doichieu.tell.viewmodel.nouns import QuantityView, ValueView
from doichieu.tell.viewmodel.sources import clip, first_of_each
from doichieu.tell.viewmodel.steps import view_steps
from doichieu.tell.viewmodel.tellings import day_of, in_order

if TYPE_CHECKING:
    from doichieu.model import Figure, Quantity
    from doichieu.tell.phrases import Phrases
    from doichieu.tell.viewmodel.drawn import Steps
    from doichieu.tell.viewmodel.finding import Facets
    from doichieu.tell.viewmodel.sources import Sources
    from doichieu.tell.viewmodel.tellings import Telling

_IN_OWN_WORDS = frozenset({"money", "measure", "score"})
"""Kinds whose number means nothing without its unit: they are shown in the words of the text."""
LABEL = 20
"""Characters of a value in the drawing."""
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "deployed", "displaced", "people"})


def value_in_words(figure: Figure, phrases: Phrases) -> str:
    """Give a figure's number with how exact it is: "about 3,600", "2,000 – 3,000"."""
    number = phrases.number(figure.value)
    if figure.high is not None:
        number = f"{number} – {phrases.number(figure.high)}"
    if figure.kind == "percent":
        number += "%"
    modifier = phrases.term("modifier", figure.modifier)
    return f"{modifier} {number}".strip()


def view_quantity(quantity: Quantity, anchor: str, sources: Sources, facets: Facets = NO_FACETS) -> QuantityView:
    """Give a quantity with each of its values once, in the order in which they were told."""
    values: dict[tuple[object, ...], list[Telling]] = {}
    for identifier in quantity.figures:
        if identifier in sources.figures:
            article, figure = sources.figures[identifier]
            values.setdefault((figure.value, figure.high, figure.modifier), []).append((article, figure))
    told, ordered = in_order(values.values(), sources)
    relation = quantity.relation if len(quantity.figures) > 1 else ""
    phrases = sources.phrases
    return QuantityView(
        anchor=anchor,
        about=quantity.about,
        kind=phrases.term("figure", quantity.kind),
        relation=relation,
        word=phrases.term("relation", relation) if relation else "",
        note=phrases.term("relation means", relation) if relation else "",
        values=tuple(_value(figures, sources) for figures in told),
        ordered=ordered,
        steps=_steps(quantity, told, sources) if relation in {"update", "conflict"} else None,
        backing=sources.backing(quantity.evidence, quantity.origins, quantity.because),
        facets=facets,
    )


def _value(figures: list[Telling], sources: Sources) -> ValueView:
    told = [words for article, figure in figures if (words := sources.note_words(article, figure))]
    article, figure = figures[0]
    says = dict.fromkeys(name for _, figure in figures for name in figure.according_to)
    return ValueView(
        value=_shown(figure, sources.reading(article).text, sources.phrases),
        according_to=tuple(says),
        day=_day(figures, sources),
        told=first_of_each(sorted(told, key=lambda words: words.source.number)),
    )


def _day(figures: list[Telling], sources: Sources) -> str:
    """Give the day of which a value is told, where the articles do not say when they were published."""
    if any(sources.reading(article).article.published for article, _ in figures):
        return ""
    days = [day for article, figure in figures if (day := day_of(sources.reading(article), figure))]
    return day_in_words(min(days), sources.phrases, short=True) if days else ""


def _steps(quantity: Quantity, values: list[list[Telling]], sources: Sources) -> Steps | None:
    """Give the drawing of a number that changed or is in conflict.

    None where a value is no single number or its time is not known.
    """
    rows = [row for figures in values for row in figures]
    if any(figure.high is not None or figure.modifier == "vague" for _, figure in rows):
        return None
    dated = [
        (moment, figure.value, clip(_shown(figure, sources.reading(article).text, sources.phrases), LABEL))
        for article, figure in rows
        if (moment := sources.reading(article).article.published)
    ]
    if len(dated) < len(rows):
        return None
    return view_steps(quantity.about, dated, sources.phrases, conflict=quantity.relation == "conflict")


def _shown(figure: Figure, text: str, phrases: Phrases) -> str:
    words = clip(text[figure.start : figure.end], 60)
    # "Twice as much" is no two of anything: what is written without digits counts people, or is shown as written.
    is_number = figure.kind in _OF_PEOPLE or any(map(str.isdigit, words))
    if figure.kind not in _IN_OWN_WORDS and figure.modifier != "vague" and is_number:
        return value_in_words(figure, phrases)
    modifier = phrases.term("modifier", figure.modifier) if figure.modifier != "vague" else ""
    return words if words.casefold().startswith(modifier.casefold()) else f"{modifier} {words}"
