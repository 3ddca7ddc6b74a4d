"""Sources of articles: files, folders, standard input."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from doichieu.model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def gather(sources: Iterable[str]) -> Iterator[Article | Problem]:
    """Give the articles of the sources in their order, a Problem for each that cannot be read."""
    for source in sources:
        path = Path(source)
        if path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                published = datetime.fromisoformat(row["published"]) if row["published"] else None
                yield Article(
                    id=row["id"], outlet=row["outlet"], published=published, title=row["title"], text=row["text"]
                )
        else:
            yield Article(id=path.stem, text=path.read_text(encoding="utf-8"))
