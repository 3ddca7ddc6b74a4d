"""Telling a saved dossier from the command line."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "bao-so-7"
RUN = "from doichieu.cli import main; main()"


def doichieu(*arguments: object, stdin: bytes = b"", before: str = "") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", before + RUN, *map(str, arguments)]
    environment = {**os.environ, "DOICHIEU_DEBUG": ""}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


def on_terminal(*arguments: object, lines: int = 30, columns: int = 100, **environment: str) -> str:
    """Run with standard output on a terminal of that size and give what it shows."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "NO_COLOR"}}
    with subprocess.Popen(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        stdin=slave, stdout=slave, stderr=subprocess.DEVNULL, env={**kept, "TERM": "xterm", **environment},
    ) as ran:  # fmt: skip
        os.close(slave)
        shown = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # the terminal is closed on the other side
                break
            if not part:
                break
            shown += part
    os.close(master)
    assert ran.returncode == 0
    return shown.decode()


def test_a_saved_dossier_gives_the_bytes_that_its_articles_give(tmp_path: Path) -> None:
    assert doichieu("dossier", EXAMPLE / "articles", "-o", tmp_path / "a.json").returncode == 0
    assert doichieu("dossier", EXAMPLE / "articles", "-o", tmp_path / "direct.html").returncode == 0
    assert doichieu("tell", tmp_path / "a.json", "-o", tmp_path / "told.html").returncode == 0
    assert (tmp_path / "direct.html").read_bytes() == (tmp_path / "told.html").read_bytes()


def test_standard_input_and_output() -> None:
    ran = doichieu("tell", "-", "--format", "atom", stdin=(EXAMPLE / "dossier.json").read_bytes())
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"<?xml")


@pytest.mark.parametrize("form", ["csv", "parquet", "site"])
def test_several_files_need_a_folder(form: str) -> None:
    ran = doichieu("tell", EXAMPLE / "dossier.json", "--format", form)
    assert ran.returncode == 1
    assert b"name a folder" in ran.stderr


def test_what_is_no_dossier_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    ran = doichieu("tell", tmp_path / "x.json", "-o", tmp_path / "x.html")
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert b"not a dossier" in ran.stderr


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path) -> None:
    without = "import sys; sys.modules['pyarrow'] = None; "
    ran = doichieu("tell", EXAMPLE / "dossier.json", "--format", "parquet", "-o", tmp_path / "t", before=without)
    assert ran.returncode == 1
    assert ran.stderr.decode().splitlines() == ["doichieu: Parquet needs pyarrow: pip install 'doichieu[tables]'"]


def test_a_terminal_shows_a_screenful() -> None:
    shown = on_terminal("tell", EXAMPLE / "dossier.json", lines=24, columns=90)
    assert shown.count("\n") < 24
    assert "\x1b[1;31mĐiều còn khác nhau" in shown
    assert "người chết: " in shown


def test_no_colours_where_nobody_wants_them() -> None:
    assert "\x1b[" not in on_terminal("tell", EXAMPLE / "dossier.json", NO_COLOR="1")


def test_a_form_that_is_asked_for_comes_to_the_terminal_too() -> None:
    assert on_terminal("tell", EXAMPLE / "dossier.json", "--format", "md").startswith("# Bão số 7")


def test_a_pipe_gets_markdown() -> None:
    assert doichieu("tell", EXAMPLE / "dossier.json").stdout.decode().startswith("# Bão số 7")


def test_the_summary_is_as_long_as_asked_for(tmp_path: Path) -> None:
    articles = Path(__file__).parents[1] / "examples/kazakhstan-2022/articles"
    sizes = []
    for length in (40, 180, 400):
        output = tmp_path / f"{length}.json"
        assert doichieu("dossier", articles, "-o", output, "--length", length).returncode == 0
        (story,) = json.loads(output.read_text(encoding="utf-8"))["stories"]
        sizes.append(sum(len(sentence["text"].split()) for sentence in story["summary"]))
    assert sizes == sorted(set(sizes))
    assert sizes[0] <= 80
