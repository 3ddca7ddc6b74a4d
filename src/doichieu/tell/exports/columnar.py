"""Tables as Parquet, a file for each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.tell.exports.tables import tables_of

if TYPE_CHECKING:
    import pyarrow as pa

    from doichieu.model import Dossier
    from doichieu.tell.exports.tables import Table


def write_parquet(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give a Parquet file for each table, by name. Raises DoichieuError where pyarrow is not installed."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise DoichieuError("Parquet needs pyarrow: pip install 'doichieu[tables]'") from error
    files = {}
    for table in tables_of(dossier, language=language):
        out = io.BytesIO()
        parquet.write_table(_arrow(table), out, compression="zstd")
        files[f"{table.name}.parquet"] = out.getvalue()
    return files


def _arrow(table: Table) -> pa.Table:
    import pyarrow as pa

    types = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    arrays = [pa.array(values, types[kind]) for (_, kind), values in zip(table.columns, columns, strict=True)]
    return pa.table(arrays, names=[name for name, _ in table.columns])
