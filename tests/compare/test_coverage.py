from dataclasses import replace

from compare.accounts import account, story_of
from doichieu.compare.coverage import make_coverage
from doichieu.model import Story


def told(story: Story) -> dict[tuple[str, str], str]:
    return {(row.line, row.outlet): row.told for row in make_coverage(story)}


def test_a_line_of_two_outlets_is_left_out_by_the_third() -> None:
    story = story_of(account("a", dead="4"), account("b", dead="4"), account("c"))
    assert told(story) == {("q0", "a"): "told", ("q0", "b"): "told", ("q0", "c"): "left out"}


def test_a_line_of_one_outlet_has_one_row() -> None:
    assert told(story_of(account("a", dead="4"), account("b"), account("c"))) == {("q0", "a"): "told"}


def test_another_number_than_that_of_most_is_told_differently() -> None:
    story = story_of(account("a", dead="9"), account("b", dead="4"), account("c", dead="4"), relation="conflict")
    assert told(story) == {("q0", "a"): "differently", ("q0", "b"): "told", ("q0", "c"): "told"}


def test_more_than_a_number_goes_with_a_number_above_it() -> None:
    story = story_of(account("a", dead="hơn 4"), account("b", dead="5"), account("c", dead="5"))
    assert set(told(story).values()) == {"told"}


def test_quite_other_words_are_told_differently() -> None:
    same = "nước lũ đã cuốn trôi cây cầu treo duy nhất vào bản"
    story = story_of(
        account("a", said=same), account("b", said=f"{same} sáng nay"), account("c", said="mọi việc đang ổn thỏa")
    )
    assert told(story) == {("u0", "a"): "told", ("u0", "b"): "told", ("u0", "c"): "differently"}


def test_articles_of_one_outlet_are_one_account() -> None:
    readings = tuple(
        replace(one, article=replace(one.article, outlet="Báo Sông")) for one in (account("a", dead="4"), account("b"))
    )
    assert told(story_of(*readings, account("c", dead="4"))) == {("q0", "Báo Sông"): "told", ("q0", "c"): "told"}


def test_every_row_has_evidence() -> None:
    story = story_of(account("a", dead="4"), account("b", dead="4"), account("c"))
    assert all(row.evidence for row in make_coverage(story))


def test_order_of_the_readings_does_not_matter() -> None:
    readings = (account("a", dead="9"), account("b", dead="4"), account("c", dead="4"))
    story = story_of(*readings)
    assert make_coverage(replace(story, readings=readings[::-1])) == make_coverage(story)


def test_no_readings_have_no_coverage() -> None:
    assert make_coverage(Story(id="s", readings=())) == ()
