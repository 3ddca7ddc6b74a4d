"""Parquet: a row for each article, read in small batches."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from doichieu.gather.formats.columns import columns_of
from doichieu.gather.formats.rows import article_of_row, columns_told, row_problem
from doichieu.gather.limits import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.gather.run import Content, Run
    from doichieu.model import Article, Problem

_BATCH = 256
"""Rows in memory at a time."""


def articles_of_parquet(content: Content, run: Run) -> Iterator[Article | Problem]:
    """Give an article for each row; only the columns that hold something of an article are read."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        yield row_problem(content.source, "reading Parquet needs pyarrow: pip install 'doichieu[tables]'")
        return
    try:
        file = ParquetFile(content.path or io.BytesIO(whole(content.stream)))
        names = list(file.schema_arrow.names)
        columns = columns_told(content.source, dict.fromkeys(names), run, {})
        if "text" not in columns:
            yield row_problem(content.source, f"no column holds the text; there are {', '.join(names[:12])}")
            return
        number = 0
        for batch in file.iter_batches(
            batch_size=_BATCH, columns=list(columns_of(names, run.settings.columns).values())
        ):
            for row in batch.to_pylist():
                number += 1
                yield from article_of_row(f"{content.source}, row {number}", f"{content.ident}-{number}", row, columns)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield row_problem(content.source, f"it is no Parquet that can be read ({' '.join(str(error).split())[:200]})")
