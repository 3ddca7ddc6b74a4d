"""Actors: names of several articles that mean the same person, body or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.compare.actors.longest_names import with_longest_names
from doichieu.compare.actors.offices import StoryOffices
from doichieu.compare.actors.same_words import with_named_speakers
from doichieu.languages import pack_of
from doichieu.languages.naming.forms import Form, Group, Join, join_forms
from doichieu.languages.naming.roles import RoleAt, roles_of
from doichieu.model import Actor, Because, Evidence, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import Figure, Mention, Reading, Statement

REASONS = {
    "spelling": "{0} and {1} are one name, written differently",
    "alias": "{0} and {1} are known names of the same place or body",
    "bracket": "an article uses {1} for {0}",
    "misspelling": "{0} and {1} differ in a letter or two",
    "short": "{0} is short for {1}, the only longer name that it fits",
    "initials": "{0} is made of the initials of {1}",
}
"""Why two forms are one actor's; the keys are those of ``Join.why``."""
_SAME = "the same name in {0} of the story's articles"
_IN_ARTICLE = "{0} means {1} in the article it stands in"


def resolve_actors(readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], tuple[Actor, ...]]:
    """Give the readings with the story's names for actors and speakers, and the actors as they first appear.

    Readings in a language without a pack stay as they are.
    """
    pack = pack_of(readings[0].article.language) if readings else None
    if pack is None:
        return readings, ()
    story = _Names(readings, pack.names)
    renamed = tuple(map(story.rename, with_longest_names(readings, pack.names)))
    roles = {reading.article.id: roles_of(reading.text, reading.mentions, pack.names) for reading in renamed}
    offices = StoryOffices(renamed, roles, pack.names)
    resolved = with_named_speakers(tuple(map(offices.resolve, renamed)))
    return resolved, tuple(story.actors(renamed, roles))


class _Names:
    """The names of a story: who is meant by each article's actors."""

    def __init__(self, readings: tuple[Reading, ...], rules: NameRules) -> None:
        self._rules = rules
        forms = self._forms((*with_longest_names(readings, rules), *readings))
        self._groups = join_forms(forms.values(), self._used_for(readings), rules)
        self._names = _unique_names(self._groups)
        self._group_of = {(form.text, form.type): i for i, group in enumerate(self._groups) for form in group.forms}
        self._by_article = {
            reading.article.id: {mention.actor: self._renamed(mention).actor for mention in reading.mentions}
            for reading in readings
        }

    @staticmethod
    def _forms(readings: tuple[Reading, ...]) -> dict[tuple[str, str], Form]:
        """Give the actors of the articles as forms: what an article joined already stays joined."""
        forms: dict[tuple[str, str], Form] = {}
        for reading in readings:
            for mention in reading.mentions:
                key = (mention.actor, mention.type)
                form = forms.get(key) or Form(mention.actor, mention.type, 0, len(forms))
                forms[key] = replace(form, count=form.count + 1)
        return forms

    @staticmethod
    def _used_for(readings: tuple[Reading, ...]) -> list[tuple[str, str]]:
        """Give actors with the forms that stand for them in an article, where no other actor has that form.

        A person's last name alone stands for different people in different articles: only longer forms count.
        """
        meant: dict[str, set[str]] = defaultdict(set)
        for reading in readings:
            for mention in reading.mentions:
                form = reading.text[mention.start : mention.end]
                if form != mention.actor and (mention.type != "PER" or " " in form):
                    meant[form].add(mention.actor)
        return [(next(iter(actors)), form) for form, actors in meant.items() if len(actors) == 1]

    def rename(self, reading: Reading) -> Reading:
        """Give the reading with the story's names."""
        mentions = tuple(self._renamed(mention) for mention in reading.mentions)
        names = self._by_article[reading.article.id]
        return replace(
            reading,
            mentions=mentions,
            statements=tuple(_renamed_statement(statement, names) for statement in reading.statements),
            figures=tuple(_renamed_figure(figure, names) for figure in reading.figures),
        )

    def _renamed(self, mention: Mention) -> Mention:
        i = self._group_of[mention.actor, mention.type]
        return replace(mention, actor=self._names[i], type=self._groups[i].type)

    def actors(self, readings: tuple[Reading, ...], roles: dict[str, list[RoleAt]]) -> Iterator[Actor]:
        """Give the story's actors."""
        seen: dict[str, dict[tuple[str, str], Evidence]] = defaultdict(dict)
        for reading in readings:
            for mention in reading.mentions:
                key = (reading.article.id, reading.text[mention.start : mention.end])
                place = Evidence(reading.article.id, mention.start, mention.end)
                seen[mention.actor].setdefault(key, place)
        given = _roles_by_actor(readings, roles)
        for group, name in zip(self._groups, self._names, strict=True):
            places = seen.get(name)
            if places:
                forms = tuple(dict.fromkeys(form for _, form in places))
                yield Actor(
                    name=name,
                    type=group.type,
                    forms=forms,
                    roles=tuple(given.get(name, ())),
                    evidence=tuple(places.values()),
                    because=tuple(_reasons(group, name, places)),
                )


def _unique_names(groups: list[Group]) -> list[str]:
    """Give each group's name; where two groups have the same, the rarer is told apart by its type."""
    order = sorted(range(len(groups)), key=lambda i: (-sum(form.count for form in groups[i].forms), i))
    names: dict[int, str] = {}
    taken: set[str] = set()
    for i in order:
        name = groups[i].name
        if name in taken:
            name = f"{name} ({groups[i].type})"
        while name in taken:
            name += "*"
        taken.add(name)
        names[i] = name
    return [names[i] for i in range(len(groups))]


def _renamed_statement(statement: Statement, names: dict[str, str]) -> Statement:
    speakers = tuple(dict.fromkeys(names.get(speaker, speaker) for speaker in statement.speakers))
    via = names.get(statement.via, statement.via) if statement.via else statement.via
    return replace(statement, speakers=speakers, via=via)


def _renamed_figure(figure: Figure, names: dict[str, str]) -> Figure:
    return replace(figure, according_to=tuple(dict.fromkeys(names.get(name, name) for name in figure.according_to)))


def _roles_by_actor(readings: tuple[Reading, ...], roles: dict[str, list[RoleAt]]) -> dict[str, list[Role]]:
    """Give each actor's roles, each wording once, where it stands first."""
    given: dict[str, dict[str, Role]] = defaultdict(dict)
    for reading in readings:
        for role in roles[reading.article.id]:
            text = " ".join(reading.text[role.start : role.end].split())
            place = Evidence(reading.article.id, role.start, role.end)
            given[role.actor].setdefault(text.lower(), Role(text=text, evidence=place))
    return {actor: list(wordings.values()) for actor, wordings in given.items()}


def _reasons(group: Group, name: str, places: dict[tuple[str, str], Evidence]) -> Iterator[Because]:
    articles = {article for article, _ in places}
    yield Because(_SAME, (str(len(articles)),))
    yield from (_because(join) for join in group.joins)
    told = {form for join in group.joins for form in (join.form, join.other)} | {name}
    counts = Counter(form for _, form in places)
    yield from (Because(_IN_ARTICLE, (form, name)) for form in counts if form not in told)


def _because(join: Join) -> Because:
    return Because(REASONS[join.why], (join.form, join.other))
