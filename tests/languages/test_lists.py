from pathlib import Path

import pytest

import doichieu.languages

PACKS = Path(doichieu.languages.__file__).parent
FILES = sorted(PACKS.glob("*/data/**/*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKS)))
def test_a_list_says_what_it_is_and_under_which_licence(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert lines[0].startswith("# ")
    assert any(licence in line for line in head for licence in ("Apache-2.0", "CC BY 4.0"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKS)))
def test_no_row_stands_twice(path: Path) -> None:
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert len(rows) == len(set(rows)), sorted(row for row in rows if rows.count(row) > 1)
