"""Discourse: who "he", "the ministry" or nobody named is, from what the article has told so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.statements import SourceKind
from doichieu.model import Mention, Span
from doichieu.read.passages import Page
from doichieu.read.sources import skip_determiners

PERSONAL = {"man", "woman", "person"}
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Voice:
    """One who spoke: the names, and what kind of source it is."""

    speakers: tuple[str, ...]
    kind: SourceKind | None


@dataclass(slots=True)
class Discourse:
    """Who has spoken so far, the latest last."""

    page: Page
    pack: LanguagePack
    voices: list[Voice] = field(default_factory=list)

    def last(self, kinds: set[str] | None = None) -> Voice | None:
        """Give the latest voice, of some kinds if asked."""
        return next((voice for voice in reversed(self.voices[-12:]) if kinds is None or voice.kind in kinds), None)

    def voice(self, source: Span | None) -> Voice:
        """Give who speaks in a phrase (or who goes on, where there is none), and remember it."""
        found = self._voice(source)
        if found.speakers:
            self.voices.append(found)
        return found

    def _voice(self, source: Span | None) -> Voice:
        if source is None:
            return self.last() or Voice((), None)
        words = _plain(source.of(self.page.text))
        kind = self._kind(source)
        anaphoric = self.page.phrases.anaphora_kinds.get(words)
        deictic = self.page.phrases.deictic.search(words)
        if anaphoric is not None or (deictic and not self._persons(source)):
            found = self._back(source, anaphoric or kind or "person", words)
            if found is not None:
                return found
        return Voice(self._named(source), kind)

    def _kind(self, source: Span) -> SourceKind | None:
        page = self.page
        if self._persons(source):
            noun = page.phrases.source.match(page.text, source.start, source.end)
            kind = page.phrases.source_kinds[_plain(noun[0])] if noun else "person"
            return kind if kind in PERSONAL else "person"
        noun = page.phrases.source.match(page.text, skip_determiners(page, source), source.end)
        if noun:
            return page.phrases.source_kinds[_plain(noun[0])]
        named = page.mentions_in(*source)
        return None if not named else "person" if named[0].type == "PER" else "body"

    def _persons(self, source: Span) -> list[Mention]:
        """Give the persons named in a phrase as its heads, not as somebody's."""
        found = []
        for mention in self.page.mentions_in(*source):
            if mention.type == "PER" and not self.page.phrases.possessive.search(
                self.page.text, source.start, mention.start
            ):
                found.append(mention)
        return found

    def _back(self, source: Span, kind: SourceKind, words: str) -> Voice | None:
        """Give the voice that a pronoun or a phrase with "this" stands for."""
        if kind in {"man", "woman"}:
            voice = self.last({kind, "person"})
            recent = self._recent_person(source.start, kind)
            if voice is not None and (recent is None or recent in voice.speakers or self._spoke_last(voice)):
                return voice
            return Voice((recent,), kind) if recent else voice
        if kind == "person":
            voice = self.last(PERSONAL)
            recent = self._recent_person(source.start, None)
            return voice or (Voice((recent,), kind) if recent else None)
        if kind == "source":
            return self.last({"document", "source", "person"})
        if kind in {"body", "document"}:
            voice = self.last({"body", "document", "medium"})
            if voice is not None:
                return voice
            body = self._recent({"ORG"}, source.start) or self._recent({"GPE"}, source.start)
            return Voice((body,), "body") if body else self.last()
        if kind == "medium":
            return self.last({"medium"})
        return self.last()

    def _spoke_last(self, voice: Voice) -> bool:
        return self.voices[-1] is voice

    def _recent(self, types: set[str], before: int) -> str | None:
        near = [m for m in self.page.mentions_in(max(0, before - 600), before) if m.type in types]
        return near[-1].actor if near else None

    def _recent_person(self, before: int, kind: str | None) -> str | None:
        """Give the person named last in the sentence before, the first named there being its subject."""
        near = [m for m in self.page.mentions_in(max(0, before - 600), before) if m.type == "PER"]
        if kind is None or not near:
            return near[-1].actor if near else None
        fitting = [m for m in near if self._gender(m) in {kind, None}]
        return fitting[-1].actor if fitting else None

    def _gender(self, mention: Mention) -> str | None:
        """Give what the word before a name tells of its bearer."""
        before = self.page.text[max(0, mention.start - 12) : mention.start].rstrip().casefold()
        word = before.rsplit(" ", 1)[-1] if before else ""
        kind = self.page.phrases.source_kinds.get(word)
        return kind if kind in {"man", "woman"} else None

    def _named(self, source: Span) -> tuple[str, ...]:
        """Give the names (else the whole phrase) of a source that says itself who it is."""
        page = self.page
        persons = self._persons(source)
        if persons:
            return self._several(source, persons)
        named = page.mentions_in(*source)
        start = skip_determiners(page, source)
        if named:
            own = [m for m in named if not _WORD.search(self._rest(source, m, start))]
            if own:
                return (own[0].actor,)
            heads = [
                m
                for m in named
                if m.type == "ORG"
                and m.start - start <= 12
                and not page.phrases.possessive.search(page.text, start, m.start)
            ]
            medium = self._kind(source) == "medium"
            if heads and (medium or not self._person_head(start, source)):
                return self._several(source, [m for m in named if m.type == heads[0].type])
            if medium:
                return (named[0].actor,)
        resolved = self._titled(source)
        return (resolved,) if resolved else (self._phrase(source),)

    def _person_head(self, start: int, source: Span) -> bool:
        noun = self.page.phrases.source.match(self.page.text, start, source.end)
        return bool(noun) and self.page.phrases.source_kinds[_plain(noun[0])] in PERSONAL

    def _rest(self, source: Span, mention: Mention, start: int) -> str:
        """Give the words of a phrase besides a name, its determiners and its kind word."""
        page = self.page
        noun = page.phrases.source.match(page.text, start, source.end)
        begin = start
        if noun and noun.end() <= mention.start and page.phrases.source_kinds[_plain(noun[0])] in {"medium"}:
            begin = noun.end()
        return page.masked[begin : mention.start] + page.masked[mention.end : source.end].replace("_", "")

    def _several(self, source: Span, named: list[Mention]) -> tuple[str, ...]:
        """Give the names joined as speakers together, else the first."""
        names = [named[0].actor]
        for before, mention in zip(named, named[1:], strict=False):
            between = self.page.text[before.end : mention.start]
            if mention.actor not in names and self.page.phrases.both.search(between) and len(between) < 40:
                names.append(mention.actor)
        return tuple(names)

    def _titled(self, source: Span) -> str | None:
        """Give the person to whom the article gives exactly this title."""
        page = self.page
        words = _plain(page.text[skip_determiners(page, source) : source.end])
        if len(words) < 6:
            return None
        for mention in page.reading.mentions:
            if mention.type == "PER":
                before = _plain(page.text[max(0, mention.start - len(words) - 12) : mention.start].rstrip(" ,-–"))
                if before.endswith(words):
                    return mention.actor
        return None

    def _phrase(self, source: Span) -> str:
        return _SPACE.sub(" ", source.of(self.page.text)).strip()


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()
