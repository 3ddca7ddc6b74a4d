from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from compare.readings import reading, with_days
from doichieu.compare.stories.grouping import group_stories
from doichieu.model import Reading

FLOOD = (
    """Lũ quét ở Mường Bang làm 4 người mất tích
Rạng sáng nay, lũ quét tràn qua bản Khoang, xã Mường Bang, cuốn trôi 12 ngôi nhà.
Ông Lò Văn Piềng cho biết 4 người mất tích.""",
    """Bốn người mất tích vì lũ quét tại Mường Bang
Chủ tịch xã Mường Bang Lò Văn Piềng nói nước lũ cuốn trôi 12 nhà dân ở bản Khoang lúc rạng sáng.""",
    """Sơn La: lũ quét cuốn 12 căn nhà bản Khoang
Lực lượng cứu hộ đang tìm 4 người mất tích sau trận lũ quét ở xã Mường Bang, theo ông Lò Văn Piềng.""",
)
MATCH = (
    """Hải Đăng thắng Sông Lam 3-1
Tiền đạo Trần Đình Khải lập cú đúp giúp Hải Đăng thắng Sông Lam ở vòng 7 giải quốc gia.""",
    """Cú đúp của Trần Đình Khải đưa Hải Đăng lên đầu bảng
Hải Đăng hạ Sông Lam 3-1 tối qua nhờ hai bàn của Đình Khải.""",
)
PILE = [reading(f"f{n}", text, day=4) for n, text in enumerate(FLOOD)]
PILE += [reading(f"m{n}", text, day=5) for n, text in enumerate(MATCH)]


def parts(readings: list[Reading]) -> list[list[str]]:
    return sorted(sorted(one.article.id for one in group.readings) for group in group_stories(readings))


def test_articles_on_one_thing_are_one_story() -> None:
    assert parts(PILE) == [["f0", "f1", "f2"], ["m0", "m1"]]


def test_two_unrelated_articles_alone_are_two_stories() -> None:
    assert parts([PILE[0], PILE[3]]) == [["f0"], ["m0"]]


@settings(deadline=None, max_examples=10)
@given(st.permutations(PILE))
def test_order_of_the_articles_does_not_matter(pile: list[Reading]) -> None:
    assert group_stories(pile) == group_stories(PILE)


@pytest.mark.parametrize("case", cases(__file__, "piles"))
def test_piles(case: Any) -> None:
    pile = [with_days(reading(row["id"], row["text"], day=row["day"])) for row in case["text"]]
    assert parts(pile) == case["expect"]


def test_a_story_is_named_for_its_first_article() -> None:
    pile = [reading("b", FLOOD[0], day=6), reading("c", FLOOD[1], day=5), reading("a", FLOOD[2])]
    (group,) = group_stories(pile)
    assert group.id == "s:c"
    assert [one.article.id for one in group.readings] == ["c", "b", "a"]


def test_every_group_says_why() -> None:
    assert all(group.because for group in group_stories(PILE))


@pytest.mark.parametrize("texts", [[], [""], ["", "…"], ["một"], ["một", "một"]])
def test_little_text_is_no_trouble(texts: list[str]) -> None:
    readings = [reading(str(number), text) for number, text in enumerate(texts)]
    assert sum(len(group.readings) for group in group_stories(readings)) == len(texts)
