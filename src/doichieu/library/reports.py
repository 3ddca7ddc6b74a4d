"""Reports: what is new in a library, for the eye, for programs and for feed readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import msgspec

from doichieu.errors import DoichieuError
from doichieu.store.events import Event, Words

if TYPE_CHECKING:
    from doichieu.store import Store

CHANGES = "doichieu-changes/1"
_AGO = re.compile(r"(\d{1,4})\s{0,2}([mhdw])", re.ASCII)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]")
TITLES = {
    "story": "new story",
    "article": "another article",
    "edited": "edited",
    "voice": "new voice",
    "figure": "figure",
    "dispute": "accounts differ",
    "settled": "accounts differ no longer",
    "merged": "stories became one",
    "split": "story taken apart",
    "corrected": "corrected by a person",
}


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """An event, with the headline of its story."""

    event: Event
    headline: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What ``changes`` gives to programs."""

    format: str
    since: str
    changes: tuple[Change, ...]


def since_of(asked: str, now: datetime) -> str:
    """Give a time as the library writes it, of a day, an ISO time, or how long ago it is (``90m``, ``24h``, ``7d``).

    Raises DoichieuError for anything else.

    >>> since_of("2h", datetime(2026, 1, 31, 8, tzinfo=UTC))
    '2026-01-31T06:00:00Z'
    """
    match = _AGO.fullmatch(asked.strip())
    try:
        if match:
            time = now - timedelta(**{_UNITS[match[2]]: int(match[1])})
        else:
            time = datetime.fromisoformat(asked.strip())
            time = time.astimezone() if time.tzinfo is None else time
        return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError) as error:
        raise DoichieuError(
            f"{asked}: no time; give a day (2026-01-31), a time (2026-01-31T08:00), or 24h, 7d"
        ) from error


def changes_since(store: Store, since: str, *, least: int = 2) -> list[Change]:
    """Give what is new, the oldest first. New stories only where they have so many articles by now."""
    with store.reading():
        found = []
        rows = {}
        for event in store.events.since(since):
            if event.story not in rows:
                rows[event.story] = store.stories.get(event.story)
            row = rows[event.story]
            if event.kind != "story" or (row and row.merged_into is None and row.articles >= least):
                found.append(Change(event=event, headline=row.headline if row else event.what))
    return found


def as_json(changes: Iterable[Change], since: str) -> bytes:
    """Give changes as JSON."""
    report = Report(format=CHANGES, since=since, changes=tuple(changes))
    return msgspec.json.format(msgspec.json.encode(report), indent=1) + b"\n"


def as_text(changes: Iterable[Change]) -> Iterator[str]:
    """Give changes as lines, story by story, each with the words that it rests on."""
    by_story: dict[str, list[Change]] = {}
    for change in changes:
        by_story.setdefault(change.event.story, []).append(change)
    for story, some in by_story.items():
        yield f"{plain(some[-1].headline)}  [{plain(story)}]"
        for change in some:
            yield f"  {change.event.at[:16].replace('T', ' ')}  {sentence(change.event)}"
            yield from (f"      {_quote(words)}" for words in change.event.evidence)
        yield ""


def sentence(event: Event) -> str:
    """Give what happened in a line."""
    title, what = TITLES[event.kind], plain(event.what)
    if event.kind in {"figure", "edited"} and event.before is not None:
        before, after = plain(event.before), plain(event.after or "")
        return f"{title}: {what}: from “{before}” to “{after}”" if before else f"{title}: {what}: new “{after}”"
    if event.kind in {"merged", "split"}:
        return f"{title}: {what} ({plain(event.before or '')})"
    return f"{title}: {what}"


def _quote(words: Words) -> str:
    place = f"version {words.version}, {words.start}–{words.end}"
    return f"“{plain(words.words)}” ({plain(words.outlet or words.article)}, {place})"


def plain(text: str) -> str:
    """Give a text as one line without anything that a terminal would act on."""
    return _CONTROL.sub("", " ".join(text.split()))


def as_rss(changes: Iterable[Change], since: str) -> bytes:
    """Give changes as RSS 2.0, the newest first, each event an item with an id of its own."""
    items = "".join(_item(change) for change in sorted(changes, key=lambda one: -one.event.number))
    words = _xml(f"changes since {since}")
    head = f"<title>doichieu</title><link>https://doichieu.invalid/</link><description>{words}</description>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{items}</channel></rss>\n'.encode()
    )


def _item(change: Change) -> str:
    event = change.event
    address = next(
        (words.url for words in event.evidence if words.url and words.url.startswith(("http://", "https://"))), ""
    )
    link = f"<link>{_xml(address)}</link>" if address else ""
    body = "".join(f"<blockquote>{escape(_quote(words))}</blockquote>" for words in event.evidence)
    date = format_datetime(datetime.fromisoformat(event.at))
    return (
        f"<item><title>{_xml(f'{change.headline}: {sentence(event)}')}</title>{link}"
        f'<guid isPermaLink="false">{_xml(f"{event.story}/{event.number}")}</guid><pubDate>{date}</pubDate>'
        f"<category>{event.kind}</category><description>{_xml(body)}</description></item>"
    )


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("", text))
