"""Vietnamese lists and rules for figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from doichieu.languages.contracts.figures import FigureWords, KindWords
from doichieu.languages.lists import rows
from doichieu.languages.lists import words as word_set
from doichieu.languages.phrases import Phrases, phrases
from doichieu.languages.vi.compare import RULES as COMPARE
from doichieu.languages.vi.figures_amounts import find_amounts
from doichieu.languages.vi.figures_units import unit_after, unit_before
from doichieu.languages.vi.recognise import is_marked

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import Amount, Unit, When
    from doichieu.model import FigureKind, Modifier


_TELLING = 40
"""Code points from which on a text without diacritics is typed without them: "hai xe" has none to lose."""


@dataclass(frozen=True)
class VietnameseFigureRules:
    """See ``contracts/figures.py``. Not slotted: the lists are read once, at first use."""

    @cached_property
    def words(self) -> FigureWords:
        """Give the word lists. Long because it is a table: a row for each list."""
        kinds, modifiers = _kinds(), _modifiers()
        return FigureWords(
            persons=_list("persons.txt"),
            person_endings=_list("person_endings.txt"),
            forces=_list("forces.txt"),
            nouns=_list("nouns.txt"),
            classifiers=_list("classifiers.txt"),
            person_classifiers=_list("person_classifiers.txt"),
            boundaries=_list("boundaries.txt"),
            predicates=_list("predicates.txt"),
            conjunctions=_list("conjunctions.txt"),
            number_joiners=_list("number_joiners.txt"),
            labels=_list("labels.txt"),
            labels_with_unit=_list("labels_with_unit.txt"),
            label_undoing=_list("open_labels.txt"),
            uncounted=Phrases({_plain(row[0]): cast("When", row[1]) for row in _rows("uncounted.txt")}),
            universals=_list("universals.txt"),
            definers=_list("definers.txt"),
            people=phrases([_plain("người")]),
            modifiers_before=Phrases(modifiers["before"]),
            modifiers_before_ten=Phrases(modifiers["before-ten"]),
            modifiers_after=Phrases(modifiers["after"]),
            kinds_before=Phrases(kinds["before"]),
            kinds_before_forces=Phrases(kinds["forces"]),
            kinds_subject=Phrases(kinds["subject"]),
            kinds_inside=Phrases(kinds["inside"]),
            kinds_after=Phrases(kinds["after"]),
            passives=_list("passives.txt"),
            subsets=_list("subsets.txt"),
            negations=_list("negations.txt"),
            topics=Phrases({_plain(row[0]): _topic(*row) for row in _rows("topics.txt")}),
            money_topics=_list("money_topics.txt"),
            changes=_list("changes.txt"),
            times_words=phrases([_plain("lần")]),
            results=_list("results.txt"),
            fillers=_list("fillers.txt"),
            breaks=_list("breaks.txt"),
            dangling=_list("dangling.txt"),
            openers=_list("openers.txt"),
            purposes=_list("purposes.txt"),
            ends_of_count=phrases(_set("openers.txt") - _set("purposes.txt")),
            auxiliaries=_list("auxiliaries.txt"),
            score_words=phrases(map(_plain, ("tỷ", "tỉ", "số"))),
            sport=_list("scores.txt"),
            unit_topics={row[0]: row[1] for row in _rows("unit_topics.txt")},
            shares={"percent": "tỷ lệ", "money": "số tiền", "score": "tỷ số"},
            stand_ins={_plain(row[0]): frozenset(map(_plain, row[1:])) for row in _rows("stand_ins.txt")},
            equivalents=_list("equivalents.txt"),
            sides=Phrases({_plain(row[0]): row[0] for row in _rows("sides.txt")}),
            comparing="so với",
            owner="của",
            definite=_list("definite.txt"),
            leftovers=_list("leftovers.txt"),
            short_forms={row[0]: row[1] for row in _rows("short_forms.txt")},
            pairs=_list("words.txt"),
        )

    def fold(self, word: str) -> str:
        """Give one form for a syllable however its tone mark is placed and its letters are cased."""
        return COMPARE.fold(word)

    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Give the numbers of a text in its order; none overlap.

        Number words are none where diacritics are left out: "hai" is then also "hại" and "hải".
        """
        found = find_amounts(text)
        return (
            found
            if len(text) < _TELLING or is_marked(text)
            else tuple(amount for amount in found if not amount.in_words)
        )

    def unit_after(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly behind an amount."""
        return unit_after(text, amount)

    def unit_before(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly ahead of an amount."""
        return unit_before(text, amount)


def _plain(words: str) -> str:
    return " ".join(map(COMPARE.fold, words.split()))


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return rows(__package__, f"figures/{name}")


def _list(name: str) -> Phrases[None]:
    return phrases(_set(name))


def _set(name: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in word_set(__package__, f"figures/{name}"))


def _topic(words: str, named: str) -> str:
    return {"=": words, "-": ""}.get(named, named)


def _kinds() -> dict[str, dict[str, KindWords]]:
    """Give for each place the cues that stand there."""
    places: dict[str, dict[str, KindWords]] = defaultdict(dict)
    for words, kind, place, *told in _rows("kinds.txt"):
        places[place][_plain(words)] = KindWords(cast("FigureKind", kind), told[0] if told else words)
    return places


def _modifiers() -> dict[str, dict[str, Modifier]]:
    """Give for each place the modifiers that stand there."""
    places: dict[str, dict[str, Modifier]] = defaultdict(dict)
    for words, modifier, place in _rows("modifiers.txt"):
        places[place][_plain(words)] = cast("Modifier", modifier)
    return places


RULES = VietnameseFigureRules()
