"""Offices and titles as they stand beside a person's name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from doichieu.languages.naming.words import Words, is_capital, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.languages.contracts.names import NameRules

_FARTHEST = 16
"""Words between an office and its holder's name: "Phó chủ tịch thường trực UBND thành phố …" has a dozen."""


class Named(Protocol):
    """A mention: a span with a type and an actor."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def end(self) -> int:
        """Offset behind the name."""

    @property
    def type(self) -> str:
        """Type of the name."""

    @property
    def actor(self) -> str:
        """Who or what is named."""


@dataclass(frozen=True, slots=True)
class Office:
    """What an office is: its words, and the actors named in it (a country, a body)."""

    title: str
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleAt:
    """An office given to an actor at a place of the text."""

    actor: str
    office: Office
    start: int
    end: int
    at: int
    """Where the actor's name stands."""


def roles_of(text: str, mentions: Sequence[Named], rules: NameRules) -> list[RoleAt]:
    """Give the offices that stand in front of or behind the names of persons, in the order of the names."""
    page = _Page(text, mentions, rules)
    found: list[RoleAt] = []
    for mention in mentions:
        if mention.type == "PER":
            for span in (page.in_front(mention), page.behind(mention)):
                office = span and page.office(*span)
                if span and office:
                    start, end = page.words.start[span[0]], page.words.end[span[1] - 1]
                    found.append(RoleAt(mention.actor, office, start, end, mention.start))
    return found


def office_at(text: str, start: int, end: int, mentions: Sequence[Named], rules: NameRules) -> Office | None:
    """Give the office that a phrase names ("Ngoại trưởng Mỹ"), None where it opens with none."""
    page = _Page(text, mentions, rules)
    first, last = bisect_left(page.words.start, start), bisect_left(page.words.start, end)
    return page.office(first, last) if first < last else None


class _Page:
    """A text's words with the mention that covers each."""

    def __init__(self, text: str, mentions: Sequence[Named], rules: NameRules) -> None:
        self.words: Words = words_of(text, rules)
        self.rules = rules
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def mention_of(self, i: int) -> Named | None:
        """Give the mention that covers word ``i``."""
        k = bisect_right(self._starts, self.words.start[i]) - 1
        return self.mentions[k] if k >= 0 and self.words.start[i] < self.mentions[k].end else None

    def in_front(self, mention: Named) -> tuple[int, int] | None:
        """Give the range of words of an office right before a name."""
        words = self.words
        name = bisect_left(words.start, mention.start)
        end = name
        while end and (words.told[end - 1] == "address" or words.word[end - 1] in ",-–"):
            end -= 1
        if end and self.rules.referring().get(words.low[end - 1]) == "of":
            return None  # "luật sư của Snowden" is somebody else's office
        first = None
        i = end
        while i > 0 and end - i < _FARTHEST and self._belongs(i - 1):
            i -= 1
            if words.told[i] == "office":
                first = words.told_from[i]
        return None if first is None else (first, end)

    def behind(self, mention: Named) -> tuple[int, int] | None:
        """Give the range of words of an office that follows a name behind a comma or a dash."""
        words = self.words
        start = bisect_left(words.start, mention.end)
        if start + 1 >= len(words.word) or words.word[start] not in ",-–(":
            return None
        start += 1
        end = start
        while end < len(words.word) and end - start < _FARTHEST and (end == start or self._belongs(end)):
            end += 1
        opens = any(
            words.told[i] == "office" and words.told_from[i] == start for i in range(start, min(start + 5, end))
        )
        return (start, end) if opens else None

    def _belongs(self, i: int) -> bool:
        """Say whether a word may stand inside an office: part of a body's name, capitalised, or a linking word."""
        words = self.words
        covered = self.mention_of(i)
        if covered is not None:
            return covered.type != "PER"
        if words.word[i][0] == "\n":
            return False
        if is_capital(words.shape[i]) or words.told[i] or words.word[i] in "()":
            return True
        # The first words of a longer title or kind word are told only at its last.
        inside = any(words.told[j] and words.told_from[j] <= i for j in range(i + 1, min(i + 5, len(words.told))))
        return inside or self.rules.referring().get(words.low[i]) == "of"

    def office(self, start: int, end: int) -> Office | None:
        """Give the office that a range of words names."""
        words = self.words
        title: list[str] = []
        about: list[str] = []
        for i in range(start, end):
            covered = self.mention_of(i)
            if covered is not None:
                if not about or about[-1] != covered.actor:
                    about.append(covered.actor)
            elif not about and words.word[i].isalnum() and self.rules.referring().get(words.low[i]) != "of":
                title.append(words.low[i])
        if not title or not self._has_office(start, end):
            return None
        return Office(" ".join(title), frozenset(about))

    def _has_office(self, start: int, end: int) -> bool:
        words = self.words
        if any(words.told[i] == "office" for i in range(start, end)):
            return True
        return any(
            " ".join(words.low[start : start + n]) in self.rules.offices() for n in range(1, min(8, end - start + 1))
        )


def holds(role: Office, asked: Office, rules: NameRules) -> bool:
    """Say whether the holder of one office may be meant by another wording of it.

    The asked office may leave out whom it is about ("Ngoại trưởng" for "Ngoại trưởng Mỹ"), never name another.
    """
    if not asked.about <= role.about and not (asked.about and not role.about and " " in asked.title):
        return False
    if asked.about and not role.about:
        return False
    wanted = {asked.title, *rules.offices().get(asked.title, ())}
    given = {role.title, *rules.offices().get(role.title, ())}
    return bool(wanted & given) or role.title.startswith(asked.title + " ")
