"""Watching: a file of sources, polled."""

from pathlib import Path

import pytest

from doichieu.errors import DoichieuError
from doichieu.library.watching import poll, read_list
from doichieu.store import Store
from library_piles import ALL, FLOOD


def test_each_poll_adds_what_is_new(store: Store, tmp_path: Path) -> None:
    for name in ("vang", "trua"):
        (tmp_path / name).mkdir()
    (tmp_path / "vang" / "a.txt").write_text(FLOOD[0].text, encoding="utf-8")
    feeds = tmp_path / "feeds.toml"
    feeds.write_text('[[watch]]\nsource = "vang"\n[[watch]]\nsource = "trua"\nname = "Tin Trưa"\n', encoding="utf-8")
    watched = read_list(feeds)
    assert watched.every == 15
    assert [one.what for one in poll(store, watched)] == ["new", "problem"]
    (tmp_path / "trua" / "b.txt").write_text(ALL[-1].text, encoding="utf-8")
    assert [one.what for one in poll(store, watched)] == ["known", "new"]
    assert store.problems.count() in {0, 1}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "x",
        "watch = []",
        "[[watch]]",
        "[[watch]]\nsource = 3",
        '[[watch]]\nsource = "a"\nurl = "b"',
        'every = 0\n[[watch]]\nsource = "a"',
    ],
)
def test_a_file_that_lists_no_sources_is_a_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DoichieuError, match=r"feeds\.toml"):
        read_list(path)
