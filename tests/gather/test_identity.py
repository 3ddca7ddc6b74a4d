from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from doichieu.gather.identity import Digests, distinct, streamed
from doichieu.model import Article, Problem

WORDS = "Sáng nay nước sông Trà dâng cao hai mét khiến ba xã phía hạ lưu ngập sâu và hàng trăm hộ dân phải dời lên đồi"
FIRST = Article(id="a", text=WORDS, url="https://vnexpress.net/lu-1.html", updated=datetime(2024, 1, 1, tzinfo=UTC))
LATER = replace(FIRST, text=f"{WORDS} từ lúc sáng sớm", updated=datetime(2024, 1, 2, tzinfo=UTC))


def test_tracking_parameters_and_editions_make_no_other_article() -> None:
    addresses = (
        "https://m.vnexpress.net/lu-1.html",
        "http://vnexpress.net/lu-1.html?utm_source=fb&fbclid=2",
        FIRST.url,
    )
    copies = [replace(FIRST, id=f"{number}", url=address) for number, address in enumerate(addresses)]
    assert len(list(streamed(copies))) == 1
    assert [item.id for item in distinct(copies) if isinstance(item, Article)] == ["0"]


def test_of_two_versions_a_pile_takes_the_newest_and_says_so() -> None:
    for pile in ([FIRST, replace(LATER, id="b")], [replace(LATER, id="b"), FIRST]):
        made = distinct(pile)
        (kept,) = (item for item in made if isinstance(item, Article))
        (problem,) = (item for item in made if isinstance(item, Problem))
        assert kept.text == LATER.text
        assert "older text" in str(problem.because)


def test_a_stream_gives_both_versions_under_one_id() -> None:
    assert [item.id for item in streamed([FIRST, LATER, FIRST]) if isinstance(item, Article)] == ["a", "a"]


@given(st.lists(st.integers(1, 2**64 - 1)))
def test_digests_are_a_set(marks: list[int]) -> None:
    digests, known = Digests(), set[int]()
    for mark in marks * 2:
        assert digests.add(mark) == (mark not in known)
        known.add(mark)


def test_many_digests_are_kept() -> None:
    digests = Digests()
    assert all(digests.add(mark) for mark in range(1, 5000))
    assert not any(digests.add(mark) for mark in range(1, 5000))


def test_a_front_page_address_makes_nothing_one() -> None:
    copies = [replace(FIRST, id=ident, url="https://vnexpress.net/") for ident in "ab"]
    assert len(distinct(copies)) == len(list(streamed(copies))) == 2


def test_unlike_texts_at_one_address_are_different_articles() -> None:
    other = replace(FIRST, id="b", text="Giải cờ khép lại chiều qua với chiến thắng của một kỳ thủ tuổi mười lăm")
    assert len(distinct([FIRST, other])) == 2


def test_in_a_stream_the_first_keeps_an_id_that_two_have() -> None:
    items = [Article(id="a", text="một"), Article(id="a", text="hai"), Article(id="a", text="một")]
    first, second = (item for item in streamed(items) if isinstance(item, Article))
    assert first.id == "a"
    assert second.id.startswith("a~")
