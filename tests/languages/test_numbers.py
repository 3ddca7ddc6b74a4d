from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages.vi.numbers import find_numbers, parse_number


@pytest.mark.parametrize("case", cases(__file__, "numbers"))
def test_cases(case: Any) -> None:
    found = find_numbers(case["text"])
    said = [[case["text"][n.start : n.end], n.value, *([n.high] if n.high else [])] for n in found]
    assert said == case["expect"]


WORDS = st.sampled_from(
    [
        "một",
        "hai",
        "năm",
        "mươi",
        "mười",
        "trăm",
        "linh",
        "nghìn",
        "tỷ",
        "rưỡi",
        "nửa",
        "hàng",
        "3.600",
        "1,5",
        ",",
        "Ba",
    ]
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_numbers_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = find_numbers(text)
    ends = [0, *(number.end for number in found)]
    assert all(end <= number.start < number.end <= len(text) for end, number in zip(ends, found, strict=False))
    assert all(number.high is None or number.high >= number.value for number in found)


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_parted_by_dots_are_read_back(value: int) -> None:
    assert parse_number(f"{value:,}".replace(",", ".")) == value


def test_a_long_run_of_number_words_takes_linear_time() -> None:
    assert len(find_numbers("ba " * 10_000)) == 10_000
