"""Variants: what differs between the wordings of one utterance, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from doichieu.languages import pack_of
from doichieu.languages.ngrams import spans_of_words
from doichieu.model import Difference, Evidence, Span, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doichieu.compare.utterances.sayings import Saying
    from doichieu.languages.contracts.compare import CompareRules
    from doichieu.model import DifferenceKind

TOO_FAR = 0.45
"""Share of the shorter wording's words that the other has in order, under which it is told in other words altogether:
unrelated sentences of news share a fifth, two translations of one remark two thirds and more."""
CLAUSE = 5
"""Words in a row that one wording lacks, from which a clause is missing and not a word."""
MOST = 60
"""Wordings of one utterance that are compared: the first told. More nobody reads."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of a statement's content, folded, and where they stand."""

    saying: Saying
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def evidence(self, start: int, end: int) -> Evidence | None:
        """Give the stretch from one word to another, half-open; None where it is empty."""
        if start == end:
            return None
        return Evidence(self.saying.reading.article.id, self.spans[start].start, self.spans[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """Give the text of such a stretch."""
        words = self.evidence(start, end)
        return self.saying.reading.text[words.start : words.end] if words else ""

    @property
    def cue(self) -> str:
        """The cue in small letters; empty where there is none."""
        cue = self.saying.statement.cue
        return " ".join(cue.of(self.saying.reading.text).split()).casefold() if cue else ""


def variants_of(members: Sequence[Saying]) -> tuple[Variant, ...]:
    """Give how each wording differs from the fullest one; those that do not differ are left out."""
    pack = pack_of(members[0].reading.article.language) if len(members) > 1 else None
    if pack is None:
        return ()
    wordings = [_wording(saying, pack.compare) for saying in members[:MOST]]
    fullest = max(wordings, key=lambda wording: len(wording.words))
    found = (_variant(wording, fullest, pack.compare) for wording in wordings if wording is not fullest)
    return tuple(variant for variant in found if variant.differences)


def _wording(saying: Saying, rules: CompareRules) -> _Wording:
    text = saying.reading.text
    spans = tuple(
        Span(span.start + piece.start, span.start + piece.end)
        for span in saying.statement.content
        for piece in spans_of_words(span.of(text))
    )
    return _Wording(saying, tuple(rules.fold(span.of(text)) for span in spans), spans)


def _variant(here: _Wording, there: _Wording, rules: CompareRules) -> Variant:
    differences = [*_cues(here, there, rules), *_words(here, there, rules)]
    return Variant(
        statement=here.saying.statement.id, against=there.saying.statement.id, differences=tuple(differences)
    )


def _cues(here: _Wording, there: _Wording, rules: CompareRules) -> Iterator[Difference]:
    """Compare the verbs: "nói" against "cáo buộc"."""
    if not here.cue or not there.cue or here.cue == there.cue:
        return
    force, other = rules.cue_force(here.cue), rules.cue_force(there.cue)
    kind: DifferenceKind = "other cue"
    if force is not None and other is not None and force != other:
        kind = "softer cue" if force < other else "sharper cue"
    yield Difference(kind=kind, here=_cue_words(here), there=_cue_words(there))


def _cue_words(wording: _Wording) -> Evidence | None:
    cue = wording.saying.statement.cue
    return Evidence(wording.saying.reading.article.id, cue.start, cue.end) if cue else None


def _words(here: _Wording, there: _Wording, rules: CompareRules) -> Iterator[Difference]:
    if not here.words or not there.words:
        return
    blocks = LCSseq.editops(here.words, there.words).as_matching_blocks()
    if sum(block.size for block in blocks) < TOO_FAR * min(len(here.words), len(there.words)):
        whole = here.evidence(0, len(here.words)), there.evidence(0, len(there.words))
        yield Difference(kind="told otherwise", here=whole[0], there=whole[1])
        return
    at = beside = 0
    for block in blocks:  # the last one is empty and stands at the end of both
        if (at, beside) != (block.a, block.b):
            yield _difference(here, there, Span(at, block.a), Span(beside, block.b), rules)
        at, beside = block.a + block.size, block.b + block.size


def _difference(here: _Wording, there: _Wording, own: Span, other: Span, rules: CompareRules) -> Difference:
    """Give what differs between two stretches of words, either of which may be empty."""
    hedged, plain = rules.hedged(here.text(*own)), rules.hedged(there.text(*other))
    kind: DifferenceKind = "other words"
    if hedged != plain:
        kind = "softened" if hedged else "sharpened"
    elif own.start == own.end:
        kind = "clause left out" if other.end - other.start >= CLAUSE else "left out"
    elif other.start == other.end:
        kind = "clause added" if own.end - own.start >= CLAUSE else "added"
    return Difference(kind=kind, here=here.evidence(*own), there=there.evidence(*other))
