"""Adding: what is kept, what is known already, what is a new version, and that all of it equals doing it afresh."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import msgspec
import pytest

from doichieu.library.adding import Added, add, add_items
from doichieu.library.stories import Compared, compare_afresh, dossier_of_story
from doichieu.library.upkeep import compare_again, examine
from doichieu.model import Article, Because, Dossier, Problem, Reading
from doichieu.store import Store, open_store
from doichieu.tell.records import write_json
from library_piles import ALL, FLOOD, article


def put(
    store: Store, items: Iterable[Article | Problem], at: str = "2031-05-05T00:00:00Z", *, later: bool = False
) -> list[Added]:
    return list(add_items(store, items, origin="test", clock=lambda: at, later=later))


def stories(store: Store) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    numbers = store.articles.numbers()
    keys = store.articles.keys(numbers)
    for number, story in store.stories.of_articles(numbers).items():
        found.setdefault(story, set()).add(keys[number][1])
    return found


def test_articles_are_grouped_into_stories(store: Store) -> None:
    added = put(store, ALL)
    assert [one.what for one in added] == ["new"] * len(ALL)
    assert stories(store) == {
        "s:lu-1": {"lu-1", "lu-2", "lu-3"},
        "s:chay-1": {"chay-1", "chay-2"},
        "s:cho-1": {"cho-1"},
    }
    assert examine(store) == []


def test_adding_again_changes_nothing(store: Store) -> None:
    put(store, ALL)
    events = store.events.since("")
    assert {one.what for one in put(store, ALL)} == {"known"}
    assert store.events.since("") == events
    assert store.articles.count() == len(ALL)


@pytest.mark.parametrize("seed", range(3))
def test_one_at_a_time_in_any_order_is_all_at_once(store: Store, tmp_path: Path, seed: int) -> None:
    for one in Random(seed).sample(ALL, len(ALL)):
        put(store, [one])
    with open_store(str(tmp_path / "other.db"), new=True) as other:
        put(other, ALL)
        assert set(map(frozenset, stories(store).values())) == set(map(frozenset, stories(other).values()))
    assert examine(store) == []


def test_what_is_kept_of_a_story_is_what_comparing_afresh_gives(store: Store) -> None:
    for one in ALL:
        put(store, [one])
    for story in stories(store):
        readings = store.articles.readings(store.stories.members(story)).values()
        fresh = compare_afresh(story, readings).told
        assert fresh is not None
        assert write_json(dossier_of_story(store, story)) == write_json(Dossier(stories=(fresh,)))


def test_only_stories_that_changed_are_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, ALL[:-2])
    compared: list[str] = []

    def compare(story: str, readings: Iterable[Reading], because: Sequence[Because]) -> Compared:
        compared.append(story)
        return compare_afresh(story, readings, because)

    monkeypatch.setattr("doichieu.library.settling.compare_afresh", compare)
    put(store, [ALL[-2], ALL[-1]])
    assert compared == ["s:chay-1"]


def test_a_changed_text_is_a_new_version(store: Store) -> None:
    put(store, FLOOD)
    edited = replace(FLOOD[0], text=FLOOD[0].text.replace("2.500", "2.700"))
    (added,) = put(store, [edited], "2031-05-06T00:00:00Z")
    assert (added.what, added.story) == ("edited", "s:lu-1")
    assert [one.text for one in store.articles.versions(1)] == [FLOOD[0].text, edited.text]
    (event,) = [one for one in store.events.since("2031-05-06") if one.kind == "edited"]
    assert (event.before, event.after) == ("2.500", "2.700")
    assert [(words.version, words.words) for words in event.evidence[:2]] == [(1, "2.500"), (2, "2.700")]
    assert examine(store) == []


def test_a_text_about_something_else_leaves_its_story(store: Store) -> None:
    put(store, [replace(one, url=f"https://bao.example/{one.id}") for one in ALL])
    put(
        store,
        [replace(FLOOD[2], url="https://bao.example/lu-3", text=ALL[-1].text + "\nHội chợ gốm Phù Lăng đông khách.")],
    )
    assert stories(store)["s:cho-1"] == {"cho-1", "lu-3"}
    assert stories(store)["s:lu-1"] == {"lu-1", "lu-2"}
    assert examine(store) == []


def test_one_address_is_one_article(store: Store) -> None:
    put(store, [replace(FLOOD[0], url="https://bao.example/tin/1?utm_source=x")])
    (added,) = put(store, [replace(FLOOD[0], id="other", url="http://bao.example/tin/1#anh")])
    assert (added.what, store.articles.count()) == ("known", 1)


def test_another_article_under_a_known_id_gets_its_own(store: Store) -> None:
    put(store, [article("1", FLOOD[0].text, outlet="Báo")])
    (added,) = put(store, [article("1", ALL[-1].text, outlet="Báo")])
    assert added.what == "new"
    assert added.id.startswith("1~")
    assert {one.what for one in put(store, [article("1", ALL[-1].text, outlet="Báo")])} == {"known"}


def test_what_cannot_be_used_is_kept_with_its_reason(store: Store) -> None:
    foreign = article("nhat", "日本の新聞記事です。今日は晴れ。")
    added = put(store, [Problem(source="x.txt", because=Because("empty")), foreign, FLOOD[0]])
    assert sorted(one.what for one in added) == ["new", "problem", "problem"]
    assert {one.problem.source for one in store.problems.all()} == {"x.txt", "nhat"}


def test_half_a_character_is_a_problem(store: Store) -> None:
    (added,) = put(store, [article("a", "Nước \ud800 lên")])
    assert added.what == "problem"


def test_marks_that_no_database_holds_are_left_out_of_titles(store: Store) -> None:
    (added,) = put(store, [replace(FLOOD[0], title="Lũ\0 \ud800", outlet="B\0")])
    assert added.what == "new"
    stored = store.articles.by_id("lu-1")
    assert stored is not None
    assert (stored.article.title, stored.article.outlet) == ("Lũ ?", "B")


def test_a_mended_source_is_a_problem_no_more(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    (folder / "b.txt").write_text(FLOOD[0].text, encoding="utf-8")
    times = iter(f"2031-05-05T00:00:{second:02}Z" for second in range(60))
    list(add(store, [str(folder)], clock=lambda: next(times)))
    assert store.problems.count() == 1
    (folder / "a.txt").write_text(ALL[-1].text, encoding="utf-8")
    list(add(store, [str(folder)], clock=lambda: next(times)))
    assert (store.problems.count(), store.articles.count()) == (0, 2)


def test_since_leaves_out_what_is_older(store: Store) -> None:
    since = datetime(2031, 5, 3, tzinfo=UTC)
    added = list(add_items(store, ALL, origin="", since=since))
    assert [one.id for one in added] == ["chay-1", "chay-2", "cho-1"]


def test_comparing_can_wait(store: Store) -> None:
    put(store, ALL, later=True)
    assert [one.what for one in examine(store)] == ["stories still to be compared"]
    assert len(dossier_of_story(store, "lu-2").stories[0].story.readings) == 3
    assert compare_again(store) == 2
    assert examine(store) == []


def test_a_story_keeps_its_id_when_an_earlier_article_comes(store: Store) -> None:
    put(store, [FLOOD[1], FLOOD[2]])
    put(store, [FLOOD[0]])
    assert stories(store) == {"s:lu-2": {"lu-1", "lu-2", "lu-3"}}


def test_all_lines_of_a_kept_story_have_evidence(store: Store) -> None:
    put(store, ALL)
    (told,) = dossier_of_story(store, "s:lu-1").stories
    texts = {reading.article.id: reading.text for reading in told.story.readings}
    lines = [line.evidence for line in told.story.utterances] + [line.evidence for line in told.story.quantities]
    places = [place for evidence in lines for place in evidence]
    assert places
    assert all(texts[place.article][place.start : place.end].strip() for place in places)
    assert msgspec.json.decode(write_json(dossier_of_story(store, "s:lu-1")))["format"] == "doichieu/1"
