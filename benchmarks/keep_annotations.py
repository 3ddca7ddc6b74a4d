"""Write the annotations of articles without their texts: where zones and names stand, for training.

usage: python benchmarks/keep_annotations.py DIR … [--out annotations/articles.jsonl]

Each DIR holds `<article>.txt` and `<article>.gold.json` (the form of docs/quality.md; `zones` and `names` are read).
The name of a folder with a `meta.json` is the story of its articles; articles of other folders belong to a corpus.
Rows of other articles stay in the file as they are.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from annotated import ANNOTATIONS, hash_of, layers_of

HEAD = "# Where zones and names stand. Annotated for the project; written by keep_annotations.py; Apache-2.0.\n"


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--out", type=Path, default=ANNOTATIONS)
    options = parser.parse_args()
    rows = {row[:2]: row[-1] for row in rows_kept(options.out)}
    rows |= {row[:2]: row[-1] for folder in options.folders for row in rows_of(folder)}
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_text(HEAD + "".join(f"{json.dumps(rows[key])}\n" for key in sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} articles: {options.out}")
    return 0


def rows_kept(path: Path) -> list[tuple[str, str, dict[str, object]]]:
    """Give the rows of a file by story and article."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [json.loads(line) for line in lines if not line.startswith("#")]
    return [(row["story"], row["article"], row) for row in rows]


def rows_of(folder: Path) -> list[tuple[str, str, dict[str, object]]]:
    """Give the rows of a folder's articles by story and article."""
    story = folder.name if (folder / "meta.json").exists() else ""
    rows = []
    for path in folder.glob("*.gold.json"):
        article = path.name.removesuffix(".gold.json")
        if article != "story":
            text, zones, names = layers_of(path)
            row: dict[str, object] = {
                "article": article,
                "story": story,
                "hash": hash_of(text),
                "zones": zones,
                "names": names,
            }
            rows.append((story, article, row))
    return rows


if __name__ == "__main__":
    sys.exit(main())
