"""Grouping as articles come is grouping afresh, for any nearness and any order."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from doichieu.library.grouping import Key, Shelf, afresh, regroup

Near = dict[int, dict[int, float]]
MOST = 12
pairs = st.dictionaries(
    st.tuples(st.integers(0, MOST), st.integers(0, MOST)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.03, 0.05, 0.08, 0.1, 0.12, 0.2, 0.5, 1e6, -1e9]),
    max_size=50,
)
orders = st.permutations(range(MOST + 1))


class World:
    """A library in memory: what is near, and which stories there are."""

    def __init__(self, moments: list[int]) -> None:
        self.keys: dict[int, Key] = {number: (f"{moment:04}", f"{number:04}") for number, moment in enumerate(moments)}
        self.near: Near = {number: {} for number in self.keys}
        self.there: dict[int, str] = {}

    def shelf(self) -> Shelf:
        return Shelf(
            near_of=lambda some: {one: self._seen(one) for one in some},
            keys_of=lambda some: {one: self.keys[one] for one in some},
            story_of=lambda some: {one: self.there[one] for one in some if one in self.there},
            members_of=lambda story: [one for one, of in self.there.items() if of == story],
            behind_of=self._behind,
            by_person=lambda _: {},
        )

    def _seen(self, one: int) -> dict[int, float]:
        return {other: value for other, value in self.near[one].items() if other in self.come}

    def _behind(self, some: Iterable[int], key: Key) -> set[int]:
        return {other for one in some for other in self._seen(one) if self.keys[other] > key}

    def add(self, articles: Iterable[int], shaken: Iterable[int] = ()) -> None:
        some = list(articles)
        self.come = {*self.there, *some}
        shelf = self.shelf()
        regroup(shelf, [*some, *shaken])
        names = {label: f"s{len(self.there)}{label}" if label[0] == "+" else label for label in shelf.members}
        self.there.update({one: names[label] for label, members in shelf.members.items() for _, one in members})

    def stories(self) -> set[frozenset[int]]:
        found: dict[str, set[int]] = {}
        for one, story in self.there.items():
            found.setdefault(story, set()).add(one)
        return {frozenset(members) for members in found.values()}


def world_of(nearness: dict[tuple[int, int], float], moments: list[int]) -> World:
    world = World(moments)
    for (one, other), value in nearness.items():
        world.near[one][other] = world.near[other][one] = value
    return world


@given(pairs, orders, orders)
def test_one_at_a_time_in_any_order(
    nearness: dict[tuple[int, int], float], moments: list[int], order: list[int]
) -> None:
    world = world_of(nearness, moments)
    for number in order:
        world.add([number])
    assert world.stories() == afresh(world.keys, world.near)


@given(pairs, orders, st.integers(1, MOST))
def test_all_at_once_and_some_before(nearness: dict[tuple[int, int], float], moments: list[int], first: int) -> None:
    world = world_of(nearness, moments)
    world.add(range(first))
    world.add(range(first, MOST + 1))
    assert world.stories() == afresh(world.keys, world.near)


@given(pairs, orders, pairs, st.integers(0, MOST))
def test_an_article_that_changed(
    nearness: dict[tuple[int, int], float], moments: list[int], later: dict[tuple[int, int], float], changed: int
) -> None:
    world = world_of(nearness, moments)
    world.add(range(MOST + 1))
    before = set(world.near[changed])
    for other in before:
        del world.near[other][changed]
    world.near[changed] = {}
    for (one, other), value in later.items():
        if changed in {one, other}:
            world.near[one][other] = world.near[other][one] = value
    world.add([changed], shaken=before)
    assert world.stories() == afresh(world.keys, world.near)


def test_an_article_between_two_stories_joins_the_nearer() -> None:
    world = world_of({(0, 2): 0.1, (1, 2): 0.2}, [0, 1, 2])
    world.add([0, 1, 2])
    assert world.stories() == {frozenset({0}), frozenset({1, 2})}


def test_no_chain_makes_a_story() -> None:
    world = world_of({(0, 1): 0.2, (1, 2): 0.12, (2, 3): 0.12}, [0, 1, 2, 3])
    world.add(range(4))
    assert world.stories() == {frozenset({0, 1}), frozenset({2, 3})}
