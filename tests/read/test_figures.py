from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Article, Figure, Mention, Reading, Span, Statement, TimeExpression, Zone
from doichieu.read.figures.layer import add_figures

PACK = pack_of("vi")
assert PACK is not None


def reading_of(text: str) -> Reading:
    return Reading(article=Article(id="a", text=text, language="vi"), sentences=(Span(0, len(text)),))


def figures_in(reading: Reading) -> tuple[Figure, ...]:
    assert PACK is not None
    return add_figures(reading, PACK).figures


@pytest.mark.parametrize("case", cases(__file__, "figures"))
def test_figures(case: dict[str, Any]) -> None:
    found = figures_in(reading_of(case["text"]))
    rows = [[case["text"][one.start : one.end], one.value, one.high, one.modifier, one.kind] for one in found]
    assert rows == case["expect"]


@pytest.mark.parametrize("case", cases(__file__, "figure_topics"))
def test_what_is_counted_or_measured(case: dict[str, Any]) -> None:
    assert [figure.what for figure in figures_in(reading_of(case["text"]))] == [case["expect"]]


def test_a_figure_takes_the_speakers_of_the_statement_around_it() -> None:
    text = "Bà Lan cho biết 12 người chết. Có 5 xe cháy."
    said = Statement(id="a#s0", content=(Span(16, 29),), kind="indirect", speakers=("Lan",), origin="test")
    found = figures_in(replace(reading_of(text), statements=(said,)))
    assert [figure.according_to for figure in found] == [("Lan",), ()]


def test_times_hold_no_figures() -> None:
    text = "Trong 10 vòng trăng, 3 xe cháy."
    time = TimeExpression(start=6, end=19, type="DURATION", value="P10M", origin="test")
    found = figures_in(replace(reading_of(text), times=(time,)))
    assert [text[one.start : one.end] for one in found] == ["3 xe"]


def test_a_time_that_begins_in_the_counted_noun_leaves_the_noun() -> None:
    text = "Có 12 suất sáng nay."
    time = TimeExpression(start=6, end=19, type="TIME", value="2020-01-01TMO", origin="test")
    assert [one.what for one in figures_in(replace(reading_of(text), times=(time,)))] == ["suất"]


def test_a_number_in_a_name_is_none_unless_the_name_is_wrong() -> None:
    text = "Chung kết Cúp 5 Châu và 7 đội bóng."
    name = Mention(start=10, end=20, type="EVENT", actor="Cúp 5 Châu", origin="test")
    assert [one.value for one in figures_in(replace(reading_of(text), mentions=(name,)))] == [7]
    wrong = replace(name, start=24, end=34)
    assert [one.value for one in figures_in(replace(reading_of(text), mentions=(wrong,)))] == [7]


def test_a_share_without_words_of_its_own_is_of_what_was_counted_before() -> None:
    found = figures_in(reading_of("Trong tháng, 40 quán nợ thuế, chiếm 57,4%."))
    assert [one.what for one in found] == ["quán nợ thuế", "tỷ lệ quán nợ thuế"]


def test_sums_are_told_with_the_period_ahead() -> None:
    text = "Trong quý 3, hãng lãi 50 tỷ đồng nhờ 12 xe."
    time = TimeExpression(start=6, end=11, type="DATE", value="2020-Q3", origin="test")
    found = figures_in(replace(reading_of(text), times=(time,)))
    assert [one.what for one in found] == ["lãi hãng quý 3", "xe nhờ"]


def test_sets_of_tennis_are_no_days() -> None:
    text = "Anh thắng với tỷ số 6-1 hôm 6-1."
    times = tuple(TimeExpression(start=at, end=31, type="DATE", value="2020-01-06", origin="test") for at in (24,))
    day = TimeExpression(start=20, end=23, type="DATE", value="2020-01-06", origin="test")
    found = figures_in(replace(reading_of(text), times=(day, *times)))
    assert [(one.start, one.kind) for one in found] == [(20, "score")]


def test_only_report_text_and_captions_hold_figures() -> None:
    text = "Tin 5 xe cháy\nẢnh 7 xe\nXem 9 xe"
    zones = [
        Zone(start=0, end=13, kind="body", origin="test"),
        Zone(start=14, end=22, kind="caption", origin="test"),
        Zone(start=23, end=31, kind="teaser", origin="test"),
    ]
    assert [one.value for one in figures_in(replace(reading_of(text), zones=tuple(zones)))] == [5, 7]


def test_ids_count_in_the_order_of_the_text() -> None:
    found = figures_in(reading_of("5 xe và 7 tàu đâm nhau."))
    assert [figure.id for figure in found] == ["a#f0", "a#f1"]


def test_two_prices_of_one_thing_and_the_level_behind_a_change_keep_its_name() -> None:
    text = "Giá bạc giảm 2,2% xuống 18 USD. Giá vàng mua vào 35 triệu đồng, bán ra 36 triệu đồng."
    reading = replace(reading_of(text), sentences=(Span(0, 31), Span(32, len(text))))
    told = ["mức giảm giá bạc", "giá bạc", "giá vàng mua vào", "giá vàng bán ra"]
    assert [one.what for one in figures_in(reading)] == told


def test_rows_of_bare_digits_are_skipped() -> None:
    text = "Có 5 xe. " + "1 " * 100_000 + "12 tàu chìm."
    assert [one.value for one in figures_in(reading_of(text))] == [5, 12]


PIECES = st.sampled_from(
    ["12", "1.500", "3,5", "hai", "hàng chục", "vài", "từ", "đến", "triệu", "tỷ", "đồng", "%", "km", "người", "chiếc",
     "IL-76", "bị bắt", "chết", "và", ",", ".", "-", "/", "(", ")", "năm", "gấp đôi", "phần", "số", "trong đó"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=10).map("".join) | st.text(max_size=40))
def test_figures_stand_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = figures_in(reading_of(text))
    ends = [0, *(figure.end for figure in found)]
    assert all(end <= one.start < one.end <= len(text) for end, one in zip(ends, found, strict=False))
    assert found == figures_in(reading_of(text))
