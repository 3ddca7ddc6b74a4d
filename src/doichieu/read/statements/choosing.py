"""Choosing: who said a statement, by weighed signs, where these are surer than the rules' own answer.

A log-linear model over the candidates of ``candidates.py``; its weights are fitted by ``benchmarks/train_speakers.py``
on annotated articles and lie in the language pack as text. Without weights every answer of the rules stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from doichieu.model import Statement
from doichieu.read.statements.candidates import Candidates
from doichieu.read.statements.passages import Page

SURER = 0.5
"""By how much a candidate must outweigh the rules' answer (log odds). Of 2,616 statements of 389 annotated stories,
weights fitted on other stories change 138 at 0 (61 to the better, 26 to the worse), 85 at 0.5 (48 and 8), 39 at 1.2
(28 and 1)."""


def with_chosen_speakers(page: Page, weights: Mapping[str, float], found: Sequence[Statement]) -> list[Statement]:
    """Give the statements, sorted, each with the speakers of the candidate whose signs weigh most."""
    if not weights:
        return list(found)
    candidates = Candidates(page, found)
    return [_chosen(statement, candidates.of(n), weights) for n, statement in enumerate(found)]


def weight_of(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """Give the sum of what signs weigh; unknown ones weigh nothing."""
    return sum(weights.get(sign, 0.0) for sign in signs)


def _chosen(
    statement: Statement, candidates: Mapping[tuple[str, ...], Sequence[str]], weights: Mapping[str, float]
) -> Statement:
    scores = {speakers: weight_of(signs, weights) for speakers, signs in candidates.items()}
    best = max(scores.values())
    if best - scores[statement.speakers] <= SURER:
        return statement
    speakers = next(speakers for speakers, score in scores.items() if score == best)
    via = statement.via if statement.via not in speakers else None
    return replace(statement, speakers=speakers, via=via, origin=f"{statement.origin}/speaker-weighed")
