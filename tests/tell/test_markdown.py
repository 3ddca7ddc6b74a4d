import re
from dataclasses import replace

import pytest

from doichieu.model import Dossier
from doichieu.tell.markdown import Footnotes, escape, write_markdown
from doichieu.tell.viewmodel.citing import Source, Words
from tell.dossiers import HOSTILE, dossier, hostile, make_story, many_outlets, several


def test_every_footnote_that_is_cited_is_given_once() -> None:
    text = write_markdown(dossier())
    given = re.findall(r"^\[\^([\w-]+)\]:", text, re.MULTILINE)
    cited = re.findall(r"\[\^([\w-]+)\](?!:)", text)
    assert sorted(given) == sorted(set(cited))


def test_the_lines_of_the_story_are_told() -> None:
    text = write_markdown(dossier())
    assert text.startswith("# Cháy kho sợi ở cảng Mây\n")
    assert "- **1 tháng 5, 2031**" in text
    assert "*Bác bỏ* **Đinh Thu Vọng**" in text
    assert "- **số người chết trong vụ cháy** (mâu thuẫn) (2 báo, 2 nguồn độc lập)\n  - **3** – Sông Vàng; theo" in text
    plain = re.sub(r"\[\^[\w-]+\]", "", text)
    assert "| | Sông Vàng | Người Bến | Bài 3 | Tin Trưa |" in plain
    assert "| số người rời nhà | khoảng 1.200 | | | khoảng 1.200 |" in plain
    assert "| số người chết trong vụ cháy | ● | ◐ | ○ | ○ |" in text


def test_english() -> None:
    text = write_markdown(dossier(), language="en")
    assert "## Who said what" in text
    assert "**1 May 2031**" in text
    assert "about 1,200[^" in text


def test_reasons_stand_only_behind_lines_that_were_joined() -> None:
    text = write_markdown(dossier())
    assert text.count("Vì sao?") == sum(len(line.statements) > 1 for line in make_story().utterances)


def test_words_of_one_sentence_share_a_footnote() -> None:
    first, second = make_words("Gió to, ", "mưa lớn", " cả ngày"), make_words("", "Gió to", ", mưa lớn cả ngày")
    notes = Footnotes()
    assert notes.cite([first, second]) == "[^a-1-8]"
    assert [list(note.pieces) for note in notes] == [
        [("", False), ("Gió to", True), (", ", False), ("mưa lớn", True), (" cả ngày", False)]
    ]


def test_many_articles_are_listed_value_by_value() -> None:
    told = dossier().stories[0]
    rows = (*told.story.readings, *many_outlets(6).stories[0].story.readings)
    text = write_markdown(Dossier(stories=(replace(told, story=replace(told.story, readings=rows)),)))
    assert "- số người rời nhà\n  - **khoảng 1.200** – Sông Vàng, Tin Trưa" in text


def make_words(before: str, text: str, after: str) -> Words:
    source = Source(number=1, anchor="a-1", id="x", label="x", named=True, title="", when="", language="", url=None)
    return Words(source=source, anchor=f"a-1-{len(before)}", before=before, text=text, after=after)


def test_hostile_text_stays_text() -> None:
    text = write_markdown(hostile())
    assert not re.search(r"(?<!\\)<", text)
    assert escape(HOSTILE) in text


@pytest.mark.parametrize(
    ("text", "expect"),
    [
        ("a\n# b", "a \\# b"),
        ("1. một", "1\\. một"),
        ("- gạch", "\\- gạch"),
        ("giá 3.600 - 4.000", "giá 3.600 \\- 4.000"),
        ("[x](http://y)", "\\[x\\](http\\://y)"),
        ("Kassym-Jomart", "Kassym-Jomart"),
        ("a|b", "a\\|b"),
    ],
)
def test_escape(text: str, expect: str) -> None:
    assert escape(text) == expect


def test_several_stories_keep_their_footnotes_apart() -> None:
    text = write_markdown(several())
    given = re.findall(r"^\[\^([\w-]+)\]:", text, re.MULTILINE)
    assert len(given) == len(set(given))


def test_the_same_dossier_gives_the_same_bytes() -> None:
    again = replace(dossier())
    assert write_markdown(dossier()) == write_markdown(again)
