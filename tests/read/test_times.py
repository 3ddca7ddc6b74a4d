from datetime import datetime
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Article, Reading, TimeExpression
from doichieu.read.times import add_times

CASES = cases(__file__, "times")


def times_of(text: str, published: str | None = None) -> tuple[TimeExpression, ...]:
    pack = pack_of("vi")
    assert pack
    moment = datetime.fromisoformat(published) if published else None
    return add_times(Reading(article=Article(id="a", text=text, published=moment, language="vi")), pack).times


@pytest.mark.parametrize("case", CASES)
def test_cases(case: Any) -> None:
    text = case["text"]
    said = [[text[time.start : time.end], time.type, time.value] for time in times_of(text, case["published"])]
    assert said == case["expect"]


WORDS = sorted({word for case in CASES for word in case.values[0]["text"].split()})


@given(
    st.lists(st.sampled_from([*WORDS, "\n", "(", "İ", "31/2/2013", "999", "1000"]), max_size=25).map(" ".join),
    st.sampled_from([None, "2013-10-23T08:00+07:00", "0001-01-01T00:00"]),
)
def test_times_stand_in_order_inside_the_text_and_have_a_value(text: str, published: str | None) -> None:
    times = times_of(text, published)
    ends = [0, *(time.end for time in times)]
    assert all(end <= time.start < time.end <= len(text) for end, time in zip(ends, times, strict=False))
    assert all(time.value and time.origin.startswith("times/") for time in times)
    assert times == times_of(text, published)


@pytest.mark.parametrize(
    "piece", ["ngày 6, ", "hôm ", "1/1/", "hai mươi ", "những ngày ", "19h ", "từ 1 đến ", "năm ", "đầu ", "1.000."]
)
def test_long_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        start = perf_counter()
        times_of(piece * count)
        return perf_counter() - start

    seconds(100)
    short, long = seconds(500), seconds(4_000)
    assert long < 8 * 3 * short + 0.2  # eight times the text; 64 times the time where it were quadratic
