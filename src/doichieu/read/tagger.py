"""The names tagger: a linear-chain conditional random field over words (python-crfsuite), loaded when first asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pycrfsuite

from doichieu.read.name_features import Features, stretches

if TYPE_CHECKING:
    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words


class Tagged(NamedTuple):
    """A range of words that the tagger takes for a name of a type."""

    first: int
    last: int
    """Behind the last word."""
    type: str


def tag(words: Words, rules: NameRules, tagger: pycrfsuite.Tagger | None = None) -> list[Tagged]:
    """Give the names in a text's words, in order; none where the pack has no model."""
    tagger = tagger or tagger_of(rules)
    if tagger is None:
        return []
    features = Features(words, rules)
    found: list[Tagged] = []
    for start, end in stretches(words):
        found += decode(tagger.tag(features.of(start, end)), start)
    return found


def decode(labels: list[str], start: int) -> list[Tagged]:
    """Give the names that a row of labels (``B-PER``, ``I-PER``, ``O``) marks; the first label is word ``start``'s.

    >>> decode(["O", "B-PER", "I-PER", "B-GPE"], 10)
    [Tagged(first=11, last=13, type='PER'), Tagged(first=13, last=14, type='GPE')]
    """
    found: list[Tagged] = []
    for i, label in enumerate(labels, start):
        if label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and found and found[-1].last == i:
            found[-1] = found[-1]._replace(last=i + 1)
        else:
            found.append(Tagged(i, i + 1, kind))
    return found


def tagger_of(rules: NameRules) -> pycrfsuite.Tagger | None:
    """Give the tagger of a pack, opened once a process."""
    return _opened(rules)[0]


@cache
def _opened(rules: NameRules) -> tuple[pycrfsuite.Tagger | None, bytes]:
    """Give the tagger and its model's bytes, which it reads where they lie: they must live as long as the tagger."""
    model = rules.model()
    if not model:
        return None, b""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger, model
