"""Speakers: who in the article is meant by the words that name a speaker."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from doichieu.languages.naming.roles import RoleAt, holds, office_at, roles_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    return _cast_of(reading, pack.names).resolve(span)


def _cast_of(reading: Reading, rules: NameRules) -> _Cast:
    """Give the cast of an article; the last one is kept, since an article's speakers are asked for one by one."""
    for cast in _LAST:
        if cast.mentions is reading.mentions and cast.text is reading.text and cast.rules is rules:
            return cast
    cast = _Cast(reading.text, reading.mentions, rules)
    _LAST[:] = [cast]
    return cast


class _Cast:
    """Who appears in an article, and how they are called."""

    def __init__(self, text: str, mentions: Sequence[Mention], rules: NameRules) -> None:
        self.text = text
        self.mentions = mentions
        self.rules = rules
        self._starts = [mention.start for mention in mentions]
        self._roles = roles_of(text, mentions, rules)
        self._introduced = {role.at for role in self._roles}
        self._called = self._pronouns()

    def _pronouns(self) -> dict[str, str]:
        """Give the pronoun that stands before an actor's name somewhere in the article: ``he`` or ``she``."""
        called: dict[str, str] = {}
        for mention in self.mentions:
            if mention.type == "PER":
                before = self.text[max(0, mention.start - 12) : mention.start].lower().split()
                doing = self.rules.referring().get(before[-1]) if before else None
                if doing in ("he", "she"):
                    called.setdefault(mention.actor, doing)
        return called

    def resolve(self, span: Span) -> str | None:
        """Give the actor that a phrase means."""
        phrase = span.of(self.text).strip().lower()
        if not phrase:
            return None
        first = bisect_left(self._starts, span.start)
        inside = list(self.mentions[first : bisect_left(self._starts, span.end)])
        doing = self.rules.referring().get(phrase)
        if doing in ("he", "she", "they"):
            return self._person_before(span.start, doing)
        if any(mention.type == "PER" for mention in inside):
            return self._person_inside(span, inside)
        words = phrase.split()
        if len(words) > 1 and self.rules.referring().get(words[-1]) == "this":
            return self._this(span, " ".join(words[:-1]))
        return self._holder(span, inside) or self._body(span, inside)

    def _person_inside(self, span: Span, inside: list[Mention]) -> str | None:
        """Give the first person named, unless the phrase is somebody else's: "luật sư của …", "người nhà chị …"."""
        first = next(mention for mention in inside if mention.type == "PER")
        head = self.text[span.start : first.start].lower().split()
        doing = self.rules.referring()
        if any(doing.get(word) == "of" for word in head) and first.start not in self._introduced:
            return None
        if any(doing.get(" ".join(head[:n])) == "group" for n in range(1, min(4, len(head) + 1))):
            return None
        return first.actor

    def _before(self, offset: int) -> Iterator[Mention]:
        """Give the mentions within reach before an offset, the last first."""
        for k in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if offset - self._starts[k] > _BACK:
                return
            yield self.mentions[k]

    def _person_before(self, offset: int, doing: str) -> str | None:
        """Give the person named last before a pronoun, if the article calls that person by no other one."""
        for mention in self._before(offset):
            if mention.type == "PER" and (doing == "they" or self._called.get(mention.actor, doing) == doing):
                return mention.actor
        return None

    def _this(self, span: Span, noun: str) -> str | None:
        """Give the last name before "cơ quan này", "tờ báo này", "bộ trên" that the noun fits."""
        kind = self.rules.before().get(noun)
        if kind is None:
            return None
        if kind == "address":
            return self._person_before(span.start, self.rules.referring().get(noun, "they"))
        if kind == "office":
            return self._holder(span, [], span.start + len(noun)) or self._person_before(span.start, "they")
        wanted = self.rules.type_of(kind)
        fitting = [mention for mention in self._before(span.start) if mention.type == wanted]
        named_so = [mention for mention in fitting if self._is_called(mention, noun)]
        return next((mention.actor for mention in (*named_so, *fitting)), None)

    def _is_called(self, mention: Mention, noun: str) -> bool:
        """Say whether a noun opens the name or stands before it ("Bộ Y tế" is a "bộ", "tờ Guardian" a "tờ")."""
        name = f"{self.text[mention.start : mention.end]} ".lower()
        before = self.text[max(0, mention.start - len(noun) - 2) : mention.start]
        return name.startswith(noun + " ") or before.rstrip().lower().endswith(noun)

    def _holder(self, span: Span, inside: list[Mention], end: int | None = None) -> str | None:
        """Give the person who holds the office that the phrase names, if the article gives it to just one.

        Of several who hold one ("Bộ trưởng") the last one named before the phrase is meant.
        """
        asked = office_at(self.text, span.start, end or span.end, inside, self.rules)
        if asked is None or (end is None and self.rules.referring().get(asked.title) == "many"):
            return None
        fitting = [role for role in self._roles if holds(role.office, asked, self.rules)]
        if len({role.actor for role in fitting}) <= 1:
            return fitting[0].actor if fitting else None
        return None if asked.about else _last_before(fitting, span.start)

    def _body(self, span: Span, inside: list[Mention]) -> str | None:
        """Give the body or place that the phrase comes down to ("hãng tin AFP", "phía Nga", "thông cáo của Bộ …")."""
        if not inside:
            return None
        first = inside[0]
        head = self.text[span.start : first.start].lower().replace(",", " ").split()
        doing = self.rules.referring()
        while head and doing.get(head[-1]) == "of":
            head.pop()
        if not head:
            return first.actor
        opening = [doing.get(" ".join(head[:n])) for n in (3, 2, 1) if n <= len(head)]
        if "document" in opening or "side" in opening:
            return first.actor
        if "group" in opening:
            return None
        told = self.rules.before().get(" ".join(head)) or self.rules.before().get(head[0])
        return first.actor if told is not None and self.rules.type_of(told) == first.type else None


def _last_before(roles: list[RoleAt], offset: int) -> str | None:
    before = [role.actor for role in roles if role.at < offset]
    return before[-1] if before else None


_LAST: list[_Cast] = []
"""The cast asked for last: the only thing kept from one call to the next, and only to save work."""
