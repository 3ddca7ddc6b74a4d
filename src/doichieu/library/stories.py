"""Stories of a library: found by what a person types, compared when they changed, told again from what was kept."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import msgspec

from doichieu.errors import DoichieuError
from doichieu.library.versions import comparer_version
from doichieu.model import FORMAT, Because, Dossier, Problem, Span, Story, ToldStory, span_of, strip_span
from doichieu.store.stories import StoryRow
from doichieu.tell.records import DossierRecord, StoryRecord, read_json, record_of_dossier, record_of_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doichieu.model import Reading
    from doichieu.store import Store

HALF = 2.0
"""Days after which an article is worth half as much news."""
HEADLINE = 160
"""Characters of a headline in lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing a story gave, ready to be kept."""

    told: ToldStory | None
    problem: Problem | None = None


def story_of(store: Store, asked: str) -> StoryRow:
    """Give the story that is meant: by its id, with or without ``s:``, an id that it had before, or an article's id.

    Raises DoichieuError where there is none.
    """
    row = store.stories.get(asked) or store.stories.get(f"s:{asked}")
    if row is None and (article := store.articles.by_id(asked.removeprefix("s:"))):
        ident = store.stories.of_articles([article.number]).get(article.number)
        row = store.stories.get(ident) if ident else None
    for _ in range(1000):
        if row is None or row.merged_into is None:
            break
        row = store.stories.get(row.merged_into)
    if row is None or row.merged_into is not None:
        raise DoichieuError(
            f"{asked}: no story of the library ('doichieu stories' lists them, 'doichieu search' finds them)"
        )
    return row


def compare_afresh(ident: str, readings: Iterable[Reading], because: Sequence[Because] = ()) -> Compared:
    """Compare the readings of one story and tell it. A fault of the program is a problem of the story."""
    from doichieu.compare.comparison import compare_story
    from doichieu.compare.likeness import Weights
    from doichieu.compare.stories.common_ground import common_ground
    from doichieu.compare.stories.grouping import Group, told_at
    from doichieu.tell.narration import tell

    ordered = tuple(sorted(readings, key=told_at))
    try:
        ground = common_ground(ordered, Weights.of((), ordered[0].article.language))
        return Compared(told=tell(compare_story(Group(ident, ordered, (*ground, *because)))))
    except Exception as error:  # noqa: BLE001 - a story that cannot be compared must not stop the others
        reason = Because("comparing failed on it ({0}): please report this", (f"{type(error).__name__}: {error}",))
        return Compared(told=None, problem=Problem(source=ident, because=reason))


def pack(told: ToldStory) -> bytes:
    """Give a told story without its articles as bytes."""
    (record,) = record_of_dossier(Dossier(stories=(told,))).stories
    return zlib.compress(msgspec.json.encode(record), 3)


def unpack(content: bytes) -> StoryRecord:
    """Give the record that was packed."""
    return msgspec.json.decode(zlib.decompress(content), type=StoryRecord)


def dossier_of_story(store: Store, asked: str) -> Dossier:
    """Give the dossier of one story, from what was kept where the program is the same, else compared anew.

    Raises DoichieuError where there is no such story, or where it cannot be compared.
    """
    with store.reading():
        row = story_of(store, asked)
        readings = list(store.articles.readings(store.stories.members(row.id)).values())
        kept = store.stories.told(row.id) if row.comparer == comparer_version() else b""
        because = reasons_of_people(store, readings)
    if kept:
        return _told_again(unpack(kept), readings)
    compared = compare_afresh(row.id, readings, because)
    if compared.told is None:
        raise DoichieuError(f"{row.id}: {compared.problem.because if compared.problem else 'cannot be compared'}")
    return Dossier(stories=(compared.told,))


def reasons_of_people(store: Store, readings: Iterable[Reading]) -> tuple[Because, ...]:
    """Give what people said about the articles of a story."""
    from doichieu.library.people import reasons

    return reasons(store, [reading.article.id for reading in readings])


def _told_again(record: StoryRecord, readings: Iterable[Reading]) -> Dossier:
    """Lay what was kept of a story beside its articles, whose names are made the story's again."""
    from doichieu.compare.actors.resolving import resolve_actors
    from doichieu.compare.dates import supply_dates
    from doichieu.compare.stories.grouping import told_at

    resolved, _ = resolve_actors(supply_dates(tuple(sorted(readings, key=told_at))))
    whole = DossierRecord(
        format=FORMAT, articles=tuple(map(record_of_reading, resolved)), stories=(record,), problems=()
    )
    return read_json(msgspec.json.encode(whole))


def row_of(
    ident: str,
    readings: Sequence[Reading],
    days: Sequence[int],
    told: ToldStory | None,
    *,
    made: str,
    changed: str,
    comparer: str,
) -> StoryRow:
    """Give what lists show of a story. ``days`` are those of its articles, as ordinals."""
    story = told.story if told else Story(id=ident, readings=tuple(readings))
    voices = {speaker for line in story.utterances for speaker in line.speakers}
    if not told:
        voices = {speaker for reading in readings for one in reading.statements for speaker in one.speakers}
    newest: dict[str, int] = {}
    for reading, day in zip(readings, days, strict=True):
        outlet = reading.article.outlet or reading.article.id
        newest[outlet] = max(day, newest.get(outlet, day))
    return StoryRow(
        id=ident,
        made=made,
        changed=changed,
        headline=_one_line(told.headline.text if told else headline_of(readings[0])),
        articles=len(readings),
        outlets=len(newest),
        voices=len(voices),
        disputes=len(story.disagreements),
        first_day=min(days),
        last_day=max(days),
        news=round(news_of(newest.values()), 6),
        comparer=comparer,
    )


def news_of(days: Iterable[int]) -> float:
    """Give how much news a story is, by the day of the newest article of each outlet.

    Each is worth half as much for every two days of age. Given as a logarithm, so that it need not change as days pass.

    >>> news_of([100, 100]) == news_of([102])
    True
    """
    powers = [day / HALF for day in days]
    highest = max(powers)
    return highest + log2(sum(2 ** (power - highest) for power in powers))


def head_span(reading: Reading) -> Span:
    """Give where an article's headline stands, or its first line."""
    zone = next((zone for zone in reading.zones if zone.kind == "headline"), None)
    if zone:
        return span_of(zone)
    text = reading.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return strip_span(text, start, len(text) if end < 0 else end)


def headline_of(reading: Reading) -> str:
    """Give an article's headline, or its title, or its first line."""
    headed = any(zone.kind == "headline" for zone in reading.zones)
    return reading.article.title if reading.article.title and not headed else head_span(reading).of(reading.text)


def _one_line(text: str) -> str:
    words = " ".join(text.replace("\0", " ").split())
    return words if len(words) <= HEADLINE else words[: HEADLINE - 1].rstrip() + "…"
