"""The command line as a person meets it: run as a program, its streams and exit codes looked at."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """Cháy chợ Bến Đò, hai người bị thương
Sáng 5/3/2024, chợ Bến Đò bốc cháy. Ông Trần Văn Tám, trưởng ban quản lý chợ, cho biết hai người bị thương.
"""


def doichieu(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "DOICHIEU_DEBUG": ""}
    command = [sys.executable, "-c", "from doichieu.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def one_line(ran: subprocess.CompletedProcess[bytes]) -> str:
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("doichieu: ")
    return line


@pytest.mark.parametrize("command", [[], ["dossier"], ["read"], ["schema"], ["evaluate"]])
def test_help_shows_an_example(command: list[str]) -> None:
    ran = doichieu(*command, "--help")
    assert ran.returncode == 0
    assert not command or b"Example: doichieu" in ran.stdout


@pytest.mark.parametrize("arguments", [["dosier"], ["dossier"], ["dossier", "a", "--jobs", "many"], ["read", "--what"]])
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str]) -> None:
    ran = doichieu(*arguments)
    assert ran.returncode == 2
    assert "--help" in one_line(ran)


@pytest.mark.parametrize("name", ["out.html", "out.json", "out.md", "out/index.html"])
def test_each_form_is_written_whole(article: Path, tmp_path: Path, name: str) -> None:
    place = tmp_path / name.partition("/")[0]
    ran = doichieu("dossier", article, "-o", place)
    assert ran.returncode == 0, ran.stderr.decode()
    assert "Bến Đò" in (tmp_path / name).read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".*"))


def test_the_output_is_the_same_whatever_the_number_of_processes(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(f"Tin số {number}\n{TEXT}", encoding="utf-8")
    outputs = {doichieu("dossier", tmp_path, "--format", "json", "--jobs", jobs).stdout for jobs in (1, 2)}
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["format"] == "doichieu/1"


def test_standard_input_and_output() -> None:
    ran = doichieu("read", "-", stdin=TEXT.encode())
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["text"] == TEXT


def test_problems_are_listed_and_the_rest_is_done(article: Path, tmp_path: Path) -> None:
    (tmp_path / "rong.txt").write_bytes(b"")
    (tmp_path / "anh.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "nhat.txt").write_text("日本の新聞記事です。今日は晴れ。", encoding="utf-8")
    output = tmp_path / "out.json"
    ran = doichieu("dossier", tmp_path, tmp_path / "missing.txt", "-o", output)
    assert ran.returncode == 0
    told = ran.stderr.decode()
    for name in (
        "rong.txt: empty",
        "anh.txt: no article: it is a PNG",
        "nhat: in no language",
        "missing.txt: cannot be",
    ):
        assert name in told
    made = json.loads(output.read_text(encoding="utf-8"))
    assert len(made["problems"]) == 4
    assert [row["id"] for row in made["articles"]] == [article.stem]


def test_nothing_usable_is_exit_1(tmp_path: Path) -> None:
    ran = doichieu("dossier", tmp_path / "missing.txt", "-o", tmp_path / "out.html")
    assert ran.returncode == 1
    assert b"nothing written" in ran.stderr
    assert not (tmp_path / "out.html").exists()


@pytest.mark.parametrize("place", ["/dev/full", "/proc/out.html", "bai.txt/out.html", "out.docx"])
def test_a_place_that_cannot_be_written_is_one_line(article: Path, tmp_path: Path, place: str) -> None:
    ran = (
        doichieu("dossier", article, "--format", "json", "-o", tmp_path / place)
        if "docx" not in place
        else doichieu("dossier", article, "-o", tmp_path / place)
    )
    assert ran.returncode == 1
    assert place.rpartition("/")[2] in one_line(ran)


def test_an_old_dossier_stays_where_writing_the_new_one_fails(article: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    output.write_text("old", encoding="utf-8")
    program = f"{sys.executable} -c 'from doichieu.cli import main; main()'"
    command = f"ulimit -f 1; exec {program} dossier {article} -o {output}"
    ran = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert ran.returncode != 0
    assert output.read_text(encoding="utf-8") == "old"


def test_the_schema_is_json_schema() -> None:
    made = json.loads(doichieu("schema").stdout)
    assert made["$schema"].startswith("https://json-schema.org/")
    assert "ArticleRecord" in made["$defs"]
