import json
from pathlib import Path

import pytest

from doichieu.errors import DoichieuError
from doichieu.evaluation import evaluate, read_gold
from doichieu.evaluation.matching import b_cubed
from doichieu.model import (
    Article,
    Because,
    Dossier,
    Figure,
    Mention,
    Reading,
    Span,
    Statement,
    Story,
    SummarySentence,
    ToldStory,
    Utterance,
    Zone,
)

TEXT = "Ông An nói: “Có 12 người bị thương”. Ảnh: Bình"


def write_gold(folder: Path) -> None:
    article = {
        "article": "a",
        "zones": [{"text": "Ảnh: Bình", "kind": "credit"}],
        "times": [],
        "names": [{"name": "An", "type": "PER", "forms": ["An"]}],
        "statements": [{"content": [{"text": "Có 12 người bị thương"}], "kind": "direct", "speakers": ["An"]}],
        "figures": [
            {"text": "12 người", "value": 12, "modifier": "exact", "what": "người bị thương", "kind": "injured"}
        ],
    }
    (folder / "meta.json").write_text(json.dumps({"story": "s", "articles": [{"id": "a"}]}))
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.gold.json").write_text(json.dumps(article))
    (folder / "story.gold.json").write_text(json.dumps({"story": "s"}))


def dossier(reading: Reading) -> Dossier:
    line = SummarySentence(text="", evidence=(), because=Because(""))
    utterance = Utterance(
        id="u", statements=("a#s0",), speakers=("An",), date=None, via=(), origins=(), evidence=(), because=Because("")
    )
    story = Story(id="s", readings=(reading,), utterances=(utterance,))
    return Dossier(stories=(ToldStory(story=story, headline=line, gist=line, summary=()),))


def right_reading() -> Reading:
    start = TEXT.index("Có")
    return Reading(
        article=Article(id="a", text=TEXT),
        zones=(Zone(start=TEXT.index("Ảnh"), end=len(TEXT), kind="credit", origin=""),),
        mentions=(Mention(start=4, end=6, type="PER", actor="An", origin=""),),
        statements=(
            Statement(id="a#s0", content=(Span(start, start + 21),), kind="direct", speakers=("An",), origin=""),
        ),
        figures=(
            Figure(
                id="a#f0", start=start + 3, end=start + 11, value=12, what="người bị thương", kind="injured", origin=""
            ),
        ),
    )


def test_all_that_is_right_scores_one(tmp_path: Path) -> None:
    write_gold(tmp_path)
    rows = {row.layer: row for row in evaluate(read_gold(tmp_path), dossier(right_reading())) if row.cases}
    assert {layer: row.value for layer, row in rows.items()} == dict.fromkeys(rows, 1.0)
    assert {"zones", "names: type", "statements: speaker", "figures: what", "actors"} <= set(rows)


def test_nothing_said_scores_nothing(tmp_path: Path) -> None:
    write_gold(tmp_path)
    rows = evaluate(read_gold(tmp_path), dossier(Reading(article=Article(id="a", text=TEXT))))
    assert {row.value for row in rows} == {0.0}


def test_a_piece_that_is_not_in_the_text_is_an_error(tmp_path: Path) -> None:
    write_gold(tmp_path)
    (tmp_path / "a.txt").write_text("Một bài khác", encoding="utf-8")
    with pytest.raises(DoichieuError, match="not in the text"):
        read_gold(tmp_path)


def test_b_cubed_of_a_split_group() -> None:
    precision, recall = b_cubed([("a", "1"), ("a", "1"), ("a", "2")])
    assert precision == 1.0
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
