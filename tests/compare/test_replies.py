from typing import Any

import pytest

from cases import cases
from compare.spoken import marked_story
from doichieu.compare.replies import find_replies
from doichieu.model import Story


@pytest.mark.parametrize("case", cases(__file__, "replies"))
def test_replies(case: dict[str, Any]) -> None:
    story = marked_story(case["text"], tuple(case["names"]))
    assert [[reply.source, reply.target, reply.how] for reply in find_replies(story)] == case["expect"]


def test_a_reply_rests_on_both_statements() -> None:
    story = marked_story(["Tin\n{A|Cây cầu sẽ sập năm nay}.\nÔng đáp trả: {B|không có chuyện đó đâu}."])
    (reply,) = find_replies(story)
    text = story.readings[0].text
    assert [text[words.start : words.end] for words in reply.evidence] == [
        "không có chuyện đó đâu",
        "Cây cầu sẽ sập năm nay",
    ]
    assert str(reply.because)


def test_a_story_without_statements_has_no_replies() -> None:
    assert find_replies(marked_story(["Tin\nĐáp lại là im lặng."])) == ()
    assert find_replies(Story(id="s", readings=())) == ()
