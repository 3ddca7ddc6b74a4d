"""Tables as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read Vietnamese right)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from doichieu.tell.exports.tables import tables_of

if TYPE_CHECKING:
    from doichieu.model import Dossier
    from doichieu.tell.exports.tables import Table, Value

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings for which spreadsheets take a text for a formula (OWASP, CSV Injection), half and full width."""


def write_csv(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give a CSV file for each table, by name."""
    return {f"{table.name}.csv": _write(table) for table in tables_of(dossier, language=language)}


def _write(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(name for name, _ in table.columns)
    writer.writerows([harmless(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def harmless(value: Value) -> Value:
    """Give a value that no spreadsheet takes for a formula: such a text gets an apostrophe before it.

    >>> harmless("=1+1"), harmless(-2), harmless(" @now")
    ("'=1+1", -2, "' @now")
    """
    if isinstance(value, str) and (value.startswith(DANGEROUS) or value.lstrip().startswith(DANGEROUS)):
        return f"'{value}"
    return value
