"""One test suite for every store."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from doichieu.model import Article, Because, Problem, Reading, Span, Statement
from doichieu.store import Store, StoreError, open_store
from doichieu.store.corrections import Correction
from doichieu.store.events import Event, Words
from doichieu.store.stories import StoryRow

SEEN = "2031-05-01T08:00:00Z"
ARTICLE = Article(
    id="bai-1",
    text="Hoà\u0300 \0 \U0001f30a dòng\r\nhai",
    outlet="Sông Vàng",
    url="https://vang.example/1",
    title="Đề",
    published=datetime(2031, 5, 1, tzinfo=UTC),
    language="vi",
)
ROW = StoryRow(
    id="s:bai-1", made=SEEN, changed=SEEN, headline="Đề", articles=2, outlets=1, voices=0, disputes=0,
    first_day=7, last_day=9, news=3.5, comparer="x",
)  # fmt: skip


def insert(store: Store, article: Article = ARTICLE) -> int:
    with store.writing():
        return store.articles.insert(article, address=article.url, digest="d1", seen=SEEN, source="here")


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    insert(store)
    stored = store.articles.by_id("bai-1")
    assert stored is not None
    assert stored.article == ARTICLE
    assert store.articles.by_address("https://vang.example/1") == stored


def test_a_new_version_stands_beside_the_old(store: Store) -> None:
    insert(store)
    stored = store.articles.by_id("bai-1")
    assert stored is not None
    store.articles.revise(stored, replace(ARTICLE, text="khác"), digest="d2", seen=SEEN, source="here")
    assert [(one.version, one.text) for one in store.articles.versions(stored.number)] == [
        (1, ARTICLE.text),
        (2, "khác"),
    ]
    newest = store.articles.by_id("bai-1")
    assert newest is not None
    assert (newest.version, newest.article.text, newest.digest) == (2, "khác", "d2")


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    number = insert(store)
    said = Statement(id="bai-1#s0", content=(Span(0, 3),), kind="direct", speakers=("Sơn",), origin="test")
    reading = Reading(article=ARTICLE, statements=(said,), sentences=(Span(0, 9),))
    store.articles.put_reading(number, reading, reader="r1", sketch=b"sketch")
    assert store.articles.readings([number]) == {number: reading}
    assert store.articles.sketches([number]) == {number: b"sketch"}
    assert store.articles.read_otherwise("r1") == []
    assert store.articles.read_otherwise("r2") == [number]


def test_nothing_of_a_step_that_fails_is_kept(store: Store) -> None:
    def fail() -> None:
        with store.writing():
            store.articles.insert(ARTICLE, address=None, digest="d1", seen=SEEN, source="here")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.articles.count() == 0


def test_a_second_article_of_one_id_is_refused(store: Store) -> None:
    insert(store)
    with pytest.raises(StoreError):
        insert(store)
    assert store.articles.count() == 1


def test_all_is_there_when_it_is_opened_again(place: str) -> None:
    with open_store(place, new=True) as store:
        insert(store)
    with open_store(place) as store:
        assert store.articles.by_id("bai-1") is not None


def test_articles_that_share_rare_words_are_found_in_the_days_around(store: Store) -> None:
    with store.writing():
        store.neighbours.list_features(1, [5, 7, 2**32 - 1], 100)
        store.neighbours.list_features(2, [5, 7], 109)
        store.neighbours.list_features(3, [5], 130)
    assert store.neighbours.sharing({5: 1.0, 7: 2.0}, 101, days=10, most=9) == {1: 5.0, 2: 5.0}
    store.neighbours.unlist_features(2, [5], 109)
    assert store.neighbours.sharing({5: 1.0, 7: 2.0}, 101, days=10, most=9) == {1: 5.0, 2: 4.0}
    assert store.neighbours.sharing({5: 1.0}, 131, days=99, most=1) == {3: 1.0}


def test_nearness_is_kept_for_both(store: Store) -> None:
    with store.writing():
        store.neighbours.put_near(1, {2: 0.5, 3: 0.25})
        store.neighbours.put_near(1, {2: 0.75})
    assert store.neighbours.near([1, 2, 3]) == {1: {2: 0.75}, 2: {1: 0.75}, 3: {}}


def test_what_is_near_and_behind(store: Store) -> None:
    numbers = [insert(store, replace(ARTICLE, id=ident, url=None)) for ident in ("a", "b", "c")]
    store.neighbours.put_near(numbers[0], {numbers[1]: 0.5, numbers[2]: 0.5})
    moment, ident = store.articles.keys([numbers[1]])[numbers[1]]
    assert store.neighbours.behind([numbers[0]], (moment, ident)) == {numbers[2]}


def test_stories_are_listed_in_the_order_asked_for(store: Store) -> None:
    store.stories.put(ROW, b"told")
    store.stories.put(replace(ROW, id="s:2", articles=1, news=9.0, disputes=3), b"")
    assert [row.id for row in store.stories.find(order="news")] == ["s:2", "s:bai-1"]
    assert [row.id for row in store.stories.find(order="size")] == ["s:bai-1", "s:2"]
    assert [row.id for row in store.stories.find(order="dispute")] == ["s:2", "s:bai-1"]
    assert [row.id for row in store.stories.find(least=2)] == ["s:bai-1"]
    assert store.stories.find(since=10) == []
    assert store.stories.told("s:bai-1") == b"told"


def test_an_article_is_in_one_story(store: Store) -> None:
    number = insert(store)
    store.stories.put(ROW, b"")
    store.stories.put(replace(ROW, id="s:2"), b"")
    store.stories.assign([number], "s:bai-1")
    store.stories.assign([number], "s:2")
    assert store.stories.members("s:bai-1") == []
    assert store.stories.of_articles([number]) == {number: "s:2"}


def test_a_story_that_ended_says_where_it_went(store: Store) -> None:
    store.stories.put(ROW, b"")
    store.stories.end("s:bai-1", merged_into="s:2", at=SEEN)
    row = store.stories.get("s:bai-1")
    assert row is not None
    assert row.merged_into == "s:2"
    assert store.stories.count() == 0


def test_events_come_back_with_their_evidence(store: Store) -> None:
    words = Words(article="a", version=2, start=1, end=4, words="\0ba", outlet="Sông Vàng")
    event = Event(at=SEEN, kind="figure", story="s:1", what="người", before="2.500", after="3.600", evidence=(words,))
    store.events.add(event)
    assert store.events.since(SEEN) == [replace(event, number=store.events.since("")[0].number)]
    assert store.events.since("2031-05-01T08:00:01Z") == []
    assert len(store.events.of_story("s:1")) == 1


def test_problems_are_counted_until_they_are_gone(store: Store) -> None:
    problem = Problem(source="a.txt", because=Because("cannot be read: {0}", ("x",)))
    store.problems.put(problem, origin="folder", seen=SEEN)
    store.problems.put(problem, origin="folder", seen="2031-05-02T00:00:00Z")
    (stored,) = store.problems.all()
    assert (stored.problem, stored.tries, stored.first_seen) == (problem, 2, SEEN)
    assert store.problems.forget("folder", tried_before=SEEN) == 0
    assert store.problems.forget("folder", tried_before="2031-05-03T00:00:00Z") == 1


def test_corrections_come_back(store: Store) -> None:
    said = Correction(at=SEEN, kind="split", story="s:1", articles=("a",), others=("b", "c"), note="khác")
    number = store.corrections.add(said)
    assert store.corrections.of_articles(["c"]) == [replace(said, number=number)]
    assert store.corrections.of_articles(["d"]) == []


def test_a_library_that_is_not_there_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="doichieu add"), open_store(str(tmp_path / "x.db")):
        pass
