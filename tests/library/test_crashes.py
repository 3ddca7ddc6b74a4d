"""Kills, full disks, torn files, two writers: the library opens, holds what was reported, and nothing half-done."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

from doichieu.library.adding import add_items
from doichieu.library.upkeep import examine
from doichieu.store import open_store
from library_piles import ALL, FLOOD

HERE = Path(__file__).parent
PROGRAM = [sys.executable, "-c", "from doichieu.cli import main; main()"]


def environment() -> dict[str, str]:
    paths = [str(HERE.parent), *filter(None, sys.path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "DOICHIEU_DEBUG": ""}


def write_pile(path: Path, count: int, first: int = 0) -> Path:
    rows = [
        {"id": f"{one.id}-{number}", "text": one.text.replace("2.500", f"2.{number:03}"), "outlet": f"Báo {number}",
         "published": f"2031-05-{number % 27 + 1:02}T08:00:00+07:00"}
        for number in range(first, first + count)
        for one in ALL
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def ids(place: str) -> set[str]:
    with open_store(place) as store:
        assert examine(store) == []
        return {ident for _, ident in store.articles.keys(store.articles.numbers()).values()}


def test_killed_at_any_moment(place: str) -> None:
    command = [sys.executable, str(HERE / "killing.py"), place, "12", "1"]
    ran = subprocess.run(command, capture_output=True, check=False, env=environment())
    assert ran.returncode == 0, ran.stderr.decode()
    result = json.loads(ran.stdout)
    assert result["wrong"] == []
    assert len(result["reported"]) > 3


def test_a_full_disk(tmp_path: Path) -> None:
    library, pile = tmp_path / "library.db", write_pile(tmp_path / "pile.jsonl", 12)
    with open_store(str(library), new=True) as store:
        list(add_items(store, FLOOD, origin="test"))
    command = f"ulimit -f 700; exec {sys.executable} -c 'from doichieu.cli import main; main()'"
    command += f" add {pile} --library {library} --list --jobs 1"
    ran = subprocess.run(["/bin/bash", "-c", command], capture_output=True, check=False, env=environment())
    assert ran.returncode == 1
    assert "no room left" in ran.stderr.decode().splitlines()[-1]
    reported = {line.split("\t")[1] for line in ran.stdout.decode().splitlines()}
    assert {one.id for one in FLOOD} | reported == ids(str(library))
    again = subprocess.run([*PROGRAM, "add", pile, "--library", library, "--jobs", "1"], check=False, env=environment())
    assert again.returncode == 0
    assert len(ids(str(library))) == len(FLOOD) + 12 * len(ALL)


def test_two_writers_at_once(place: str, tmp_path: Path) -> None:
    piles = [write_pile(tmp_path / f"{first}.jsonl", 8, first) for first in (0, 4)]
    commands = [[*PROGRAM, "add", str(pile), "--library", place, "--jobs", "1"] for pile in piles]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        for command in commands
    ]
    for one in running:
        _, told = one.communicate()
        assert one.returncode == 0, told.decode()
    assert ids(place) == {f"{one.id}-{number}" for number in range(12) for one in ALL}


def test_power_cut_between_two_files(tmp_path: Path) -> None:
    """The file and its log as they lay after each step, and with the log torn in the middle of the next."""
    library, log = tmp_path / "library.db", tmp_path / "library.db-wal"
    sizes = []
    with open_store(str(library), new=True) as store:
        for number, one in enumerate(ALL):
            list(add_items(store, [one], origin="test"))
            sizes.append(log.stat().st_size)
            for path in (library, log):
                shutil.copy(path, tmp_path / f"{number}-{path.name}")
    moments = Random(1)
    for number in range(len(ALL) - 1):
        later = tmp_path / f"{number + 1}-library.db-wal"
        for cut in (sizes[number], moments.randrange(sizes[number], max(sizes[number + 1], sizes[number] + 1))):
            torn = tmp_path / "torn.db"
            shutil.copy(tmp_path / f"{number}-library.db", torn)
            Path(f"{torn}-shm").unlink(missing_ok=True)
            Path(f"{torn}-wal").write_bytes(later.read_bytes()[:cut])
            assert ids(str(torn)) == {one.id for one in ALL[: number + 1]}
