"""Articles with marked zones: gold stories, and marks kept apart from the texts they belong to.

usage: python benchmarks/marked_zones.py DIR… [--out annotations/zones.jsonl]     write the marks of articles

Each DIR holds `<article>.txt` and `<article>.gold.json` (the form of docs/quality.md); the name of a folder with a
`meta.json` is the story of its articles, articles of other folders belong to a corpus. A line of the file holds an
article's id and story, a hash of its text, and where its zones stand (code points), with their kinds. The texts are
the outlets' own and not part of the project; marks whose text is absent, or another one, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARKS = Path(__file__).parent / "annotations" / "zones.jsonl"
HEAD = "# Where zones stand in news articles. Marked for the project; written by marked_zones.py; Apache-2.0.\n"
Place = tuple[int, int, str]
"""Where a zone begins and ends, and its kind."""


@dataclass(frozen=True)
class Marked:
    """An article's text with its zones; ``story`` is empty for one of a corpus."""

    story: str
    article: str
    text: str
    zones: list[Place]


def main() -> int:
    """Write the marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--out", type=Path, default=MARKS)
    options = parser.parse_args()
    rows = sorted(
        (row for folder in options.folders for row in in_folder(folder)), key=lambda row: (row.story, row.article)
    )
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_text(HEAD + "".join(f"{json.dumps(_kept(row))}\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} articles: {options.out}")
    return 0


def in_folder(folder: Path) -> Iterator[Marked]:
    """Give the marked articles of a folder."""
    story = folder.name if (folder / "meta.json").exists() else ""
    for path in sorted(folder.glob("*.gold.json")):
        article = path.name.removesuffix(".gold.json")
        if article != "story":
            text = path.with_name(f"{article}.txt").read_text(encoding="utf-8")
            zones = [_place(text, zone) for zone in json.loads(path.read_text(encoding="utf-8"))["zones"]]
            yield Marked(story, article, text, sorted(zones))


def kept_apart(marks: Path, gold: Path, corpus: Path) -> Iterator[Marked]:
    """Give the articles whose marks are kept apart and whose texts are there."""
    lines = marks.read_text(encoding="utf-8").splitlines() if marks.exists() else []
    rows = [json.loads(line) for line in lines if line[:1] == "{"]
    texts = _corpus_texts(corpus, {row["article"] for row in rows if not row["story"]})
    for row in rows:
        file = gold / "dev" / row["story"] / f"{row['article']}.txt"
        text = texts.get(row["article"], "") if not row["story"] else file.read_text("utf-8") if file.exists() else ""
        if _hash(text) == row["hash"]:
            yield Marked(row["story"], row["article"], text, [(start, end, kind) for start, end, kind in row["zones"]])


def _corpus_texts(corpus: Path, wanted: set[str]) -> dict[str, str]:
    if not corpus.exists() or not wanted:
        return {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        return {article["id"]: article["text"] for article in map(json.loads, lines) if article["id"] in wanted}


def _kept(row: Marked) -> dict[str, Any]:
    return {"article": row.article, "story": row.story, "hash": _hash(row.text), "zones": row.zones}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _place(text: str, zone: dict[str, Any]) -> Place:
    """Give the place of a gold zone: its ``nth`` occurrence."""
    start = -1
    for _ in range(int(zone.get("nth", 1))):
        start = text.find(zone["text"], start + 1)
    return start, start + len(zone["text"]), zone["kind"]


if __name__ == "__main__":
    sys.exit(main())
