"""What the names layer needs of a language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doichieu.model import MentionType


class NameRules(Protocol):
    """Lists and rules of one language for names."""

    def __hash__(self) -> int:
        """Rules are equal only to themselves: what is made of their lists is kept by them."""

    def model(self) -> bytes:
        """Give the trained tagger (CRFsuite's format); empty bytes where the pack has none."""

    def weighed(self) -> frozenset[str]:
        """Give the features that the model weighs; empty where that is not known."""

    def known(self) -> Mapping[str, str]:
        """Give what a known name is (``country``, ``agency`` …), by the name as written."""

    def before(self) -> Mapping[str, str]:
        """Give what words in front of a name tell of it (``office``, ``GPE`` …), by the words in lower case."""

    def traits(self) -> Mapping[str, tuple[str, ...]]:
        """Give what is known of single words as written: their cluster, whether they are family or given names.

        A trait that begins with ``is-`` tells something of the whole name that holds the word.
        """

    def spelling(self, word: str) -> str:
        """Give a word in the one of its spellings that stands for all (as ``hòa`` for ``hoà``)."""

    def is_native(self, word: str) -> bool:
        """Say whether a word could be one of the language's own (as against a foreign name), whatever its case."""

    def type_of(self, kind: str) -> MentionType | None:
        """Give the type of names of a kind that ``known`` or ``before`` gives, None where the kind tells none."""

    def canonical(self) -> Mapping[str, str]:
        """Give the usual form of names that are written in several ways, by the other forms."""

    def fold(self, form: str) -> str:
        """Give a form without what spellings of one name differ in: case, blanks, hyphens, the place of marks."""

    def is_family_name(self, word: str) -> bool:
        """Say whether a word may open a full name of the language's own people."""

    def referring(self) -> Mapping[str, str]:
        """Give what words of a speaker's phrase do, by the words in lower case.

        ``he``, ``she``, ``they``: stand for a person named before. ``this``: ends a phrase that refers back.
        ``of``: links an office or a document to a body. ``document``: its author speaks. ``group``: a phrase of its
        own although a name follows. ``side``: adds nothing to the name that follows. ``many``: an office that
        many hold at once.
        """

    def offices(self) -> Mapping[str, tuple[str, ...]]:
        """Give the usual words for an office by other words for it; several where it may be any of them."""

    def particles(self) -> frozenset[str]:
        """Give the small words that people's names may hold between their capitalised ones ("bin", "van")."""
