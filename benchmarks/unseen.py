"""Score the program on annotated stories that nothing it was trained on comes from.

usage: python benchmarks/unseen.py [--half look|check|all] [--trained-on look|others] [--folds 5] [--dossier OUT.json]

The program that ships is trained on all annotated stories, so its own score on them flatters. Here every trained part
is trained anew, in a copy of the program: on the half looked at and what was annotated beside the gold (`--trained-on
look`, one run, for `--half check` only), or on all stories but those being scored, fold by fold (`--trained-on
others`), which is what the shipped program meets in new stories. Rules are those of this checkout. The dossiers of the
folds are scored together.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from quality import stories

ROOT = Path(__file__).resolve().parents[1]
TRAINERS = ("train_names.py", "caption_shape.py", "train_speakers.py", "train_compare.py")
"""Programs of this folder that write a trained part into the checkout they stand in; each takes --gold, --without."""


def main() -> int:
    """Train, run and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["look", "check", "all"], default="check")
    parser.add_argument("--trained-on", choices=["look", "others"], default="look")
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2, help="folds at a time")
    parser.add_argument("--dossier", type=Path, help="keep the joined dossier here")
    options = parser.parse_args()
    if options.trained_on == "look" and options.half != "check":
        parser.error("what is trained on the half looked at has seen it: only --half check can be scored so")
    if not (options.gold / "score.py").exists():
        print(f"no gold stories at {options.gold}: nothing scored")
        return 0
    scored = stories(options.gold / "dev", options.half)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        folds = [scored] if options.trained_on == "look" else [scored[n :: options.folds] for n in range(options.folds)]
        unread = scored if options.trained_on == "look" else None
        with ThreadPoolExecutor(options.jobs) as pool:
            jobs = [pool.submit(fold, work / str(n), held, unread, options.gold) for n, held in enumerate(folds)]
            dossiers = [job.result() for job in jobs]
        dossier = options.dossier or work / "dossier.json"
        dossier.write_text(json.dumps(joined(dossiers), ensure_ascii=False), encoding="utf-8")
        root = work / "gold"
        link(scored, root)
        subprocess.run([sys.executable, options.gold / "score.py", root, dossier], check=True)
    return 0


def fold(work: Path, held: list[Path], unread: list[Path] | None, gold: Path) -> Path:
    """Give the dossier of the held stories, by a program trained without the unread gold stories, or without them."""
    copy = work / "copy"
    for part in ("src", "benchmarks"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    without = held if unread is None else [story for story in unread if (story / "story.gold.json").exists()]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    for trainer in TRAINERS:
        names = ",".join(story.name for story in without)
        program = [sys.executable, str(copy / "benchmarks" / trainer), "--gold", str(gold), "--without", names]
        subprocess.run(program, check=True, env=environment, stdout=subprocess.DEVNULL)
    link(held, work / "gold")
    articles, dossier = work / "articles.jsonl", work / "dossier.json"
    subprocess.run([sys.executable, gold / "score.py", work / "gold", "--articles", articles], check=True)
    program = [sys.executable, "-m", "doichieu", "dossier", str(articles), "-o", str(dossier)]
    subprocess.run(program, check=True, env=environment, stderr=subprocess.DEVNULL)
    return dossier


def link(held: list[Path], root: Path) -> None:
    """Make a folder of gold that holds these stories."""
    root.mkdir(parents=True)
    for story in held:
        (root / story.name).symlink_to(story.resolve())


def joined(dossiers: list[Path]) -> dict[str, object]:
    """Give one dossier of several."""
    whole: dict[str, list[object]] = {"articles": [], "stories": [], "problems": []}
    for path in dossiers:
        for key, rows in json.loads(path.read_text(encoding="utf-8")).items():
            if key in whole:
                whole[key] += rows
    return dict(whole)


if __name__ == "__main__":
    sys.exit(main())
