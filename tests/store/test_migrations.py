"""Migrations: a library of each earlier step is brought up to date when it is opened, and nothing in it is lost."""

import zlib
from pathlib import Path

import pytest

from doichieu.library.upkeep import examine, read_again
from doichieu.store import StoreError, open_store
from doichieu.store.database import Database
from doichieu.store.migrations import migrate, statements_of, steps, version_of
from doichieu.store.store import open_database

STEPS = range(len(steps("sqlite")))
TEXT = "Nước sông Lam Sa dâng cao\nSáng 1/5/2031, ông Trần Quế Sơn nói 2.500 người phải sơ tán."


def fill(database: Database) -> None:
    """Put an article in, by the tables that all steps have."""
    database.run(
        "INSERT INTO articles (number, id, outlet, language, version, moment, day, added)"
        " VALUES (1, 'a', '', 'vi', 1, '2031-05-01T01:00:00Z', 741597, '2031-05-01T08:00:00Z')"
    )
    database.run(
        "INSERT INTO versions (article, version, text, digest, seen, source) VALUES (1, 1, ?, 'd', 'x', 'y')",
        (zlib.compress(TEXT.encode()),),
    )


@pytest.mark.parametrize("step", STEPS)
def test_a_library_of_each_step_is_brought_up_to_date(place: str, step: int) -> None:
    database = open_database(place, new=True)
    assert migrate(database, until=step) == step
    if step:
        fill(database)
    database.close()
    with open_store(place) as store:
        assert version_of(store.database) == len(STEPS)
        assert read_again(store) == (1 if step else 0)
        assert [one.article.text for one in store.articles.by_number([1]).values()] == [TEXT] * bool(step)
        assert store.stories.count() == (1 if step else 0)
        assert examine(store) == []


def test_the_tables_are_made_once(place: str) -> None:
    with open_store(place, new=True) as store:
        assert migrate(store.database) == 0


def test_a_library_of_a_later_version_is_left_alone(place: str) -> None:
    with open_store(place, new=True) as store:
        store.database.run("INSERT INTO schema_steps (number) VALUES (999)")
    with pytest.raises(StoreError, match="later version"), open_store(place):
        pass


def test_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    database = open_database(str(tmp_path / "x.db"), new=True)
    database.run("CREATE TABLE near (x)")  # in the way of the second step
    with pytest.raises(StoreError):
        migrate(database)
    assert version_of(database) == 0
    assert database.rows("SELECT name FROM sqlite_master WHERE name = 'articles'") == []


def test_both_dialects_have_the_same_steps() -> None:
    assert len(steps("sqlite")) == len(steps("postgres"))


def test_comments_are_no_statements() -> None:
    assert statements_of("-- a; b\nCREATE x; -- c\n\nCREATE y;\n") == ["CREATE x", "CREATE y"]
