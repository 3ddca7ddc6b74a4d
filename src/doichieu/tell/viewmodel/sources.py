"""Evidence found: the sentence around it, the article that has it, the anchor that leads there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from doichieu.model import Evidence, Span
from doichieu.tell.dates import day_in_words, moment_in_words
from doichieu.tell.viewmodel.citing import Backing, OriginView, Source, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.model import Because, Figure, Origin, Reading, Reuse, Spanned, Statement, Story
    from doichieu.tell.phrases import Phrases

LABEL_LENGTH = 32
AROUND_LENGTH = 240
_HEX = re.compile(r"[a-f]+")
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d(?:-\d\d)?")
_CLAUSE_END = re.compile(r"[,;:](?= )| [-–—](?= )")
_NUMBER = re.compile(r"\d+\.\d+")


def clip(text: str, length: int) -> str:
    """Give the text, or its beginning up to a blank and an ellipsis, where it is longer than ``length``.

    >>> clip("một hai ba", 8)
    'một hai…'
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,.;:") + "…"


def clip_clause(text: str, length: int) -> str:
    """Give the text, or its beginning up to the end of a clause and an ellipsis, where it is longer than ``length``.

    >>> clip_clause("Gió mạnh dần, mưa to, nước dâng", 25)
    'Gió mạnh dần, mưa to…'
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text, length // 2, length)]
    return text[: ends[-1]] + "…" if ends else clip(text, length)


class Sources:
    """The articles of one story, ready to be cited. Remembers each place cited, so that the texts get their anchors."""

    def __init__(self, story: Story, phrases: Phrases, *, first: int) -> None:
        self.phrases = phrases
        self.readings = story.readings
        self.by_id = {
            reading.article.id: _source(reading, number, first + number - 1, phrases)
            for number, reading in enumerate(story.readings, start=1)
        }
        self.statements: dict[str, tuple[str, Statement]] = {}
        self.figures: dict[str, tuple[str, Figure]] = {}
        self.told: dict[str, int] = {}
        """What the notes of the texts say, and which rule made them, with the number of each saying."""
        self.copies = _copies(story)
        self.cited: dict[str, set[int]] = {article: set() for article in self.by_id}
        self._readings = {reading.article.id: reading for reading in story.readings}
        self._starts = {article: [start for start, _ in row.sentences] for article, row in self._readings.items()}
        for article, reading in self._readings.items():
            self.statements.update((note.id, (article, note)) for note in reading.statements)
            self.figures.update((note.id, (article, note)) for note in reading.figures)

    def reading(self, article: str) -> Reading:
        """Give the reading of an article of the story."""
        return self._readings[article]

    def outlet(self, article: str) -> str:
        """Give what counts as the outlet of an article: the article itself where the outlet is unknown."""
        return self._readings[article].article.outlet or article

    def note_words(self, article: str, note: Spanned) -> Words | None:
        """Give the words of a note in their sentence."""
        return self.one(Evidence(article, note.start, note.end))

    def one(self, evidence: Evidence) -> Words | None:
        """Give evidence in its sentence; None where the story has no such article or the words are none."""
        if evidence.article not in self._readings:
            return None
        reading = self._readings[evidence.article]
        start, end = max(0, evidence.start), min(evidence.end, len(reading.text))
        if start >= end:
            return None
        self.cited[evidence.article].add(start)
        around = self._around(reading, start, end)
        source = self.by_id[evidence.article]
        return Words(
            source=source,
            anchor=f"{source.anchor}-{start}",
            before=_end_of(reading.text[around.start : start]),
            text=reading.text[start:end],
            after=_beginning_of(reading.text[end : around.end]),
            copied=self._copied(evidence.article, start, end),
        )

    def _copied(self, article: str, start: int, end: int) -> Source | None:
        """Give the article that has the passage in which most of the words stand."""
        for row in self.copies.get(article, ()):
            if min(row.target.end, end) - max(row.target.start, start) > (end - start) / 2:
                return self.by_id.get(row.source.article)
        return None

    def all(self, evidence: Iterable[Evidence]) -> tuple[Words, ...]:
        """Give pieces of evidence, each once, in the order of the articles and of their text."""
        found = {words.anchor + words.text: words for words in map(self.one, sorted(set(evidence))) if words}
        return tuple(sorted(found.values(), key=lambda words: words.source.number))

    def backing(self, evidence: Iterable[Evidence], origins: tuple[Origin, ...], *because: Because) -> Backing:
        """Give what stands behind a line."""
        words = self.all(evidence)
        first = first_of_each(words)
        outlets = len({self.outlet(row.source.id) for row in first})
        count = self.phrases.count
        named = all(self._readings[row.source.id].article.outlet.strip() for row in first)
        return Backing(
            words=words,
            sources=first,
            because=tuple(map(self.because, because)),
            outlets=count(outlets, *(("{0} outlet", "{0} outlets") if named else ("{0} article", "{0} articles"))),
            origins=tuple(map(self._origin, origins)),
            origins_count=count(len(origins), "{0} independent origin", "{0} independent origins") if origins else "",
            shared=outlets > 1,
            echo=outlets > 1 and len(origins) == 1,
        )

    def sentence_of(self, evidence: Evidence) -> tuple[str, int]:
        """Give the article and the number of the sentence in which evidence begins."""
        return evidence.article, bisect_right(self._starts.get(evidence.article, []), evidence.start)

    def because(self, because: Because) -> str:
        """Give a reason in words, with articles, days and numbers in it as the page shows them."""
        return self.phrases.because(because, self._shown)

    def named(self, article: str) -> str:
        """Give how running text names an article."""
        source = self.by_id[article]
        return self.phrases.say("article {0} ({1})", source.number, source.label) if source.named else source.label

    def _shown(self, values: str) -> str:
        """Give a value of a reason, which may list several, as people read it."""
        return ", ".join(map(self._one_shown, values.split(", ")))

    def _one_shown(self, value: str) -> str:
        if value in self.by_id:
            return self.named(value)
        if _DAY.fullmatch(value):
            return day_in_words(value, self.phrases)
        return self.phrases.number(float(value)) if _NUMBER.fullmatch(value) else value

    def _origin(self, origin: Origin) -> OriginView:
        sources = tuple(self.by_id[article] for article in origin.articles if article in self.by_id)
        return OriginView(sources=sources, because=self.because(origin.because))

    def _around(self, reading: Reading, start: int, end: int) -> Span:
        starts = self._starts[reading.article.id]
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
        if first < 0 or reading.sentences[first].end <= start:
            return Span(start, end)
        return Span(reading.sentences[first].start, max(end, reading.sentences[last].end))


def _copies(story: Story) -> dict[str, list[Reuse]]:
    """Give the passages that each article has from another, the longest first."""
    found: dict[str, list[Reuse]] = {}
    for row in sorted(story.reuses, key=lambda row: (row.target.start - row.target.end, row.source)):
        found.setdefault(row.target.article, []).append(row)
    return found


def first_of_each(words: Iterable[Words]) -> tuple[Words, ...]:
    """Give the first words of each article."""
    first: dict[int, Words] = {}
    for row in words:
        first.setdefault(row.source.number, row)
    return tuple(first.values())


def _source(reading: Reading, number: int, anchor: int, phrases: Phrases) -> Source:
    article = reading.article
    name = article.outlet.strip() or (article.id if is_readable(article.id) else "")
    return Source(
        number=number,
        anchor=f"a-{anchor}",
        id=article.id,
        label=clip(name, LABEL_LENGTH) or phrases.say("Article {0}", number),
        named=bool(name),
        title=clip(article.title or _headline(reading), 160),
        when=moment_in_words(article.published, phrases),
        language=article.language if article.language != phrases.language else "",
        url=article.url if (article.url or "").startswith(("http://", "https://")) else None,
    )


def is_readable(ident: str) -> bool:
    """Say whether an id is made of words, as the names that people give to files are.

    >>> [is_readable(ident) for ident in ("bao-cua-gio", "bao-so-7", "bai-2", "deadbeef", "12235868")]
    [True, True, False, False, False]
    """
    parts = ident.split("-")
    words = [part for part in parts if part.isalpha()]
    numbers = [part for part in parts if part.isdecimal() and len(part) < 5]
    long = any(len(word) > 2 and not _HEX.fullmatch(word.casefold()) for word in words)
    return long and len(words) + len(numbers) == len(parts) and (not numbers or len(words) > 1)


def _headline(reading: Reading) -> str:
    """Give the headline, or the first words of the report where it has none."""
    zones = (zone for kind in ("headline", "lead", "body") for zone in reading.zones if zone.kind == kind)
    zone = next(zones, None)
    return reading.text[zone.start : zone.end] if zone else reading.text[:200]


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND_LENGTH else "…" + text[-AROUND_LENGTH:]


def _beginning_of(text: str) -> str:
    return text if len(text) <= AROUND_LENGTH else text[:AROUND_LENGTH] + "…"
