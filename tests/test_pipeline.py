"""A fault of the program in one story is a problem of that story and leaves the others alone."""

from pathlib import Path

import pytest

from doichieu.compare import comparison
from doichieu.model import Dossier, Story, ToldStory
from doichieu.pipeline import make_dossier
from doichieu.settings import Settings
from doichieu.tell import narration

RAIN = "Mưa lớn ở xã Bình Sơn\nSáng 5/3, mưa lớn làm ngập 20 nhà ở xã Bình Sơn, theo Ban Chỉ huy phòng thủ xã."
BRIDGE = "Cầu Vạn Kiếp thông xe\nTỉnh Hải Dương cho biết cầu Vạn Kiếp dài 400 m thông xe hôm 7/3."


@pytest.fixture
def pile(tmp_path: Path) -> str:
    for name, text in (("mua", RAIN), ("cau", BRIDGE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(tmp_path)


def made(pile: str) -> Dossier:
    return make_dossier([pile], Settings(jobs=1))


def is_bridge(story: Story) -> bool:
    return "cau" in story.readings[0].article.id


def test_a_fault_in_comparing_leaves_the_story_its_articles(pile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_replies(story: Story) -> tuple[()]:
        if is_bridge(story):
            raise ValueError("no bridge")
        return ()

    monkeypatch.setattr(comparison, "find_replies", find_replies)
    dossier = made(pile)
    assert len(dossier.stories) == 2
    assert [problem.because.values for problem in dossier.problems] == [("ValueError: no bridge",)]


def test_a_fault_in_telling_leaves_the_other_stories(pile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tell = narration.tell

    def fail(story: Story, *, length: int | None = None) -> ToldStory:
        if is_bridge(story):
            raise ValueError("no bridge")
        return tell(story, length=length)

    monkeypatch.setattr(narration, "tell", fail)
    dossier = made(pile)
    assert len(dossier.stories) == len(dossier.problems) == 1


def test_debugging_shows_the_fault(pile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOICHIEU_DEBUG", "1")
    monkeypatch.setattr(comparison, "find_replies", None)
    with pytest.raises(TypeError):
        made(pile)
