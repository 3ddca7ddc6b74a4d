"""Places for libraries: a file, and a database of a real PostgreSQL."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from postgres import server

KINDS = ["sqlite", "postgres"]
_numbers = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running server, without a database."""
    with server() as address:
        yield address


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a library of the test's own can be made, in each kind of store."""
    if request.param == "sqlite":
        return str(tmp_path / "library.db")
    return new_database(request.getfixturevalue("postgres"))


def new_database(address: str) -> str:
    """Make a database; give its address."""
    name = f"library_{next(_numbers)}"
    with psycopg.connect(f"postgresql:///postgres?{address}&user=doichieu", autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
    return f"postgresql:///{name}?{address}&user=doichieu"
