"""What a page shows, as typed records. Strings are plain text in the language of the interface, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from doichieu.tell.viewmodel.citing import Backing, Cited, Link, Piece, Source, Words
from doichieu.tell.viewmodel.drawn import AxisDay, Bonds, FamilyRow, Steps
from doichieu.tell.viewmodel.finding import NO_FACETS, Facets, Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """What happened."""

    anchor: str
    what: str
    backing: Backing
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the timeline."""

    date: str
    value: str
    happenings: tuple[HappeningView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way in which the words were told, and who told it so."""

    pieces: tuple[Piece, ...]
    quoted: bool
    """Whether all of it stood in quotation marks."""
    kind: str
    cues: tuple[str, ...]
    told: tuple[Words, ...]
    """The first words of each article that tells it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceView:
    """What somebody said, once, in all its wordings."""

    anchor: str
    speaker: str
    date: str
    via: str
    quoted: tuple[Wording, ...]
    """Wordings of which all or part stood in quotation marks."""
    told: tuple[Wording, ...]
    """Wordings that retell it."""
    backing: Backing
    how: str = ""
    """How it answers the one above it: denies, answers, supports; "" where it answers none."""
    how_word: str = ""
    answers: Cited | None = None
    """The words in which it answers, and why that is thought."""
    to: Link | None = None
    """The utterance that it answers, where it stands elsewhere."""
    replies: tuple[UtteranceView, ...] = ()
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker with what it said."""

    name: str
    roles: tuple[str, ...]
    count: str
    shared: tuple[UtteranceView, ...]
    """Told by several articles, or answered, or few: shown at once."""
    others: tuple[UtteranceView, ...]
    """Told by one article: folded."""
    others_count: str
    elsewhere: tuple[Link, ...]
    """Its replies, which stand under what they answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """A value of a quantity, with who gives it."""

    value: str
    according_to: tuple[str, ...]
    day: str
    """The day of which it is told, where no time of publication says more."""
    told: tuple[Words, ...]
    """The first words of each article that gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityView:
    """A quantity with its values side by side."""

    anchor: str
    about: str
    kind: str
    relation: str
    word: str
    note: str
    """What the relation means, in plain words."""
    values: tuple[ValueView, ...]
    """Each value once, in the order of time where that is known."""
    ordered: bool
    """Whether time gives that order."""
    steps: Steps | None
    backing: Backing
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which accounts differ."""

    kind: str
    word: str
    because: str
    words: tuple[Words, ...]
    lines: tuple[Link, ...]
    quantity: QuantityView | None = None
    """The values, where numbers differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How much of one article's text stands in another."""

    percent: int
    tint: int
    """0 to 5, for the colour."""
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """The shares of one article."""

    source: Source
    cells: tuple[Share | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage in two articles."""

    kind: str
    likeness: str
    because: str
    source: Words
    target: Words
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles that share passages."""

    anchor: str
    source: Source
    target: Source
    share: str
    count: str
    """How many passages they share."""
    passages: tuple[Passage, ...]
    """The first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprints:
    """Who copies whom."""

    columns: tuple[Source, ...]
    rows: tuple[ShareRow, ...]
    """Empty where the articles are too many for a table."""
    pairs: tuple[Pair, ...]
    """Those with most common text."""
    others: tuple[Pair, ...]
    families: tuple[FamilyRow, ...]
    alone: tuple[Source, ...]
    """Articles that share hardly any text."""
    first: str
    """The times at the two ends of the drawing; empty where generations are drawn."""
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How an outlet tells a line."""

    told: str
    sign: str
    word: str
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A line of the story and how each outlet tells it."""

    line: Link
    cells: tuple[Cell, ...]
    told_by: str
    facets: Facets = NO_FACETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A column of the coverage grid."""

    label: str
    number: int
    tells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGroup:
    """Lines of one kind."""

    kind: str
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """An outlet with the lines that no other one tells."""

    outlet: Outlet
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Outlets by lines."""

    outlets: tuple[Outlet, ...]
    groups: tuple[CoverageGroup, ...]
    others: tuple[CoverageGroup, ...]
    """Lines beyond what a reader looks through."""
    others_count: str
    alone: tuple[Alone, ...]
    """Lines that one outlet tells, by outlet."""
    alone_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """A role and the words that give it."""

    text: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """Somebody or something named."""

    name: str
    type: str
    forms: tuple[str, ...]
    roles: tuple[RoleView, ...]
    count: str
    passing: bool
    """Whether it is named once and has no role: shown as a name only."""
    backing: Backing


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that the same notes cover from end to end."""

    text: str
    marks: str
    """CSS classes of its notes."""
    notes: str
    """Numbers of what the notes say."""
    anchor: str
    """An id that links point to, "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A sentence (or what stands between two) as segments."""

    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Segments that the same statements and passages cover; within them, other notes."""

    marks: str
    notes: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of an article's text."""

    kind: str
    """The zone that it begins in."""
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article in full."""

    source: Source
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much there is."""

    articles: str
    outlets: str
    """Empty where no article tells its outlet."""
    unnamed: str
    """Articles of unknown outlets, empty where all or none are."""
    origins: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story as it is shown."""

    anchor: str
    file: str
    headline: Cited
    gist: Cited | None
    counts: Counts
    sources: tuple[Source, ...]
    because: tuple[str, ...]
    summary: tuple[Cited, ...]
    disputes: tuple[Dispute, ...]
    days: tuple[Day, ...]
    axis: tuple[AxisDay, ...]
    voices: tuple[Voice, ...]
    quantities: tuple[QuantityView, ...]
    """Those with several values, conflicts first; those in dispute are told there."""
    agreed: tuple[QuantityView, ...]
    """Those that several figures give with one value."""
    singles: tuple[QuantityView, ...]
    """Those that one figure gives."""
    reprints: Reprints
    coverage: Grid
    actors: tuple[ActorView, ...]
    bonds: Bonds | None
    articles: tuple[ArticleView, ...]
    notes: tuple[str, ...]
    """What the notes of the articles say, and which rule made each, by number."""
    filters: Filters
    outlet_numbers: Mapping[str, int]
    """The number of each outlet's label in the list of the filter, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """What could not be used."""

    source: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """A dossier as it is shown."""

    language: str
    stories: tuple[StoryView, ...]
    problems: tuple[ProblemView, ...]
    articles: str
