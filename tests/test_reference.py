"""The reference pages say what the program does: renew the commands' page by ``make reference``."""

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doichieu.cli.commands import app
from doichieu.tell.exports.tables import LAYOUTS
from doichieu.tell.forms import FORMS

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = DOCS / "reference" / "commands.md"
FILES = (DOCS / "reference" / "files.md").read_text(encoding="utf-8")
NAMES = sorted(command.name or command.callback.__name__ for command in app.registered_commands if command.callback)


def shown(*arguments: str) -> str:
    found = CliRunner().invoke(
        app, [*arguments, "--help"], prog_name="doichieu", env={"COLUMNS": "100", "TERM": "dumb"}
    )
    assert found.exit_code == 0
    return "\n".join(line.rstrip() for line in found.output.strip().splitlines())


def reference() -> str:
    head = "What `--help` says, command by command. `make reference` renews this page; a test holds it."
    parts = ["# Commands", head, f"```\n{shown()}\n```"]
    for name in NAMES:
        parts += [f"## doichieu {name}", f"```\n{shown(name)}\n```"]
    return "\n\n".join(parts) + "\n"


def test_the_commands_page_is_current() -> None:
    if os.environ.get("RENEW_REFERENCE"):
        COMMANDS.write_text(reference(), encoding="utf-8")
    assert COMMANDS.read_text(encoding="utf-8") == reference(), "run make reference"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_an_example(name: str) -> None:
    assert f"Example: doichieu {name}" in " ".join(shown(name).split())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_told_of(form: str) -> None:
    assert re.search(rf"^\| `{form}` \|", FILES, re.MULTILINE)
    for suffix in FORMS[form].suffixes:
        assert f"`{suffix}`" in FILES


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_column_is_told_of(layout) -> None:  # type: ignore[no-untyped-def]
    (told,) = re.findall(rf"^### {layout.name}\n(.*?)(?=^### |^## |\Z)", FILES, re.MULTILINE | re.DOTALL)
    assert [name for name in layout.texts.split() if f"`{name}`" not in told] == []


def test_links_within_the_docs_lead_somewhere() -> None:
    for page in [*DOCS.rglob("*.md"), DOCS.parent / "README.md", DOCS.parent / "CONTRIBUTING.md"]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
