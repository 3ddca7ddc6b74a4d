"""Commands about the program's own files and quality."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema() -> None:
    """Print the JSON Schema of what is written."""
    import json

    from doichieu.tell.records import schema as make

    typer.echo(json.dumps(make(), ensure_ascii=False, indent=1))


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of annotated stories, or one of them.", metavar="GOLD")],
    dossier: Annotated[
        Path, typer.Argument(help="What 'doichieu dossier' wrote for their articles.", metavar="DOSSIER")
    ],
) -> None:
    """Score a dossier against annotated stories."""
    from doichieu.evaluation import evaluate as make_rows
    from doichieu.evaluation import read_gold
    from doichieu.tell.files import read_dossier

    for row in make_rows(read_gold(gold), read_dossier(dossier)):
        parts = "" if row.precision is None else f"  P {row.precision:.3f}  R {row.recall:.3f}"
        typer.echo(f"{row.layer:24}{row.value:.3f}{parts}  of {row.cases}")
