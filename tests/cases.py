"""Case tables: JSON Lines files beside the tests, a case a line with ``id``, ``text``, ``expect`` and ``note``."""

import json
from pathlib import Path
from typing import Any

import pytest


def cases(test_file: str, name: str) -> list[Any]:
    """Give the cases of ``<name>.jsonl`` in the folder of ``test_file``, as pytest parameters named by their ids.

    A case with ``"fails": "why"`` is a known failure: a strict xfail, so that mending it is noticed.
    """
    lines = Path(test_file).with_name(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    marks = [[pytest.mark.xfail(reason=row["fails"])] if "fails" in row else [] for row in rows]
    return [pytest.param(row, id=row["id"], marks=mark) for row, mark in zip(rows, marks, strict=True)]
