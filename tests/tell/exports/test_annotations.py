"""Web Annotations read back by rdflib's JSON-LD reader, with the terms of the W3C's context that are used."""

import json
from typing import Any

import pytest
import rdflib

from doichieu.tell.exports.annotations import CONTEXT, write_annotations
from tell.dossiers import dossier, hostile, make_story

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
# Out of https://www.w3.org/ns/anno.jsonld: tests have no network, so the terms that are used stand here.
TERMS: dict[str, Any] = {
    "oa": str(OA), "dc": "http://purl.org/dc/elements/1.1/", "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "schema": "http://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector", "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "tagging": "oa:tagging", "describing": "oa:describing", "classifying": "oa:classifying",
    "identifying": "oa:identifying", "commenting": "oa:commenting",
    "generator": {"@type": "@id", "@id": "as:generator"}, "name": "foaf:name", "format": "dc:format",
    "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"}, "label": "rdfs:label",
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "first": {"@type": "@id", "@id": "as:first"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}  # fmt: skip


def written(made: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made)
    return found


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own reader still uses it
def test_every_note_is_an_annotation_with_position_and_quote() -> None:
    made = written(write_annotations(dossier())["dossier.jsonld"])
    assert made["@context"] == CONTEXT
    graph = rdflib.Graph().parse(data=json.dumps(made | {"@context": TERMS}), format="json-ld")
    notes = [len(row.zones + row.times + row.mentions + row.statements + row.figures) for row in make_story().readings]
    annotations = set(graph.subjects(rdflib.RDF.type, OA.Annotation))
    assert len(annotations) == sum(notes) == made["total"]
    for annotation in annotations:
        (target,) = graph.objects(annotation, OA.hasTarget)
        kinds = {graph.value(row, rdflib.RDF.type) for row in graph.objects(target, OA.hasSelector)}
        assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
        assert list(graph.objects(annotation, OA.hasBody))


def test_the_quoted_words_stand_at_the_position() -> None:
    texts = {row.article.url: row.text for row in make_story().readings}
    for item in written(write_annotations(dossier())["dossier.jsonld"])["first"]["items"]:
        place, words = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])


def test_each_says_which_rule_made_it() -> None:
    items = written(write_annotations(dossier())["dossier.jsonld"])["first"]["items"]
    assert all(item["body"][-1]["purpose"] == "commenting" and item["body"][-1]["value"] for item in items)


def test_an_address_that_is_none_of_the_web_is_no_source() -> None:
    items = written(write_annotations(hostile())["dossier.jsonld"])["first"]["items"]
    assert {item["target"]["source"].partition(":")[0] for item in items} == {"urn"}
