"""The names tagger: a linear-chain conditional random field over words (python-crfsuite), loaded when first asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

import pycrfsuite

from doichieu.read.names.features import Features, stretches

if TYPE_CHECKING:
    from collections.abc import Collection

    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words
    from doichieu.model import MentionType


class Tagged(NamedTuple):
    """A range of words that the tagger takes for a name of a type."""

    first: int
    last: int
    """Behind the last word."""
    type: MentionType
    origin: str = "names/tagger"


def tag(
    words: Words, rules: NameRules, breaks: Collection[int] = (), *, tagger: pycrfsuite.Tagger | None = None
) -> list[Tagged]:
    """Give the names in a text's words, in order, none across a break; none where the pack has no model."""
    only = frozenset() if tagger else rules.weighed()
    tagger = tagger or tagger_of(rules)
    if tagger is None:
        return []
    features = Features(words, rules, breaks, only=only)
    found: list[Tagged] = []
    for start, end in stretches(words, breaks):
        found += decode(tagger.tag(features.of(start, end)), start)
    return found


def decode(labels: list[str], start: int) -> list[Tagged]:
    """Give the names that a row of labels (``B-PER``, ``I-PER``, ``O``) marks; the first label is word ``start``'s.

    >>> [name[:3] for name in decode(["O", "B-PER", "I-PER", "B-GPE"], 10)]
    [(11, 13, 'PER'), (13, 14, 'GPE')]
    """
    found: list[Tagged] = []
    for i, label in enumerate(labels, start):
        if label == "O":
            continue
        if label[0] == "I" and found and found[-1].last == i:
            found[-1] = found[-1]._replace(last=i + 1)
        else:
            found.append(Tagged(i, i + 1, cast("MentionType", label[2:])))
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
