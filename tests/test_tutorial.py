"""The tutorial's commands do what it says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ doichieu (.+)$", TUTORIAL, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tutorial")
    (made / "examples").symlink_to(ROOT / "examples")
    for command in COMMANDS:
        ran = subprocess.run(
            [sys.executable, "-c", "from doichieu.cli import main; main()", *shlex.split(command)],
            cwd=made, env={**os.environ, "DOICHIEU_DEBUG": ""}, capture_output=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr.decode()
    return made


def test_every_command_writes_its_file(folder: Path) -> None:
    places = [words[words.index("-o") + 1] for words in map(str.split, COMMANDS)]
    assert [place for place in places if place != "-" and not (folder / place).exists()] == []


def test_the_page_says_what_the_tutorial_quotes(folder: Path) -> None:
    page = " ".join(re.sub(r"<[^>]+>", " ", (folder / "bao.html").read_text(encoding="utf-8")).split())
    for words in ("3 điểm khác nhau", "5 báo", "4 nguồn độc lập", "Điều còn khác nhau", "Ai chép ai", "Báo nào đưa gì",
                  "Toàn văn các bài", "cùng chữ với bài 2"):  # fmt: skip
        assert words in TUTORIAL.replace("\n", " ")
        assert words in page
