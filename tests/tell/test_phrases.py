import ast
import re
import tomllib
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.environment import Environment

from doichieu.errors import DoichieuError
from doichieu.model import Because
from doichieu.model import reading as reading_model
from doichieu.model import story as story_model
from doichieu.tell.phrases import LANGUAGES, phrases_of
from doichieu.tell.viewmodel import drawn

SOURCE = Path(__file__).parents[2] / "src" / "doichieu"
TEMPLATES = sorted((SOURCE / "tell" / "templates").glob("*.j2"))
TERMS = {
    "said": reading_model.StatementKind,
    "modifier": reading_model.Modifier,
    "figure": reading_model.FigureKind,
    "name": reading_model.MentionType,
    "zone": reading_model.ZoneKind,
    "reply": story_model.ReplyHow,
    "relation": story_model.Relation,
    "relation means": story_model.Relation,
    "reuse": story_model.ReuseKind,
    "told": story_model.Told,
    "line": story_model.LineKind,
    "dispute": story_model.DisagreementKind,
    "bond": drawn.BondHow,
}


def constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def documentation(tree: ast.AST) -> set[str]:
    return {text for node in ast.walk(tree) if isinstance(node, ast.Expr) for text in constants(node.value)}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def reasons() -> Iterator[tuple[str, str]]:
    """Every template of a Because: those written in the call, and, where a name stands there, those of the module."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        module = str(path.relative_to(SOURCE))
        if module.startswith("model/"):
            continue
        for call in calls(tree, "Because"):
            if call.args and isinstance(call.args[0], ast.Constant):
                yield module, str(call.args[0].value)
            elif call.args:
                yield from ((module, text) for text in constants(call.args[0]))
                texts = set(constants(tree)) - documentation(tree)
                yield from ((module, text) for text in sorted(texts) if "{0}" in text and " " in text)


def interface() -> Iterator[tuple[str, str]]:
    for path in sorted((SOURCE / "tell").rglob("*.py")):
        for call in calls(ast.parse(path.read_text(encoding="utf-8")), "say", "count"):
            yield from ((path.name, argument) for row in call.args for argument in constants(row))
    for path in TEMPLATES:
        yield from ((path.name, argument) for argument in _spoken(path))


def _spoken(path: Path) -> Iterator[str]:
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in {"t", "count"}:
            texts = (part.value for part in call.args if isinstance(part, nodes.Const))
            yield from (text for text in texts if isinstance(text, str))


@pytest.mark.parametrize(("place", "template"), sorted(set(reasons())))
def test_every_reason_is_translated(place: str, template: str) -> None:
    assert template in phrases_of("vi").phrases, place


@pytest.mark.parametrize(("place", "template"), sorted(set(interface())))
def test_every_phrase_of_the_interface_is_translated(place: str, template: str) -> None:
    assert template in phrases_of("vi").phrases, place


def test_no_phrase_of_the_interface_is_left_over() -> None:
    table = tomllib.loads((SOURCE / "tell" / "phrases" / "vi.toml").read_text(encoding="utf-8"))
    assert sorted(set(table["phrases"]) - {template for _, template in interface()}) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TERMS)
def test_every_word_of_the_model_has_a_term(language: str, kind: str) -> None:
    words = {key.removeprefix(f"{kind}/") for key in phrases_of(language).terms if key.startswith(f"{kind}/")}
    assert words == set(typing.get_args(TERMS[kind]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_slots_of_its_template(language: str) -> None:
    for template, text in phrases_of(language).phrases.items():
        assert sorted(re.findall(r"\{\d\}", text)) == sorted(re.findall(r"\{\d\}", template))


def test_languages_have_the_same_calendar() -> None:
    vietnamese, english = phrases_of("vi"), phrases_of("en")
    assert {key for key in vietnamese.calendar if not key.startswith("short ")} == {
        key for key in english.calendar if not key.startswith("short ")
    }
    assert len(vietnamese.months) == len(english.months) == 12


def test_an_unknown_phrase_is_said_in_english() -> None:
    assert phrases_of("vi").say("no such phrase {0}", 3) == "no such phrase 3"


def test_a_template_out_of_a_file_cannot_reach_into_objects() -> None:
    because = Because("{0.__class__} {1} {0} {7}", ("a", "{0}"))
    assert phrases_of("vi").because(because) == "{0.__class__} {0} a {7}"


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("vi", 3600, "3.600"),
        ("en", 3600, "3,600"),
        ("vi", 1.5, "1,5"),
        ("en", 0.125, "0.125"),
        ("vi", 1_500_000_000.0, "1.500.000.000"),
        ("en", -2.5, "-2.5"),
        ("vi", 0, "0"),
        ("vi", 100, "100"),
    ],
)
def test_numbers(language: str, value: float, text: str) -> None:
    assert phrases_of(language).number(value) == text


def test_no_interface_in_an_unknown_language() -> None:
    with pytest.raises(DoichieuError, match="choose one of vi, en"):
        phrases_of("xx")
