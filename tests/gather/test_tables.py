import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from doichieu.gather import gather
from doichieu.gather.formats.columns import columns_of
from doichieu.model import Article, Problem
from doichieu.settings import GatherSettings

BODY = "Ông Lê Văn Tám cho biết nước lên nhanh."
HEAD = "Mã bài,Tiêu đề,Sapo,Nội dung,Nguồn,Ngày đăng,Tác giả,Từ khóa"
ROW = f'7,Lũ lên,Hai xã ngập.,"{BODY}",Báo A,18/9/2023 08:40,Lò Pánh; Hà My,lũ; Nậm Mơ'


def run(path: Path, **settings: object) -> tuple[list[Article], list[str], list[str]]:
    told: list[str] = []
    items = list(gather([str(path)], settings=GatherSettings(notice=told.append, **settings)))  # type: ignore[arg-type]
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [str(item.because) for item in items if isinstance(item, Problem)], told


def test_columns_of_csv_are_guessed_and_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD}\n{ROW}\n", encoding="utf-8")
    (article,), problems, told = run(file)
    assert problems == []
    assert article.text == f"Lũ lên\nHai xã ngập.\n{BODY}"
    assert (article.id, article.title, article.outlet) == ("7", "Lũ lên", "Báo A")
    assert (article.authors, article.tags) == (("Lò Pánh", "Hà My"), ("lũ", "Nậm Mơ"))
    assert article.published is not None
    assert article.published.isoformat() == "2023-09-18T08:40:00+07:00"
    assert "text from “Nội dung”, title from “Tiêu đề”" in told[0]


def test_columns_can_be_told(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"x;y;text\n{BODY};Lũ;khác\n", encoding="utf-8")
    (article,), _, _ = run(file, columns={"text": "x", "title": "y"})
    assert article.text == f"Lũ\n{BODY}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_csv_in_the_forms_that_spreadsheets_write(tmp_path: Path, encoding: str, sign: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'id{sign}text\n1{sign}"một\nhai"\n2{sign}ba\n', encoding=encoding)
    articles, problems, _ = run(file)
    assert [article.text for article in articles] == ["một\nhai", "ba"]
    assert problems == []


def test_rows_that_cannot_be_used_are_told_and_the_others_read(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("id,text,date\n1,một,hôm qua\n2,,\n3,".encode() + b"\xff\xfe x\n" + "4,bốn,2024-01-02\n".encode())
    articles, problems, _ = run(file)
    assert [article.id for article in articles] == ["1", "4"]
    assert [words for words in ("hôm qua", "empty", "encoding") if any(words in p for p in problems)] == [
        "hôm qua",
        "empty",
        "encoding",
    ]


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("ten,tuoi\nA,3\n", encoding="utf-8")
    assert "there are ten, tuoi" in run(file)[1][0]


@pytest.mark.parametrize("told", [1695001200, 1695001200000, "1695001200", "1695001200.5", "2023-09-18T01:40:00Z"])
def test_times_as_programs_write_them(tmp_path: Path, told: object) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "text": "x", "published": told}), encoding="utf-8")
    (article,), problems, _ = run(tmp_path / "a.jsonl")
    assert problems == []
    assert article.published is not None
    assert article.published.replace(microsecond=0) == datetime(2023, 9, 18, 1, 40, tzinfo=UTC)


def test_a_day_in_eight_figures(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "x", "published": 20230918}', encoding="utf-8")
    (article,), _, _ = run(tmp_path / "a.jsonl")
    assert article.published is not None
    assert article.published.isoformat() == "2023-09-18T00:00:00+07:00"


@pytest.mark.parametrize(("told", "code"), [("vi-VN", "vi"), ("VI", "vi"), ("Tiếng Việt", ""), (None, "")])
def test_languages_as_programs_write_them(tmp_path: Path, told: object, code: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "text": "x", "language": told}), encoding="utf-8")
    assert run(tmp_path / "a.jsonl")[0][0].language == code


def test_json_lines_under_another_name_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": 1, "text": "một"}\n{"id": 2, "text": "hai"}\n', encoding="utf-8")
    assert [article.text for article in run(tmp_path / "a.json")[0]] == ["một", "hai"]


def test_a_told_column_that_is_not_there_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("noi_dung,tieu_de\nx,y\n", encoding="utf-8")
    articles, problems, told = run(tmp_path / "a.csv", columns={"text": "than_bai"})
    assert articles == []
    assert "there are noi_dung, tieu_de" in problems[0]
    assert "no “than_bai”" in told[0]


def test_an_endless_line_is_broken_off(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b'id,text\n1,"' + b"x" * (17 << 20))
    assert "longer than 16 MB" in run(file)[1][0]


def test_json_of_other_programs_is_read_by_its_keys(tmp_path: Path) -> None:
    row = {"url": "https://vnexpress.net/lu-1.html?utm_source=x", "headline": "Lũ", "content": BODY, "date": 1695001200,
           "author": {"name": "Hà My"}, "tags": ["lũ"]}  # fmt: skip
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"articles": [row]}), encoding="utf-8")
    for name in ("a.jsonl", "b.json"):
        (article,), problems, _ = run(tmp_path / name)
        assert problems == []
        assert article.text == f"Lũ\n{BODY}"
        assert article.published == datetime(2023, 9, 18, 1, 40, tzinfo=UTC)
        assert (article.authors, article.tags) == (("Hà My",), ("lũ",))
        assert article.id.startswith("vnexpress.net-lu-1-")


def test_markup_in_a_column_is_read(tmp_path: Path) -> None:
    row = {
        "id": 1,
        "title": "Lũ",
        "content": f"<p>{BODY}</p><figure><img src=x><figcaption>Ảnh lũ</figcaption></figure>",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (article,), _, _ = run(tmp_path / "a.jsonl")
    assert article.text == f"Lũ\n{BODY}"
    assert article.captions == ("Ảnh lũ",)


def test_rows_without_id_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "một"}\n{"text": "hai"}\n', encoding="utf-8")
    assert [article.id for article in run(tmp_path / "a.jsonl")[0]] == ["a-1", "a-2"]


def test_deep_json_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 100_000 + "\n" + '{"id": 1, "text": "ổn"}\n', encoding="utf-8")
    articles, problems, _ = run(tmp_path / "a.jsonl")
    assert [article.text for article in articles] == ["ổn"]
    assert len(problems) == 1


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pa.table(
        {
            "noi_dung": [BODY, None, "hai"],
            "tieu_de": ["Lũ", "x", "y"],
            "ngay_dang": [datetime(2023, 9, 18, 8, 40), None, None],  # noqa: DTZ001 - as such files hold them
            "tags": [["a", "b"], None, []],
            "picture": [b"\x00" * 9] * 3,
        }
    )
    parquet.write_table(table, tmp_path / "a.parquet")
    articles, problems, told = run(tmp_path / "a.parquet")
    assert [article.text for article in articles] == [f"Lũ\n{BODY}", "y\nhai"]
    assert articles[0].published is not None
    assert articles[0].published.isoformat() == "2023-09-18T08:40:00+07:00"
    assert articles[0].tags == ("a", "b")
    assert len(problems) == 1
    assert "noi_dung" in told[0]
    (tmp_path / "b.parquet").write_bytes(b"PAR1 nothing of the kind PAR1")
    assert "no Parquet" in run(tmp_path / "b.parquet")[1][0]


def test_standard_input_is_recognised_by_its_look(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, expected in (
        (b'{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', ["a", "b"]),
        (b'[{"id": 1, "text": "a"}]', ["a"]),
        (b"id,noi_dung\n1,a\n", ["a"]),
        ("Tin, bài và ảnh\nMột dòng".encode(), ["Tin, bài và ảnh\nMột dòng"]),
        (b"<p>x", ["<p>x"]),
    ):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(content))))
        assert [item.text for item in gather(["-"]) if isinstance(item, Article)] == expected


def test_columns_prefer_the_plainest_name() -> None:
    assert columns_of(["description", "content", "text", "Date", "pub_date"], {}) == {
        "text": "text",
        "lead": "description",
        "published": "pub_date",
    }
