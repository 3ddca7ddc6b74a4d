"""How likely it is that two statements report the same words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from doichieu.compare.weights import likely

if TYPE_CHECKING:
    from doichieu.compare.overlap import Overlap
    from doichieu.compare.utterances.sayings import Saying

MODEL = "same_statement"
EQUAL = 3
"""Words from which equal statements of the same speaker in two articles are one, whatever else the weights say."""
LONG = 20
"""Words from which a statement is long."""
OTHER_SPEAKER = 0.25
"""Agreement of speakers below which they are two."""
UNKNOWN_SPEAKER = 0.3
PARTLY_SPEAKER = 0.6
NEARLY_SPEAKER = 0.8
"""Two names of several words that end in the same one: a surname, a body's place, a title before a name."""


def same_words(a: Saying, b: Saying, overlap: Overlap) -> float:
    """Give how likely it is, from 0 to 1, that two statements report the same words."""
    if a.words == b.words and a.length >= EQUAL and a.place != b.place and a.speakers == b.speakers:
        return 1.0  # what one article repeats of another, to the letter, adds no voice
    return likely(MODEL, features(a, b, overlap))


def features(a: Saying, b: Saying, overlap: Overlap) -> dict[str, float]:
    """Give what speaks for and against two statements reporting the same words."""
    return {"bias": 1.0, **_words(a, b, overlap), **_speakers(a, b, overlap), **_places(a, b, overlap), **_facts(a, b)}


def _words(a: Saying, b: Saying, overlap: Overlap) -> dict[str, float]:
    """Compare the words: weighted (``overlap``), and in their order (the longest common subsequence)."""
    short, long = sorted((a.length, b.length))
    run = LCSseq.similarity(a.words, b.words)
    quoted = a.quoted and b.quoted
    return {
        "cosine": overlap.cosine,
        "within": overlap.within,
        "within, long": overlap.within * min(1.0, math.log1p(short) / math.log1p(LONG)),
        "longer": overlap.longer,
        "shared": math.log1p(overlap.shared) / 4,
        "run": run / max(1, short),
        "run, longer": run / max(1, long),
        "length": math.log1p(short) / 4,
        "lengths": short / max(1, long),
        "quoted": quoted,
        "quoted, run": quoted * run / max(1, short),
        "quoted by one": a.quoted != b.quoted,
    }


def _speakers(a: Saying, b: Saying, overlap: Overlap) -> dict[str, float]:
    agreement = speaker_agreement(a.speakers, b.speakers)
    return {
        "speaker": agreement,
        "same speaker": agreement == 1,
        "other speaker": agreement < OTHER_SPEAKER,
        "unknown speaker": not a.speakers or not b.speakers,
        "speaker, within": agreement * overlap.within,
        "speaker, cosine": agreement * overlap.cosine,
    }


def _places(a: Saying, b: Saying, overlap: Overlap) -> dict[str, float]:
    """Compare where they stand: the head of an article is told again in its body, neighbours are two remarks."""
    same = a.place == b.place
    away = abs(a.sentence - b.sentence)
    return {
        "same article": same,
        "same article, head": same and a.head != b.head,
        "same article, beside": same and away <= 1,
        "same article, away": same * min(10, away) / 10,
        "same article, within": same * overlap.within,
    }


def _facts(a: Saying, b: Saying) -> dict[str, float]:
    day, other = a.statement.date, b.statement.date
    shared = len(a.numbers & b.numbers)
    return {
        "numbers": _shared(a.numbers, b.numbers),
        "numbers in common": math.log1p(shared),
        "other numbers": bool(a.numbers and b.numbers) and not shared,
        "names": _shared(a.names, b.names),
        "name in common": bool(a.names & b.names),
        "same day": bool(day and other) and not days_differ(day, other),
        "other day": days_differ(day, other),
    }


def speaker_agreement(a: frozenset[str], b: frozenset[str]) -> float:
    """Give 1 for the same speaker, less for names that share words, little where one is unknown, 0 for two others."""
    if not a or not b:
        return UNKNOWN_SPEAKER
    return max(_one_speaker(one.split(), other.split()) for one in a for other in b)


def days_differ(a: str | None, b: str | None) -> bool:
    """Say whether two dates cannot be the same day: a month does not differ from its days.

    >>> days_differ("2013-10", "2013-10-22"), days_differ("2013-10-21", "2013-10-22")
    (False, True)
    """
    return bool(a and b) and not (str(a).startswith(str(b)) or str(b).startswith(str(a)))


def _one_speaker(a: list[str], b: list[str]) -> float:
    """Compare two folded names or noun phrases.

    >>> _one_speaker(["ông", "fabius"], ["laurent", "fabius"]), _one_speaker(["nga"], ["bộ", "ngoại", "giao", "nga"])
    (0.8, 0.6)
    """
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if not short:
        return UNKNOWN_SPEAKER
    shared = len(set(short) & set(long)) / len(set(short))
    if len(short) > 1 and short[-1] == long[-1] and shared >= 0.5:
        return NEARLY_SPEAKER
    return PARTLY_SPEAKER * shared


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that is in the larger; one half, telling nothing, where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.5
