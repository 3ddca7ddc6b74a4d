"""Offices across a story: who is meant by "Ngoại trưởng Mỹ" in an article that never names him."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.compare.actors.bonds import StoryBonds
from doichieu.languages.naming.roles import RoleAt, holds, office_at

if TYPE_CHECKING:
    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import Figure, Mention, Reading, Span, Statement


OFTEN = 3
"""Times as often that one holder of an office must be told as the next one: a misspelt name makes two of one."""


class StoryOffices:
    """The offices that the articles of a story give to persons."""

    def __init__(self, readings: tuple[Reading, ...], roles: dict[str, list[RoleAt]], rules: NameRules) -> None:
        self._rules = rules
        held = (role for reading in readings for role in roles[reading.article.id])
        self._held = Counter((role.actor, role.office) for role in held)
        self._bonds = StoryBonds(readings, rules)
        self._actors = {mention.actor for reading in readings for mention in reading.mentions}

    def resolve(self, reading: Reading) -> Reading:
        """Give the reading with the holders of offices for speakers that it only calls by their office."""
        meant: dict[str, str] = {}
        statements = tuple(self._statement(reading, statement, meant) for statement in reading.statements)
        figures = tuple(with_sources(figure, meant) for figure in reading.figures)
        return replace(reading, statements=statements, figures=figures)

    def _statement(self, reading: Reading, statement: Statement, meant: dict[str, str]) -> Statement:
        if statement.speaker is None or len(statement.speakers) != 1 or set(statement.speakers) & self._actors:
            return statement
        holder = self.holder(reading, statement.speaker) or self._bonds.holder(statement.speakers[0])
        if holder is None:
            return statement
        for phrase in statement.speakers:
            meant[phrase] = holder
        return replace(statement, speakers=(holder,))

    def holder(self, reading: Reading, span: Span) -> str | None:
        """Give who holds the office that a phrase names with its country or body, if the story knows just one."""
        first = bisect_left(reading.mentions, span.start, key=_start)
        inside = reading.mentions[first : bisect_left(reading.mentions, span.end, key=_start)]
        if any(mention.type == "PER" for mention in inside):
            return None
        asked = office_at(reading.text, span.start, span.end, inside, self._rules)
        if asked is None or self._rules.referring().get(asked.title) == "many":
            return None
        holders: Counter[str] = Counter()
        for (actor, office), times in self._held.items():
            if holds(office, asked, self._rules):
                holders[actor] += times
        ranked = holders.most_common(2)
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= OFTEN * ranked[1][1])
        return ranked[0][0] if clear else None


def _start(mention: Mention) -> int:
    return mention.start


def with_sources(figure: Figure, meant: dict[str, str]) -> Figure:
    """Give a figure with the names that are meant by the phrases for its sources."""
    return replace(figure, according_to=tuple(dict.fromkeys(meant.get(name, name) for name in figure.according_to)))
