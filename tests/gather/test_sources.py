import gzip
import json
import os
from pathlib import Path

import pytest

from doichieu.gather import gather, gather_pile
from doichieu.model import Article, Problem


def articles(*sources: Path | str) -> list[Article]:
    return [item for item in gather(map(str, sources)) if isinstance(item, Article)]


def reasons(*sources: Path | str) -> list[str]:
    return [str(item.because) for item in gather(map(str, sources)) if isinstance(item, Problem)]


def test_a_text_file_is_an_article_named_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "bai-mot.txt"
    file.write_bytes(b"Tin m\xe1\xbb\x9bi\r\nHai d\xc3\xb2ng")
    assert articles(file) == [Article(id="bai-mot", text="Tin mới\r\nHai dòng")]


def test_a_folder_is_read_through_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("hai", encoding="utf-8")
    (tmp_path / "1.txt").write_text("một", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("không", encoding="utf-8")
    assert [article.text for article in articles(tmp_path)] == ["một", "hai"]


def test_json_lines_keep_text_to_the_letter_and_take_home_time(tmp_path: Path) -> None:
    row = {"id": "7", "outlet": "Báo A", "published": "2024-09-07T20:15", "title": "T", "text": " a\n", "extra": 1}
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (article,) = articles(file)
    assert (article.text, article.outlet) == (" a\n", "Báo A")
    assert article.published is not None
    assert article.published.isoformat() == "2024-09-07T20:15:00+07:00"


def test_json_lines_may_be_packed_and_json_may_be_an_array(tmp_path: Path) -> None:
    rows = [{"id": 1, "text": "một"}, {"id": 2, "text": "hai"}]
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "b.json").write_text(json.dumps(rows), encoding="utf-8")
    assert [row.text for row in articles(tmp_path / "a.jsonl.gz")] == ["một", "hai"]
    assert [row.text for row in articles(tmp_path / "b.json")] == ["một", "hai"]


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một tin", encoding="utf-8")
    assert len(articles(tmp_path, tmp_path / "a.txt")) == 1


def test_different_articles_of_one_id_get_ids_of_their_own_whatever_their_order(tmp_path: Path) -> None:
    for name, text in (("a", "một"), ("b", "hai")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tin.txt").write_text(text, encoding="utf-8")
    first, again = (
        {
            item.id: item.text
            for item in gather_pile(str(tmp_path / name) for name in names)
            if isinstance(item, Article)
        }
        for names in ("ab", "ba")
    )
    assert len(first) == 2
    assert first == again
    assert all(ident.startswith("tin~") for ident in first)


def test_bad_input_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").write_bytes(b" \n")
    (tmp_path / "2-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "3-broken.jsonl").write_text('{"id": 1, "text": "ổn"}\n{"id": 2\n{"id": 3}\n', encoding="utf-8")
    (tmp_path / "4-long.txt").write_text("dài lắm " * 700_000, encoding="utf-8")
    (tmp_path / "5-page.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "6-archive.gz").write_bytes(b"no archive")
    (tmp_path / "7-good.txt").write_text("tốt", encoding="utf-8")
    told = reasons(tmp_path, tmp_path / "missing.txt", "http://127.0.0.1/a.html")
    assert [article.text for article in articles(tmp_path)] == ["ổn", "tốt"]
    for words in (
        "empty",
        "PNG picture",
        "truncated",
        "`text` is missing among id",
        "5.6 million",
        "no article text",
        "damaged archive",
        "No such file",
        "no public address",
    ):
        assert any(words in reason for reason in told), (words, told)
    assert len(told) == 9


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("tin", encoding="utf-8")
    file.chmod(0)
    assert "Permission denied" in reasons(file)[0]


def test_a_time_that_cannot_be_read_leaves_the_article(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": 1, "text": "tin", "published": "hôm qua"}', encoding="utf-8")
    assert articles(file)[0].published is None
    assert "hôm qua" in reasons(file)[0]


def test_a_line_that_is_not_utf8_leaves_the_lines_around_it(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(
        b'\xef\xbb\xbf{"id": 1, "text": "m"}\n{"id": 2, "text": "\xff"}\n{"id": 3, "text": "b\xe2\x80\xa8a"}'
    )
    assert [article.text for article in articles(file)] == ["m", "b\u2028a"]
    assert len(reasons(file)) == 1


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert reasons(tmp_path) == ["cannot be read: the folder holds no files"]
