"""Tables as one workbook (.xlsx), a sheet for each; text stays text, so that no cell is ever a formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from doichieu.tell.exports.tables import tables_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from doichieu.model import Dossier
    from doichieu.tell.exports.tables import Row, Table, Value

LONGEST_CELL = 32_767
"""Characters of a cell (Excel specifications and limits); a longer text ends in an ellipsis."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its head; what is beyond goes on in a further sheet."""
WIDTHS = {"text": 18, "whole": 10, "number": 12}
"""Columns' widths in characters."""
WIDE = {"words": 60, "what": 60, "dispute": 60, "text": 60, "title": 50, "because": 40, "source_words": 60,
        "target_words": 60}  # fmt: skip
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The workbook's time of making: always the same, so that the same dossier gives the same bytes."""


def write_workbook(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give the workbook."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": MADE.replace(tzinfo=None), "comments": "doichieu"})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        body = book.add_format({"valign": "top"})
        for table in tables_of(dossier, language=language):
            for number, start in enumerate(range(0, max(1, len(table.rows)), MOST_ROWS), start=1):
                sheet = book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
                _fill(sheet, table, table.rows[start : start + MOST_ROWS], (head, body))
    return {"dossier.xlsx": out.getvalue()}


def _fill(sheet: Worksheet, table: Table, rows: tuple[Row, ...], formats: tuple[Format, Format]) -> None:
    head, body = formats
    for column, (name, kind) in enumerate(table.columns):
        sheet.set_column(column, column, WIDE.get(name, WIDTHS[kind]), body)
        sheet.write_string(0, column, name, head)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _write(sheet, number, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value if len(value) <= LONGEST_CELL else value[: LONGEST_CELL - 1] + "…")
    elif value is not None:
        sheet.write_number(row, column, value)
