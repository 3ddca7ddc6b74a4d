"""What the figures layer needs of a language pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from doichieu.languages.phrases import Phrases
from doichieu.model import FigureKind, Modifier

Shape = Literal["plain", "series", "fraction", "multiple", "score"]
"""``series``: a bare number of several that share a unit behind the last ("130 and 131 kg"); ``fraction``: a part of a
whole; ``multiple``: so many times as much; ``score``: the result of a game."""

When = Literal["always", "small", "named"]
"""``small``: only numbers up to three, which may stand for parties already named; ``named``: only before a name."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or two that make a range, a fraction or a score; no unit yet."""

    start: int
    end: int
    value: float
    high: float | None = None
    modifier: Modifier | None = None
    """``range`` or ``vague`` where the number itself is; None where the words around it tell."""
    shape: Shape = "plain"
    in_words: bool = False
    numerator: float | None = None
    """The first number of a fraction in digits: in "8/11 groups" eight groups are counted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, a currency or a part of a hundred beside a number."""

    start: int
    end: int
    kind: FigureKind
    name: str
    """The canonical unit: figures given in km and in m have the same one."""
    factor: float


class KindWords(NamedTuple):
    """What words beside a count of people make of it, and how that is said behind the people's noun."""

    kind: FigureKind
    told: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Word lists, their words folded (``FigureRules.fold``); entries of several words have one blank between them."""

    persons: Phrases[None]
    """Nouns that head a count of people."""
    person_endings: Phrases[None]
    """Last syllables of nouns of several that count people."""
    forces: Phrases[None]
    """Those of them who are deployed."""
    nouns: Phrases[None]
    """Compound nouns that are counted."""
    classifiers: Phrases[None]
    """Words between a number and the noun counted."""
    person_classifiers: Phrases[None]
    """Those behind which a noun for people still counts people: three groups of workers are groups."""
    boundaries: Phrases[None]
    """Words that a counted noun phrase does not hold."""
    predicates: Phrases[None]
    """Words that open what is said of a counted noun."""
    conjunctions: Phrases[None]
    """Words that join two counted nouns."""
    number_joiners: Phrases[None]
    """Words between two numbers that share a unit."""
    labels: Phrases[None]
    """Words ahead of a number that make it a name or a rank."""
    labels_with_unit: Phrases[None]
    """Those that do so even where a unit stands behind it."""
    label_undoing: Phrases[None]
    """Words ahead of a label that make the number a count again."""
    uncounted: Phrases[When]
    """Words behind a number with which it is no figure, and when."""
    universals: Phrases[None]
    """Words ahead of a number that say that it is all of those told of ("all three")."""
    definers: Phrases[None]
    """Words behind "two people" that say which ones."""
    people: Phrases[None]
    """The nouns for people that stand for those told of before ("the two")."""
    modifiers_before: Phrases[Modifier]
    modifiers_before_ten: Phrases[Modifier]
    """Those that are modifiers before a unit and before numbers from ten on only."""
    modifiers_after: Phrases[Modifier]
    kinds_before: Phrases[KindWords]
    kinds_before_forces: Phrases[KindWords]
    """Those that need people who are deployed."""
    kinds_subject: Phrases[KindWords]
    """Those that may stand far ahead: they say what the count is ("the death toll rose to 112 people")."""
    kinds_inside: Phrases[KindWords]
    kinds_after: Phrases[KindWords]
    passives: Phrases[None]
    """Words behind which the doer stands of what happened to the people counted."""
    subsets: Phrases[None]
    """Words ahead of a part of the people counted before."""
    negations: Phrases[None]
    """Words that deny the cue behind them."""
    topics: Phrases[str]
    """Words ahead of a measured value, and what the thing measured is called; "" where they name none."""
    money_topics: Phrases[None]
    """Topics that are sums of money."""
    changes: Phrases[None]
    """Topics that are changes."""
    times_words: Phrases[None]
    """Words behind a number that say how many times."""
    results: Phrases[None]
    """Words ahead of what a change leads to or starts from."""
    fillers: Phrases[None]
    """Words between a topic and its number that say nothing of it."""
    breaks: Phrases[None]
    """Words behind a counted noun at which what is said of it ends."""
    dangling: Phrases[None]
    """Words that a short phrase does not end in."""
    openers: Phrases[None]
    """Words that open a new clause."""
    purposes: Phrases[None]
    """Those behind which a count of people may still be told of ("33 were taken away to be questioned")."""
    ends_of_count: Phrases[None]
    """The other openers."""
    auxiliaries: Phrases[None]
    """Words around a verb that are left out where a clause is told in short."""
    score_words: Phrases[None]
    """The words of which the name for a result is made."""
    sport: Phrases[None]
    """Words near which two joined numbers are a score."""
    unit_topics: Mapping[str, str]
    """What a value in a unit measures where no word says so ("độ C": the temperature), by canonical unit."""
    shares: Mapping[FigureKind, str]
    """What opens the name of a value that only its thing or verb is told of: a share, a sum."""
    stand_ins: Mapping[str, frozenset[str]]
    """Classifiers that may stand alone for a noun told before, and the words in which that noun may begin."""
    equivalents: Phrases[None]
    """Words between two values of one thing in two units."""
    sides: Phrases[str]
    """Words that tell two prices of one thing apart, and how they are written."""
    comparing: str
    """The words that open what a change is compared to, as they are written."""
    owner: str
    """The word that joins a thing to its owner."""
    definite: Phrases[None]
    """Words behind a counted noun that say that it was named before ("these two lines")."""
    leftovers: Phrases[None]
    """Words behind a counted noun that say nothing of it where a phrase is told in short ("another", "more")."""
    short_forms: Mapping[str, str]
    """Common nouns written short, as they are written, and in full."""
    pairs: Phrases[None]
    """Words of two syllables, which a phrase told in short does not cut."""


class FigureRules(Protocol):
    """Lists and rules of one language for figures."""

    @property
    def words(self) -> FigureWords:
        """Give the word lists."""

    def fold(self, word: str) -> str:
        """Give the form in which the word lists hold a word, however it is spelt and cased."""

    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Give the numbers of a text in its order; none overlap."""

    def unit_after(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly behind an amount."""

    def unit_before(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly ahead of an amount."""
