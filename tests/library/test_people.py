"""A person's corrections: kept, respected by all that comes later, shown with the story."""

from collections.abc import Callable

import pytest

from doichieu.errors import DoichieuError
from doichieu.library import people
from doichieu.library.adding import add_items
from doichieu.library.stories import dossier_of_story
from doichieu.library.upkeep import examine, regroup_all
from doichieu.store import Store
from doichieu.store.corrections import Correction
from library_piles import ALL, FLOOD, article

AT = "2031-05-06T00:00:00Z"


@pytest.fixture
def filled(store: Store) -> Store:
    list(add_items(store, ALL, origin="test", clock=lambda: "2031-05-05T00:00:00Z"))
    return store


def members(store: Store, story: str) -> set[str]:
    return {ident for _, ident in store.articles.keys(store.stories.members(story)).values()}


MERGE: Callable[[Store], Correction] = lambda store: people.merge(store, ["s:chay-1", "s:cho-1"], at=AT, note="một nơi")  # noqa: E731
SPLIT: Callable[[Store], Correction] = lambda store: people.split(store, "s:lu-1", ["lu-3"], at=AT)  # noqa: E731
PIN: Callable[[Store], Correction] = lambda store: people.pin(store, "lu-3", "s:cho-1", at=AT)  # noqa: E731
CASES = [
    (MERGE, [{"chay-1", "chay-2", "cho-1"}, {"lu-1", "lu-2", "lu-3"}]),
    (SPLIT, [{"lu-1", "lu-2"}, {"lu-3"}, {"chay-1", "chay-2"}, {"cho-1"}]),
    (PIN, [{"lu-1", "lu-2"}, {"lu-3", "cho-1"}, {"chay-1", "chay-2"}]),
]


@pytest.mark.parametrize(("make", "expected"), CASES, ids=["merge", "split", "pin"])
def test_a_correction_holds_at_once_and_for_later_runs(
    filled: Store, make: Callable[[Store], Correction], expected: list[set[str]]
) -> None:
    people.correct(filled, lambda: make(filled))
    for _ in range(2):
        found = [members(filled, ident) for _, ident in filled.stories.ids()]
        assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
        assert examine(filled) == []
        regroup_all(filled)
    events = [one.kind for one in filled.events.since(AT)]
    assert "corrected" in events


def test_a_later_article_joins_the_story_that_a_person_made(filled: Store) -> None:
    people.correct(filled, lambda: MERGE(filled))
    more = article("chay-3", ALL[3].text.replace("Tối", "Lửa tắt. Tối"), day=5, outlet="Tin Trưa")
    (added,) = add_items(filled, [more], origin="test")
    assert members(filled, added.story) == {"chay-1", "chay-2", "chay-3", "cho-1"}


def test_the_story_says_that_a_person_made_it(filled: Store) -> None:
    people.correct(filled, lambda: MERGE(filled))
    (told,) = dossier_of_story(filled, "cho-1").stories
    assert any("a person put its articles together" in str(one) and "một nơi" in str(one) for one in told.story.because)


def test_the_latest_word_counts(filled: Store) -> None:
    people.correct(filled, lambda: SPLIT(filled))
    people.correct(filled, lambda: people.pin(filled, "lu-3", "s:lu-1", at="2031-05-07T00:00:00Z"))
    assert members(filled, "s:lu-1") == {one.id for one in FLOOD}
    assert examine(filled) == []


def test_a_story_that_was_merged_is_found_by_its_old_name(filled: Store) -> None:
    _, (story,) = people.correct(filled, lambda: MERGE(filled))
    assert dossier_of_story(filled, "s:cho-1").stories[0].story.id == story


@pytest.mark.parametrize(
    "make",
    [
        lambda store: people.merge(store, ["s:lu-1", "lu-2"], at=AT),
        lambda store: people.merge(store, ["s:lu-1", "s:xx"], at=AT),
        lambda store: people.split(store, "s:lu-1", ["cho-1"], at=AT),
        lambda store: people.split(store, "s:lu-1", ["lu-1", "lu-2", "lu-3"], at=AT),
        lambda store: people.pin(store, "xx", "s:lu-1", at=AT),
    ],
    ids=["one-story", "no-story", "not-in-it", "all-of-it", "no-article"],
)
def test_what_makes_no_sense_is_refused_and_not_kept(filled: Store, make: Callable[[Store], Correction]) -> None:
    with pytest.raises(DoichieuError):
        people.correct(filled, lambda: make(filled))
    assert filled.corrections.all() == []
