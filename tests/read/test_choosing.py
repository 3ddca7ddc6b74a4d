"""Speakers by weighed signs: the rules' answer stands unless another candidate is surer."""

from collections.abc import Mapping

from doichieu.languages import pack_of
from doichieu.model import Article, Statement
from doichieu.read import read
from doichieu.read.statements.candidates import Candidates
from doichieu.read.statements.choosing import SURER, with_chosen_speakers
from doichieu.read.statements.layer import statements_by_rules
from doichieu.read.statements.passages import Page

TEXT = (
    "Bà Lê Thị Lụa, giám đốc Công ty Sông Trà, cho biết nhà máy sẽ mở cửa lại vào tháng sau.\n"
    "Ông Trần Văn Tám nói rằng người dân vẫn chưa yên tâm."
)


def found(text: str) -> tuple[Page, list[Statement]]:
    pack = pack_of("vi")
    assert pack is not None
    return statements_by_rules(read(Article(id="a", text=text, language="vi")), pack)


def chosen(text: str, weights: Mapping[str, float]) -> list[tuple[str, ...]]:
    page, statements = found(text)
    return [one.speakers for one in with_chosen_speakers(page, weights, statements)]


def test_the_answer_of_the_rules_is_a_candidate() -> None:
    page, statements = found(TEXT)
    candidates = Candidates(page, statements)
    assert statements
    assert all(one.speakers in candidates.of(number) for number, one in enumerate(statements))


def test_every_candidate_has_signs() -> None:
    page, statements = found(TEXT)
    assert all(signs for n in range(len(statements)) for signs in Candidates(page, statements).of(n).values())


def test_without_weights_the_rules_stand() -> None:
    page, statements = found(TEXT)
    assert with_chosen_speakers(page, {}, statements) == statements


def test_a_candidate_that_is_hardly_surer_changes_nothing() -> None:
    _, statements = found(TEXT)
    assert chosen(TEXT, {"actor:ORG": SURER}) == [one.speakers for one in statements]


def test_a_surer_candidate_is_taken_and_says_so() -> None:
    page, statements = found(TEXT)
    first = with_chosen_speakers(page, {"in:ORG:last": 5.0}, statements)[0]
    assert first.speakers == ("Công ty Sông Trà",)
    assert first.origin.endswith("/speaker-weighed")


def test_the_relaying_medium_is_not_named_twice() -> None:
    text = "Hãng tin Reuters dẫn lời đại diện nhà máy nói rằng cây cầu sẽ mở lại vào tháng sau."
    page, statements = found(text)
    assert [one.via for one in statements] == ["Reuters"]
    taken = with_chosen_speakers(page, {"actor:ORG": 9.0}, statements)
    assert [(one.speakers, one.via) for one in taken] == [(("Reuters",), None)]


def test_a_phrase_that_names_one_leaves_nothing_to_weigh() -> None:
    page, statements = found("Pháp cho rằng biên giới sẽ còn đóng lâu.")
    assert [one.speakers for one in statements] == [("Pháp",)]
    assert list(Candidates(page, statements).of(0)) == [("Pháp",)]
