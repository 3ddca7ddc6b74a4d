from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from cases import cases
from doichieu.tell.dates import day_in_words, moment_in_words
from doichieu.tell.phrases import phrases_of


@pytest.mark.parametrize("case", cases(__file__, "dates"))
def test_days_in_words(case: dict[str, Any]) -> None:
    for key, text in case["expect"].items():
        *short, language = key.split()
        assert day_in_words(case["text"], phrases_of(language), short=bool(short)) == text


def test_a_moment_has_its_hour_and_a_foreign_zone() -> None:
    hanoi = timezone(timedelta(hours=7))
    assert moment_in_words(datetime(2022, 1, 8, 7, 52, tzinfo=hanoi), phrases_of("vi")) == "08/01/2022 07:52"
    assert (
        moment_in_words(datetime(2022, 1, 8, 7, 52, tzinfo=UTC), phrases_of("en")) == "8 January 2022, 07:52 UTC+0000"
    )
    assert moment_in_words(datetime(2022, 1, 8, tzinfo=hanoi), phrases_of("vi")) == "08/01/2022"
    assert moment_in_words(None, phrases_of("vi")) == ""
