"""Export and import: a library out of its lines."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from doichieu.errors import DoichieuError
from doichieu.gather import gather
from doichieu.library import people
from doichieu.library.adding import add_items
from doichieu.library.transfer import export_lines, import_lines
from doichieu.library.upkeep import examine
from doichieu.model import Article
from doichieu.store import Store, open_store
from library_piles import ALL, FLOOD


@pytest.fixture
def filled(store: Store) -> Store:
    list(add_items(store, ALL, origin="here", clock=lambda: "2031-05-05T00:00:00Z"))
    edited = replace(FLOOD[0], text=FLOOD[0].text.replace("2.500", "2.700"))
    list(add_items(store, [edited], origin="here", clock=lambda: "2031-05-06T00:00:00Z"))
    people.correct(store, lambda: people.pin(store, "lu-3", "s:cho-1", at="2031-05-07T00:00:00Z"))
    return store


def test_a_library_made_of_an_export_is_the_same(filled: Store, tmp_path: Path) -> None:
    lines = list(export_lines(filled))
    with open_store(str(tmp_path / "copy.db"), new=True) as copy:
        list(import_lines(copy, lines))
        assert list(export_lines(copy)) == lines
        assert copy.stories.find(limit=99) == filled.stories.find(limit=99)
        assert [one.kind for one in copy.events.since("")] == [one.kind for one in filled.events.since("")]
        assert examine(copy) == []


def test_importing_again_changes_nothing(filled: Store) -> None:
    lines, events = list(export_lines(filled)), filled.events.since("")
    assert {one.what for one in import_lines(filled, lines)} == {"known"}
    assert list(export_lines(filled)) == lines
    assert filled.events.since("") == events


def test_an_export_is_a_pile_of_articles_too(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"".join(export_lines(filled)))
    assert {one.id.partition("~")[0] for one in gather([str(path)]) if isinstance(one, Article)} == {
        one.id for one in ALL
    }


@pytest.mark.parametrize(
    "lines",
    [
        [b"{}"],
        [b"x"],
        [b'{"line":"article","id":"a","text":"b","seen":"c"}'],
        [b'{"line":"library","format":"doichieu-library/9","articles":0}'],
    ],
)
def test_other_lines_are_refused(store: Store, lines: list[bytes]) -> None:
    with pytest.raises(DoichieuError):
        list(import_lines(store, lines))


def test_the_header_counts(filled: Store) -> None:
    assert json.loads(next(export_lines(filled))) == {"line": "library", "format": "doichieu-library/1", "articles": 6}
