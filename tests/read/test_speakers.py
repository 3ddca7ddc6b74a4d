from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Span
from doichieu.read.names.speakers import resolve_speaker
from marked import marked

PACK = pack_of("vi")


@pytest.mark.parametrize("case", cases(__file__, "speakers"))
def test_cases(case: Any) -> None:
    assert PACK
    reading = marked("a", case["text"])
    speaker = reading.statements[0].speaker
    assert speaker
    assert resolve_speaker(reading, speaker, PACK) == case["expect"]


@given(st.integers(0, 60), st.integers(0, 60))
def test_any_span_gives_an_actor_of_the_article_or_none(start: int, end: int) -> None:
    assert PACK
    reading = marked("a", "Ông {PER Trần Văn Ổi}, Giám đốc {ORG Sở Y tế} {GPE Hà Nội}, tới {GPE Huế}. Ông nói.")
    actors = {mention.actor for mention in reading.mentions}
    assert resolve_speaker(reading, Span(min(start, end), max(start, end)), PACK) in {*actors, None}
