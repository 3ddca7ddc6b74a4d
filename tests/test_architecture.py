"""The house keeps its rooms apart: imports go one way, and only the language packs hold words of a language."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "doichieu"
STAGES = {"gather", "read", "compare", "tell", "store", "engines"}
BELOW = {
    "model": set(),
    "errors": set(),
    "settings": {"errors"},
    "languages": {"model", "errors"},
    **{stage: {"model", "errors", "settings", "languages"} for stage in STAGES},
    "pipeline": {"model", "errors", "settings", "languages", *STAGES},
    "library": {"model", "errors", "settings", "languages", *STAGES, "pipeline"},
    "evaluation": {"model", "errors"},
    "serve": {"model", "errors", "settings", "languages", *STAGES, "pipeline", "library"},
    "__main__": {"cli"},
    "cli": {"model", "errors", "settings", "languages", *STAGES, "pipeline", "library", "serve", "evaluation"},
}
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module] if node.module != "doichieu" else [f"doichieu.{alias.name}" for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("doichieu.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    allowed = BELOW[room(path)] | {room(path)}
    assert imported_rooms(path) <= allowed


VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_language_packs_hold_vietnamese_code(path: Path) -> None:
    if room(path) == "languages":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in documentation)
    assert not [node.value for node in constants if isinstance(node.value, str) and VIETNAMESE.search(node.value)]
