"""Gold: stories annotated by hand, as files hold them.

A folder for each story holds ``meta.json`` (its articles), ``<article>.txt``, ``<article>.gold.json`` and
``story.gold.json``. Every annotation is a piece of the article's text and which occurrence of it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from doichieu.errors import DoichieuError
from doichieu.model import Span

Loaded = TypeVar("Loaded", bound=msgspec.Struct)


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of text; ``nth`` occurrence of it, from 1."""

    text: str
    nth: int = 1


class GoldZone(Piece, frozen=True, kw_only=True):
    """A part that is no report text."""

    kind: str


class GoldTime(Piece, frozen=True, kw_only=True):
    """A time expression."""

    type: str
    value: str


class GoldName(msgspec.Struct, frozen=True, kw_only=True):
    """An entity with all its forms; each occurrence of a form is a mention."""

    name: str
    type: str
    forms: tuple[str, ...]


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what."""

    content: tuple[Piece, ...]
    kind: str
    speakers: tuple[str, ...]
    cue: str | None = None
    speaker_text: str | None = None
    via: str | None = None
    date: str | None = None


class GoldFigure(Piece, frozen=True, kw_only=True):
    """How many, how much."""

    value: float
    high: float | None = None
    modifier: str
    what: str
    kind: str
    according_to: tuple[str, ...] = ()


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """The layers of one article."""

    article: str
    zones: tuple[GoldZone, ...] = ()
    times: tuple[GoldTime, ...] = ()
    names: tuple[GoldName, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    figures: tuple[GoldFigure, ...] = ()


class GoldQuantity(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that give one quantity."""

    about: str
    members: tuple[str, ...]
    relation: str


class GoldReply(msgspec.Struct, frozen=True, kw_only=True, rename={"source": "from", "target": "to"}):
    """A statement that answers another one."""

    source: str
    target: str
    how: str


class GoldHappening(msgspec.Struct, frozen=True, kw_only=True):
    """A key happening of the story."""

    date: str
    what: str
    evidence: tuple[str, ...] = ()


class GoldComparison(msgspec.Struct, frozen=True, kw_only=True):
    """The layers of a story."""

    story: str
    same_statement: tuple[tuple[str, ...], ...] = ()
    same_figure: tuple[GoldQuantity, ...] = ()
    replies: tuple[GoldReply, ...] = ()
    timeline: tuple[GoldHappening, ...] = ()


class _Listed(msgspec.Struct, frozen=True):
    id: str


class _Meta(msgspec.Struct, frozen=True):
    story: str
    articles: tuple[_Listed, ...]


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story with its texts, articles by id."""

    id: str
    texts: dict[str, str]
    articles: dict[str, GoldArticle]
    comparison: GoldComparison


def read_gold(root: Path) -> list[GoldStory]:
    """Give the annotated stories below a folder, or the one that it is.

    Raises DoichieuError for a file that does not fit the form, or a piece that is not in its text.
    """
    folders = (
        [root] if (root / "story.gold.json").exists() else sorted(path for path in root.iterdir() if path.is_dir())
    )
    stories = [_story(folder) for folder in folders if (folder / "story.gold.json").exists()]
    if not stories:
        raise DoichieuError(f"{root}: no annotated stories")
    return stories


def _story(folder: Path) -> GoldStory:
    meta = _load(folder / "meta.json", _Meta)
    texts, articles = {}, {}
    for listed in meta.articles:
        texts[listed.id] = (folder / f"{listed.id}.txt").read_bytes().decode("utf-8")
        articles[listed.id] = gold = _load(folder / f"{listed.id}.gold.json", GoldArticle)
        for piece in _pieces(gold):
            place(texts[listed.id], piece)
    return GoldStory(meta.story, texts, articles, _load(folder / "story.gold.json", GoldComparison))


def _pieces(gold: GoldArticle) -> Iterator[Piece]:
    yield from gold.zones
    yield from gold.times
    yield from gold.figures
    for statement in gold.statements:
        yield from statement.content
    for name in gold.names:
        yield from (Piece(text=form) for form in name.forms)


def _load(path: Path, kind: type[Loaded]) -> Loaded:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.DecodeError as error:
        raise DoichieuError(f"{path}: {error}") from error
    except FileNotFoundError as error:
        raise DoichieuError(f"{path}: missing") from error


def place(text: str, piece: Piece) -> Span:
    """Give where a piece stands. Raises DoichieuError where the text does not hold it that often."""
    start = -1
    for _ in range(piece.nth):
        start = text.find(piece.text, start + 1)
        if start < 0:
            raise DoichieuError(f"not in the text (occurrence {piece.nth}): {piece.text[:60]!r}")
    return Span(start, start + len(piece.text))


def mentions(text: str, names: tuple[GoldName, ...]) -> list[tuple[Span, str, str]]:
    """Give each occurrence of a form, the longest form first where they overlap, as span, type and entity name."""
    forms = sorted(((form, name) for name in names for form in dict.fromkeys(name.forms)), key=lambda row: -len(row[0]))
    taken = bytearray(len(text))
    found = []
    for form, name in forms:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append((Span(start, end), name.type, name.name))
    return sorted(found)
