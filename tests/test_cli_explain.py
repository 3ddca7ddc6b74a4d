"""``doichieu read --explain`` as a person meets it: in a terminal, in a pipe, with hostile text."""

import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from doichieu.cli import main

TEXT = """Cháy chợ Bến Đò, hai người bị thương

Sáng 5/3/2024, chợ Bến Đò bốc cháy. Ông Trần Văn Tám, trưởng ban quản lý chợ, cho biết: "Có 12 gian hàng bị thiêu rụi".

Ảnh: Lan Chi
"""
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
Explained = Callable[..., str]


@pytest.fixture
def explained(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Explained:
    """Run the command in this process, which starts once, and give its standard output."""

    def run(text: str, *arguments: str, **environment: str) -> str:
        values = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm", "COLUMNS": "100", **environment}
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["doichieu", "read", "--explain", "-", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            main()
        output = capfdbinary.readouterr()
        assert left.value.code == 0, output.err.decode()
        return output.out.decode()

    return run


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.fixture
def piped(explained: Explained) -> str:
    return explained(TEXT)


def test_a_pipe_gets_brackets_and_no_colours(piped: str) -> None:
    assert "\x1b" not in piped
    assert "‹Sáng 5/3/2024›" in piped
    assert "[Trần Văn Tám]" in piped
    assert "«Có {12 gian hàng} bị thiêu rụi»" in piped


@pytest.mark.parametrize(
    "line",
    [
        r"time +Sáng 5/3/2024 +TIME 2024-03-05TMO +times/\S+",
        r"name +Trần Văn Tám +PER +names/\S+",
        r"says +Có 12 gian hàng bị thiêu +direct, by Trần Văn Tám,? .* +statements/\S+",
        r"figure +12 gian hàng +12, count, of “gian .* +figures/\S+",
        r"headline +zones/headline",
        r"credit +zones/\S+",
    ],
)
def test_each_note_tells_what_it_means_and_which_rule_found_it(piped: str, line: str) -> None:
    assert re.search(rf"^ *{line}$", piped, re.MULTILINE), piped


def test_nothing_of_the_text_is_left_out(piped: str) -> None:
    shown = iter(words_of(re.sub(r"^  \w.*$", "", piped, flags=re.MULTILINE)))
    assert all(word in shown for word in words_of(TEXT))


def test_colours_are_forced_and_forbidden(explained: Explained) -> None:
    coloured = explained(TEXT, FORCE_COLOR="1")
    assert "\x1b[1;35mTrần Văn Tám\x1b[0m" in coloured
    assert "[Trần Văn Tám]" not in coloured
    for forbidding in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert explained(TEXT, FORCE_COLOR="1", **forbidding) == explained(TEXT)


def test_a_terminal_gets_colours(tmp_path: Path) -> None:
    article = tmp_path / "bai.txt"
    article.write_text("Ngày 5/3/2024, ông Trần Văn Tám đến Hà Nội.", encoding="utf-8")
    command = [sys.executable, "-c", "from doichieu.cli import main; main()", "read", "--explain"]
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm", "COLUMNS": "80"}
    program = subprocess.Popen([*command, article], stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # the other end is closed: Linux' way to say that this is all
        pass
    os.close(ours)
    assert program.wait() == 0
    assert "\x1b[1;32mNgày 5/3/2024\x1b[0m" in shown.decode()


def test_a_file_gets_no_colours(explained: Explained, tmp_path: Path) -> None:
    output = tmp_path / "out.txt"
    assert explained(TEXT, "-o", str(output)) == ""
    assert "\x1b" not in output.read_text(encoding="utf-8")
    assert "[Trần Văn Tám]" in output.read_text(encoding="utf-8")


def test_a_text_cannot_steer_the_terminal(explained: Explained) -> None:
    hostile = "Ông Trần Văn Tám \x1b]0;tiêu đề\x07 cho biết \x1b[31mchợ cháy\x9b2J \u202ecủa ông và các bên là có thật."
    shown = ESCAPE.sub("", explained(hostile, FORCE_COLOR="1"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


@pytest.mark.parametrize("columns", [10, 60, 120, 400])
def test_lines_are_no_longer_than_the_terminal_or_than_is_read_well(explained: Explained, columns: int) -> None:
    shown = explained(TEXT * 3, COLUMNS=str(columns))
    assert max(map(len, shown.splitlines())) <= max(60, min(columns, 120))
