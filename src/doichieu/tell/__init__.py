"""tell: a story into a dossier, a dossier into files."""

from doichieu.tell.narration import tell

__all__ = ["tell"]
