"""Gather the names that a trained tagger finds in a news corpus, with the type it gives them most.

usage: python benchmarks/gather_names.py CORPUS.jsonl.gz [--model MODEL] [--out gathered.txt] [--part 1]

A name read once in a telling place ("ông …", "tại …") is then known in a place that tells nothing. Only names and
types are written, no text of the corpus: a form must have been found in several articles, and most times it occurs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pycrfsuite

from doichieu.languages import pack_of
from doichieu.languages.naming.words import words_of
from doichieu.read.name_agreement import agree
from doichieu.read.tagger import tag

OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/names/gathered.txt"
HEADER = (
    "# Names of Vietnamese news by the type that the tagger gives them most: type, name.\n"
    "# Source: found in 10,000 news articles by benchmarks/gather_names.py; compiled for the project, Apache-2.0.\n"
)
ARTICLES = 2
"""Articles that must hold a form."""
SHARE = 0.7
"""Share of the form's names that must have its type."""


def main() -> int:
    """Write the names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, default=OUT.with_name("model.crfsuite"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--part", type=int, default=1, help="read every PARTth article only")
    options = parser.parse_args()
    votes = count_names(options.corpus, options.model, options.part)
    rows = sorted(row for form, types in votes.items() if (row := row_of(form, types)))
    options.out.write_text(HEADER + "".join(f"{kind}\t{form}\n" for kind, form in rows), encoding="utf-8")
    print(f"{len(rows)} names: {options.out}")
    return 0


def count_names(corpus: Path, model: Path, part: int) -> dict[str, Counter[str]]:
    """Count for each form in how many articles it is a name of each type."""
    pack = pack_of("vi")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if pack is None or number % part:
                continue
            text = json.loads(line)["text"]
            words = words_of(text, pack.names)
            names = agree(tag(words, pack.names, tagger=tagger), words, pack.names)
            for form, kind in {(text[words.start[n.first] : words.end[n.last - 1]], n.type) for n in names}:
                votes[form][kind] += 1
    return votes


def row_of(form: str, types: Counter[str]) -> tuple[str, str] | None:
    """Give the type and the form where enough articles agree on it."""
    kind, count = max(types.items(), key=lambda row: (row[1], row[0]))
    plain = " ".join(form.split())
    if sum(types.values()) < ARTICLES or count < SHARE * sum(types.values()) or plain != form or len(form) < 2:
        return None
    return kind, form


if __name__ == "__main__":
    sys.exit(main())
