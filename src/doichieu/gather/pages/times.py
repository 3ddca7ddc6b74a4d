"""Times: when a page was published and changed, weighed against what else the page tells."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from doichieu.gather.moments import HOME, any_moment, moment, shown_moment
from doichieu.gather.pages.walking import text_of
from doichieu.model import Because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from doichieu.gather.pages.linked_data import LinkedData
    from doichieu.gather.pages.markup import Parts
    from doichieu.gather.pages.metadata import Meta

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "article.published",
    "publishdate",
    "dc.date.issued",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "dc.date.modified")
_NEAR = timedelta(minutes=10)
"""Times of one page that differ by less are one: systems stamp saving and publishing apart."""
_HOURS = HOME.utcoffset(None)


def times_of(
    tree: HtmlElement, parts: Parts, meta: Meta, linked: LinkedData
) -> tuple[datetime | None, datetime | None, tuple[Because, ...]]:
    """Give when the page was published, when it was changed later, and a reason where it tells different things."""
    told = list(_told(tree, meta, linked))
    shown = _shown(tree, parts)
    published, because = _weigh(told, shown)
    if published is None:
        published = _found(tree)
    changed = (moment(text) for text in (linked.modified, *(meta.get(name) for name in _UPDATED)) if text)
    updated = next((value for value in changed if value), None)
    return published, updated if published and updated and updated > published + _NEAR else None, tuple(because)


def _told(tree: HtmlElement, meta: Meta, linked: LinkedData) -> Iterator[tuple[str, datetime]]:
    """Give each time of publication that the page's metadata name, the most reliable first."""
    sources = [("meta", meta.get(name)) for name in _PUBLISHED] + [("JSON-LD", linked.published)]
    sources += [("datePublished", element.get("datetime")) for element in tree.iterfind(".//*[@itemprop]")
                if "datePublished" in element.get("itemprop", "")]  # fmt: skip
    sources += [("<time>", element.get("datetime")) for element in _times(tree)]
    for name, text in sources:
        value = any_moment(text) if text else None
        if value:
            yield name, value


def _times(tree: HtmlElement) -> Iterable[HtmlElement]:
    """Give the page's <time> elements, those of the article first."""
    return [*tree.iterfind(".//article//time"), *tree.iter("time")][:20]


def _shown(tree: HtmlElement, parts: Parts) -> datetime | None:
    """Give the time that the page shows its readers."""
    marked = (part.element for part in parts.get("time", ())[:20])
    for element in (*_times(tree), *marked):
        value = shown_moment(text_of(element))
        if value:
            return value
    return None


def _weigh(told: list[tuple[str, datetime]], shown: datetime | None) -> tuple[datetime | None, list[Because]]:
    if not told:
        return shown, []
    name, value = told[0]
    if shown and _marked_as_utc(value, shown):
        because = Because("time of publication: {0} marks the hour {1} of home as UTC; taken as readers see it",
                          (name, f"{value:%H:%M}"))  # fmt: skip
        return shown, [because]
    shown_too = [("the line for readers", shown)] if shown else []
    others = [(other, time) for other, time in told[1:] + shown_too if not _one(value, time)]
    if not others:
        return value, []
    other, time = others[0]
    template = "time of publication: {0} ({1}) is taken, the page also tells {2} ({3})"
    return value, [Because(template, (_written(value), name, _written(time), other))]


def _one(value: datetime, other: datetime) -> bool:
    """Say whether two times are one: a day without its hour goes with every hour of the day."""
    day_only = (other.hour, other.minute) == (0, 0) and other.date() == value.astimezone(other.tzinfo).date()
    return day_only or abs(value - other) <= _NEAR


def _marked_as_utc(value: datetime, shown: datetime) -> bool:
    """Say whether the metadata's time is the hour that readers see, with the zone of Greenwich: a common fault."""
    return value.utcoffset() == timedelta(0) and shown.utcoffset() == _HOURS and value - shown == _HOURS


def _written(value: datetime) -> str:
    return value.isoformat(sep=" ", timespec="minutes")


def _found(tree: HtmlElement) -> datetime | None:
    from htmldate import find_date  # noqa: PLC0415 - slow to load, and few pages need it

    return moment(find_date(tree, original_date=True) or "")
