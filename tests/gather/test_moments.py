import pytest

from doichieu.gather.moments import any_moment, moment, shown_moment


@pytest.mark.parametrize(
    ("told", "expect"),
    [
        ("Thứ hai, 18/9/2023, 08:40 (GMT+7)", "2023-09-18T08:40:00+07:00"),
        ("08:40 18/09/2023", "2023-09-18T08:40:00+07:00"),
        ("18-09-2023 - 08:40 PM", "2023-09-18T20:40:00+07:00"),
        ("Cập nhật lúc 8h05, ngày 18.9.2023", "2023-09-18T08:05:00+07:00"),
        ("18/09/2023 12:10 AM", "2023-09-18T00:10:00+07:00"),
        ("18/09/2023 08:40 GMT+9", "2023-09-18T08:40:00+09:00"),
        ("9/18/2023 8:40:00 AM", "2023-09-18T08:40:00+07:00"),
        ("18/09/2023", "2023-09-18T00:00:00+07:00"),
        ("31/02/2023", None),
        ("18/09/2023 45:99", None),
        ("GMT+99 18/09/2023", None),
        ("hôm qua", None),
    ],
)
def test_lines_for_readers(told: str, expect: str | None) -> None:
    value = shown_moment(told)
    assert (value.isoformat() if value else None) == expect


@pytest.mark.parametrize(
    ("told", "expect"),
    [
        ("Mon, 18 Sep 2023 08:40:00 +0700", "2023-09-18T08:40:00+07:00"),
        ("Mon, 18 Sep 2023 01:40:00 GMT", "2023-09-18T01:40:00+00:00"),
        ("Mon, 18 Sep 2023 08:40:00 GMT+7", "2023-09-18T08:40:00+07:00"),
        ("2023-09-18 08:40", "2023-09-18T08:40:00+07:00"),
        ("2023-09-18T08:40:00.000Z", "2023-09-18T08:40:00+00:00"),
        ("", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_every_form(told: str, expect: str | None) -> None:
    value = any_moment(told)
    assert (value.isoformat() if value else None) == expect


def test_a_moment_before_all_calendars_is_none() -> None:
    assert moment("9999-12-31T23:59:59-12:00") is None
