"""FollowTheMoney entities, held to the schema of that project, and read by its library where it is installed."""

import json
from pathlib import Path
from typing import Any

import pytest

from doichieu.tell.exports.entities import write_entities
from tell.dossiers import dossier, hostile

SCHEMATA = json.loads(Path(__file__).with_name("ftm_properties.json").read_text(encoding="utf-8"))["schemata"]


def entities(made: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in made["dossier.ftm.json"].splitlines()]


def test_every_property_is_one_of_its_schema() -> None:
    for row in entities(write_entities(dossier())) + entities(write_entities(hostile())):
        assert set(row["properties"]) <= set(SCHEMATA[row["schema"]])
        assert all(isinstance(value, str) and value for values in row["properties"].values() for value in values)


def test_what_an_entity_refers_to_is_there() -> None:
    rows = entities(write_entities(dossier()))
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    for row in rows:
        kinds = SCHEMATA[row["schema"]]
        links = [value for name, values in row["properties"].items() if kinds[name] == "entity" for value in values]
        assert set(links) <= ids


def test_actors_articles_happenings_and_statements_are_entities() -> None:
    rows = entities(write_entities(dossier()))
    kinds = {row["schema"] for row in rows}
    assert {"Article", "Event", "Mention", "Note"} <= kinds
    assert kinds & {"Person", "Organization"}
    (article,) = [row for row in rows if row["properties"].get("publisher") == ["Người Bến"]]
    assert article["properties"]["publishedAt"] == ["2031-05-02T04:00:00"]  # 11:00 in Hanoi


def test_the_library_itself_reads_them() -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney needs ICU's headers to install")
    for row in entities(write_entities(dossier())):
        proxy = library.model.get_proxy(row, cleaned=False)
        for name, values in row["properties"].items():
            assert set(proxy.get(name)) == set(values)
