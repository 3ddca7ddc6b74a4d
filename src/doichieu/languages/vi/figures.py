"""Vietnamese lists and rules for figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, get_args

from doichieu.languages.contracts.figures import FigureWords
from doichieu.languages.lists import rows
from doichieu.languages.lists import words as word_set
from doichieu.languages.vi.figures_amounts import find_amounts
from doichieu.languages.vi.figures_units import unit_after, unit_before
from doichieu.model import FigureKind, Modifier

Meaning = TypeVar("Meaning", bound=str)
_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)
_MODIFIERS: tuple[Modifier, ...] = get_args(Modifier)

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import Amount, Unit


@dataclass(frozen=True)
class VietnameseFigureRules:
    """See ``contracts/figures.py``. Not slotted: the lists are read once, at first use."""

    @cached_property
    def words(self) -> FigureWords:
        """Give the word lists."""
        kinds, modifiers = _by_place("kinds.txt"), _by_place("modifiers.txt")
        return FigureWords(
            persons=_list("persons.txt"),
            nouns=_list("nouns.txt"),
            classifiers=_list("classifiers.txt"),
            boundaries=_list("boundaries.txt"),
            conjunctions=_list("conjunctions.txt"),
            labels=_list("labels.txt"),
            label_undoing=_list("open_labels.txt"),
            uncounted={row[0]: row[1] == "small" for row in _rows("uncounted.txt")},
            one=frozenset({"một", "1"}),
            modifiers_before=_checked(modifiers["before"], _MODIFIERS),
            modifiers_after=_checked(modifiers["after"], _MODIFIERS),
            kinds_before=_checked(kinds["before"], _KINDS),
            kinds_inside=_checked(kinds["inside"], _KINDS),
            kinds_after=_checked(kinds["after"], _KINDS),
            topics={row[0].lower(): row[0] if row[1] == "=" else row[1] for row in _rows("topics.txt")},
            sport=_list("scores.txt"),
        )

    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Give the numbers of a text in its order; none overlap."""
        return find_amounts(text)

    def unit_after(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly behind an amount."""
        return unit_after(text, amount)

    def unit_before(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly ahead of an amount."""
        return unit_before(text, amount)


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return rows(__package__, f"figures/{name}")


def _list(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in word_set(__package__, f"figures/{name}"))


def _by_place(name: str) -> dict[str, dict[str, str]]:
    """Give for each place (third column) the words (first) and what they mean (second)."""
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for words, meaning, place in _rows(name):
        places[place][words.lower()] = meaning
    return places


def _checked(meanings: dict[str, str], known: tuple[Meaning, ...]) -> dict[str, Meaning]:
    """Give the meanings as members of ``known``; a KeyError names one that is none."""
    members = {member: member for member in known}
    return {words: members[meaning] for words, meaning in meanings.items()}  # type: ignore[index]


RULES = VietnameseFigureRules()
