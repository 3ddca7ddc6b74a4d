"""Tables read back by readers that are not ours."""

import csv
import io
from dataclasses import replace

import openpyxl
import polars as pl
import pytest

from doichieu.model import Dossier
from doichieu.tell.exports.columnar import write_parquet
from doichieu.tell.exports.delimited import write_csv
from doichieu.tell.exports.tables import LAYOUTS, tables_of
from doichieu.tell.exports.workbook import LONGEST_CELL, write_workbook
from tell.dossiers import dossier, hostile, make_story

NAMES = [layout.name for layout in LAYOUTS]
FORMULA = '=HYPERLINK("http://example.org","x")'


def dangerous(start: str = FORMULA) -> Dossier:
    told = dossier().stories[0]
    rows = tuple(replace(row, what=start) for row in told.story.timeline)
    return Dossier(stories=(replace(told, story=replace(told.story, timeline=rows)),))


def test_a_table_for_each_layer_with_a_row_for_each_line() -> None:
    story = make_story()
    rows = {table.name: len(table.rows) for table in tables_of(dossier())}
    assert rows["statements"] == sum(len(row.statements) for row in story.readings)
    assert rows["figures"] == sum(len(row.figures) for row in story.quantities)
    assert rows["happenings"] == len(story.timeline)
    assert rows["coverage"] == len(story.coverage)
    assert rows["reuse"] == len(story.reuses)
    assert rows["disputes"] == len(story.disagreements)


def test_every_row_has_a_value_for_every_column() -> None:
    for table in tables_of(dossier()):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_offsets_lead_to_the_words() -> None:
    texts = {row.article.id: row.text for row in make_story().readings}
    for table in tables_of(dossier()):
        names = [name for name, _ in table.columns]
        if "words" in names:
            for row in (dict(zip(names, row, strict=True)) for row in table.rows):
                assert row["words"] == texts[str(row["article"])][int(row["start"] or 0) : int(row["end"] or 0)]


def test_csv_is_read_back_by_the_standard_library() -> None:
    files = write_csv(dossier())
    assert list(files) == [f"{name}.csv" for name in NAMES]
    rows = list(csv.DictReader(io.StringIO(files["statements.csv"].decode("utf-8-sig"), newline="")))
    assert rows[0]["speakers"] == "Trần Quế Sơn"
    assert rows[0]["words"] == "Chúng tôi đã cảnh báo Lam Hà hai lần về hệ thống báo cháy ở kho này"


@pytest.mark.parametrize("start", [FORMULA, "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_no_cell_of_a_csv_is_a_formula(start: str) -> None:
    text = write_csv(dangerous(start))["happenings.csv"].decode("utf-8-sig")
    assert {row["what"] for row in csv.DictReader(io.StringIO(text, newline=""))} == {f"'{start}"}


def test_parquet_is_read_back_by_polars() -> None:
    files = write_parquet(dossier())
    assert list(files) == [f"{name}.parquet" for name in NAMES]
    for table in tables_of(dossier()):
        frame = pl.read_parquet(files[f"{table.name}.parquet"])
        assert frame.columns == [name for name, _ in table.columns]
        assert frame.rows() == [tuple(row) for row in table.rows]
    assert pl.read_parquet(files["figures.parquet"]).schema["value"] == pl.Float64


def test_a_workbook_is_read_back_by_openpyxl() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(dossier())["dossier.xlsx"]))
    assert book.sheetnames == NAMES
    for table in tables_of(dossier()):
        head, *rows = book[table.name].iter_rows(values_only=True)
        assert list(head) == [name for name, _ in table.columns]
        empty = [tuple(None if value == "" else value for value in row) for row in table.rows]
        assert rows == empty


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    for content in (write_workbook(dangerous()), write_workbook(hostile())):
        for sheet in openpyxl.load_workbook(io.BytesIO(content["dossier.xlsx"])):
            assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
            assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_a_text_longer_than_a_cell_is_cut_with_an_ellipsis() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(dangerous("dài " * 20_000))["dossier.xlsx"]))
    text = book["happenings"]["D2"].value
    assert isinstance(text, str)
    assert len(text) == LONGEST_CELL
    assert text.endswith("…")


def test_an_empty_dossier_gives_tables_with_heads_only() -> None:
    empty = Dossier(stories=())
    assert pl.read_parquet(write_parquet(empty)["reuse.parquet"]).height == 0
    assert write_csv(empty)["reuse.csv"].count(b"\r\n") == 1
    assert openpyxl.load_workbook(io.BytesIO(write_workbook(empty)["dossier.xlsx"])).sheetnames == NAMES


@pytest.mark.parametrize("write", [write_csv, write_parquet, write_workbook])
def test_the_same_dossier_gives_the_same_bytes(write) -> None:  # type: ignore[no-untyped-def]
    assert write(dossier()) == write(dossier())
