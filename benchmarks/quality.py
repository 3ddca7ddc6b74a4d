"""Score the program on gold stories, layer by layer: all of them, or one of the two halves of docs/quality.md.

usage: python benchmarks/quality.py [--half look|check] [--gold DIR] [--dossier OUT.json] [--timings]

The gold (DIR/score.py and DIR/dev) is not part of the project; where it is absent this says so and does nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Run the program on the stories and print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["look", "check", "all"], default="all")
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument("--dossier", type=Path, help="keep the dossier here")
    parser.add_argument("--mixed", type=Path, help="JSON Lines (.gz) of other articles to mix in")
    options = parser.parse_args()
    if not (options.gold / "score.py").exists():
        print(f"no gold stories at {options.gold}: nothing scored (the project's own are scored by its tests)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "gold"
        root.mkdir()
        for story in stories(options.gold / "dev", options.half):
            (root / story.name).symlink_to(story.resolve())
        dossier = options.dossier or Path(folder) / "dossier.json"
        run(options.gold / "score.py", root, dossier, Path(folder) / "articles.jsonl", options.mixed)
    return 0


def stories(root: Path, half: str) -> list[Path]:
    """Give the stories of one half. Annotated and other stories are dealt out in turn, each in numeric order."""
    folders = sorted((path for path in root.iterdir() if (path / "meta.json").exists()), key=_number)
    annotated = [path for path in folders if (path / "story.gold.json").exists()]
    others = [path for path in folders if path not in annotated]
    if half == "all":
        return folders
    first = 0 if half == "look" else 1
    return annotated[first::2] + others[first::2]


def _number(path: Path) -> tuple[str, int]:
    name, _, number = path.name.rpartition("-")
    return name, int(number)


def run(scorer: Path, root: Path, dossier: Path, articles: Path, mixed: Path | None) -> None:
    """Write the articles, run the program on them, score what it wrote."""
    subprocess.run([sys.executable, scorer, root, "--articles", articles], check=True)
    count = sum(1 for _ in articles.open(encoding="utf-8"))
    inputs = [articles, mixed] if mixed else [articles]
    program = [str(Path(sys.executable).parent / "doichieu"), "dossier", *map(str, inputs), "-o", str(dossier)]
    start = time.perf_counter()
    subprocess.run(program, check=True)
    seconds = time.perf_counter() - start
    problems = len(json.loads(dossier.read_text(encoding="utf-8"))["problems"])
    print(f"{count} articles in {seconds:.1f} s, {problems} problems\n", flush=True)
    subprocess.run([sys.executable, scorer, root, dossier], check=True)


if __name__ == "__main__":
    sys.exit(main())
