"""Changes: what is told as new, and the words that it rests on."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from doichieu.errors import DoichieuError
from doichieu.library.adding import add_items
from doichieu.library.differences import differences
from doichieu.library.reports import Change, as_json, as_rss, as_text, changes_since, since_of
from doichieu.model import Article
from doichieu.store import Store
from doichieu.store.events import Event, EventKind
from library_piles import ALL, FIRE, FLOOD, article

LATER = "2031-05-06T00:00:00Z"


def put(store: Store, items: list[Article], at: str) -> list[Event]:
    list(add_items(store, items, origin="test", clock=lambda: at))
    return [one for one in store.events.since(at) if one.at == at]


def told(events: list[Event], kind: str) -> list[Event]:
    return [one for one in events if one.kind == kind]


def test_a_figure_that_grew(store: Store) -> None:
    put(store, list(FLOOD[:2]), "2031-05-05T00:00:00Z")
    events = put(store, [FLOOD[2]], LATER)
    (figure,) = told(events, "figure")
    assert figure.before is not None
    assert figure.after is not None
    assert "2.500" in figure.before
    assert "3.600" in figure.after
    assert {words.article for words in figure.evidence} <= {"lu-1", "lu-2", "lu-3"}
    assert all(words.words == _text(words.article)[words.start : words.end] for words in figure.evidence)


def _text(ident: str) -> str:
    return next(one.text for one in ALL if one.id == ident)


def test_a_new_voice(store: Store) -> None:
    put(store, list(FLOOD[:2]), "2031-05-05T00:00:00Z")
    events = put(store, [FLOOD[2]], LATER)
    assert [one.what for one in told(events, "voice")] == ["Đinh Thu Vọng"]
    assert told(events, "article")[0].what == FLOOD[2].text.partition("\n")[0]


def test_a_voice_that_was_heard_is_not_new(store: Store) -> None:
    put(store, [FLOOD[0]], "2031-05-05T00:00:00Z")
    assert told(put(store, [FLOOD[1]], LATER), "voice") == []


def test_a_conflict_appears_and_goes(store: Store) -> None:
    one, other = FIRE
    hurt = replace(
        other, text=other.text.replace("không ai bị thương", "8 người bị thương") + "\n8 công nhân bị thương."
    )
    three = replace(one, text=one.text.replace("“Không ai bị thương”", "“5 công nhân bị thương”"))
    put(store, [three], "2031-05-05T00:00:00Z")
    events = put(store, [hurt], LATER)
    assert told(events, "dispute"), [row.kind for row in events]
    assert len(told(events, "dispute")[0].evidence) >= 2
    agreeing = replace(three, text=three.text.replace("5 công nhân", "8 công nhân"))
    after = put(store, [agreeing], "2031-05-07T00:00:00Z")
    assert told(after, "settled")
    assert told(after, "edited")[0].before == "5"


def test_a_new_story_is_told_once_it_has_two_articles(store: Store) -> None:
    put(store, list(ALL), LATER)
    kinds = [(one.event.kind, one.event.story) for one in changes_since(store, LATER)]
    assert kinds == [("story", "s:lu-1"), ("story", "s:chay-1")] or sorted(kinds) == [
        ("story", "s:chay-1"),
        ("story", "s:lu-1"),
    ]
    assert len(changes_since(store, LATER, least=1)) == 3


def test_reports_hold_what_others_wrote_as_text_only(store: Store) -> None:
    hostile = "<script>alert(1)</script> ]]> \x1b[31m \u202e &"
    put(store, [article("a", f"{hostile}\nÔng Trần Quế Sơn nói {hostile} ở Hà Lam.", outlet=hostile)], LATER)
    found = changes_since(store, "", least=1)
    text = "\n".join(as_text(found))
    assert "\x1b" not in text
    assert "\u202e" not in text
    channel = ET.fromstring(as_rss(found, LATER)).find("channel")  # noqa: S314 - our own text
    assert channel is not None
    assert len(channel.findall("item")) == 1
    description = channel.find("item/description")
    assert description is not None
    assert "<script>" not in (description.text or "")
    assert json.loads(as_json(found, LATER))["changes"][0]["event"]["kind"] == "story"


def test_every_kind_of_event_has_a_line() -> None:
    for kind in get_args(EventKind):
        event = Event(at=LATER, kind=kind, story="s:1", what="x", before="a", after="b")
        assert list(as_text([Change(event=event, headline="h")]))[1]


@pytest.mark.parametrize(
    ("asked", "time"),
    [
        ("24h", "2031-05-05T08:00:00Z"),
        ("90m", "2031-05-06T06:30:00Z"),
        ("1w", "2031-04-29T08:00:00Z"),
        ("2031-05-01T00:00:00+07:00", "2031-04-30T17:00:00Z"),
    ],
)
def test_times_asked_for(asked: str, time: str) -> None:
    assert since_of(asked, datetime(2031, 5, 6, 8, tzinfo=UTC)) == time


@pytest.mark.parametrize("asked", ["yesterday", "", "99999w", "2031-13-01", "-1d"])
def test_what_is_no_time_is_a_line(asked: str) -> None:
    with pytest.raises(DoichieuError, match="no time"):
        since_of(asked, datetime(2031, 5, 6, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("có 2.500 người", "có 3.600 người", [("2.500", "3.600")]),
        ("a b c", "a c", [("b", "")]),
        ("a c", "a b c", [("", "b")]),
        ("", "a", [("", "a")]),
        ("a", "a", []),
    ],
)
def test_differences(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.before.of(before), one.after.of(after)) for one in differences(before, after)] == expected


def test_differences_of_very_long_texts_are_found_quickly() -> None:
    one, other = "ba " * 200_000, "ca " * 200_000
    assert len(differences(one, other)) == 1
