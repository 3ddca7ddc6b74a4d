"""The library's commands as a person meets them: run as programs, their streams and exit codes looked at."""

import json
import sqlite3
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from library_piles import ALL, FLOOD
from test_cli import doichieu, one_line

COMMANDS = [
    "add", "watch", "retry", "stories", "show", "search", "changes", "merge", "split", "pin",
    "export", "import", "doctor",
]  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that tests only look at."""
    folder = tmp_path_factory.mktemp("library")
    path = folder / "news.db"
    ran = doichieu("add", pile(folder), "--library", path, "--list")
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.decode().splitlines()[0] == "new\tlu-1\ts:lu-1"
    assert ran.stderr.decode().splitlines() == [f"{path}: 6 new, 0 edited, 0 known"]
    return path


def pile(folder: Path) -> Path:
    path = folder / "pile.jsonl"
    rows = [
        {"id": one.id, "text": one.text, "outlet": one.outlet, "published": one.published and one.published.isoformat()}
        for one in ALL
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    ran = doichieu(command, "--help")
    assert ran.returncode == 0
    assert b"Example: doichieu" in ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["stories"],
        ["show", "s:1"],
        ["search", "x"],
        ["doctor"],
        ["changes"],
        ["retry"],
        ["export"],
        ["merge", "a", "b"],
    ],
    ids=" ".join,
)
def test_a_library_that_is_not_there_is_one_line(tmp_path: Path, arguments: list[str]) -> None:
    ran = doichieu(*arguments, "--library", tmp_path / "none.db")
    assert ran.returncode == 1
    assert "doichieu add" in one_line(ran)
    assert not (tmp_path / "none.db").exists()


def test_stories_are_listed(library: Path) -> None:
    ran = doichieu("stories", "--sort", "size", "--library", library)
    assert ran.returncode == 0
    assert [line.partition("s:")[2].split()[0] for line in ran.stdout.decode().splitlines()] == [
        "lu-1",
        "chay-1",
        "cho-1",
    ]
    found = json.loads(doichieu("stories", "--json", "--least", "3", "--library", library).stdout)
    assert [(row["id"], row["articles"]) for row in found] == [("s:lu-1", 3)]
    found = json.loads(doichieu("stories", "--json", "--about", "phù lăng", "--library", library).stdout)
    assert [row["id"] for row in found] == ["s:cho-1"]


def test_a_story_is_shown_by_any_of_its_articles(library: Path, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    ran = doichieu("show", "lu-2", "-o", page, "--library", library)
    assert ran.returncode == 0, ran.stderr.decode()
    assert "Hà Lam" in page.read_text(encoding="utf-8")
    assert "3.600" in doichieu("show", "s:lu-1", "--library", library).stdout.decode()
    assert "new story" in doichieu("show", "s:lu-1", "--history", "--library", library).stdout.decode()


def test_words_are_found_without_their_marks(library: Path) -> None:
    ran = doichieu("search", '"ha lam"', "--in", "statements", "--library", library)
    assert ran.returncode == 0
    assert "[Hà Lam]" in ran.stdout.decode()
    assert doichieu("search", "***", "--library", library).returncode == 1


def test_changes_come_as_text_json_and_rss(library: Path) -> None:
    assert "new story" in doichieu("changes", "--library", library).stdout.decode()
    report = json.loads(doichieu("changes", "--format", "json", "--library", library).stdout)
    assert {row["event"]["kind"] for row in report["changes"]} == {"story"}
    feed = ET.fromstring(doichieu("changes", "--format", "rss", "--library", library).stdout)  # noqa: S314 - our own
    assert len(feed.findall("channel/item")) == 2
    assert doichieu("changes", "--since", "lately", "--library", library).returncode == 1


def test_a_library_goes_out_and_in_again_and_is_whole(library: Path, tmp_path: Path) -> None:
    lines = doichieu("export", "--library", library).stdout
    ran = doichieu("import", "-", "--library", tmp_path / "copy.db", stdin=lines)
    assert ran.returncode == 0, ran.stderr.decode()
    assert doichieu("export", "--library", tmp_path / "copy.db").stdout == lines
    assert doichieu("doctor", "--library", tmp_path / "copy.db").returncode == 0


def test_a_person_corrects_and_a_damaged_library_is_mended(tmp_path: Path) -> None:
    library = tmp_path / "news.db"
    doichieu("add", pile(tmp_path), "--library", library)
    assert "4 articles" in doichieu("pin", "cho-1", "lu-1", "--library", library).stdout.decode()
    with sqlite3.connect(library) as link:
        link.execute("DELETE FROM members")
    link.close()
    ran = doichieu("doctor", "--library", library)
    assert ran.returncode == 1
    assert b"wrong: articles in no story (6)" in ran.stdout
    assert doichieu("doctor", "--repair", "--library", library).returncode == 0
    assert b"4 articles" in doichieu("stories", "--library", library).stdout


def test_problems_are_kept_and_tried_again(tmp_path: Path) -> None:
    library, folder = tmp_path / "news.db", tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"")
    ran = doichieu("add", folder, "--library", library)
    assert ran.returncode == 1
    assert b"nothing added" in ran.stderr
    assert b"a.txt\tempty\t1 try" in doichieu("retry", "--show", "--library", library).stdout
    (folder / "a.txt").write_text(FLOOD[0].text, encoding="utf-8")
    ran = doichieu("retry", "--library", library)
    assert ran.returncode == 0
    assert b"1 problem before, 0 now" in ran.stderr


def test_feeds_are_polled_once(tmp_path: Path) -> None:
    library, feeds = tmp_path / "news.db", tmp_path / "feeds.toml"
    pile(tmp_path)
    feeds.write_text('[[watch]]\nsource = "pile.jsonl"\n', encoding="utf-8")
    assert b"6 new" in doichieu("watch", feeds, "--once", "--library", library).stderr
    assert b"6 known" in doichieu("watch", feeds, "--once", "--library", library).stderr
