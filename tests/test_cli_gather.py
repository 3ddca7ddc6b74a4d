"""Gathering as a person meets it on the command line: addresses, columns, options."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rendered import rendered
from serving import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def doichieu(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from doichieu.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "DOICHIEU_DEBUG": "", "DOICHIEU_USER_AGENT": "toa-soan/1 (to@a.example)"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_an_address_is_read_and_its_metadata_are_in_the_json(site: Site) -> None:
    page = rendered("cms-body", "cho-noi")
    site.pages["/a.html"] = page.page.replace('rel="canonical"', 'rel="none"').encode()
    ran = doichieu("read", f"{site.address}/a.html", "--allow-private-addresses")
    assert ran.returncode == 0, ran.stderr
    record = json.loads(ran.stdout)
    assert record["text"].splitlines()[0] == page.lines[0]
    assert record["authors"] == [page.author]
    assert record["captions"] == list(page.captions)
    assert record["updated"] == "2024-04-12T04:40:00Z"
    assert site.headers[-1]["user-agent"] == "toa-soan/1 (to@a.example)"


def test_what_a_page_tells_differently_is_explained(tmp_path: Path) -> None:
    page = rendered("cms-body", "cho-noi").page.replace('datetime="2024-04-12', 'datetime="2024-04-10')
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    ran = doichieu("read", "--explain", tmp_path / "a.html")
    assert "Lâm Thúy Kiều · 2024-04-12 02:15 · updated 2024-04-12 04:40" in " ".join(ran.stdout.split())
    assert "the page also tells 2024-04-10 09:15+07:00" in " ".join(ran.stdout.split())


def test_this_machine_is_not_fetched_from(site: Site) -> None:
    ran = doichieu("dossier", f"{site.address}/a.html", "--format", "json")
    assert ran.returncode == 1
    assert "is no public address" in ran.stderr
    assert site.asked == []


def test_guessed_columns_are_shown(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("tieu_de,noi_dung\nLũ lên,Sáng nay nước sông lên cao và ba xã ngập sâu.\n", encoding="utf-8")
    ran = doichieu("read", table)
    assert ran.returncode == 0
    assert "text from “noi_dung”, title from “tieu_de”" in ran.stderr
    assert json.loads(ran.stdout)["title"] == "Lũ lên"


@pytest.mark.parametrize(
    "option", [("--columns", "noidung=x"), ("--columns", "text="), ("--since", "hôm qua"), ("--pages", "0")]
)
def test_wrong_options_are_wrong_use(option: tuple[str, str], tmp_path: Path) -> None:
    ran = doichieu("read", tmp_path, *option)
    assert ran.returncode == 2
    (line,) = ran.stderr.splitlines()
    assert option[0] in line
