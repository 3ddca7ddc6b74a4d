"""Discourse: who "he", "the ministry" or nobody named is, from what the article has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from doichieu.languages import LanguagePack
from doichieu.model import Span
from doichieu.read.statements.back import MEMORY, REACH, Back, Voice
from doichieu.read.statements.meaning import Meaning, squeezed
from doichieu.read.statements.passages import Page


@dataclass
class Discourse:
    """Who has spoken so far, the latest last."""

    page: Page
    pack: LanguagePack
    voices: list[Voice] = field(default_factory=list)

    @cached_property
    def meaning(self) -> Meaning:
        """Whom phrases name by themselves."""
        return Meaning(self.page, self.pack)

    @cached_property
    def back(self) -> Back:
        """Whom words that refer back take up."""
        return Back(self.page, self.meaning, self.voices)

    def voice(self, source: Span | None, passage: Span, cue: Span | None = None) -> Voice:
        """Give who speaks in a phrase (or who goes on, where there is none), and remember it."""
        found = self._of(source) if source is not None else self._going_on(passage, cue)
        if found.speakers:
            self.voices.append(Voice(found.speakers, found.kind, passage.end))
        return found

    def _going_on(self, passage: Span, cue: Span | None) -> Voice:
        """Give who speaks where nobody is named: who is asked, who acts, who spoke last, who was told of before."""
        acting = self._acting(passage, cue.start) if cue else self._asked(passage)
        return acting or self.back.last(None) or self._before(passage)

    def _asked(self, passage: Span) -> Voice | None:
        """Give who answers the question before: the person who spoke last, else the one named before the first."""
        masked = self.page.masked
        if not masked[max(0, passage.start - REACH) : passage.start].rstrip(' -–—:\n“"').endswith("?"):
            return None
        people = [mention for mention in self.page.reading.mentions if mention.type == "PER"]
        actors = {mention.actor for mention in people}
        for voice in reversed(self.voices[-MEMORY:]):
            if set(voice.speakers) <= actors:
                return voice
        begin = masked.find("\n") + 1
        end = masked.rfind("\n", begin, masked.find("?", begin))
        named = [mention.actor for mention in people if begin <= mention.start < end]
        return Voice((named[-1],), "person") if named else None

    def _acting(self, passage: Span, cue: int) -> Voice | None:
        """Give the one person who acts in a sentence before its cue, where nobody speaks in it yet.

        "Ông X đến nơi và yêu cầu …": the verb without a subject goes on with that of the verb before it.
        """
        if self.voices and self.voices[-1].end >= passage.end:
            return None
        people = [mention for mention in self.page.mentions_in(passage.start, cue) if mention.type == "PER"]
        if len({mention.actor for mention in people}) != 1:
            return None
        owned = self.page.phrases.possessive.search(self.page.text, passage.start, people[0].start)
        return None if owned else Voice((people[0].actor,), "person")

    def _before(self, passage: Span) -> Voice:
        """Give the subject of the sentence before, where nobody has spoken yet."""
        for mention in self.page.mentions_in(max(0, passage.start - REACH // 2), passage.start):
            between = self.page.text[mention.end : passage.start]
            between = between.rstrip("\n") if mention.type == "PER" else between
            if mention.type in {"PER", "ORG"} and "\n" not in between:
                return Voice((mention.actor,), "person" if mention.type == "PER" else "body")
        return Voice((), None)

    def _of(self, source: Span) -> Voice:
        kind = self.meaning.kind(source)
        found = self.back.taken_up(source, kind)
        if found is not None:
            return found
        names = self.meaning.names(source, kind)
        phrase = squeezed(source.of(self.page.text))
        return Voice((self.back.completed(source),) if names == (phrase,) else names, kind)
