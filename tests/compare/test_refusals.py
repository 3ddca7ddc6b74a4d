from dataclasses import replace

from compare.spoken import marked_story
from doichieu.compare.utterances.joining import join_statements
from doichieu.model import Refusal


def test_what_is_nearly_the_same_is_told_with_its_reason() -> None:
    said = ("mực nước hồ Ba Kè đang lên nhanh", "nước hồ lại lên sau trận mưa đêm qua")
    story = marked_story([f"Tin\nÔng nói {{A|{words}}}." for words in said])
    readings = tuple(
        replace(row, statements=tuple(replace(one, date=day) for one in row.statements))
        for row, day in zip(story.readings, ("2023-03-01", "2023-03-09"), strict=True)
    )
    refused: list[Refusal] = []
    utterances = join_statements(replace(story, readings=readings), refused)
    (refusal,) = refused
    assert refusal.lines == tuple(one.id for one in utterances)
    assert str(refusal.because).endswith("other days")
    assert {words.article for words in refusal.evidence} == {"a0", "a1"}


def test_what_is_not_alike_is_no_refusal() -> None:
    refused: list[Refusal] = []
    join_statements(marked_story(["Tin\n{A|trời mưa to}.", "Tin\n{B|giá gạo tăng}."]), refused)
    assert refused == []
