"""Reading: an article with its notes. The meaning of each note is docs/reading/README.md's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from doichieu.model.article import Article
from doichieu.model.span import Span

ZoneKind = Literal["headline", "lead", "body", "caption", "credit", "byline", "dateline", "teaser", "other"]
REPORT_ZONES: frozenset[ZoneKind] = frozenset({"headline", "lead", "body"})
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionType = Literal["PER", "ORG", "GPE", "LOC", "EVENT", "WORK", "PRODUCT", "OTHER"]
StatementKind = Literal["direct", "indirect", "mixed"]
Modifier = Literal["exact", "about", "more", "less", "range", "vague"]
FigureKind = Literal[
    "killed", "injured", "missing", "detained", "deployed", "displaced",
    "people", "money", "percent", "score", "measure", "count",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of text that is headline, lead or body, or that is no report text at all.

    The zones of a reading do not overlap, stand in order, and cover everything but the blanks between them.
    """

    start: int
    end: int
    kind: ZoneKind
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that place something on the calendar, as TIMEX3 ``type`` and ``value``.

    A value that the article alone cannot complete keeps ``XXXX`` for its year (``XXXX-01-09``).
    """

    start: int
    end: int
    type: TimeType
    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name. ``actor`` is its fullest form: in the article after reading, in the story after comparing."""

    start: int
    end: int
    type: MentionType
    actor: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a source is said to have said."""

    id: str
    """``<article>#s<number>``, numbered from 0 in the order of the text."""
    content: tuple[Span, ...]
    """The words attributed, without cue, speaker and outer quotation marks; never empty, in order."""
    kind: StatementKind
    cue: Span | None = None
    speaker: Span | None = None
    """The words that name the speaker, titles included; None where it is understood."""
    speakers: tuple[str, ...] = ()
    """Who is meant: the ``actor`` of a name, or, where there is no name, the noun phrase in full; empty if unknown."""
    via: str | None = None
    """The medium or agency that relays the speaker, when the text says so."""
    date: str | None = None
    """The ISO day (or a part of it, ``2022-01``, ``XXXX-01-09``) on which it was said, when the text tells."""
    origin: str

    @property
    def start(self) -> int:
        """First offset of the content."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Offset behind the content."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many, how much."""

    id: str
    """``<article>#f<number>``, numbered from 0 in the order of the text."""
    start: int
    end: int
    value: int | float  # so that a whole number is read back from JSON as it was written, without a point
    high: int | float | None = None
    """The upper end where a range is given."""
    modifier: Modifier = "exact"
    what: str = ""
    """What is counted or measured: a short noun phrase out of the sentence."""
    kind: FigureKind = "count"
    according_to: tuple[str, ...] = ()
    """Who says so, as in ``Statement.speakers``; empty where the outlet says it itself."""
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with all its notes, each layer in the order of the text."""

    article: Article
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Span, ...] = ()
    """Sentences; none runs across the border of a zone."""
    tokens: tuple[Span, ...] = ()
    """Syllables, numbers and punctuation marks."""
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text
