"""Story: what several articles tell about one thing, laid side by side. Every line has evidence and a because."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from doichieu.model.because import Because
from doichieu.model.reading import FigureKind, MentionType, Reading

Relation = Literal["agree", "conflict", "update"]
ReplyHow = Literal["denies", "answers", "supports"]
ReuseKind = Literal["copied", "reworked"]
Told = Literal["told", "differently", "left out"]
LineKind = Literal["utterance", "quantity", "happening"]
DifferenceKind = Literal[
    "other cue", "softer cue", "sharper cue", "softened", "sharpened", "left out", "clause left out", "added",
    "clause added", "other words", "told otherwise",
]  # fmt: skip
DisagreementKind = Literal["figure", "day", "attribution", "denial"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact words that a line rests on."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title or office that an article gives to an actor."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, body or place across a story. ``name`` is its fullest form, and unique in the story."""

    name: str
    type: MentionType
    forms: tuple[str, ...]
    roles: tuple[Role, ...]
    evidence: tuple[Evidence, ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Articles that have a line from one and the same place: a chain of copies, or one agency's report."""

    articles: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words in which one wording of an utterance differs from another; on one side they may be missing.

    *softened* and *sharpened*: words that make a claim less sure stand on one side only. *told otherwise*: so much
    differs that single words say nothing.
    """

    kind: DifferenceKind
    here: Evidence | None
    there: Evidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """How one wording of an utterance differs from the fullest one (both are statement ids)."""

    statement: str
    against: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Statements, of one article or of several, that report the same words."""

    id: str
    statements: tuple[str, ...]
    """Statement ids in the order in which they were told."""
    speakers: tuple[str, ...]
    date: str | None
    via: tuple[str, ...]
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    because: Because
    variants: tuple[Variant, ...] = ()
    """The wordings that differ from the fullest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Figures, of one article or of several, that give the same number."""

    id: str
    about: str
    kind: FigureKind
    figures: tuple[str, ...]
    relation: Relation
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A statement that answers another one of the story (both are statement ids)."""

    source: str
    target: str
    how: ReplyHow
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A passage of one article that stands in another, copied or reworked."""

    kind: ReuseKind
    source: Evidence
    """The earlier of the two where times tell, else the one that the reason names."""
    target: Evidence
    likeness: float
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened on a day (or in a week, a month, where no day is told)."""

    id: str
    date: str
    what: str
    """A sentence, or part of one, taken from the evidence."""
    origins: tuple[Origin, ...]
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Two lines of one kind that are nearly alike enough to be one, and are kept apart."""

    lines: tuple[str, str]
    """Ids of utterances, or of quantities."""
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How one outlet tells one line of the story, or that it leaves it out."""

    outlet: str
    line: str
    """Id of the utterance, quantity or happening."""
    kind: LineKind
    told: Told
    evidence: tuple[Evidence, ...]
    """The words of this outlet; where it leaves the line out, the line's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One point on which accounts of the story differ."""

    kind: DisagreementKind
    lines: tuple[str, ...]
    """Ids of the lines, or of the statements, that differ."""
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Readings about one thing, with all that comparing them gives."""

    id: str
    readings: tuple[Reading, ...]
    """In the order of publication; names, speakers and dates in them are the story's."""
    because: tuple[Because, ...] = ()
    """Why these articles are one story."""
    actors: tuple[Actor, ...] = ()
    reuses: tuple[Reuse, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    replies: tuple[Reply, ...] = ()
    timeline: tuple[Happening, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    refusals: tuple[Refusal, ...] = ()
