from pathlib import Path

import jsonschema
import msgspec
import pytest

from doichieu.cli.dossiers import Form as Named
from doichieu.errors import DoichieuError
from doichieu.tell.files import form_of, read_dossier
from doichieu.tell.forms import FORMS
from doichieu.tell.records import read_json, schema, write_json
from tell.dossiers import dossier

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/dossier.json"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_saved_dossier_tells_the_same_bytes(form: str, path: Path) -> None:
    made = read_dossier(path)
    assert FORMS[form].write(made, "vi") == FORMS[form].write(read_json(write_json(made)), "vi")


def test_the_command_line_knows_every_form() -> None:
    assert [form.value for form in Named] == list(FORMS)


@pytest.mark.parametrize(
    ("place", "form"),
    [("a.html", "html"), ("a.JSON", "json"), ("a.ftm.json", "ftm"), ("a.jsonld", "annotations"), ("ngày 1.md", "md"),
     ("thư-mục", "site"), ("-", "md"), ("a.xlsx", "xlsx"), ("a.rss", "rss"), ("a.atom", "atom")],
)  # fmt: skip
def test_the_ending_tells_the_form(place: str, form: str) -> None:
    assert form_of(place, None) == form


@pytest.mark.parametrize("place", ["a.docx", "a.csv", "a.parquet"])
def test_an_ending_that_is_no_form_says_what_to_do(place: str) -> None:
    with pytest.raises(DoichieuError, match=r"folder with --format csv"):
        form_of(place, None)


def test_what_is_written_as_json_keeps_to_the_schema() -> None:
    jsonschema.Draft202012Validator(schema()).validate(msgspec.json.decode(write_json(dossier())))
