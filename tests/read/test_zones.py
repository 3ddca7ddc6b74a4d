"""Zones: what is report, and what is not."""

import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import REPORT_ZONES, Article, Reading, Zone
from doichieu.read.zones.layer import add_zones

PACK = pack_of("vi")
assert PACK is not None
PARTS = [
    "Ảnh: Reuters", "(Ảnh: ", ")", "Theo AFP", "TTO - ", "»", "| ", " |", "\n", ". ", "Ông Tám nói", "Hạ Vy", "...",
    "Hiện trường vụ cháy", '"', "“", "(", "Xem thêm: ", "Tin, ảnh: ", " ", "12/3/2021", "Ngày đăng",
]  # fmt: skip


def zones_of(text: str, title: str | None = None) -> tuple[Zone, ...]:
    assert PACK is not None
    return add_zones(Reading(article=Article(id="a", text=text, title=title)), PACK).zones


@pytest.mark.parametrize("case", cases(__file__, "zones"))
def test_what_is_no_report(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[zone.kind, text[zone.start : zone.end]] for zone in zones_of(text) if zone.kind not in REPORT_ZONES]
    assert found == case["expect"]


def test_headline_lead_and_body() -> None:
    text = "Cầu sập\nBa người đã chết.\nTheo ông Tám, cầu này đã cũ và huyện cũng biết điều đó.\nHuyện đang điều tra."
    assert [(zone.kind, zone.start) for zone in zones_of(text)] == [("headline", 0), ("lead", 8), ("body", 26)]


def test_text_without_a_headline_is_body() -> None:
    text = "Cầu sập sáng nay làm ba người chết, theo tin của huyện.\nÔng Tám cho biết cầu này đã cũ."
    assert [zone.kind for zone in zones_of(text)] == ["body"]


@pytest.mark.parametrize(
    "first",
    [
        "“Chúng tôi không biết gì về việc này cả.”",
        "Cầu sập sáng nay. Ba người chết",
        "Cầu sập sáng nay, ba người chết;",
    ],
)
def test_sentences_are_no_headline(first: str) -> None:
    assert zones_of(f"{first}\nÔng Tám cho biết cầu này đã cũ, huyện cũng biết.")[0].kind != "headline"


def test_the_title_tells_the_headline() -> None:
    text = "Cầu sập.\nÔng Tám cho biết cầu này đã cũ, huyện cũng biết điều đó."
    assert [zone.kind for zone in zones_of(text, title="Cầu  sập.")] == ["headline", "body"]


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
@settings(max_examples=100, deadline=None)
def test_zones_are_in_order_and_cover_all_but_blanks(text: str) -> None:
    zones = zones_of(text)
    assert all(before.end <= after.start for before, after in pairwise(zones))
    assert all(zone.start < zone.end for zone in zones)
    covered = {offset for zone in zones for offset in range(zone.start, zone.end)}
    assert covered >= {offset for offset, sign in enumerate(text) if not sign.isspace()}
    assert zones_of(text) == zones


@pytest.mark.parametrize("unit", ['"', "(", "»", "Ảnh: ", "Theo ", "A ", ".\n", "(a)", "Hiện trường Theo "])
def test_time_is_linear(unit: str) -> None:
    start = time.perf_counter()
    zones_of("Tin\nMở đầu.\n" + unit * (20_000 // len(unit)))
    assert time.perf_counter() - start < 6
