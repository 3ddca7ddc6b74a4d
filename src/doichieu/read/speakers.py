"""Speakers: who in the article is meant by the words that name a speaker."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from doichieu.languages.naming.roles import RoleAt, holds, office_at, roles_of
from doichieu.languages.naming.words import words_of

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import Mention, Reading, Span

_BACK = 1500
"""Code points that a pronoun reaches back; farther away another one is meant, or none can be told."""


def resolve_speaker(reading: Reading, span: Span, pack: LanguagePack) -> str | None:
    """Give the actor that a speaker's phrase means in its article, None where it names nobody that can be told.

    ``reading`` has its mentions. A phrase with a person's name means that person; "Ngoại trưởng Mỹ" whoever the
    article gives that office; "ông", "cơ quan này" the last one named that fits. Phrases such as "giới chức Mỹ" or
    "một quan chức" mean no name: None.
    """
    rules = pack.names
    inside = [mention for mention in reading.mentions if span.contains(mention)]
    phrase = span.of(reading.text).strip().lower()
    if not phrase:
        return None
    doing = rules.referring().get(phrase)
    if doing in ("he", "she", "they"):
        return _person_before(reading, span, rules, doing)
    person = _person_inside(reading, span, inside, rules)
    if person is not None:
        return person
    words = phrase.split()
    if len(words) > 1 and rules.referring().get(words[-1]) == "this":
        return _this(reading, span, rules, " ".join(words[:-1]))
    return _holder(reading, span, inside, rules) or _body(reading, span, inside, rules)


def _person_inside(reading: Reading, span: Span, inside: list[Mention], rules: NameRules) -> str | None:
    persons = [mention for mention in inside if mention.type == "PER"]
    if not persons:
        return None
    first = persons[0]
    head = reading.text[span.start : first.start].lower().split()
    # "luật sư của Snowden", "người nhà chị Huyền": somebody else's, and no name of the speaker's own
    doing = {rules.referring().get(word) for word in head}
    if "of" in doing and not any(role.at == first.start for role in _roles(reading, rules)):
        return None
    if any(rules.referring().get(" ".join(head[:n])) == "group" for n in (1, 2, 3)) and head:
        return None
    return first.actor


@lru_cache(maxsize=4)
def _roles(reading: Reading, rules: NameRules) -> tuple[RoleAt, ...]:
    return tuple(roles_of(reading.text, reading.mentions, rules))


def _person_before(reading: Reading, span: Span, rules: NameRules, doing: str) -> str | None:
    """Give the person named last before a pronoun, those first whom the article calls by one like it."""
    words = words_of(reading.text, rules)
    called = _called(reading, rules)
    del words
    for mention in reversed(reading.mentions):
        if mention.start >= span.start or mention.type != "PER":
            continue
        if span.start - mention.start > _BACK:
            return None
        if doing == "they" or called.get(mention.actor, doing) == doing:
            return mention.actor
    return None


@lru_cache(maxsize=4)
def _called(reading: Reading, rules: NameRules) -> dict[str, str]:
    """Give the pronoun that stands before an actor's name somewhere in the article: ``he`` or ``she``."""
    called: dict[str, str] = {}
    for mention in reading.mentions:
        if mention.type == "PER":
            before = reading.text[max(0, mention.start - 12) : mention.start].lower().split()
            doing = rules.referring().get(before[-1]) if before else None
            if doing in ("he", "she"):
                called.setdefault(mention.actor, doing)
    return called


def _this(reading: Reading, span: Span, rules: NameRules, noun: str) -> str | None:
    """Give the last name before "cơ quan này", "tờ báo này", "bộ trên" that the noun fits."""
    kind = rules.before().get(noun)
    if kind is None:
        return None
    if kind == "address":
        return _person_before(reading, span, rules, rules.referring().get(noun, "they"))
    if kind == "office":
        return _holder(reading, span, [], rules, noun) or _person_before(reading, span, rules, "they")
    wanted = rules.type_of(kind)
    before = [
        mention
        for mention in reading.mentions
        if mention.type == wanted and span.start - _BACK < mention.start < span.start
    ]
    named_so = [mention for mention in before if _is_called(reading, mention, noun)]
    nearest = (named_so or before)[-1:]
    return nearest[0].actor if nearest else None


def _is_called(reading: Reading, mention: Mention, noun: str) -> bool:
    """Say whether a noun opens the name or stands before it ("Bộ Y tế" is a "bộ", "tờ Guardian" a "tờ")."""
    name = f" {reading.text[mention.start : mention.end]} ".lower()
    return name.startswith(f" {noun} ") or reading.text[: mention.start].rstrip().lower().endswith(noun)


def _holder(
    reading: Reading, span: Span, inside: list[Mention], rules: NameRules, noun: str | None = None
) -> str | None:
    """Give the person who holds the office that the phrase names, if the article tells of just one (or the nearest)."""
    end = span.end if noun is None else span.start + len(noun)
    asked = office_at(reading.text, span.start, end, inside, rules)
    if asked is None:
        return None
    fitting = [role for role in _roles(reading, rules) if holds(role.office, asked, rules)]
    if len({role.actor for role in fitting}) <= 1:
        return fitting[0].actor if fitting else None
    before = [role for role in fitting if role.at < span.start]
    return before[-1].actor if before and not asked.about else None


def _body(reading: Reading, span: Span, inside: list[Mention], rules: NameRules) -> str | None:
    """Give the body or place that the phrase comes down to ("hãng tin AFP", "phía Nga", "thông cáo của Bộ …")."""
    if not inside:
        return None
    first = inside[0]
    head = reading.text[span.start : first.start].lower().replace(",", " ").split()
    if not head:
        return first.actor
    doing = rules.referring()
    while head and doing.get(head[-1]) == "of":
        head.pop()
    opening = [doing.get(" ".join(head[:n])) for n in (3, 2, 1) if n <= len(head)]
    if "document" in opening or opening[-1:] == ["side"]:
        return first.actor
    if "group" in opening:
        return None
    told = rules.before().get(" ".join(head)) or rules.before().get(head[0])
    return first.actor if told is not None and rules.type_of(told) == first.type else None
