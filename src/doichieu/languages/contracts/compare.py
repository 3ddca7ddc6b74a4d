"""What the compare layer needs of a language pack."""

from __future__ import annotations

from typing import Protocol

from doichieu.languages.contracts.replies import ReplyCue, ReplyWord
from doichieu.languages.ngrams import Background


class CompareRules(Protocol):
    """Lists and rules of one language for compare."""

    def fold(self, word: str) -> str:
        """Give one form for all spellings of a word that mean the same to a reader (case, place of a tone mark)."""

    def background(self) -> Background:
        """Give the counts of n-grams over many articles of the language, folded by ``fold``."""

    def medium(self, name: str) -> str:
        """Give the one name of an agency or medium that has several; ``name`` itself where it is not known."""

    def address(self, name: str) -> str:
        """Give a name as web addresses write it, so that an outlet's name and its address can be compared."""

    def reply_cues(self, words: str) -> tuple[ReplyCue, ...]:
        """Give the cues of an answer in the words around a statement, in their order."""

    def remarks_taken_up(self, words: str) -> tuple[tuple[int, int], ...]:
        """Give where words take up a remark made just before ("that remark")."""

    def reply_words(self, words: str) -> frozenset[ReplyWord]:
        """Give which kinds of words that blame, ask, refuse or take up a topic stand there."""

    def remarks(self, words: str) -> tuple[tuple[int, int], ...]:
        """Give where nouns stand that name what somebody said before."""

    def cue_force(self, cue: str) -> int | None:
        """Give how much a cue commits its speaker, or blames: 0 saying, 1 insisting, 2 charging; None if unknown."""

    def hedged(self, words: str) -> bool:
        """Say whether words stand there that make a claim less sure."""

    def loose_opening(self, sentence: str) -> int:
        """Give the length of the words that open a sentence and only tie it to the one before; 0 where it has none."""
