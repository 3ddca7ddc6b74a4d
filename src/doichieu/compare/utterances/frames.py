"""Frames: the words around a statement, in which an outlet tells who speaks and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from doichieu.compare.utterances.sayings import Saying
    from doichieu.model import Mention, MentionType, Reading

OF = 25
"""Code points behind a noun for a remark ("bình luận của") in which the name of its author begins."""
TITLE = 2
"""Code points between two names of one phrase: "Ngoại trưởng Mỹ Antony Blinken"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence, or sentences, of a statement without its content."""

    reading: Reading
    pieces: tuple[Span, ...]
    whole: Span

    @property
    def words(self) -> str:
        """The words of the frame, its pieces joined by ``|``."""
        return " | ".join(piece.of(self.reading.text) for piece in self.pieces)

    def named_after(self, nouns: Callable[[str], Iterable[tuple[int, int]]]) -> dict[str, MentionType]:
        """Give the actors, with their types, who are named right behind a noun that ``nouns`` finds."""
        mentions = self.reading.mentions[slice(*_within(self.reading.mentions, self.whole))]
        named: dict[str, MentionType] = {}
        for _, end in nouns(self.whole.of(self.reading.text)):
            reach = self.whole.start + end + OF
            for mention in mentions:
                if self.whole.start + end <= mention.start <= reach:
                    named[mention.actor] = mention.type
                    reach = mention.end + TITLE
        return named


def frame_of(saying: Saying, before: Saying | None, after: Saying | None) -> Frame:
    """Give the frame of a statement: its sentences, as far as the statements before and after it leave them."""
    reading, statement = saying.reading, saying.statement
    start, end = _sentence_start(reading, statement.start), _sentence_end(reading, statement.end)
    for span in (statement.cue, statement.speaker):
        if span:
            start, end = min(start, span.start), max(end, span.end)
    if before and before.reading is reading and before.statement.end <= statement.start:
        start = max(start, before.statement.end)
    if after and after.reading is reading and statement.end <= after.statement.start:
        end = min(end, after.statement.start)
    borders = [start, *(offset for span in statement.content for offset in span), end]
    pieces = [Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=True) if a < b]
    return Frame(reading, tuple(pieces), Span(start, end))


def _within(notes: Sequence[Mention], span: Span) -> tuple[int, int]:
    """Give the first and the last number of the notes that begin inside ``span``."""
    first = bisect_left(notes, span.start, key=lambda note: note.start)
    return first, bisect_left(notes, span.end, key=lambda note: note.start)


def _sentence_start(reading: Reading, offset: int) -> int:
    number = bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start) - 1
    return min(offset, reading.sentences[number].start) if number >= 0 else offset


def _sentence_end(reading: Reading, offset: int) -> int:
    number = bisect_right(reading.sentences, offset - 1, key=lambda sentence: sentence.start) - 1
    return max(offset, reading.sentences[number].end) if number >= 0 else offset
