"""Fixture pages: each pattern of markup with each story, and what must be found in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
PATTERNS = sorted(path.name.removesuffix(".html.j2") for path in HERE.glob("*.html.j2") if path.name[0] != "_")
STORIES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page and what it holds."""

    pattern: str
    story: str
    page: str
    lines: tuple[str, ...]
    captions: tuple[str, ...]
    author: str
    tags: tuple[str, ...]


def rendered(pattern: str, story: str) -> Rendered:
    """Give the page of a pattern for a story."""
    told = STORIES[story]
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.get_template(f"{pattern}.html.j2")
    page = template.render(**told, slug=story, description=told["lead"])
    plain = [item for kind, text in told["blocks"] if kind in ("p", "h", "quote", "list") for item in text.split("|")]
    return Rendered(
        pattern=pattern,
        story=story,
        page=page,
        lines=(told["title"], told["lead"], *plain),
        captions=tuple(text for kind, text in told["blocks"] if kind == "pic"),
        author=told["author"],
        tags=tuple(told["tags"]),
    )


def all_rendered() -> list[Rendered]:
    """Give every pattern with every story."""
    return [rendered(pattern, story) for pattern in PATTERNS for story in STORIES]
