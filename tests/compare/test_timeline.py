from typing import Any

import pytest

from cases import cases
from compare.spoken import marked_story
from doichieu.compare.timeline.choosing import MOST, make_timeline
from doichieu.compare.timeline.periods import period_of
from doichieu.model import Story


@pytest.mark.parametrize("case", cases(__file__, "timeline"))
def test_days_of_the_timeline(case: dict[str, Any]) -> None:
    assert [line.date for line in make_timeline(marked_story(case["text"]))] == case["expect"]


def test_what_happened_is_cut_from_the_evidence() -> None:
    story = marked_story(
        [
            "Cháy\nKho sợi ở cảng Mây cháy <2023-03-01|tối 1/3>.",
            "Cháy\nTối 1/3, kho sợi ở cảng Mây cháy lớn <2023-03-01|hôm 1/3>.",
        ]
    )
    (line,) = make_timeline(story)
    texts = {row.article.id: row.text for row in story.readings}
    assert line.what in {texts[words.article][words.start : words.end] for words in line.evidence}
    assert {words.article for words in line.evidence} == {"a0", "a1"}
    assert line.because.values == ("2023-03-01", "2", "2")


def test_a_timeline_is_short() -> None:
    days = "\n".join(f"Ngày <2023-03-{day:02}|{day}/3> có một vụ khác hẳn số {day}." for day in range(1, 29))
    assert len(make_timeline(marked_story([f"Tin\n{days}"]))) == MOST


def test_a_story_without_times_has_no_timeline() -> None:
    assert make_timeline(marked_story(["Tin\nKhông rõ ngày."])) == ()
    assert make_timeline(Story(id="s", readings=())) == ()


@pytest.mark.parametrize("value", ["2023-02-30", "2023-W60", "0000", "2023-13", "", "P2Y", "2023-SU", "9999"])
def test_values_that_name_no_time_of_the_calendar(value: str) -> None:
    assert period_of(value) is None
