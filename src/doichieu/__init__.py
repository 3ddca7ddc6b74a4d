"""doichieu: lay side by side what many outlets wrote about the same happenings. The public API.

Names are loaded when they are first used, so that the command line starts quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from doichieu.model import Article, Dossier, Problem, Reading, Story
    from doichieu.pipeline import make_dossier, read_sources
    from doichieu.read import read
    from doichieu.settings import Settings

_HOMES = {
    "Article": "model",
    "Dossier": "model",
    "Problem": "model",
    "Reading": "model",
    "Settings": "settings",
    "Story": "model",
    "make_dossier": "pipeline",
    "read": "read",
    "read_sources": "pipeline",
}

__all__ = ["Article", "Dossier", "Problem", "Reading", "Settings", "Story", "make_dossier", "read", "read_sources"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'doichieu' has no attribute {name!r}")
    return getattr(import_module(f"doichieu.{_HOMES[name]}"), name)
