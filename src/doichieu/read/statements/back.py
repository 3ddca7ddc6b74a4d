"""Back: who "he", "the ministry", "the two countries", "a lawyer of his" take up from what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from doichieu.languages.contracts.statements import SourceKind
from doichieu.model import Mention, Span
from doichieu.read.names.speakers import resolve_speaker
from doichieu.read.statements.meaning import PERSONAL, Meaning, plain, squeezed
from doichieu.read.statements.passages import Page
from doichieu.read.statements.unnamed import Unnamed, unnamed_in

BODILY: frozenset[SourceKind] = frozenset({"body", "document", "medium"})
REACH = 700
"""Code points that a pronoun reaches back to a name that has not spoken."""
SHORT = 5
"""Words of a phrase with "this" that stands for somebody named before."""
TOLD = 2
"""Words that may tell more of the noun before "this"."""
MEMORY = 12
"""Voices that are looked through for the one that a phrase stands for."""
SENTENCES = 4
"""Sentences before "the two" in which the two are named."""
_SENTENCE = re.compile(r"(?<!\b[A-Z])[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Voice:
    """One who spoke: the names, what kind of source it is, and where the saying ends."""

    speakers: tuple[str, ...]
    kind: SourceKind | None
    end: int = 0


@dataclass(frozen=True)
class Back:
    """What has been told so far, as far as words that take it up care."""

    page: Page
    meaning: Meaning
    voices: list[Voice]

    def taken_up(self, source: Span, kind: SourceKind | None) -> Voice | None:
        """Give the voice that a pronoun, a phrase with "this", "the two …" stand for; none where it is none of them."""
        page = self.page
        anaphoric = page.phrases.anaphora_kinds.get(plain(source.of(page.text)))
        if anaphoric is None and self._refers_back(source):
            anaphoric = kind or "person"
        found = self.voice_for(source, anaphoric) if anaphoric is not None else self._together(source)
        return found or self._again(source)

    def last(self, kinds: frozenset[SourceKind] | None) -> Voice | None:
        """Give the voice of one of these kinds (of any, if none are given) that spoke last."""
        voices = reversed(self.voices[-MEMORY:])
        return next((voice for voice in voices if kinds is None or voice.kind in kinds), None)

    def completed(self, source: Span) -> str:
        """Give a phrase without names with those that its end takes up: "đại diện nước này", "luật sư của anh"."""
        page = self.page
        phrase = squeezed(source.of(page.text))
        if page.mentions_in(*source):
            return phrase
        for inner in self._inner(source):
            kind = self.meaning.kind(inner)
            words = plain(inner.of(page.text))
            pronoun = page.phrases.anaphora_kinds.get(words)
            named = resolve_speaker(page.reading, inner, self.meaning.pack)
            voice = None if named else self.voice_for(inner, pronoun or kind or "person")
            if named or (voice is not None and voice.speakers):
                name = named or (voice.speakers[0] if voice else "")
                return f"{squeezed(page.text[source.start : inner.start])} {name}"
        return phrase

    def _inner(self, source: Span) -> Iterator[Span]:
        """Give the ends of a phrase that take something up: a noun with "this", a pronoun behind "of"."""
        page = self.page
        deictic = page.phrases.deictic.search(page.text[source.start : source.end])
        if deictic is not None:
            nouns = page.phrases.anywhere.finditer(page.text, source.start, source.start + deictic.start())
            for noun in list(nouns)[-1:]:
                if noun.start() > source.start and not page.text[noun.end() : source.start + deictic.start()].strip():
                    yield Span(noun.start(), source.end)
        for owned in page.phrases.possessive.finditer(page.text, *source):
            rest = Span(owned.end() + 1, source.end)
            if page.phrases.anaphora_kinds.get(plain(rest.of(page.text))) in PERSONAL:
                yield rest

    def _refers_back(self, source: Span) -> bool:
        """Say whether a phrase is a noun with "this" and little else."""
        page = self.page
        deictic = page.phrases.deictic.search(page.text[source.start : source.end])
        if deictic is None or page.mentions_in(*source) or page.phrases.determiner.match(page.text, *source):
            return False
        words = page.text[source.start : source.start + deictic.start()].rstrip()
        nouns = list(page.phrases.source.finditer(words))
        if not nouns or len(words.split()) > SHORT:
            return False
        return nouns[-1].end() == len(words) or (nouns[0].start() == 0 and self._is_told(words, nouns[-1].end()))

    def _is_told(self, words: str, end: int) -> bool:
        """Say whether the words behind a noun only tell more of it ("ca sĩ trẻ này"), and name nothing else."""
        rest = words[end:].casefold().split()
        kinds = self.meaning.pack.names.before()
        ends = {" ".join(rest[n:]) for n in range(len(rest))} | {" ".join(rest[: n + 1]) for n in range(len(rest))}
        return len(rest) <= TOLD and not any(end in kinds for end in ends)

    def _again(self, source: Span) -> Voice | None:
        """Give the unnamed voice that a phrase takes up with its noun: "một quan chức …", later "quan chức Mỹ"."""
        page = self.page
        noun = page.phrases.source.match(page.text, *source)
        if noun is None or len(source.of(page.text).split()) > SHORT:
            return None
        if page.phrases.determiner.match(page.text, *source):
            return None
        if any(mention.type != "GPE" for mention in page.mentions_in(*source)):
            return None
        for voice in reversed(self.voices[-3:]):
            said = plain(voice.speakers[0])
            first = page.phrases.determiner.match(said)
            if first and first[0] in page.phrases.one and said[first.end() :].strip().startswith(plain(noun[0])):
                return voice
        return None

    def voice_for(self, source: Span, kind: SourceKind) -> Voice | None:
        """Give the voice that a pronoun or a phrase with "this" stands for."""
        if kind in PERSONAL:
            return self._person(source, kind)
        if kind in {"body", "document"}:
            return self._bodily(kind, source.start)
        if kind in {"source", "medium"}:
            return self.last(frozenset({"document", "source", "person"} if kind == "source" else {"medium"}))
        if kind == "namesake":
            return self._namesake(source)
        found = self._writer(source) if kind == "letter" else self._group_before(source)
        return found or self.last(None)

    def _person(self, source: Span, kind: SourceKind) -> Voice | None:
        """Give the person told of last, named or not, since somebody spoke; else the one who spoke."""
        kinds = PERSONAL if kind == "person" else frozenset[SourceKind]({kind, "person"})
        spoken = (voice for voice in reversed(self.voices[-MEMORY:]) if voice.kind in kinds)
        voice = next((voice for voice in spoken if self._fits(voice.speakers[0], kind)), None)
        start = max(voice.end if voice else 0, source.start - REACH)
        near = [m for m in self.page.mentions_in(start, source.start) if m.type == "PER"]
        near = [m for m in near if self._fits(m.actor, kind)]
        unnamed = [one for one in unnamed_in(self.page, start, source.start) if one.single and one.kind in kinds]
        if unnamed and not (near and near[-1].start > unnamed[-1].span.start):
            return self._spoken(unnamed[-1])
        if not near:
            return voice
        line = [m for m in near if not _SENTENCE.search(self.page.text, m.end, near[-1].start)]
        return Voice((line[0].actor,), kind)

    def _spoken(self, unnamed: Unnamed) -> Voice:
        return Voice((squeezed(unnamed.span.of(self.page.text)),), unnamed.kind)

    def _fits(self, actor: str, kind: SourceKind) -> bool:
        """Say whether an actor may be called he or she, by the words before its name anywhere in the article."""
        return kind == "person" or self._genders.get(actor, kind) == kind

    @cached_property
    def _genders(self) -> dict[str, SourceKind]:
        """Give what the words before the names of persons tell of their bearers, the first word that does."""
        found: dict[str, SourceKind] = {}
        for mention in self.page.reading.mentions:
            before = self.page.text[max(0, mention.start - 12) : mention.start].split()[-1:]
            kind = self.page.phrases.source_kinds.get(before[0].casefold()) if before else None
            if mention.type == "PER" and kind in {"man", "woman"}:
                found.setdefault(mention.actor, kind)
        return found

    def _bodily(self, kind: SourceKind, before: int) -> Voice | None:
        """Give the body that spoke last; one that has no name gives way to a body named since."""
        last = self.last(BODILY)
        if last is None:
            return self._body_before(before)
        near = self.page.mentions_in(max(0, before - REACH), before)
        named = [mention for mention in near if mention.type == "ORG"][-1:]
        if kind != "body" or not named or any(mention.actor in last.speakers for mention in self.page.reading.mentions):
            return last
        return Voice((named[0].actor,), "body")

    def _sentences(self, before: int) -> Iterator[Span]:
        """Give the stretches between ends of sentences before an offset, within reach, the nearest first."""
        floor = max(0, before - REACH)
        ends = [match.end() for match in _SENTENCE.finditer(self.page.text, floor, before)]
        stops = [before, *reversed(ends), floor]
        for stop, start in pairwise(stops):
            if start < stop:
                yield Span(start, stop)

    def _group_before(self, source: Span) -> Voice | None:
        """Give whom "they" are: several told of in the sentence, a body in it, several told of before."""
        for number, sentence in enumerate(self._sentences(source.start)):
            several = [one for one in unnamed_in(self.page, *sentence) if not one.single]
            if several and (number == 0 or not self._spoke_in(sentence)):
                return self._spoken(several[-1])
            named = [m for m in self.page.mentions_in(*sentence) if m.type in {"ORG", "GPE"}]
            if named and number == 0:
                return Voice((named[0].actor,), "body")
            if number or self._spoke_in(sentence):
                break
        return None

    def _spoke_in(self, sentence: Span) -> bool:
        return bool(self.voices) and self.voices[-1].end >= sentence.end - 2

    def _writer(self, source: Span) -> Voice | None:
        """Give who wrote a letter: whom the sentence before it names first, with those joined to the name."""
        for number, sentence in enumerate(self._sentences(source.start)):
            named = [m for m in self.page.mentions_in(*sentence) if m.type in {"PER", "ORG"}]
            if named:
                kind: SourceKind = "person" if named[0].type == "PER" else "body"
                return Voice(self.meaning.several([m for m in named if m.type == named[0].type]), kind)
            if number == 1:
                break
        return None

    def _namesake(self, source: Span) -> Voice | None:
        """Give the body whose name begins with a bare noun: "Bộ" for "Bộ Y tế"."""
        noun = plain(source.of(self.page.text)) + " "
        for voice in reversed(self.voices[-MEMORY:]):
            if plain(voice.speakers[0]).startswith(noun):
                return voice
        near = self.page.mentions_in(max(0, source.start - REACH), source.start)
        named = [mention for mention in near if plain(mention.actor).startswith(noun)]
        return Voice((named[-1].actor,), "body") if named else None

    def _body_before(self, before: int) -> Voice | None:
        near = self.page.mentions_in(max(0, before - REACH), before)
        named = [m for m in near if m.type == "ORG"] or [m for m in near if m.type == "GPE"]
        return Voice((named[-1].actor,), "body") if named else self.last(None)

    def _together(self, source: Span) -> Voice | None:
        """Give the two (or three) that "hai nước", "cả hai nhà lãnh đạo" are: those named in the nearest sentence."""
        page = self.page
        counted = page.phrases.counted.match(page.text, *source)
        if counted is None or page.mentions_in(*source) or len(source.of(page.text).split()) > SHORT:
            return None
        size = page.phrases.counts[plain(counted[0])]
        rest = Span(min(counted.end() + 1, source.end), source.end)
        deictic = page.phrases.deictic.search(rest.of(page.text))
        if deictic is None and rest.of(page.text) and plain(rest.of(page.text)) not in page.phrases.paired:
            return None  # "hai ngư dân" are two that nobody named
        noun = page.phrases.source.match(page.text, *rest)
        for number, sentence in enumerate(self._sentences(source.start)):
            actors = list(dict.fromkeys(m.actor for m in self._named_as(noun, sentence)))
            if len(actors) >= size or number == SENTENCES:
                return Voice(tuple(actors), "group") if len(actors) == size else None
        return None

    def _named_as(self, noun: re.Match[str] | None, sentence: Span) -> list[Mention]:
        """Give the mentions of a sentence that a noun may count: countries, persons, bodies; any if there is none."""
        named = self.page.mentions_in(*sentence)
        kind = self.page.phrases.kind_of(noun[0]) if noun else None
        if noun and self.page.phrases.territory.fullmatch(noun[0]):
            return [m for m in named if m.type == "GPE"]
        wanted = {"PER"} if kind in PERSONAL else {"ORG"} if kind else {"PER", "ORG", "GPE"}
        return [m for m in named if m.type in wanted]
