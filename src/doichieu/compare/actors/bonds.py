"""Bonds: who somebody is to somebody else, so that "luật sư của X" is found again in an article that names only X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doichieu.languages.patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import Mention, Reading

Bond = tuple[tuple[str, ...], str, str]
"""The words for what somebody is, whose, and who that is."""
LONGEST = 6
"""Words that say what somebody is to somebody."""
NEAR = 60
"""Code points before an owner's name in which they stand."""
APART = 25
"""Code points between the owner's name and the name of the other behind it."""
_EDGE = re.compile(r"[,.;:!?()\n\"“”–—]|\s-\s")
_LINK = re.compile(r"\s*(?:,|–|—|-)\s[^,.;:!?()\n\"“”]*\Z|\s*(?:,|–|—)\s*\Z")
_APPOSED = re.compile(r"\s*(?:,|–|—|-|\()\s*\Z")


class StoryBonds:
    """Who is what to whom, as the articles of a story tell it."""

    def __init__(self, readings: Iterable[Reading], rules: NameRules) -> None:
        links = any_of(word for word, doing in rules.referring().items() if doing == "of")
        self._of = re.compile(rf"\s{links}\s", re.IGNORECASE)
        self._bonds: dict[str, set[Bond]] = {}
        self._forms: dict[str, str] = {}
        for reading in readings:
            for bond in self._told(reading):
                self._bonds.setdefault(bond[1], set()).add(bond)
            for mention in reading.mentions:
                self._forms.setdefault(reading.text[mention.start : mention.end], mention.actor)
                self._forms[mention.actor] = mention.actor

    def holder(self, phrase: str) -> str | None:
        """Give who is meant by a phrase ("một luật sư của X"), if the story knows just one."""
        match = self._of.search(phrase)
        if match is None:
            return None
        noun, owner = tuple(phrase[: match.start()].lower().split()), self._owner(phrase[match.end() :])
        if owner is None or not noun:
            return None
        holders = {who for what, _, who in self._bonds.get(owner, ()) if _ends_alike(what, noun)}
        return holders.pop() if len(holders) == 1 else None

    def _owner(self, words: str) -> str | None:
        """Give the actor whose name these words are, or end with behind a title."""
        parts = words.split()
        named = (self._forms.get(" ".join(parts[n:])) for n in range(min(len(parts), LONGEST)))
        return next((actor for actor in named if actor is not None), None)

    def _told(self, reading: Reading) -> Iterator[Bond]:
        """Give the bonds that an article tells."""
        mentions = reading.mentions
        for before, owner, after in zip((None, *mentions), mentions, (*mentions[1:], None), strict=False):
            window = reading.text[max(0, owner.start - NEAR) : owner.start]
            links = list(self._of.finditer(window + " "))[-1:]
            if not links or owner.type not in {"PER", "ORG"} or _EDGE.search(window, links[0].end()):
                continue
            start = owner.start - len(window)
            edges = [edge.end() for edge in _EDGE.finditer(window, 0, links[0].start())]
            begin = start + (edges[-1] if edges else 0)
            yield from _bonds(reading, (before, owner, after), begin, start + links[0].start())


def _bonds(
    reading: Reading, mentions: tuple[Mention | None, Mention, Mention | None], begin: int, end: int
) -> Iterator[Bond]:
    """Give the bonds of an owner: with the name inside the words before, apposed before them, or apposed behind."""
    before, owner, after = mentions
    text = reading.text
    if before is not None and before.type in {"PER", "ORG"}:
        if begin <= before.start and before.end == end:  # "công ty quản lý Y của X"
            yield from _bond(text[begin : before.start], owner, before)
        elif before.end <= begin and _APPOSED.fullmatch(text[before.end : begin]):  # "Y, luật sư của X"
            yield from _bond(text[begin:end], owner, before)
    near = after is not None and after.type in {"PER", "ORG"} and after.start - owner.end <= APART
    if after is not None and near and _LINK.fullmatch(text[owner.end : after.start]):  # "luật sư của X, ông Y"
        yield from _bond(text[begin:end], owner, after)


def _bond(words: str, owner: Mention, holder: Mention) -> Iterator[Bond]:
    what = tuple(words.lower().split())[-LONGEST:]
    if what and owner.actor != holder.actor:
        yield what, owner.actor, holder.actor


def _ends_alike(told: Sequence[str], asked: Sequence[str]) -> bool:
    """Say whether one of two nouns is the other with words before it ("một luật sư", "luật sư")."""
    size = min(len(told), len(asked))
    return told[-size:] == asked[-size:]
