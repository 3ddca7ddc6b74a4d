"""What must hold of the spans and ids of every reading, whatever its text."""

from collections.abc import Iterable

from doichieu.model import Reading, Spanned, span_of


def faults(reading: Reading) -> list[str]:
    """Give what is wrong: spans out of bounds, empty, out of order, or that overlap where none may; wrong ids."""
    apart: dict[str, Iterable[Spanned]] = {
        "zones": reading.zones,
        "sentences": reading.sentences,
        "tokens": reading.tokens,
        "times": reading.times,
        "figures": reading.figures,
        **{f"content of {statement.id}": statement.content for statement in reading.statements},
    }
    together: dict[str, Iterable[Spanned]] = {"mentions": reading.mentions, "statements": reading.statements}
    parts = [part for statement in reading.statements for part in (statement.cue, statement.speaker) if part]
    return [
        *(fault for name, notes in apart.items() for fault in _of_layer(name, notes, reading, may_overlap=False)),
        *(fault for name, notes in together.items() for fault in _of_layer(name, notes, reading, may_overlap=True)),
        *(f"cue or speaker {part}" for part in parts if not 0 <= part.start < part.end <= len(reading.text)),
        *(f"{statement.id}: a speaker without a name" for statement in reading.statements if "" in statement.speakers),
        *(f"mention {note}: no actor" for note in reading.mentions if not note.actor.strip()),
        *_of_ids("statement", "s", [statement.id for statement in reading.statements], reading),
        *_of_ids("figure", "f", [figure.id for figure in reading.figures], reading),
        *_of_zones(reading),
    ]


def _of_layer(name: str, notes: Iterable[Spanned], reading: Reading, *, may_overlap: bool) -> Iterable[str]:
    last_start = last_end = 0
    for note in notes:
        span = span_of(note)
        if not 0 <= span.start < span.end <= len(reading.text):
            yield f"{name} {span}: out of bounds or empty"
        if span.start < last_start:
            yield f"{name} {span}: out of order"
        if span.start < last_end and not may_overlap:
            yield f"{name} {span}: overlaps the one before"
        last_start, last_end = span


def _of_ids(name: str, letter: str, ids: list[str], reading: Reading) -> Iterable[str]:
    if ids != [f"{reading.article.id}#{letter}{number}" for number in range(len(ids))]:
        yield f"{name}s are numbered {ids}"


def _of_zones(reading: Reading) -> Iterable[str]:
    """Zones hold all that is no blank, and each sentence stands in one."""
    ends = [0, *(zone.end for zone in reading.zones)]
    starts = [*(zone.start for zone in reading.zones), len(reading.text)]
    between = "".join(reading.text[end:start] for end, start in zip(ends, starts, strict=True))
    if any(sign.isprintable() and not sign.isspace() for sign in between):
        yield f"in no zone: {between.split()}"
    borders = {border for border in starts if any(span.start < border < span.end for span in reading.sentences)}
    if borders:
        yield f"sentences run across the borders of zones {sorted(borders)}"
