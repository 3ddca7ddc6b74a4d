from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import cases
from compare.readings import reading
from doichieu.compare.quantities.joining import join_figures
from doichieu.compare.quantities.values import digits_of
from doichieu.languages import pack_of
from doichieu.model import Quantity, Story
from doichieu.read.figures.layer import add_figures

PACK = pack_of("vi")
assert PACK is not None


def story_of(*texts: str, days: tuple[int | None, ...] | None = None) -> Story:
    assert PACK is not None
    when = days or tuple(range(1, len(texts) + 1))
    return Story(
        id="s",
        readings=tuple(
            add_figures(reading(f"a{number}", text, day=day), PACK)
            for number, (text, day) in enumerate(zip(texts, when, strict=True))
        ),
    )


def words(story: Story, quantity: Quantity) -> list[str]:
    texts = {one.article.id: one.text for one in story.readings}
    return [texts[one.article][one.start : one.end] for one in quantity.evidence]


@pytest.mark.parametrize("case", cases(__file__, "quantities"))
def test_quantities(case: dict[str, Any]) -> None:
    story = story_of(*case["text"])
    groups = [one for one in join_figures(story) if len(one.figures) > 1]
    assert [words(story, one) for one in groups] == case["expect"]
    assert [one.relation for one in groups] == case["relation"]


def test_every_figure_is_in_exactly_one_quantity() -> None:
    story = story_of("Bão làm 3 người chết, 20 căn nhà đổ, thiệt hại 5 tỷ đồng.", "Bão làm 3 người chết.")
    given_figures = [figure.id for one in story.readings for figure in one.figures]
    assert sorted(ident for one in join_figures(story) for ident in one.figures) == sorted(given_figures)


def test_a_quantity_of_one_figure_agrees_with_itself_and_says_so() -> None:
    (quantity,) = join_figures(story_of("Bão làm đổ 20 căn nhà."))
    assert (quantity.id, quantity.relation, len(quantity.evidence)) == ("s/q0", "agree", 1)
    assert "no other figure" in str(quantity.because)


def test_differing_numbers_of_the_same_hour_are_a_conflict() -> None:
    texts = ("Sạt lở ở bản Mạ làm 9 người chết.", "Sạt lở ở bản Mạ làm 11 người chết.")
    (quantity,) = join_figures(story_of(*texts, days=(4, 4)))
    assert quantity.relation == "conflict"
    assert "9 người / 11 người" in str(quantity.because)


def test_a_story_without_figures_has_no_quantities() -> None:
    assert join_figures(story_of("Không có gì.")) == ()
    assert join_figures(Story(id="s", readings=())) == ()


def test_readings_in_no_known_language_are_compared_by_value() -> None:
    story = story_of("Bão làm 23 người chết.", "Bão làm 23 người chết.")
    foreign = tuple(replace(one, article=replace(one.article, language="")) for one in story.readings)
    assert len(join_figures(replace(story, readings=foreign))) == 1


@pytest.mark.parametrize(("value", "digits"), [(6_000_000, 1), (14_340_000, 4), (20.75, 4), (0, 1), (1e15, 1)])
def test_digits_that_tell(value: float, digits: int) -> None:
    assert digits_of(value) == digits


LINES = st.sampled_from(
    [
        "Bão làm 3 người chết.",
        "12 nhà đổ và 3 xe hỏng.",
        "Thiệt hại 5 tỷ đồng.",
        "Hàng chục người bị thương.",
        "Gió giật 90 km/h.",
    ]
)


@settings(max_examples=12)
@given(st.lists(st.lists(LINES, max_size=2).map("\n".join), min_size=1, max_size=3))
def test_joining_is_deterministic_and_every_line_has_evidence(texts: list[str]) -> None:
    story = story_of(*texts)
    quantities = join_figures(story)
    assert quantities == join_figures(story)
    assert all(len(one.evidence) == len(one.figures) for one in quantities)
