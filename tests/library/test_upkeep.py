"""Upkeep: what an earlier version made is made again, what is broken is found and mended."""

import pytest

from doichieu.library.adding import add_items
from doichieu.library.upkeep import compare_again, examine, read_again, repair
from doichieu.store import Store
from library_piles import ALL

EMPTY_STORY = (
    "INSERT INTO stories SELECT 99, 's:none', made, changed, merged_into, headline, articles, outlets, voices,"
    " disputes, first_day, last_day, news, comparer, told FROM stories WHERE id = 's:lu-1'"
)


@pytest.fixture
def filled(store: Store) -> Store:
    list(add_items(store, ALL, origin="here", clock=lambda: "2031-05-05T00:00:00Z"))
    return store


def whole(store: Store) -> list[object]:
    return [store.stories.find(limit=99), store.articles.readings(store.articles.numbers()), store.neighbours.pairs()]


def test_articles_are_read_again_by_another_reader(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("adding", "upkeep"):
        monkeypatch.setattr(f"doichieu.library.{module}.reader_version", lambda: "another")
    assert [(one.what, one.count, one.fault) for one in examine(filled)] == [
        ("articles read by an earlier version of the program", len(ALL), False)
    ]
    events = filled.events.since("")
    assert read_again(filled) == len(ALL)
    assert examine(filled) == []
    assert filled.events.since("") == events


def test_stories_are_compared_again_by_another_comparer(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("settling", "upkeep", "stories"):
        monkeypatch.setattr(f"doichieu.library.{module}.comparer_version", lambda: "another")
    events = filled.events.since("")
    assert compare_again(filled) == 3
    assert compare_again(filled) == 0
    assert filled.events.since("") == events


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM readings WHERE article = 2",
        "DELETE FROM members WHERE article = 2",
        "UPDATE stories SET articles = 99",
        "UPDATE members SET story = (SELECT MIN(story) FROM members)",
        EMPTY_STORY,
    ],
    ids=["reading", "member", "count", "astray", "empty-story"],
)
def test_damage_is_found_and_mended(filled: Store, damage: str) -> None:
    before = whole(filled)
    filled.database.run(damage)
    assert any(one.fault for one in examine(filled))
    assert repair(filled) == []
    after = whole(filled)
    assert after[1:] == before[1:]
    assert [row.articles for row in filled.stories.find(order="size")] == [3, 2, 1]
