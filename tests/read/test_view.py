"""The view: plain text for the rules, and the way back."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doichieu.read.view import view_of

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from('aeđ\u0301\u0323\u0302&;#x1quotamp\r\n\u00ad\u200b\u00a0\u2028𝔸"('), st.characters()
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("Tiê\u0301ng Vie\u0323\u0302t", "Tiếng Việt"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u00a0b\u3000c\td", "a b c d"),
        ("ho\u00ada\ufeff\u200b \u202atên\u202c", "hoa tên"),
        ("&quot;A &amp; B&quot;&nbsp;&#273;&#x111;", '"A & B" đđ'),
        ("A&B; &bogus; & &#0; &#xD800;", "A&B; &bogus; & &#0; &#xD800;"),
        ("𝔸 e\u0301", "𝔸 é"),
        ("", ""),
    ],
)
def test_text(text: str, expect: str) -> None:
    assert view_of(text).text == expect


@pytest.mark.parametrize(
    "text", ["x &quot;Ông&quot; nói", "x Ô\u00adng nói", "x O\u0302ng\r\nnói", "𝔸 Ông &amp; bà", "x Ông"]
)
def test_spans_lead_back_to_the_words(text: str) -> None:
    view = view_of(text)
    start = view.text.index("Ông")
    words = view.back(start, start + 3).of(text)
    assert unicodedata.normalize("NFC", words.replace("\u00ad", "")) == "Ông"


def test_unresolved_entities_keep_their_offsets() -> None:
    text = "&bogus; e\u0301"
    assert view_of(text).back(2, 4) == (2, 4)


@given(TEXTS)
def test_offsets_stay_in_order_and_in_bounds(text: str) -> None:
    view = view_of(text)
    offsets = list(range(len(text) + 1)) if view.offsets is None else list(view.offsets)
    assert len(offsets) == len(view.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert unicodedata.is_normalized("NFC", text) is False or len(view.text) <= len(text)


@pytest.mark.parametrize("unit", ['"', "(", "&quot;", "&", "e\u0301", "\u0301", "a\r\n", "&a"])
def test_time_is_linear(unit: str) -> None:
    start = time.perf_counter()
    view_of(unit * (500_000 if len(unit) == 1 else 100_000))
    assert time.perf_counter() - start < 6
