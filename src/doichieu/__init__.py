"""doichieu: lay side by side what many outlets wrote about the same happenings. The public API."""

from doichieu.model import Article, Dossier, Reading, Story
from doichieu.pipeline import make_dossier, read_sources
from doichieu.read import read
from doichieu.settings import Settings

__all__ = ["Article", "Dossier", "Reading", "Settings", "Story", "make_dossier", "read", "read_sources"]
