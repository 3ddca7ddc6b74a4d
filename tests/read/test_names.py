from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Article, Mention, Reading, Zone
from doichieu.read.names.layer import add_mentions

PACK = pack_of("vi")
CASES = cases(__file__, "names")


def mentions_of(text: str, zones: tuple[Zone, ...] = ()) -> tuple[Mention, ...]:
    assert PACK
    return add_mentions(Reading(article=Article(id="a", text=text, language="vi"), zones=zones), PACK).mentions


@pytest.mark.parametrize("case", CASES)
def test_cases(case: Any) -> None:
    text = case["text"]
    assert [[text[name.start : name.end], name.type] for name in mentions_of(text)] == case["expect"]


def test_forms_of_one_actor_have_its_fullest_name() -> None:
    text = "Tổng thống Mỹ Peter Rowling tới Hà Nội. Ông Rowling nói sẽ quay lại.\nTổng thống Rowling rời Nội Bài."
    assert [name.actor for name in mentions_of(text) if name.type == "PER"] == ["Peter Rowling"] * 3


def test_names_in_credits_are_no_mentions() -> None:
    text = "Hà Nội mưa lớn sáng nay.\nẢnh: Reuters."
    zones = (Zone(start=0, end=24, kind="body", origin="t"), Zone(start=25, end=38, kind="credit", origin="t"))
    assert [text[name.start : name.end] for name in mentions_of(text, zones)] == ["Hà Nội"]
    caption = (zones[0], replace(zones[1], kind="caption"))
    assert [text[name.start : name.end] for name in mentions_of(text, caption)] == ["Hà Nội", "Reuters"]


def test_no_name_runs_across_a_zone() -> None:
    text = "Ông Trần Văn Ổi ở Hà Nội Ảnh TTXVN"
    zones = (Zone(start=0, end=24, kind="body", origin="t"), Zone(start=25, end=34, kind="caption", origin="t"))
    assert not [name for name in mentions_of(text, zones) if name.start < 25 < name.end]


WORDS = sorted({word for case in CASES for word in case.values[0]["text"].split()})


@given(st.lists(st.sampled_from([*WORDS, "\n", "(", ")", "İ", "ß", "IL-76", "-", "A", "."]), max_size=30).map(" ".join))
def test_names_stand_in_order_inside_the_text_without_overlap(text: str) -> None:
    names = mentions_of(text)
    ends = [0, *(name.end for name in names)]
    assert all(end <= name.start < name.end <= len(text) for end, name in zip(ends, names, strict=False))
    assert all(name.actor for name in names)
    assert names == mentions_of(text)


@pytest.mark.parametrize("unit", ["Ả", "Hà Nội ", "A-", "(A) ", "ông A. ", "Sở ", "Bộ Y tế và ", "\n"])
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        start = perf_counter()
        mentions_of(unit * (size // len(unit)))
        return perf_counter() - start

    seconds(500)
    assert seconds(16_000) < 16 * max(seconds(4_000), 0.02)
