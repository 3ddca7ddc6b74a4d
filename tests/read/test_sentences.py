"""Sentences and tokens: where they begin and end."""

import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Article, Reading, Span, Zone
from doichieu.read.sentences import add_sentences

PACK = pack_of("vi")
assert PACK is not None
TEXTS = st.text(alphabet="aĐÔn1. \n\"“”().…!?-'", max_size=80)


def reading_of(text: str, *zones: Zone) -> Reading:
    assert PACK is not None
    return add_sentences(Reading(article=Article(id="a", text=text), zones=zones), PACK)


@pytest.mark.parametrize("case", cases(__file__, "sentences"))
def test_sentences(case: dict[str, Any]) -> None:
    reading = reading_of(case["text"])
    assert [span.of(reading.text) for span in reading.sentences] == case["expect"]


@pytest.mark.parametrize("case", cases(__file__, "tokens"))
def test_tokens(case: dict[str, Any]) -> None:
    reading = reading_of(case["text"])
    assert [span.of(reading.text) for span in reading.tokens] == case["expect"]


def test_no_sentence_runs_across_the_border_of_a_zone() -> None:
    text = "Ông Tám tại tòa Theo cáo trạng, ông nhận tiền."
    zones = (
        Zone(start=0, end=15, kind="caption", origin="test"),
        Zone(start=16, end=len(text), kind="body", origin="test"),
    )
    assert reading_of(text, *zones).sentences == (Span(0, 15), Span(16, len(text)))


@given(TEXTS)
def test_sentences_and_tokens_cover_all_but_blanks(text: str) -> None:
    reading = reading_of(text)
    for spans in (reading.sentences, reading.tokens):
        assert all(before.end <= after.start for before, after in pairwise(spans))
        covered = {offset for span in spans for offset in range(*span)}
        assert covered >= {offset for offset, sign in enumerate(text) if not sign.isspace()}


@pytest.mark.parametrize("unit", ['"', "(", ".", ". ", "A.", "a.B", '."', "-a", "1.", "Theo "])
def test_time_is_linear(unit: str) -> None:
    start = time.perf_counter()
    reading_of(unit * (60_000 // len(unit)))
    assert time.perf_counter() - start < 6
