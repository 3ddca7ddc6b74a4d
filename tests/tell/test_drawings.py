"""What the page draws: the axis of days, families of texts, bonds of actors, and by what lines are found."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from doichieu.model import Dossier
from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import StoryView, view_dossier
from doichieu.tell.viewmodel.families import view_families
from doichieu.tell.viewmodel.sources import Sources
from tell.dossiers import HANOI, copied, dossier, make_story, many_outlets


def view(made: Dossier) -> StoryView:
    return view_dossier(made).stories[0]


def test_the_axis_has_every_day_on_which_something_happened_or_was_published() -> None:
    days = view(dossier()).axis
    assert [day.short for day in days] == ["1/5/2031", "2/5", "3/5"]
    assert [len(day.happenings) for day in days] == [1, 1, 1]
    assert [[row.number for row in day.published] for day in days] == [[], [1, 2], [3]]


def test_days_left_out_are_a_gap() -> None:
    told = dossier().stories[0]
    later = replace(told.story.timeline[-1], date="2031-05-09")
    story = replace(told.story, timeline=(*told.story.timeline, later))
    days = view(Dossier(stories=(replace(told, story=story),))).axis
    assert [day.gap for day in days] == [False, False, False, True]


def test_one_day_needs_no_axis() -> None:
    assert view(many_outlets(3)).axis == ()


def sources(number: int, *, hours: bool = True) -> Sources:
    told = many_outlets(number).stories[0]
    start = datetime(2031, 5, 2, tzinfo=HANOI)
    rows = tuple(
        replace(row, article=replace(row.article, published=start + timedelta(hours=n) if hours else None))
        for n, row in enumerate(told.story.readings)
    )
    return Sources(replace(told.story, readings=rows), phrases_of("vi"), first=1)


def test_each_article_hangs_under_the_one_that_most_of_its_borrowed_text_comes_from() -> None:
    shares = {("x-0", "x-1"): 0.9, ("x-0", "x-2"): 0.2, ("x-1", "x-2"): 0.6, ("x-0", "x-3"): 0.05}
    rows, alone = view_families(shares, {("x-0", "x-1"): "s1-r1"}, sources(4))
    assert [(row.source.id, row.parent.id if row.parent else "", row.up) for row in rows] == [
        ("x-0", "", 0), ("x-1", "x-0", 1), ("x-2", "x-1", 1),
    ]  # fmt: skip
    assert [row.mostly for row in rows] == [False, True, True]
    assert rows[1].anchor == "s1-r1"
    assert [row.id for row in alone] == ["x-3"]


def test_time_goes_from_left_to_right() -> None:
    rows, _ = view_families({("x-0", "x-1"): 0.9, ("x-0", "x-2"): 0.9}, {}, sources(3))
    assert [row.x for row in rows] == [3, 45.5, 88]


def test_without_times_generations_go_from_left_to_right() -> None:
    rows, _ = view_families({("x-0", "x-1"): 0.9, ("x-1", "x-2"): 0.9}, {}, sources(3, hours=False))
    assert [row.x for row in rows] == [3, 19, 35]


@pytest.mark.parametrize("shares", [{("x-0", "x-1"): 0.9, ("x-1", "x-0"): 0.9}, {("x-0", "x-0"): 1.0}])
def test_nobody_is_an_ancestor_of_its_own(shares: dict[tuple[str, str], float]) -> None:
    rows, alone = view_families(shares, {}, sources(2))
    assert len(rows) + len(alone) == 2


def test_sixty_outlets_have_a_row_each() -> None:
    reprints = view(copied(60)).reprints
    assert len(reprints.families) + len(reprints.alone) == 60
    assert all(row.x >= row.parent_x for row in reprints.families)


def test_who_denies_whom_is_drawn_and_told_in_words() -> None:
    bonds = view(dossier()).bonds
    assert bonds
    (denial,) = [row for row in bonds.bonds if row.how == "denies"]
    assert (denial.speaker, denial.target) == ("Đinh Thu Vọng", "Trần Quế Sơn")
    assert "bác bỏ (1)" in denial.words
    assert {link.anchor for link in denial.links} <= {"s1-u1", "s1-u2", "s1-u3", "s1-u4", "s1-u5", "s1-u6"}
    assert {denial.speaker, denial.target} <= {node.name for node in bonds.nodes}


def test_names_stay_within_the_drawing() -> None:
    bonds = view(dossier()).bonds
    assert bonds
    assert all(0 < node.x < bonds.width and 0 < node.y < bonds.height for node in bonds.nodes)


def test_lines_are_found_by_outlet_actor_day_dispute_and_origin() -> None:
    story = view(dossier())
    assert [row.text for row in story.filters.outlets] == ["Sông Vàng", "Người Bến", "Bài 3", "Tin Trưa"]
    assert story.filters.actors[0].value == "Trần Quế Sơn"
    assert story.filters.days[0].value == "2031-05-01"
    dispute = next(row.quantity for row in story.disputes if row.quantity)
    assert dispute.facets.disputed
    assert dispute.facets.outlets == (1, 2)
    assert story.filters.disputed


def test_words_that_are_copied_say_from_where() -> None:
    found = Sources(make_story(), phrases_of("vi"), first=1)
    row = make_story().reuses[0]
    words = found.one(row.target)
    assert words
    assert words.copied
    assert words.copied.id == row.source.article
    original = found.one(row.source)
    assert original
    assert original.copied is None
