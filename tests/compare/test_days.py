import pytest

from compare.readings import reading, with_days
from doichieu.compare.stories.days import APART, LATE, YEARS, days_of, discount, undated


def factor(first: str, second: str, days: tuple[int | None, int | None] = (4, 4)) -> float:
    one, other = (with_days(reading(text, text, day=day)) for text, day in zip((first, second), days, strict=True))
    return discount(days_of(one), days_of(other), 0.8)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("ngày 4/3", "hôm 6/3", 1.0),
        ("ngày 4/3", "hôm 20/9", 1.0),  # both are published on one day
        ("bão", "lũ", 1.0),
    ],
)
def test_published_on_one_day(first: str, second: str, expected: float) -> None:
    assert factor(first, second) == expected


def test_published_far_apart() -> None:
    assert factor("ngày 4/3", "hôm 20/3", (4, 20)) == APART * LATE


def test_a_turn_of_the_year_is_near() -> None:
    assert factor("ngày 30/12", "hôm 1/1", (None, None)) == 0.8


def test_no_day_in_common_and_no_time() -> None:
    assert factor("ngày 4/3", "hôm 20/9", (None, None)) == pytest.approx(APART * 0.8)


def test_years_apart() -> None:
    one = with_days(reading("a", "ngày 4/3", day=4))
    old = with_days(reading("b", "ngày 4/3"))
    old_days = days_of(old)
    assert discount(days_of(one), old_days, 1.0) == 1.0
    named = type(old_days)(old_days.named, old_days.around, None, 2019)
    assert discount(days_of(one), named, 1.0) == YEARS


def test_a_small_pile_needs_no_times_and_a_large_one_does() -> None:
    assert undated(5) == 1
    assert 0.7 <= undated(10_000) < undated(300) < 1
