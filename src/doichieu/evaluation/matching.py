"""Matching what was said with what is gold: likeness of spans, of names, of groups."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from doichieu.model import Spanned

Gold = TypeVar("Gold")
Said = TypeVar("Said")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Tally:
    """True positives against what is said and what is gold."""

    right: int = 0
    said: int = 0
    gold: int = 0

    def add(self, right: int, said: int, gold: int) -> None:
        """Count some more."""
        self.right += right
        self.said += said
        self.gold += gold

    @property
    def precision(self) -> float:
        """The share of what is said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what is gold that is said."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.said + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class Rate:
    """The share of cases that are right."""

    outcomes: list[bool] = field(default_factory=list)

    def add(self, *, right: bool) -> None:
        """Count one more case."""
        self.outcomes.append(right)

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there is no case."""
        return sum(self.outcomes) / len(self.outcomes) if self.outcomes else 0.0


def plain(name: str) -> str:
    """Fold case, punctuation and blanks away.

    >>> plain("Kassym-Jomart  TOKAYEV")
    'kassym jomart tokayev'
    """
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", name).casefold()))


def token_f1(one: str, other: str) -> float:
    """Give the F1 of the words that two phrases share."""
    left, right = Counter(plain(one).split()), Counter(plain(other).split())
    total = sum(left.values()) + sum(right.values())
    return 2 * sum((left & right).values()) / total if total else 0.0


def is_called(forms: Mapping[str, Collection[str]], name: str, said: str) -> bool:
    """Say whether words are, or hold, one of a name's forms (folded by ``plain``)."""
    words = plain(said)
    known = forms.get(name, (plain(name),))
    return words in known or any(" " in form and f" {form} " in f" {words} " for form in known)


def same_speakers(forms: Mapping[str, Collection[str]], gold: Sequence[str], said: Sequence[str]) -> bool:
    """Say whether all gold speakers are among those said, by any of their forms, and no more are said than are gold."""
    if not gold or not said:
        return not gold and not said

    def is_told(name: str) -> bool:
        alike = name not in forms and any(token_f1(name, other) >= 0.6 for other in said)
        return alike or any(is_called(forms, name, other) for other in said)

    return len(said) <= len(gold) and all(map(is_told, gold))


def characters(spans: Iterable[Spanned]) -> set[int]:
    """Give the offsets that spans cover."""
    return {offset for span in spans for offset in range(span.start, span.end)}


def overlap_share(one: Spanned, other: Spanned) -> float:
    """Give the shared length of two spans as a share of the longer one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(one.end - one.start, other.end - other.start)


def jaccard(one: set[int], other: set[int]) -> float:
    """Give the share of common elements among all."""
    return len(one & other) / len(one | other) if one or other else 0.0


def pair_up(
    gold: Sequence[Gold], said: Sequence[Said], likeness: Callable[[Gold, Said], float], *, least: float
) -> dict[int, int]:
    """Match one to one, the most alike first, none less alike than ``least``. Gives gold index to said index."""
    rows = ((likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(said))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((row for row in rows if row[0] >= least and row[0] > 0), key=lambda row: (-row[0], row[1:])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def pairs_of(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """Give all pairs of members of one group, each sorted."""
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Give B-cubed precision and recall of items, each given as its gold group and its said group."""
    if not pairs:
        return 0.0, 0.0
    both, gold, said = Counter(pairs), Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    precision = sum(both[pair] / said[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / gold[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall
