"""Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one page of JSON-LD.

Each note is an annotation of its article: a text position (code points), the exact words with some before and behind,
and bodies that say what the note is. The article's address is the source where it has one, else ``urn:doichieu:``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.model import Dossier, Figure, Reading, Spanned, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and behind the words, by which they are found again in a changed text."""
GENERATOR = {"id": "urn:doichieu", "type": "Software", "name": "doichieu"}

Body = dict[str, Any]


def write_annotations(dossier: Dossier, *, language: str = "vi") -> dict[str, bytes]:
    """Give all notes of all articles as one annotation collection with one page; ``language`` changes nothing."""
    del language
    readings = sorted((row for told in dossier.stories for row in told.story.readings), key=lambda row: row.article.id)
    items = [item for reading in readings for item in _annotations(reading)]
    page = {"id": "urn:doichieu:notes:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {"@context": CONTEXT, "id": "urn:doichieu:notes", "type": "AnnotationCollection", "label": "doichieu",
            "total": len(items), "first": page}  # fmt: skip
    return {"dossier.jsonld": msgspec.json.encode(made) + b"\n"}


def _annotations(reading: Reading) -> Iterator[dict[str, Any]]:
    for kind, number, note, origin, bodies in _notes(reading):
        name = f"urn:doichieu:{quote(reading.article.id, safe='')}:{kind}:{number}"
        yield {
            "id": name,
            "type": "Annotation",
            "motivation": "classifying" if kind in {"zone", "name"} else "describing",
            "generator": GENERATOR,
            "body": [_tag(kind), *bodies, _text(origin, "commenting")],
            "target": {"source": _source(reading), "selector": _selectors(reading.text, note)},
        }


def _notes(reading: Reading) -> Iterator[tuple[str, int, Spanned, str, list[Body]]]:
    for number, zone in enumerate(reading.zones):
        yield "zone", number, zone, zone.origin, [_tag(zone.kind)]
    for number, time in enumerate(reading.times):
        yield "time", number, time, time.origin, [_tag(time.type), _text(time.value, "describing")]
    for number, name in enumerate(reading.mentions):
        yield "name", number, name, name.origin, [_tag(name.type), _text(name.actor, "identifying")]
    for number, statement in enumerate(reading.statements):
        yield "statement", number, statement, statement.origin, _said(statement)
    for number, figure in enumerate(reading.figures):
        yield "figure", number, figure, figure.origin, _given(figure)


def _said(note: Statement) -> list[Body]:
    bodies = [_tag(note.kind), *(_text(name, "identifying") for name in note.speakers)]
    via = [_text(f"via {note.via}", "describing")] if note.via else []
    return bodies + via + ([_text(note.date, "describing")] if note.date else [])


def _given(note: Figure) -> list[Body]:
    number = f"{note.value}" if note.high is None else f"{note.value}-{note.high}"
    bodies = [_tag(note.kind), _text(f"{note.modifier} {number} {note.what}".strip(), "describing")]
    return bodies + [_text(name, "identifying") for name in note.according_to]


def _tag(value: str) -> Body:
    return _text(value, "tagging")


def _text(value: str, purpose: str) -> Body:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _source(reading: Reading) -> str:
    url = reading.article.url or ""
    if url.startswith(("http://", "https://")):
        return quote(url, safe=":/?#[]@!$&'()*+,;=%~")
    return f"urn:doichieu:{quote(reading.article.id, safe='')}"


def _selectors(text: str, note: Spanned) -> list[dict[str, Any]]:
    before, after = text[max(0, note.start - AROUND) : note.start], text[note.end : note.end + AROUND]
    exact = text[note.start : note.end]
    return [
        {"type": "TextPositionSelector", "start": note.start, "end": note.end},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after},
    ]
