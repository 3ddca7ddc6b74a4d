"""Articles with their annotated zones and names: gold stories, and annotations kept apart from their texts.

A line of `annotations/articles.jsonl` holds an article's id and story, a hash of its text, and where its zones and
names stand (code points), with their kinds. The texts are the outlets' own and not part of the project; an annotation
whose text is absent, or another one, is left out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quality import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

ANNOTATIONS = Path(__file__).parent / "annotations" / "articles.jsonl"
ASIDE = frozenset({"credit", "byline", "dateline", "teaser", "other"})
"""Zones in which names are not annotated."""
Place = tuple[int, int, str]
"""Where a name or a zone begins and ends, and its type."""


@dataclass(frozen=True)
class Annotated:
    """An article's text with its zones and names; the story of one of a corpus is the article itself."""

    story: str
    id: str
    text: str
    zones: list[Place]
    names: list[Place]

    @property
    def aside(self) -> list[tuple[int, int]]:
        """Stretches where names are not annotated."""
        return [(start, end) for start, end, kind in self.zones if kind in ASIDE]

    @property
    def breaks(self) -> frozenset[int]:
        """Where zones begin, and what follows them."""
        return frozenset(offset for zone in self.zones for offset in _edges(self.text, zone))


def gold_articles(root: Path, half: str) -> list[Annotated]:
    """Give the annotated articles of the stories of a half."""
    return [
        Annotated(folder.name, path.name.removesuffix(".gold.json"), *layers_of(path))
        for folder in stories(root, half)
        if (folder / "story.gold.json").exists()
        for path in sorted(folder.glob("*.gold.json"))
        if path.name != "story.gold.json"
    ]


def apart_articles(path: Path, root: Path, half: str, corpus: Path) -> tuple[list[Annotated], int]:
    """Give the articles annotated apart, of a half's stories and of the corpus, and how many texts are absent."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "{"]
    every, wanted = ({folder.name for folder in stories(root, which)} for which in ("all", half))
    rows = [row for row in rows if row["story"] in wanted or row["story"] not in every]
    texts = corpus_texts(corpus, {row["article"] for row in rows if not row["story"]})
    found = []
    for row in rows:
        file = root / row["story"] / f"{row['article']}.txt"
        text = texts.get(row["article"], "") if not row["story"] else file.read_text("utf-8") if file.exists() else ""
        if hash_of(text) == row["hash"]:
            zones, names = ([(start, end, kind) for start, end, kind in row[layer]] for layer in ("zones", "names"))
            found.append(Annotated(row["story"] or row["article"], row["article"], text, zones, names))
    return found, len(rows) - len(found)


def corpus_texts(corpus: Path, wanted: set[str]) -> dict[str, str]:
    """Give the texts of the wanted articles of a corpus (JSON Lines, gzip); none where there is no corpus."""
    if not corpus.exists() or not wanted:
        return {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        articles = map(json.loads, lines)
        return {article["id"]: article["text"] for article in articles if article["id"] in wanted}


def layers_of(path: Path) -> tuple[str, list[Place], list[Place]]:
    """Give the text beside a gold file, its zones and its names."""
    layers = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.removesuffix(".gold.json") + ".txt").read_text(encoding="utf-8")
    zones = [(*place(text, zone), str(zone["kind"])) for zone in layers["zones"]]
    return text, sorted(zones), occurrences(text, layers["names"])


def hash_of(text: str) -> str:
    """Give what tells a text from others."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _edges(text: str, zone: Place) -> Iterator[int]:
    start, end, _ = zone
    while end < len(text) and text[end].isspace():
        end += 1
    yield from (start, end)


def place(text: str, piece: dict[str, Any]) -> tuple[int, int]:
    """Give the span of a gold entry: its text's nth occurrence. Raises ValueError where there is none."""
    words, start = str(piece["text"]), -1
    for _ in range(int(piece.get("nth", 1))):
        start = text.index(words, start + 1)
    return start, start + len(words)


def occurrences(text: str, names: list[dict[str, Any]]) -> list[Place]:
    """Give every occurrence of the names' forms, the longest first where they overlap: start, end, type."""
    return [(start, end, kind) for start, end, kind, _ in named(text, names)]


def named(text: str, names: list[dict[str, Any]]) -> list[tuple[int, int, str, str]]:
    """Give the same with the name of whom each form means."""
    forms = {(form, str(name["type"]), str(name["name"])) for name in names for form in name["forms"]}
    taken: set[int] = set()
    found = []
    for form, kind, actor in sorted(forms, key=lambda row: (-len(row[0]), row)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            covered = set(range(*match.span()))
            if not taken & covered:
                taken |= covered
                found.append((*match.span(), kind, actor))
    return sorted(found)
