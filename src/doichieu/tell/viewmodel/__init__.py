"""The view model: a dossier as pages show it, every piece of evidence found once, every word in one language."""

from doichieu.tell.viewmodel.dossier import view_dossier
from doichieu.tell.viewmodel.nouns import DossierView, StoryView

__all__ = ["DossierView", "StoryView", "view_dossier"]
