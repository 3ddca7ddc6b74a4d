"""Keep annotated stories without their texts, and put the two together again.

usage: python benchmarks/stand_off.py keep FOLDER [--out annotations/stories.jsonl]
       python benchmarks/stand_off.py restore TEXTS FOLDER [--annotations annotations/stories.jsonl]

FOLDER holds a folder for each story, in the form of docs/quality.md. Kept are places in the texts, names, cues and what
a figure counts; no sentence. `restore` writes the same folders beside the texts of TEXTS/<story>/<article>.txt;
a story of which a text is absent or was changed is left out. What OUT holds of other stories stays in it. Single
articles of a corpus are stories of one article, called by its id (`annotations/corpus.jsonl`).
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotated import corpus_texts, hash_of, place

STORIES = Path(__file__).parent / "annotations" / "stories.jsonl"
SINGLE = Path(__file__).parent / "annotations" / "corpus.jsonl"
HEAD = "# Stories in all layers, without their texts. Annotated for the project; written by stand_off.py; Apache-2.0.\n"
Json = dict[str, Any]


def main() -> int:
    """Keep or restore."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    keeping = commands.add_parser("keep")
    keeping.add_argument("folder", type=Path)
    keeping.add_argument("--out", type=Path, default=STORIES)
    restoring = commands.add_parser("restore")
    restoring.add_argument("texts", type=Path)
    restoring.add_argument("folder", type=Path)
    restoring.add_argument("--annotations", type=Path, default=STORIES)
    options = parser.parse_args()
    if options.command == "keep":
        stories = {story["story"]: story for story in _stories(options.out)} if options.out.exists() else {}
        folders = (path.parent for path in options.folder.glob("*/story.gold.json"))
        stories |= {folder.name: kept(folder) for folder in folders}
        lines = [json.dumps(stories[name], ensure_ascii=False) for name in sorted(stories)]
        options.out.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{len(lines)} stories: {options.out}")
    else:
        print(f"{restore(options.texts, options.folder, options.annotations)} stories: {options.folder}")
    return 0


def kept(folder: Path) -> Json:
    """Give a story's annotations with places instead of texts."""
    articles = {}
    texts = {}
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if name != "story":
            texts[name] = (folder / f"{name}.txt").read_text(encoding="utf-8")
            articles[name] = _kept_article(json.loads(path.read_text(encoding="utf-8")), texts[name])
    whole = json.loads((folder / "story.gold.json").read_text(encoding="utf-8"))
    timeline = [
        {"date": day["date"], "what": "", "evidence": [_cited(line, texts) for line in day["evidence"]]}
        for day in whole["timeline"]
    ]
    return {"story": folder.name, "articles": articles, **whole, "timeline": timeline}


def _kept_article(gold: Json, text: str) -> Json:
    statements = [
        row
        | {
            "content": [place(text, piece) for piece in row["content"]],
            "speaker_text": row["speaker_text"] and place(text, {"text": row["speaker_text"]}),
        }
        for row in gold["statements"]
    ]
    layers = {layer: [_without_text(row, text) for row in gold[layer]] for layer in ("zones", "times", "figures")}
    return {"hash": hash_of(text), "names": gold["names"], "statements": statements, **layers}


def _without_text(row: Json, text: str) -> Json:
    return {"at": place(text, row)} | {key: value for key, value in row.items() if key not in ("text", "nth")}


def _cited(line: str, texts: dict[str, str]) -> list[Any]:
    article, _, sentence = line.partition(": ")
    return [article, *place(texts[article], {"text": sentence})]


def restore(texts: Path, folder: Path, annotations: Path = STORIES) -> int:
    """Write the stories whose texts are there, and give how many they are."""
    count = 0
    for story in _stories(annotations):
        source, target = texts / story["story"], folder / story["story"]
        found = {name: source / f"{name}.txt" for name in story["articles"]}
        read = {name: path.read_text(encoding="utf-8") for name, path in found.items() if path.exists()}
        if any(hash_of(read.get(name, "")) != row["hash"] for name, row in story["articles"].items()):
            continue
        shutil.copytree(source, target, dirs_exist_ok=True)
        for name, row in story["articles"].items():
            _write(target / f"{name}.gold.json", {"article": name, **_restored(row, read[name])})
        timeline = [
            day | {"evidence": [_quoted(place, read) for place in day["evidence"]]} for day in story["timeline"]
        ]
        whole = {key: value for key, value in story.items() if key not in ("articles", "timeline")}
        _write(target / "story.gold.json", whole | {"timeline": timeline})
        count += 1
    return count


def restore_single(corpus: Path, folder: Path, annotations: Path = SINGLE) -> int:
    """Write the annotated articles of a corpus as stories of one article, and give how many they are."""
    wanted = {story["story"] for story in _stories(annotations)}
    with tempfile.TemporaryDirectory() as name:
        texts = Path(name)
        for ident, text in corpus_texts(corpus, wanted).items():
            (texts / ident).mkdir()
            (texts / ident / f"{ident}.txt").write_text(text, encoding="utf-8")
            row = {"id": ident, "outlet": "", "published": None, "title": text.partition("\n")[0]}
            _write(texts / ident / "meta.json", {"story": ident, "articles": [row]})
        return restore(texts, folder, annotations)


def _stories(annotations: Path) -> Iterator[Json]:
    for line in annotations.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield json.loads(line)


def _restored(row: Json, text: str) -> Json:
    statements = [
        statement
        | {
            "content": [_piece(place, text) for place in statement["content"]],
            "speaker_text": statement["speaker_text"] and text[slice(*statement["speaker_text"])],
        }
        for statement in row["statements"]
    ]
    layers = {
        layer: [_piece(entry["at"], text) | {key: entry[key] for key in entry if key != "at"} for entry in row[layer]]
        for layer in ("zones", "times", "figures")
    }
    return {"names": row["names"], "statements": statements, **layers}


def _piece(place: list[int], text: str) -> Json:
    words, nth, start = text[slice(*place)], 1, -1
    while (start := text.index(words, start + 1)) < place[0]:
        nth += 1
    return {"text": words, "nth": nth}


def _quoted(place: list[Any], texts: dict[str, str]) -> str:
    article, start, end = place
    return f"{article}: {texts[article][start:end]}"


def _write(path: Path, value: Json) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
