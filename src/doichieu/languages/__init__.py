"""Language packs: the only place that names a language."""

from doichieu.languages.pack import LanguagePack
from doichieu.languages.registry import pack_of, recognise

__all__ = ["LanguagePack", "pack_of", "recognise"]
