"""Count in how many articles each n-gram stands, and write the table that compare weighs words by.

usage: python benchmarks/count_ngrams.py ARTICLES.jsonl.gz src/doichieu/languages/vi/data/compare/background [--least 3]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import unicodedata
from pathlib import Path

import numpy as np

from doichieu.languages.ngrams import BITS, features_of, pack_counts, place_of, words_of
from doichieu.languages.registry import pack_of

HEADER = """\
# In how many news articles each syllable and each pair of syllables stands: facts about the table beside this file.
# Source: counted over Vietnamese news articles by benchmarks/count_ngrams.py; holds counts only, by hash, and no text.
# Licence: compiled for the project, Apache-2.0
"""


def main() -> int:
    """Count, and write the table and its facts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--language", default="vi")
    options = parser.parse_args()
    pack = pack_of(options.language)
    if pack is None:
        return 2
    total: dict[int, int] = {}
    articles = 0
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = unicodedata.normalize("NFC", json.loads(line)["text"])
            single, pairs = features_of(words_of(text), pack.compare.fold)
            for feature in np.unique(np.concatenate([single, pairs])).tolist():
                total[feature] = total.get(feature, 0) + 1
            articles += 1
    frequent = {feature: count for feature, count in total.items() if count >= options.least}
    counts = np.zeros(1 << BITS)
    places = place_of(np.fromiter(frequent, dtype=np.uint32))
    # Where two n-grams share a place the more frequent one is kept: a rare one mistaken for it only weighs less.
    np.maximum.at(counts, places, np.fromiter(frequent.values(), dtype=np.float64))
    options.target.with_suffix(".bin").write_bytes(pack_counts(counts, options.least))
    facts = f"{HEADER}articles\t{articles}\nleast\t{options.least}\nn-grams\t{len(frequent)}\n"
    options.target.with_suffix(".txt").write_text(facts, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
