"""Train the names tagger on annotated articles, or measure by cross-validation what training gives.

usage: python benchmarks/train_names.py [--gold DIR] [--half HALF] [--without STORY,…] [--copies N] [--out MODEL]
       python benchmarks/train_names.py --cross-validate [--folds 5]

Read are the gold stories (DIR/dev) and the annotations of `annotations/articles.jsonl`, whose texts lie in DIR/dev and
in the corpus; what has no text there is left out.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pycrfsuite

from annotated import ANNOTATIONS, Annotated, apart_articles, gold_articles
from doichieu.languages import LanguagePack, pack_of
from doichieu.languages.naming.words import Words, words_of
from doichieu.read.names.agreement import agree
from doichieu.read.names.features import Features, stretches
from doichieu.read.names.tagger import tag
from name_swaps import Swaps

LANGUAGE = "vi"
OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/names/model.crfsuite"
FEATURES = "features.txt"
FEATURES_HEAD = "# The features that model.crfsuite weighs. Written by benchmarks/train_names.py; Apache-2.0.\n"
SETTINGS = {"c1": 0.7, "c2": 0.02, "max_iterations": 70, "feature.possible_transitions": False}


def main() -> int:
    """Train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument("--corpus", type=Path, help="default DIR/../corpus/news-10k.jsonl.gz")
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS)
    parser.add_argument("--half", choices=["look", "check", "all"], default="all")
    parser.add_argument("--without", default="", help="stories to leave out, separated by commas")
    parser.add_argument("--copies", type=int, default=1, help="copies of each article with other names in them")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    articles = chosen(options)
    if options.cross_validate:
        cross_validate(articles, options.folds, options.copies)
    else:
        train(articles, options.out, options.copies)
        lines = "".join(f"{feature}\n" for feature in weighed(options.out))
        options.out.with_name(FEATURES).write_text(FEATURES_HEAD + lines, encoding="utf-8")
        print(f"{len(articles)} articles, {options.out.stat().st_size / 1e6:.2f} MB: {options.out}")
    return 0


def chosen(options: argparse.Namespace) -> list[Annotated]:
    """Give the annotated articles that are asked for."""
    root = options.gold / "dev"
    corpus = options.corpus or options.gold.parent / "corpus" / "news-10k.jsonl.gz"
    articles = gold_articles(root, options.half)
    apart, absent = apart_articles(options.annotations, root, options.half, corpus)
    if absent:
        print(f"{absent} annotated articles of this half or the corpus are not here, or have another text")
    known = {article.id for article in articles}
    articles += [article for article in apart if article.id not in known]
    return [article for article in articles if article.story not in options.without.split(",")]


def labels_of(article: Annotated, words: Words) -> list[str]:
    """Give the label of each word."""
    labels = ["O"] * len(words.word)
    first_at = {start: i for i, start in enumerate(words.start)}
    for start, end, kind in article.names:
        i = first_at.get(start)
        if i is None:
            continue
        labels[i] = f"B-{kind}"
        while i + 1 < len(words.word) and words.end[i + 1] <= end:
            i += 1
            labels[i] = f"I-{kind}"
    return labels


def train(articles: list[Annotated], out: Path, number: int) -> None:
    """Write a model trained on articles and on a number of copies of each with other names."""
    pack = the_pack()
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in [*articles, *copies(articles, pack, number)]:
        words = words_of(article.text, pack.names)
        labels = labels_of(article, words)
        breaks, aside = article.breaks, article.aside
        features = Features(words, pack.names, breaks)
        for start, end in stretches(words, breaks):
            if not any(a <= words.start[start] < b for a, b in aside):
                trainer.append(features.of(start, end), labels[start:end])
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    trainer.train(str(out))


def weighed(model: Path) -> list[str]:
    """Give the features that a model weighs."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "dump"
        tagger.dump(str(dump))
        states = dump.read_text(encoding="utf-8").partition("STATE_FEATURES")[2]
    return sorted(set(re.findall(r"\(0\) (\S+) --> \S+: ", states)))


def copies(articles: list[Annotated], pack: LanguagePack, number: int) -> list[Annotated]:
    """Give a number of copies of each article with other names in them."""
    forms = {(article.text[start:end], kind) for article in articles for start, end, kind in article.names}
    swaps = Swaps(forms, pack.names)
    return [copy_of(article, swaps) for _ in range(number) for article in articles]


def copy_of(article: Annotated, swaps: Swaps) -> Annotated:
    """Give a copy of an article with other names."""
    marks = {offset for start, end, _ in article.zones for offset in (start, end)}
    text, names, moved = swaps.swapped(article.text, article.names, marks)
    zones = [(moved[start], moved[end], kind) for start, end, kind in article.zones]
    return replace(article, text=text, zones=zones, names=names)


def cross_validate(articles: list[Annotated], folds: int, number: int) -> None:
    """Train on all stories but a fold's, score that fold, fold by fold; print the sums."""
    names = sorted({article.story for article in articles})
    total = [0, 0, 0, 0]
    for fold in range(folds):
        held = set(names[fold::folds])
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "model"
            train([article for article in articles if article.story not in held], model, number)
            counts = score([article for article in articles if article.story in held], model)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        print(f"fold {fold}: {line(counts)}", flush=True)
    print(f"all: {line(total)}")


def score(articles: list[Annotated], model: Path) -> list[int]:
    """Give how many names have the right span, the right span and type, are said, are gold."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    exact = typed = said = gold = 0
    for article in articles:
        found = found_in(article, tagger)
        names = {(start, end): kind for start, end, kind in article.names if is_scored(article, start)}
        exact += len(found.keys() & names.keys())
        typed += sum(found.get(span) == kind for span, kind in names.items())
        said, gold = said + len(found), gold + len(names)
    return [exact, typed, said, gold]


def found_in(article: Annotated, tagger: pycrfsuite.Tagger) -> dict[tuple[int, int], str]:
    """Give the spans and types of the names that the layer finds."""
    rules = the_pack().names
    words = words_of(article.text, rules)
    names = agree(tag(words, rules, article.breaks, tagger=tagger), words, rules)
    spans = {(words.start[name.first], words.end[name.last - 1]): str(name.type) for name in names}
    return {span: kind for span, kind in spans.items() if is_scored(article, span[0])}


def is_scored(article: Annotated, start: int) -> bool:
    """Say whether a name that begins here counts: outside bylines, credits and the like."""
    return not any(first <= start < last for first, last in article.aside)


def the_pack() -> LanguagePack:
    """Give the language pack that is trained."""
    pack = pack_of(LANGUAGE)
    if pack is None:
        raise LookupError(LANGUAGE)
    return pack


def line(counts: list[int]) -> str:
    """Give the counts as F1."""
    exact, typed, said, gold = counts
    return f"exact {2 * exact / (said + gold):.3f} typed {2 * typed / (said + gold):.3f} said {said} gold {gold}"


if __name__ == "__main__":
    sys.exit(main())
