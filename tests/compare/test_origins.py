from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.readings import reading
from doichieu.compare.reuse.finding import find_reuse
from doichieu.compare.reuse.origins import find_origins
from doichieu.model import Evidence, Reading, Story, Zone

LINES = [
    "Sở Giao thông Bình Lâm cho hay cầu Rạch Miễu mới thông xe sáng thứ bảy sau ba năm thi công với bốn làn xe chạy",
    "Sáng cuối tuần qua, người dân Bình Lâm lần đầu đi trên cây cầu mới bắc qua Rạch Miễu sau ba năm chờ đợi",
    "Theo Reuters, cây cầu bắc qua Rạch Miễu ở Bình Lâm được đưa vào sử dụng",
    "Hãng tin Reuters dẫn nguồn tin địa phương; theo hãng tin Reuters, cầu mới đã thông",
]


def story(*texts: str) -> Story:
    base = Story(id="s", readings=tuple(reading(f"a{n}", text, day=n + 1) for n, text in enumerate(texts)))
    return replace(base, reuses=find_reuse(base))


def whole(base: Story) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.article.id, 0, len(one.text)) for one in base.readings)


def origins(base: Story) -> list[tuple[str, ...]]:
    return [origin.articles for origin in find_origins(base, whole(base))]


def test_articles_in_words_of_their_own_are_two_origins() -> None:
    assert origins(story(LINES[0], LINES[1])) == [("a0",), ("a1",)]


def test_a_copy_is_no_origin_of_its_own() -> None:
    assert origins(story(LINES[0], LINES[1], f"Tin mới: {LINES[0]}")) == [("a0", "a2"), ("a1",)]


def test_two_that_credit_one_agency_are_one_origin() -> None:
    base = story(LINES[2], LINES[1], LINES[3])
    assert origins(base) == [("a0", "a2"), ("a1",)]
    assert str(find_origins(base, whole(base))[0].because) == "credits Reuters"


def test_a_credit_at_the_end_holds_for_the_whole_article() -> None:
    base = story(LINES[0], LINES[1])
    text = f"{LINES[1]}\n(Theo TTXVN)"
    zones = (Zone(start=len(LINES[1]) + 1, end=len(text), kind="credit", origin="test"),)
    credited = [replace(reading(ident, text), zones=zones) for ident in ("b", "c")]
    told = (*base.readings[:1], credited[0], replace(credited[1], article=replace(credited[1].article, text=text)))
    assert origins(replace(base, readings=told)) == [("a0",), ("b", "c")]


def test_a_picture_credit_is_no_source_of_the_report() -> None:
    text = f"{LINES[1]}\nẢnh: Reuters"
    zone = Zone(start=len(LINES[1]) + 1, end=len(text), kind="credit", origin="test")
    base = story(LINES[2], "x")
    told = (base.readings[0], replace(reading("b", text), zones=(zone,)))
    assert len(find_origins(replace(base, readings=told), (Evidence("a0", 0, 20), Evidence("b", 0, 20)))) == 2


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4), st.integers(0, 3))
def test_an_article_given_twice_adds_no_origin(texts: list[str], which: int) -> None:
    once = story(*texts)
    twice = story(*texts, texts[which % len(texts)])
    assert len(origins(once)) == len(origins(twice))


@settings(deadline=None, max_examples=30)
@given(st.permutations(LINES))
def test_order_of_the_evidence_does_not_matter(texts: list[str]) -> None:
    base: Story = story(*texts)
    assert find_origins(base, whole(base)) == find_origins(base, whole(base)[::-1])


def test_a_line_without_its_reading_is_an_origin_all_the_same() -> None:
    none: tuple[Reading, ...] = ()
    assert [one.articles for one in find_origins(Story(id="s", readings=none), (Evidence("x", 0, 3),))] == [("x",)]
