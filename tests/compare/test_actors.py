from dataclasses import replace

from doichieu.compare.actors.resolving import REASONS, resolve_actors
from doichieu.model import Actor, Figure, Reading
from marked import marked, with_speakers


def actors_of(*sources: str) -> tuple[tuple[Reading, ...], dict[str, Actor]]:
    readings, actors = resolve_actors(tuple(marked(f"a{i}", source) for i, source in enumerate(sources)))
    return readings, {actor.name: actor for actor in actors}


def names_of(*sources: str) -> list[list[str]]:
    return [[mention.actor for mention in reading.mentions] for reading in actors_of(*sources)[0]]


def test_a_short_form_means_the_only_full_name_it_fits() -> None:
    assert names_of("{PER Peter Rowling} nói.", "Ông {PER Rowling} nói.") == [["Peter Rowling"], ["Peter Rowling"]]


def test_a_short_form_of_two_people_stays_by_itself() -> None:
    names = names_of("{PER Trần Văn Ổi} gặp {PER Lê Thị Ổi}.", "Chị {PER Ổi} nói.")
    assert names == [["Trần Văn Ổi", "Lê Thị Ổi"], ["Ổi"]]


def test_people_of_one_family_name_are_two() -> None:
    assert names_of("{PER Trần Văn Ổi} nói.", "{PER Trần Thị Mận} nói.") == [["Trần Văn Ổi"], ["Trần Thị Mận"]]


def test_other_names_of_a_place_are_one_actor_and_its_government_another() -> None:
    names = names_of("{GPE Moscow} nói.", "{GPE Mátxcơva} nói, {ORG Điện Kremlin} im lặng, {GPE Nga} cũng vậy.")
    assert names[0][0] == names[1][0]
    assert len({*names[1]}) == 3


def test_an_abbreviation_is_understood_in_another_article() -> None:
    full = "Tổ chức Hiệp ước An ninh Tập thể"
    names = names_of(f"{{ORG {full}}} ({{ORG CSTO}}) họp.", "{ORG CSTO} họp.")
    assert names[1] == [full] or names[1] == names[0][1:]


def test_a_letter_apart_is_a_misspelling_of_a_foreign_name_only() -> None:
    assert names_of("{PER Mark Rutledge} nói.", "{PER Mark Rutlege} nói.")[1][0] in ("Mark Rutledge", "Mark Rutlege")
    assert len({*names_of("{PER Mark Rutledge} nói.", "{PER Mark Rutlege} nói.")[1]}) == 1
    assert names_of("{PER Trần Văn Hùng} nói.", "{PER Trần Văn Hưng} nói.") == [["Trần Văn Hùng"], ["Trần Văn Hưng"]]


def test_every_actor_has_one_name_evidence_and_a_reason() -> None:
    readings, actors = actors_of("{PER Vinh} ở {GPE Vinh}.", "{GPE Vinh} có mưa, {PER Vinh} nói.")
    assert len(actors) == 2
    texts = {reading.article.id: reading.text for reading in readings}
    for actor in actors.values():
        assert actor.because
        assert [texts[place.article][place.start : place.end] for place in actor.evidence] == ["Vinh", "Vinh"]


def test_roles_stand_beside_the_name() -> None:
    readings, actors = actors_of("Ngoại trưởng {GPE Mỹ} {PER John Harlow} nói. Luật sư của {PER John Harlow} im lặng.")
    (role,) = actors["John Harlow"].roles
    assert role.text == "Ngoại trưởng Mỹ"
    assert readings[0].text[role.evidence.start : role.evidence.end] == "Ngoại trưởng Mỹ"


def test_an_office_is_held_by_whom_another_article_names() -> None:
    first = marked("a", "Ngoại trưởng {GPE Mỹ} {PER John Harlow} tới nơi.")
    second = with_speakers(marked("b", "[Ngoại trưởng {GPE Mỹ}] nói."), "Ngoại trưởng Mỹ")
    figure = Figure(id="b#f0", start=0, end=1, value=1, according_to=("Ngoại trưởng Mỹ",), origin="test")
    readings, _ = resolve_actors((first, replace(second, figures=(figure,))))
    assert readings[1].statements[0].speakers == ("John Harlow",)
    assert readings[1].figures[0].according_to == ("John Harlow",)


def test_an_office_that_two_hold_stays_a_phrase() -> None:
    first = marked("a", "Thứ trưởng {GPE Nga} {PER Ivan Petrin} và Thứ trưởng {GPE Nga} {PER Oleg Sudin} tới.")
    second = with_speakers(marked("b", "[Thứ trưởng {GPE Nga}] nói."), "Thứ trưởng Nga")
    assert resolve_actors((first, second))[0][1].statements[0].speakers == ("Thứ trưởng Nga",)


def test_one_told_of_as_somebodys_is_who_another_article_names_so() -> None:
    first = marked("a", "{PER Ivan Petrin}, luật sư của {PER John Harlow}, tới nơi.")
    second = with_speakers(marked("b", "[Một luật sư của {PER Harlow}] nói."), "Một luật sư của Harlow")
    assert resolve_actors((first, second))[0][1].statements[0].speakers == ("Ivan Petrin",)
    third = marked("c", "Luật sư của {PER John Harlow}, ông {PER Oleg Sudin}, im lặng.")
    assert resolve_actors((first, second, third))[0][1].statements[0].speakers == ("Một luật sư của Harlow",)


def test_a_misspelt_holder_is_no_second_one() -> None:
    often = "Ngoại trưởng {GPE Mỹ} {PER John Harlow} nói. " * 3
    second = with_speakers(marked("b", "[Ngoại trưởng {GPE Mỹ}] nói."), "Ngoại trưởng Mỹ")
    first = marked("a", often + "Ngoại trưởng {GPE Mỹ} {PER Hralow} nói.")
    assert resolve_actors((first, second))[0][1].statements[0].speakers == ("John Harlow",)


def test_the_longest_name_of_the_story_wins() -> None:
    readings, _ = actors_of("{ORG Sở Công thương Hà Nội} họp.", "{ORG Sở Công thương} {GPE Hà Nội} họp.")
    assert [(m.start, m.end, m.actor) for m in readings[1].mentions] == [(0, 21, "Sở Công thương Hà Nội")]


def test_nothing_gives_nothing() -> None:
    assert resolve_actors(()) == ((), ())
    assert set(REASONS) == {"spelling", "alias", "bracket", "misspelling", "short", "initials"}
