import re
from dataclasses import replace

import pytest

from doichieu.tell.markdown import escape, write_markdown
from tell.dossiers import HOSTILE, dossier, hostile, several


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
    assert "**mâu thuẫn**" in text
    assert "**khoảng 1.200**" in text
    assert "| số người chết trong vụ cháy | ● | ◐ | ○ | ○ |" in text


def test_english() -> None:
    text = write_markdown(dossier(), language="en")
    assert "## Who said what" in text
    assert "**1 May 2031**" in text
    assert "**about 1,200**" in text


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
