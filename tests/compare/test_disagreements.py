from dataclasses import replace

import pytest

from compare.accounts import WHY, account, happening, story_of
from doichieu.compare.disagreements import find_disagreements
from doichieu.model import Evidence, Relation, Reply, Story

FLOOD = "lũ quét cuốn trôi cầu treo ở bản Khoang, xã Mường Bang"


def kinds(story: Story) -> list[tuple[str, str]]:
    return [(found.kind, str(found.because)) for found in find_disagreements(story)]


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("conflict", "the accounts give different numbers for người chết: 4, 7"),
        ("update", "the number for người chết changes from account to account: 4, 7"),
    ],
)
def test_differing_numbers(relation: Relation, words: str) -> None:
    story = story_of(account("a", dead="4"), account("b", dead="7"), relation=relation)
    assert kinds(story) == [("figure", words)]
    (found,) = find_disagreements(story)
    assert [one.article for one in found.evidence] == ["a", "b"]


def test_equal_numbers_are_no_disagreement_whatever_their_relation() -> None:
    assert kinds(story_of(account("a", dead="4"), account("b", dead="4"), relation="update")) == []


def test_one_remark_on_two_days() -> None:
    story = story_of(account("a", said=FLOOD, day="2023-03-04"), account("b", said=FLOOD, day="2023-03-05"))
    assert kinds(story) == [("day", "the accounts give different days for it: 2023-03-04, 2023-03-05")]


def test_a_part_of_a_date_is_no_other_day() -> None:
    assert kinds(story_of(account("a", said=FLOOD, day="2023-03-04"), account("b", said=FLOOD, day="2023-03"))) == []


def test_one_remark_of_two_people() -> None:
    people = ("Lò Văn Piềng", "Hà Thị Sen")
    readings = [account(ident, said=FLOOD, by=name) for ident, name in zip("ab", people, strict=True)]
    assert kinds(story_of(*readings, people=people)) == [
        ("attribution", "the accounts give different speakers for it: Hà Thị Sen, Lò Văn Piềng")
    ]


def test_a_person_and_a_body_are_no_two_speakers() -> None:
    readings = [account("a", said=FLOOD, by="Lò Văn Piềng"), account("b", said=FLOOD, by="UBND xã")]
    assert kinds(story_of(*readings, people=("Lò Văn Piềng",))) == []


def test_a_shorter_form_of_a_name_is_no_other_speaker() -> None:
    people = ("Lò Văn Piềng", "Lò Piềng")
    readings = [account(ident, said=FLOOD, by=name) for ident, name in zip("ab", people, strict=True)]
    assert kinds(story_of(*readings, people=people)) == []


def test_one_happening_on_two_days() -> None:
    days = (happening("h0", "2023-03-04", FLOOD, "a"), happening("h1", "2023-03-05", FLOOD, "b"))
    story = replace(story_of(account("a"), account("b")), timeline=days)
    assert kinds(story) == [("day", "the accounts give different days for it: 2023-03-04, 2023-03-05")]


def test_a_happening_weeks_later_is_another_one() -> None:
    days = (happening("h0", "2023-03-04", FLOOD, "a"), happening("h1", "2023-03-25", FLOOD, "b"))
    assert kinds(replace(story_of(account("a"), account("b")), timeline=days)) == []


def test_a_denial() -> None:
    story = story_of(account("a", said=FLOOD), account("b", said="không có cầu nào bị cuốn trôi"))
    reply = Reply(source="b#s0", target="a#s0", how="denies", evidence=(Evidence("b", 0, 4),), because=WHY)
    (found,) = find_disagreements(replace(story, replies=(reply,)))
    assert (found.kind, found.lines, len(found.evidence)) == ("denial", ("b#s0", "a#s0"), 2)
