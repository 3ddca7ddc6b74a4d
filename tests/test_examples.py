"""The example stories: what the program makes of them, to the byte, and how right it is, against floors."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from doichieu import Settings, make_dossier
from doichieu.evaluation import evaluate, read_gold
from doichieu.model import Dossier
from doichieu.tell.records import read_json, write_json

EXAMPLES = Path(__file__).parents[1] / "examples"
STORIES = ["kazakhstan-2022", "bao-so-7"]
FLOORS = tomllib.loads((EXAMPLES / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=STORIES)
def story(request: pytest.FixtureRequest) -> tuple[str, Dossier]:
    name: str = request.param
    return name, make_dossier([str(EXAMPLES / name / "articles")], Settings(jobs=1))


def test_the_dossier_is_the_golden_one(story: tuple[str, Dossier]) -> None:
    name, dossier = story
    golden = EXAMPLES / name / "dossier.json"
    made = write_json(dossier)
    if os.environ.get("RENEW_GOLDEN"):  # make golden
        golden.write_bytes(made)
    assert made == golden.read_bytes(), f"{golden} differs: renew it by `make golden` and read the difference"


def test_five_articles_are_one_story(story: tuple[str, Dossier]) -> None:
    _, dossier = story
    assert [len(told.story.readings) for told in dossier.stories] == [5]
    assert not dossier.problems


def test_quality_is_above_its_floors(story: tuple[str, Dossier]) -> None:
    name, dossier = story
    rows = evaluate(read_gold(EXAMPLES / name / "gold"), dossier)
    measured = {row.layer: round(row.value, 3) for row in rows if row.cases}
    fallen = {layer: measured.get(layer, 0.0) for layer, floor in FLOORS[name].items() if measured[layer] < floor}
    assert not fallen, f"below the floors {FLOORS[name]}"
    assert set(FLOORS[name]) == set(measured), "a layer has no floor"


def test_the_dossier_reads_back_to_the_same_bytes(story: tuple[str, Dossier]) -> None:
    made = write_json(story[1])
    assert write_json(read_json(made)) == made


def test_every_line_leads_to_words(story: tuple[str, Dossier]) -> None:
    _, dossier = story
    for told in dossier.stories:
        texts = {reading.article.id: reading.text for reading in told.story.readings}
        lines: tuple[Any, ...] = (
            *told.summary,
            told.headline,
            told.gist,
            *told.story.actors,
            *told.story.utterances,
            *told.story.quantities,
            *told.story.replies,
            *told.story.timeline,
            *told.story.coverage,
            *told.story.disagreements,
        )
        for line in lines:
            assert line.evidence, line
            for words in line.evidence:
                assert 0 <= words.start < words.end <= len(texts[words.article]), line


def test_the_order_of_the_articles_does_not_matter(story: tuple[str, Dossier]) -> None:
    name, dossier = story
    files = sorted((EXAMPLES / name / "articles").iterdir(), reverse=True)
    assert write_json(make_dossier(map(str, files), Settings(jobs=1))) == write_json(dossier)
