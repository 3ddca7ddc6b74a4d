from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel.steps import HEIGHT, WIDTH, view_steps

START = datetime(2031, 5, 1, 6, 30, tzinfo=UTC)
PHRASES = phrases_of("vi")


def told(*rows: tuple[int, float]) -> list[tuple[datetime, float, str]]:
    return [(START + timedelta(hours=hours), value, PHRASES.number(value)) for hours, value in rows]


def test_a_step_for_each_value_at_the_time_when_it_was_first_told() -> None:
    line = view_steps("người chết", told((4, 7), (0, 3), (2, 5), (3, 3), (8, 7)), PHRASES)
    assert line
    assert [step.label for step in line.steps] == ["3", "5", "7"]
    assert line.path == "M6 58H79V41H152V24H298"
    assert line.title == "người chết: con số theo giờ đăng bài"


def test_what_no_line_can_show_is_not_drawn() -> None:
    assert view_steps("", told((0, 3), (2, 5)), PHRASES) is None
    assert view_steps("", told((0, 3), (0, 5), (2, 7)), PHRASES) is None
    assert view_steps("", told((0, -3), (1, 5), (2, 7)), PHRASES) is None


def test_values_in_conflict_are_dots_that_nothing_joins() -> None:
    drawn = view_steps("người chết", told((0, 3), (2, 5), (2, 7)), PHRASES, conflict=True)
    assert drawn
    assert drawn.path == ""
    assert len(drawn.steps) == 3
    assert view_steps("", told((2, 3), (2, 5), (2, 7)), PHRASES, conflict=True) is None


def test_a_label_without_room_is_left_out() -> None:
    line = view_steps("", told((0, 1_000_000), (1, 2_000_000), (50, 3_000_000)), PHRASES)
    assert line
    assert [step.label for step in line.steps] == ["", "2.000.000", "3.000.000"]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 10**12)), max_size=14))
def test_every_step_lies_in_the_picture(rows: list[tuple[int, float]]) -> None:
    line = view_steps("", told(*rows), PHRASES)
    for step in line.steps if line else ():
        assert 0 <= step.x <= WIDTH
        assert 0 <= step.y <= HEIGHT
