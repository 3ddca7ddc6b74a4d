"""Summary of a story: sentences of its articles, each with the words it rests on; nothing is written anew."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from doichieu.languages import pack_of
from doichieu.model import Because, Evidence, SummarySentence
from doichieu.tell.passages import Nearness, Passage, nearness_of, passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from doichieu.model import Story

LENGTH = 180
"""Syllables, as long as people make such summaries."""
OVER = 1.2
"""How far the last sentence may run over the length."""
OPENING = 3
"""Number of the last sentence that opens the report: from the first three behind the lead people take most."""

# Two linear models over 101 stories with two summaries each (docs/telling/summary.md): how much of a sentence people
# take over, and whether they take over a pair of words. Fitted on either half of the stories, they choose on the other
# half with ROUGE 0.587/0.459/0.412 and 0.596/0.467/0.421, against 0.503/0.343/0.312 for the leads in turn.
EARLINESS, TOLD_ELSEWHERE, OWN, OTHERS, HEADLINES, BRIEF, START = 0.14, 0.15, 0.2, 0.65, 0.2, 0.54, 0.02
SHARE, TIMES, SOON, BEST, OPENS, FLOOR = 0.125, 0.06, 0.075, 0.33, 0.595, -0.095
SENTENCE = 0.2
"""Weight of the sentence's own worth beside that of its words, for which ROUGE-L rises by 0.01."""
REPEATS = 0.7
"""Cosine from which a sentence repeats one that is in the summary already."""
CONFIRMS = 0.45
"""Cosine from which a sentence of another article tells the same."""


def summarise(story: Story, *, length: int = LENGTH) -> tuple[SummarySentence, ...]:
    """Give a summary of about ``length`` syllables; every number, name and day in it stands in its evidence."""
    passages = passages_of(story)
    return summary_from(story, passages, nearness_of(story, passages), length=length)


def summary_from(
    story: Story, passages: Sequence[Passage], near: Nearness, *, length: int = LENGTH
) -> tuple[SummarySentence, ...]:
    """Give the summary of a story whose passages and their nearness are known."""
    if not passages:
        return ()
    order = _in_order(passages, _choose(passages, near, length))
    return tuple(
        _sentence(story, passages, near, number, follows=before is not None and _is_next(passages, before, number))
        for before, number in zip([None, *order], order, strict=False)
    )


def worth_of(passages: Sequence[Passage], near: Nearness) -> NDArray[np.float32]:
    """Give for each passage how much of it people would take over, about 0 to 1."""
    others = max(1, near.articles.shape[1] - 1)
    own = near.articles[np.arange(len(passages)), [passage.place for passage in passages]]
    worth: NDArray[np.float32] = (
        START
        + EARLINESS * np.array([1 / (1 + passage.number) for passage in passages], dtype=np.float32)
        + TOLD_ELSEWHERE * _told_elsewhere(passages, near)
        + OWN * own
        + OTHERS * (near.articles.sum(axis=1) - own) / others
        + HEADLINES * near.headlines.max(axis=1)
        + BRIEF * np.array([1 / passage.sentences for passage in passages], dtype=np.float32)
    )
    return worth


def _told_elsewhere(passages: Sequence[Passage], near: Nearness) -> NDArray[np.float32]:
    """Give for each passage its cosine with the nearest passage of each other article, on average."""
    places = np.array([passage.place for passage in passages])
    starts = np.flatnonzero(np.r_[True, places[1:] != places[:-1]])
    nearest = np.maximum.reduceat(near.passages, starts, axis=1)
    own = nearest[np.arange(len(passages)), np.searchsorted(starts, np.arange(len(passages)), side="right") - 1]
    means: NDArray[np.float32] = (nearest.sum(axis=1) - own) / max(1, near.articles.shape[1] - 1)
    return means


def _worth_of_pairs(
    passages: Sequence[Passage], worth: NDArray[np.float32], articles: int
) -> dict[tuple[str, str], float]:
    """Give for each pair of words how likely people take it over."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    opens: dict[tuple[str, str], set[int]] = defaultdict(set)
    times: Counter[tuple[str, str]] = Counter()
    best: dict[tuple[str, str], float] = defaultdict(float)
    soon: dict[tuple[str, str], float] = defaultdict(float)
    for passage, value in zip(passages, worth.tolist(), strict=True):
        opening = passage.zone != "lead" and passage.number <= OPENING
        for pair in passage.pairs:
            places[pair].add(passage.place)
            times[pair] += 1
            best[pair] = max(best[pair], value)
            soon[pair] = max(soon[pair], 1 - passage.depth)
            if opening:
                opens[pair].add(passage.place)
    return {
        pair: max(
            0.0,
            FLOOR
            + SHARE * len(places[pair]) / articles
            + TIMES * math.log(count)
            + SOON * soon[pair]
            + BEST * best[pair]
            + OPENS * len(opens[pair]) / articles,
        )
        for pair, count in times.items()
    }


def _choose(passages: Sequence[Passage], near: Nearness, length: int) -> list[int]:
    """Choose sentences one by one: the one whose words, not told yet, are worth most for its length."""
    worth = worth_of(passages, near)
    value = _worth_of_pairs(passages, worth, near.articles.shape[1])
    chosen: list[int] = []
    told: set[tuple[str, str]] = set()
    size = 0
    left = list(range(len(passages)))
    while left and size < length:
        gains = [
            (sum(value[pair] for pair in passages[n].pairs - told) / len(passages[n].words) + SENTENCE * worth[n], -n)
            for n in left
        ]
        best = -max(gains)[1]
        chosen.append(best)
        told |= passages[best].pairs
        size += len(passages[best].words)
        left = [
            n
            for n in left
            if n != best and size + len(passages[n].words) <= length * OVER and near.passages[n, best] <= REPEATS
        ]
    return chosen


def _in_order(passages: Sequence[Passage], chosen: Sequence[int]) -> list[int]:
    """Order as the articles do, the article first that gives the earliest sentence: people keep to that order."""
    first: dict[int, int] = {}
    size: Counter[int] = Counter()
    for n in chosen:
        place = passages[n].place
        first[place] = min(first.get(place, n), n)
        size[place] += len(passages[n].words)
    return sorted(
        chosen,
        key=lambda n: (passages[first[passages[n].place]].number, -size[passages[n].place], n),
    )


def _is_next(passages: Sequence[Passage], before: int, number: int) -> bool:
    first, second = passages[before], passages[number]
    return first.place == second.place and first.number + 1 == second.number


def _sentence(
    story: Story, passages: Sequence[Passage], near: Nearness, number: int, *, follows: bool
) -> SummarySentence:
    """Give a passage as a sentence of the summary, without an opening that ties it to what is not told."""
    passage = passages[number]
    text = passage.text
    pack = pack_of(story.readings[passage.place].article.language)
    loose = 0 if follows or pack is None else pack.compare.loose_opening(text)
    if loose:
        text = text[loose].upper() + text[loose + 1 :]
    told = [number, *_confirming(passages, near, number)]
    return SummarySentence(
        text=text,
        evidence=tuple(evidence_of(story, passages[n]) for n in told),
        because=Because("told by {0} of {1} articles", (str(len(told)), str(len(story.readings)))),
    )


def _confirming(passages: Sequence[Passage], near: Nearness, number: int) -> list[int]:
    """Give the nearest passage of each other article that tells the same, in the order of the articles."""
    found: dict[int, int] = {}
    for n in np.argsort(-near.passages[number], kind="stable").tolist():
        if near.passages[number, n] < CONFIRMS:
            break
        if passages[n].place != passages[number].place:
            found.setdefault(passages[n].place, n)
    return [found[place] for place in sorted(found)]


def evidence_of(story: Story, passage: Passage) -> Evidence:
    """Give the place of a passage."""
    return Evidence(story.readings[passage.place].article.id, *passage.span)
