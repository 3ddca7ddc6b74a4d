"""Stream: articles that come one at a time or many at once, each put into its story as it comes.

>>> stream = StoryStream()
>>> [len(stream), stream.stories()]
[0, {}]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from doichieu.compare.stories.grouping import told_at
from doichieu.compare.stories.known import Counted
from doichieu.compare.stories.shelf import TOGETHER, Shelf
from doichieu.model import Because, Reading

BORDER = 0.6
"""Part of the nearness that joins, from which a refusal is told."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an article was put, and why."""

    article: str
    story: str
    """The id of its story, which is new where it stands alone."""
    nearness: float
    """Mean nearness to the other articles of the story, from 0 to about 1.2; 0 where it stands alone."""
    moved: tuple[tuple[str, str], ...]
    """Earlier articles, each with its new story: this article showed where they belong."""
    because: Because
    refused: tuple[Because, ...]
    """The stories that it was near to and was not put into, the nearest first."""


class StoryStream:
    """Stories that grow. Holds no texts: of each article its n-grams and its days, some kilobytes.

    The same articles, given in the same batches, give the same stories whatever the order inside each batch.
    """

    def __init__(self) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._languages: dict[str, str] = {}

    def __len__(self) -> int:
        """Give the number of articles."""
        return len(self._languages)

    def add(self, reading: Reading) -> Decision:
        """Put one article into its story. One whose id is known already stays where it is."""
        return self.add_all([reading])[0]

    def add_all(self, readings: Iterable[Reading]) -> list[Decision]:
        """Put a batch of articles into their stories, in the order of publication; decisions come in that order."""
        batch = sorted(readings, key=told_at)
        fresh = {one.article.id: one for one in reversed(batch) if one.article.id not in self._languages}
        counted = {ident: self._shelf(fresh[ident]).known.count(fresh[ident]) for ident in sorted(fresh)}
        return [self._decide(reading, counted.pop(reading.article.id, None)) for reading in batch]

    def put(self, reading: Reading, story: str) -> None:
        """Put an article into a story without judging it: to take up what was decided before, or by a person."""
        shelf = self._shelf(reading)
        shelf.assign(shelf.take(reading, shelf.known.count(reading)), story)
        self._languages[reading.article.id] = reading.article.language

    def forget(self, article: str) -> None:
        """Let go of an article that was taken back or is too old. Raises KeyError where it is not known."""
        self._shelves[self._languages.pop(article)].drop(article)

    def story_of(self, article: str) -> str:
        """Give the id of an article's story. Raises KeyError where the article is not known."""
        return self._shelves[self._languages[article]].story_of(article)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Give the ids of the articles of each story, by the id of the story."""
        found = {story: articles for shelf in self._shelves.values() for story, articles in shelf.stories()}
        return {story: found[story] for story in sorted(found)}

    def _shelf(self, reading: Reading) -> Shelf:
        language = reading.article.language
        return (
            self._shelves.setdefault(language, Shelf(language))
            if language not in self._shelves
            else self._shelves[language]
        )

    def _decide(self, reading: Reading, counted: Counted | None) -> Decision:
        ident = reading.article.id
        if counted is None:
            return Decision(ident, self.story_of(ident), 0.0, (), Because("an article with this id is known"), ())
        shelf = self._shelf(reading)
        self._languages[ident] = reading.article.language
        number = shelf.take(reading, counted)
        moved = shelf.settle(number)
        story = shelf.story_of(ident)
        nearness, others = shelf.mean(number, story)
        refused = [(mean, other) for mean, other in shelf.near_stories(number) if other != story]
        return Decision(
            article=ident,
            story=story,
            nearness=round(nearness, 3),
            moved=tuple(moved),
            because=_because(nearness, others),
            refused=tuple(_refusal(mean, other) for mean, other in refused if mean >= BORDER * TOGETHER),
        )


def _because(mean: float, others: int) -> Because:
    if not others:
        return Because("tells of the same as no other article")
    values = (f"{mean:.2f}", str(others), f"{TOGETHER:.2f}")
    if mean >= TOGETHER:
        return Because("{0} near to the {1} other articles of the story on average ({2} joins)", values)
    return Because("{0} near to the {1} other articles of the story on average, and less to any other story", values)


def _refusal(mean: float, story: str) -> Because:
    values = (f"{mean:.2f}", story, f"{TOGETHER:.2f}")
    if mean >= TOGETHER:
        return Because("{0} near to the articles of {1} on average, and nearer to its own story", values[:2])
    return Because("only {0} near to the articles of {1} on average ({2} joins)", values)
