from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.readings import reading
from compare.test_stories import FLOOD, PILE
from doichieu.compare.stories.stream import Decision, StoryStream
from doichieu.model import Reading


def parts(stream: StoryStream) -> list[list[str]]:
    return sorted(sorted(articles) for articles in stream.stories().values())


WHOLE = [["f0", "f1", "f2"], ["m0", "m1"]]


def test_a_story_grows_article_by_article() -> None:
    stream = StoryStream()
    decisions = [stream.add(one) for one in PILE]
    assert parts(stream) == WHOLE
    assert [one.story for one in decisions] == ["s:f0", "s:f0", "s:f0", "s:m0", "s:m0"]
    assert [one.nearness > 0 for one in decisions] == [False, True, True, False, True]
    assert all(str(one.because) for one in decisions)


@settings(deadline=None, max_examples=15)
@given(st.permutations(PILE), st.integers(0, 5))
def test_the_order_inside_a_batch_does_not_matter(pile: list[Reading], cut: int) -> None:
    def told(batches: list[list[Reading]]) -> tuple[list[list[Decision]], dict[str, tuple[str, ...]]]:
        stream = StoryStream()
        return [stream.add_all(batch) for batch in batches], stream.stories()

    first, second = pile[:cut], pile[cut:]
    assert told([first, second]) == told([first[::-1], sorted(second, key=lambda one: one.article.id)])


@settings(deadline=None, max_examples=15)
@given(st.permutations(PILE))
def test_stories_do_not_hang_on_who_came_first(pile: list[Reading]) -> None:
    stream = StoryStream()
    for one in pile:
        stream.add(one)
    assert parts(stream) == WHOLE


def test_an_article_that_comes_again_stays_where_it_is() -> None:
    stream = StoryStream()
    stream.add_all(PILE)
    again = stream.add(PILE[1])
    assert (again.story, len(stream)) == ("s:f0", len(PILE))
    assert stream.stories() == {"s:f0": ("f0", "f1", "f2"), "s:m0": ("m0", "m1")}


def test_an_article_that_is_taken_back_leaves_its_story() -> None:
    stream = StoryStream()
    stream.add_all(PILE)
    stream.forget("f0")
    assert stream.stories() == {"s:f0": ("f1", "f2"), "s:m0": ("m0", "m1")}
    stream.forget("f1")
    stream.forget("f2")
    assert stream.stories() == {"s:m0": ("m0", "m1")}
    assert stream.add(PILE[0]).story == "s:f0"


def test_what_was_decided_is_taken_up() -> None:
    stream = StoryStream()
    stream.put(PILE[0], "s:chosen")
    stream.put(PILE[1], "s:chosen")
    assert stream.add(PILE[2]).story == "s:chosen"
    assert stream.add(PILE[3]).story == "s:m0"


def test_a_refusal_near_the_border_has_its_reason() -> None:
    stream = StoryStream()
    stream.add_all(PILE)
    other = reading(
        "x", "Lũ quét cuốn trôi nhà dân ở xã Nậm Păm\nXã Nậm Păm có 3 căn nhà bị lũ quét cuốn trôi.", day=20
    )
    decision = stream.add(other)
    assert decision.story == "s:x"
    assert [reason.values[1] for reason in decision.refused] == ["s:f0"]


def test_languages_are_kept_apart() -> None:
    stream = StoryStream()
    for number, code in enumerate(("vi", "xx")):
        base = reading(f"a{number}", FLOOD[0])
        stream.add(replace(base, article=replace(base.article, language=code)))
    assert parts(stream) == [["a0"], ["a1"]]


@pytest.mark.parametrize("texts", [[], [""], ["", "…"], ["một"], ["một", "một"]])
def test_little_text_is_no_trouble(texts: list[str]) -> None:
    stream = StoryStream()
    stream.add_all(reading(str(number), text) for number, text in enumerate(texts))
    assert len(stream) == len(texts)


def test_who_is_not_known_cannot_be_forgotten() -> None:
    with pytest.raises(KeyError):
        StoryStream().forget("nobody")
