"""Search, by cases: which questions find a text."""

from typing import Any

import pytest

from cases import cases
from doichieu.errors import DoichieuError
from doichieu.library.searching import find, words_of_reading
from doichieu.model import Article, Reading, Span, Statement
from doichieu.store import Store
from doichieu.store.folding import parse, places

CASES = cases(__file__, "search")


def keep(store: Store, reading: Reading) -> int:
    number = store.articles.insert(reading.article, address=None, digest="", seen="2031-05-01T08:00:00Z", source="")
    store.articles.put_reading(number, reading, reader="", sketch=b"")
    store.search.put(number, words_of_reading(reading))
    return number


@pytest.mark.parametrize("case", CASES)
def test_which_questions_find_a_text(store: Store, case: Any) -> None:
    keep(store, Reading(article=Article(id="a", text=case["text"])))
    keep(store, Reading(article=Article(id="b", text="zzz")))
    for asked, expected in case["expect"].items():
        if expected is None:
            with pytest.raises(DoichieuError):
                find(store, asked)
        else:
            assert [hit.article for hit in find(store, asked)] == ["a"] * expected, asked


def test_a_text_that_changed_is_found_by_its_new_words_only(store: Store) -> None:
    reading = Reading(article=Article(id="a", text="cũ"))
    number = keep(store, reading)
    store.search.put(number, words_of_reading(Reading(article=Article(id="a", text="mới"))))
    assert store.search.find(parse("cũ"), 9) == []
    assert [found for found, _ in store.search.find(parse("mới"), 9)] == [number]


def test_statements_and_actors_are_searched_alone(store: Store) -> None:
    text = "Ông Sơn nói nước lên. Nước rút ở Huế."
    said = Statement(id="a#s0", content=(Span(12, 20),), kind="indirect", speakers=("Trần Quế Sơn",), origin="test")
    keep(store, Reading(article=Article(id="a", text=text), statements=(said,)))
    (hit,) = find(store, "nước", fields=("statements",))
    assert [(place.words, place.speakers) for place in hit.places] == [("nước", ("Trần Quế Sơn",))]
    assert find(store, "huế", fields=("statements",)) == []
    assert len(find(store, '"quế sơn"', fields=("actors",))) == 1
    assert find(store, '"lên nước"', fields=("statements",)) == []


def test_hits_say_where_the_words_stand() -> None:
    text = "Bão vào Đà Nẵng. Ở Đà Nẵng mưa."
    assert [span.of(text) for span in places(text, parse('"da nang"'))] == ["Đà Nẵng", "Đà Nẵng"]
