"""Statements, on readings whose names are given: who said what, whatever the names layer finds."""

import re
import time
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from doichieu.languages import pack_of
from doichieu.model import Article, Mention, MentionType, Reading, Statement
from doichieu.read.sentences import add_sentences
from doichieu.read.statements.layer import add_statements
from doichieu.read.statements.quotes import quotes_of
from doichieu.read.times import add_times

NAMES: dict[str, MentionType] = {
    "Lê Văn Tám": "PER", "Trần Thị Mận": "PER", "Jean Dupont": "PER", "Joe Biden": "PER", "Heiko Braun": "PER",
    "Bộ Y tế": "ORG", "Bộ Quốc phòng Nga": "ORG", "Bộ Ngoại giao Nga": "ORG", "Bộ Công Thương": "ORG",
    "Bộ Tài chính": "ORG", "Sở Y tế Cần Thơ": "ORG", "Sở Giao thông Vận tải Cần Thơ": "ORG", "Reuters": "ORG",
    "AFP": "ORG", "CNN": "ORG", "Pháp": "GPE", "Mỹ": "GPE", "Nga": "GPE", "Đức": "GPE", "Syria": "GPE",
    "Bình An": "GPE", "Cần Thơ": "GPE", "Nhật Bản": "GPE",
}  # fmt: skip
PACK = pack_of("vi")
assert PACK is not None
NEWS = (
    "Theo Reuters, ", "ông Lê Văn Tám ", "nói rằng ", "cho biết ", "“", "”", '"', ", ", ". ", "và ", "nhưng ", ": ",
    "giá dầu đã giảm", "Bộ Y tế ", "yêu cầu ", "dẫn lời ", "\n", "hôm 5/3 ", "ông ", "khẳng định ", "theo đó", "(AFP) ",
)  # fmt: skip


def read_statements(text: str, further: dict[str, MentionType] | None = None) -> tuple[Statement, ...]:
    """Give the statements of a text in which ``NAMES`` and further ones are the names."""
    article = Article(id="a", text=text, language="vi", published=datetime.fromisoformat("2019-03-06T08:00+07:00"))
    types = NAMES | (further or {})
    names = re.finditer("|".join(sorted(types, key=len, reverse=True)), text)
    mentions = tuple(
        Mention(start=name.start(), end=name.end(), type=types[name[0]], actor=name[0], origin="test") for name in names
    )
    assert PACK is not None
    reading = add_times(add_sentences(Reading(article=article), PACK), PACK)
    return add_statements(Reading(**{f: getattr(reading, f) for f in FIELDS}, mentions=mentions), PACK).statements


FIELDS = ("article", "zones", "sentences", "tokens", "times")


@pytest.mark.parametrize("case", cases(__file__, "statements"))
def test_statements(case: Any) -> None:
    told = [
        {
            "content": [case["text"][span.start : span.end] for span in statement.content],
            "kind": statement.kind,
            "speakers": list(statement.speakers),
            "via": statement.via,
            "date": statement.date,
        }
        for statement in read_statements(case["text"], case.get("names"))
    ]
    assert told == case["expect"]


@pytest.mark.parametrize("case", cases(__file__, "quotes"))
def test_quotes(case: Any) -> None:
    assert [quote.inner.of(case["text"]) for quote in quotes_of(case["text"])] == case["expect"]


@given(st.lists(st.sampled_from(NEWS), max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_nothing_depends_on_chance(text: str) -> None:
    found = read_statements(text)
    for statement in found:
        assert statement.content
        assert all(0 <= span.start < span.end <= len(text) for span in statement.content)
        assert statement.cue is None or statement.cue.end <= len(text)
        assert statement.origin.startswith("statements/")
    assert [statement.id for statement in found] == [f"a#s{number}" for number in range(len(found))]
    assert found == read_statements(text)


def test_text_without_end_is_read_in_time() -> None:
    start = time.process_time()
    for piece in ("“Ông nói ", "theo Reuters ", 'cho biết "', "và khẳng định ", "Ông Lê Văn Tám nói. "):
        read_statements(piece * 2000)
    assert time.process_time() - start < 8


def test_no_sentences_no_statements() -> None:
    assert read_statements("") == ()
