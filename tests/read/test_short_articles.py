"""Short articles through all layers: what one layer needs of another."""

from typing import Any

import pytest

from cases import cases
from doichieu.model import REPORT_ZONES, Article, Reading
from doichieu.read import read
from spans import faults


def found_in(reading: Reading) -> dict[str, list[Any]]:
    """Give what was found: kinds and words of no report text, values of times, speakers and contents, figures."""
    text = reading.text
    return {
        "zones": [[note.kind, text[note.start : note.end]] for note in reading.zones if note.kind not in REPORT_ZONES],
        "times": [note.value for note in reading.times],
        "said": [
            [", ".join(note.speakers), " … ".join(span.of(text) for span in note.content)]
            for note in reading.statements
        ],
        "figures": [text[note.start : note.end] for note in reading.figures],
        "sources": [[text[note.start : note.end], list(note.according_to)] for note in reading.figures],
    }


@pytest.mark.parametrize("case", cases(__file__, "short_articles"))
def test_what_is_found(case: dict[str, Any]) -> None:
    reading = read(Article(id="a", text=case["text"], language="vi"))
    found = found_in(reading)
    assert {layer: found[layer] for layer in case["expect"]} == case["expect"]
    assert faults(reading) == []


@pytest.mark.parametrize("case", cases(__file__, "figure_sources"))
def test_whom_a_number_is_by(case: dict[str, Any]) -> None:
    reading = read(Article(id="a", text=case["text"], language="vi"))
    assert found_in(reading)["sources"] == case["expect"]
