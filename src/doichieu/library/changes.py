"""Changes: what is new in a story after articles came or were edited, each with the words that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.library.differences import differences
from doichieu.model import Evidence
from doichieu.store.events import Event, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doichieu.model import Disagreement, Figure, Quantity, Reading, Story, Utterance
    from doichieu.store.articles import StoredArticle
    from doichieu.tell.records import StoryRecord

HEADLINE = 160
"""Characters of a first line that stands for a title."""
SHOWN = 3
"""Places that one event shows as evidence."""


class Quoter:
    """Gives the exact words of places in a story's articles."""

    def __init__(self, story: Story, versions: Mapping[str, int]) -> None:
        self._readings = {reading.article.id: reading for reading in story.readings}
        self._versions = versions

    def words(self, places: Iterable[Evidence]) -> tuple[Words, ...]:
        """Give the words of some places, at most three, of different articles first."""
        found = [one for one in places if one.article in self._readings]
        first = list({one.article: one for one in reversed(found)}.values())[::-1]
        return tuple(self._words(one) for one in [*first, *(one for one in found if one not in first)][:SHOWN])

    def _words(self, place: Evidence) -> Words:
        article = self._readings[place.article].article
        return Words(
            article=article.id,
            version=self._versions.get(article.id, 1),
            start=place.start,
            end=place.end,
            words=article.text[place.start : place.end],
            outlet=article.outlet,
            url=article.url,
        )


def news_in(
    story: Story, old: StoryRecord | None, fresh: set[str], versions: Mapping[str, int], *, at: str
) -> Iterator[Event]:
    """Give what is new in a story since it was ``old`` (None: never compared); ``fresh`` articles came or changed."""
    quoter = Quoter(story, versions)
    yield from _voices(story, old, fresh, quoter, at)
    yield from _figures(story, fresh, quoter, at)
    yield from _disputes(story, old, quoter, at)


def _voices(story: Story, old: StoryRecord | None, fresh: set[str], quoter: Quoter, at: str) -> Iterator[Event]:
    """Give who is quoted for the first time, if anybody was before."""
    known = {speaker for line in old.utterances for speaker in line.speakers} if old else set()
    known |= {speaker for line in story.utterances if not _only_in(line, fresh) for speaker in line.speakers}
    seen: set[str] = set()
    for line in story.utterances:
        for speaker in line.speakers if _only_in(line, fresh) else ():
            if speaker not in known and speaker not in seen:
                seen.add(speaker)
                words = quoter.words(line.evidence)
                article = words[0].article if words else None
                yield Event(at=at, kind="voice", story=story.id, article=article, what=speaker, evidence=words)


def _only_in(line: Utterance, articles: set[str]) -> bool:
    return all(_article_of(statement) in articles for statement in line.statements)


def _article_of(note: str) -> str:
    return note.rpartition("#")[0]


def _figures(story: Story, fresh: set[str], quoter: Quoter, at: str) -> Iterator[Event]:
    """Give numbers that fresh articles give otherwise than those before: from 2.500 to 3.600."""
    figures = {one.id: (reading, one) for reading in story.readings for one in reading.figures}
    for line in story.quantities:
        if line.relation == "agree":
            continue
        before = [figures[one] for one in line.figures if one in figures and _article_of(one) not in fresh]
        after = [figures[one] for one in line.figures if one in figures and _article_of(one) in fresh]
        known = {_amount(figure) for _, figure in before}
        new = [(reading, figure) for reading, figure in after if _amount(figure) not in known]
        if before and new:
            yield _figure(story, line, before[-1], new[-1], quoter=quoter, at=at)


def _figure(
    story: Story, line: Quantity, old: tuple[Reading, Figure], new: tuple[Reading, Figure], *, quoter: Quoter, at: str
) -> Event:
    def words(row: tuple[Reading, Figure]) -> str:
        return row[0].text[row[1].start : row[1].end]

    places = [Evidence(reading.article.id, figure.start, figure.end) for reading, figure in (old, new)]
    return Event(
        at=at,
        kind="figure",
        story=story.id,
        article=new[0].article.id,
        what=line.about,
        before=words(old),
        after=words(new),
        evidence=quoter.words(places),
    )


def _amount(figure: Figure) -> tuple[float, float | None]:
    return figure.value, figure.high


def _disputes(story: Story, old: StoryRecord | None, quoter: Quoter, at: str) -> Iterator[Event]:
    """Give points on which accounts differ now and did not, and those on which they no longer do."""
    before = old.disagreements if old else ()
    for one in story.disagreements:
        if not any(_same(one, other) for other in before):
            yield _dispute("dispute", story, one, quoter, at)
    for one in before:
        if not any(_same(one, other) for other in story.disagreements):
            yield _dispute("settled", story, one, quoter, at)


def _same(one: Disagreement, other: Disagreement) -> bool:
    """Say whether two are one point: of a kind, and resting on some words both."""
    return one.kind == other.kind and not set(one.evidence).isdisjoint(other.evidence)


def _dispute(kind: str, story: Story, one: Disagreement, quoter: Quoter, at: str) -> Event:
    words = quoter.words(one.evidence)
    return Event(
        at=at,
        kind="dispute" if kind == "dispute" else "settled",
        story=story.id,
        article=words[-1].article if words else None,
        what=str(one.because),
        evidence=words,
    )


def edit_of(old: StoredArticle, new: StoredArticle, story: str, *, at: str) -> Event:
    """Give the event of an article that its outlet changed without saying so: the first places that differ."""
    found = differences(old.article.text, new.article.text)
    evidence = []
    for one in found[:SHOWN]:
        for stored, (start, end) in ((old, one.before), (new, one.after)):
            words = stored.article.text[start:end]
            evidence.append(
                Words(
                    article=new.article.id,
                    version=stored.version,
                    start=start,
                    end=end,
                    words=words,
                    outlet=new.article.outlet,
                    url=new.article.url,
                )
            )
    first = found[0] if found else None
    return Event(
        at=at,
        kind="edited",
        story=story,
        article=new.article.id,
        what=new.article.title or new.article.text.strip().partition("\n")[0][:HEADLINE],
        before=old.article.text[slice(*first.before)] if first else old.article.title,
        after=new.article.text[slice(*first.after)] if first else new.article.title,
        evidence=tuple(evidence),
    )
