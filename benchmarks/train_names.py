"""Train the names tagger on gold stories, or measure by cross-validation what training gives.

usage: python benchmarks/train_names.py [--gold DIR] [--half look|check|all] [--out MODEL]
       python benchmarks/train_names.py --cross-validate [--folds 5]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from doichieu.languages import LanguagePack, pack_of
from doichieu.languages.naming.words import Words, words_of
from doichieu.read.name_features import Features, stretches
from quality import stories

LANGUAGE = "vi"
OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/names/model.crfsuite"
ASIDE = frozenset({"credit", "byline", "dateline", "teaser", "other"})
SETTINGS = {"c1": 0.1, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": False}


@dataclass(frozen=True)
class Annotated:
    """An article's text with its gold names and the stretches where names are not annotated."""

    story: str
    id: str
    text: str
    names: list[tuple[int, int, str, str]]
    aside: list[tuple[int, int]]
    breaks: frozenset[int]
    """Where zones begin, and what follows them."""


def main() -> int:
    """Train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument("--half", choices=["look", "check", "all"], default="all")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    articles = gold_articles(options.gold / "dev", options.half)
    if options.cross_validate:
        cross_validate(articles, options.folds)
    else:
        train(articles, options.out)
        print(f"{len(articles)} articles, {options.out.stat().st_size / 1e6:.2f} MB: {options.out}")
    return 0


def gold_articles(root: Path, half: str) -> list[Annotated]:
    """Give the annotated articles of the stories of a half."""
    found = []
    for folder in stories(root, half):
        for path in sorted(folder.glob("*.gold.json")):
            if path.name != "story.gold.json" and (folder / "story.gold.json").exists():
                layers = json.loads(path.read_text(encoding="utf-8"))
                ident = path.name.removesuffix(".gold.json")
                text = (folder / f"{ident}.txt").read_text(encoding="utf-8")
                aside = [place(text, zone) for zone in layers["zones"] if zone["kind"] in ASIDE]
                breaks = zone_breaks(text, [place(text, zone) for zone in layers["zones"]])
                found.append(Annotated(folder.name, ident, text, occurrences(text, layers["names"]), aside, breaks))
    return found


def zone_breaks(text: str, zones: list[tuple[int, int]]) -> frozenset[int]:
    """Give the offsets at which a zone, or the text behind it, begins."""
    behind = [end + len(text[end:]) - len(text[end:].lstrip()) for _, end in zones]
    return frozenset([start for start, _ in zones] + behind)


def place(text: str, piece: dict[str, object]) -> tuple[int, int]:
    """Give the span of a gold entry: its text's nth occurrence."""
    words, start = str(piece["text"]), -1
    for _ in range(int(str(piece.get("nth", 1)))):
        start = text.find(words, start + 1)
    return start, start + len(words)


def occurrences(text: str, names: list[dict[str, object]]) -> list[tuple[int, int, str, str]]:
    """Give every occurrence of the names' forms, the longest first where they overlap: start, end, type, name."""
    forms = [(form, str(name["type"]), str(name["name"])) for name in names for form in set(name["forms"])]  # type: ignore[call-overload]
    taken: set[int] = set()
    found = []
    for form, kind, name in sorted(forms, key=lambda row: (-len(row[0]), row)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            place = set(range(*match.span()))
            if not taken & place:
                taken |= place
                found.append((*match.span(), kind, name))
    return sorted(found)


def labels_of(article: Annotated, words: Words) -> list[str]:
    """Give the label of each word."""
    labels = ["O"] * len(words.word)
    first_at = {start: i for i, start in enumerate(words.start)}
    for start, end, kind, _ in article.names:
        i = first_at.get(start)
        if i is None:
            continue
        labels[i] = f"B-{kind}"
        while i + 1 < len(words.word) and words.end[i + 1] <= end:
            i += 1
            labels[i] = f"I-{kind}"
    return labels


def train(articles: list[Annotated], out: Path, pack: LanguagePack | None = None) -> None:
    """Write a model trained on articles."""
    pack = pack or pack_of(LANGUAGE)
    assert pack is not None
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        words = words_of(article.text, pack.names)
        labels = labels_of(article, words)
        features = Features(words, pack.names, article.breaks)
        for start, end in stretches(words, article.breaks):
            if not any(a <= words.start[start] < b for a, b in article.aside):
                trainer.append(features.of(start, end), labels[start:end])
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    trainer.train(str(out))


def cross_validate(articles: list[Annotated], folds: int) -> None:
    """Train on all stories but a fold's, score that fold, fold by fold; print the sums."""
    names = sorted({article.story for article in articles})
    total = [0, 0, 0, 0]
    for fold in range(folds):
        held = set(names[fold::folds])
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "model"
            train([article for article in articles if article.story not in held], model)
            counts = score([article for article in articles if article.story in held], model)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        print(f"fold {fold}: {line(counts)}", flush=True)
    print(f"all: {line(total)}")


def score(articles: list[Annotated], model: Path) -> list[int]:
    """Give how many names have the right span, the right span and type, are said, are gold."""
    from measure_names import counts  # noqa: PLC0415

    return counts(articles, model)


def line(counts: list[int]) -> str:
    """Give the counts as F1."""
    exact, typed, said, gold = counts
    return f"exact {2 * exact / (said + gold):.3f} typed {2 * typed / (said + gold):.3f} said {said} gold {gold}"


if __name__ == "__main__":
    sys.exit(main())
