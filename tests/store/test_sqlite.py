"""What only a file can do: be full, be none, belong to somebody else."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from doichieu.model import Article
from doichieu.store import Store, StoreError, open_store
from doichieu.store.failures import BusyError, FullError


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"no database at all, but some text that is long enough to be looked at" * 99)
    with pytest.raises(StoreError, match="no library"), open_store(str(path), new=True):
        pass


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as link:
        link.execute("CREATE TABLE bookmarks (url)")
    link.close()
    with pytest.raises(StoreError, match="another program"), open_store(str(path), new=True):
        pass


def test_a_folder_that_is_not_there_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no folder"), open_store(str(tmp_path / "x" / "y.db"), new=True):
        pass


def insert_without_end(store: Store, text: str) -> Iterator[int]:
    for number in count():
        with store.writing():
            article = Article(id=str(number), text=text)
            yield store.articles.insert(article, address=None, digest="", seen="2031-05-01T08:00:00Z", source="")


def test_a_library_that_cannot_grow_keeps_what_it_had(tmp_path: Path) -> None:
    text = "".join(map(chr, range(0x4E00, 0x9FFF)))  # what is packed to little would not fill it
    with open_store(str(tmp_path / "x.db"), new=True) as store:
        (pages,) = store.database.rows("PRAGMA page_count")[0]
        store.database.rows(f"PRAGMA max_page_count = {pages + 40}")
        with pytest.raises(FullError, match="no room left"):
            list(insert_without_end(store, text))
        numbers = store.articles.numbers()
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(store.articles.by_number(numbers)) == len(numbers) > 0
        assert store.database.faults() == []


def test_a_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "x.db"), new=True) as one, open_store(str(tmp_path / "x.db")) as other:
        other.database.rows("PRAGMA busy_timeout = 20")
        with one.writing(), pytest.raises(BusyError, match="another program"), other.writing():
            pass


def test_who_reads_sees_one_state(tmp_path: Path) -> None:
    with (
        open_store(str(tmp_path / "x.db"), new=True) as one,
        open_store(str(tmp_path / "x.db")) as other,
        one.reading(),
    ):
        assert one.articles.count() == 0
        other.articles.insert(
            Article(id="a", text="x"), address=None, digest="", seen="2031-05-01T08:00:00Z", source=""
        )
        assert one.articles.count() == 0
