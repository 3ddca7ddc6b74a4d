from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from cases import cases
from doichieu.compare.dates import supply_dates
from doichieu.languages import pack_of
from doichieu.model import Article, Reading, Span, Statement
from doichieu.read.times import add_times


def reading(ident: str, text: str, published: str | None = None) -> Reading:
    pack = pack_of("vi")
    assert pack
    moment = datetime.fromisoformat(published) if published else None
    return add_times(Reading(article=Article(id=ident, text=text, published=moment, language="vi")), pack)


def story(case: Any) -> tuple[Reading, ...]:
    return tuple(reading(str(number), *row) for number, row in enumerate(case["text"]))


@pytest.mark.parametrize("case", cases(__file__, "dates"))
def test_cases(case: Any) -> None:
    supplied = supply_dates(story(case))
    assert [[time.value for time in reading.times] for reading in supplied] == case["expect"]


@pytest.mark.parametrize("case", cases(__file__, "dates"))
def test_the_order_of_the_articles_does_not_matter(case: Any) -> None:
    forward, backward = supply_dates(story(case)), supply_dates(story(case)[::-1])
    assert forward == backward[::-1]


@pytest.mark.parametrize("case", cases(__file__, "dates"))
def test_supplied_values_say_so_and_others_stay(case: Any) -> None:
    for before, after in zip(story(case), supply_dates(story(case)), strict=True):
        for old, new in zip(before.times, after.times, strict=True):
            assert (new.origin == old.origin + "+story") if new.value != old.value else (new == old)


def test_statements_take_the_new_value_of_the_time_they_copied() -> None:
    dated = reading("a", "Ngày 8/1/2022, xã họp.")
    other = reading("b", "Hôm 9-1, ông nói đê đã vỡ.")
    said = Statement(id="b#s0", content=(Span(16, 25),), kind="indirect", date="XXXX-01-09", origin="test")
    other = replace(other, statements=(said, replace(said, id="b#s1", date=None)))
    supplied = supply_dates(
        (replace(dated, article=replace(dated.article, published=datetime(2022, 1, 9, tzinfo=UTC))), other)
    )
    assert [statement.date for statement in supplied[1].statements] == ["2022-01-09", None]


def test_nothing_is_supplied_where_nobody_tells_a_year() -> None:
    readings = (reading("a", "Hôm 9-1, đê vỡ."), reading("b", "Hôm qua, đê vỡ."))
    assert supply_dates(readings) == readings
