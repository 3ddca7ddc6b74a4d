"""Discourse: who "he", "the ministry" or nobody named is, from what the article has told so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.statements import SourceKind
from doichieu.model import Mention, Span
from doichieu.read.names.speakers import resolve_speaker
from doichieu.read.statements.passages import Page
from doichieu.read.statements.sources import skip_determiners

PERSONAL: frozenset[SourceKind] = frozenset({"man", "woman", "person"})
BODILY: frozenset[SourceKind] = frozenset({"body", "document", "medium"})
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]")
_END = re.compile(r"\s*[,(;–—]|\s-\s")
REACH = 700
"""Code points that a pronoun reaches back to a name that has not spoken."""
FAR = 20_000
"""Code points on both sides of a title in which the name of its bearer is looked for."""
TIED = 25
"""Code points between the name of a place or body and that of the person whose title it is part of."""
SHORT = 5
"""Words of a phrase with "this" that stands for somebody named before."""
MEMORY = 12
"""Voices that are looked through for the one that a phrase stands for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One who spoke: the names, what kind of source it is, and where the saying ends."""

    speakers: tuple[str, ...]
    kind: SourceKind | None
    end: int = 0


@dataclass(slots=True)
class Discourse:
    """Who has spoken so far, the latest last."""

    page: Page
    pack: LanguagePack
    voices: list[Voice] = field(default_factory=list)

    def voice(self, source: Span | None, passage: Span, cue: Span | None = None) -> Voice:
        """Give who speaks in a phrase (or who goes on, where there is none), and remember it."""
        if source is not None:
            found = self._of(source)
        else:
            acting = self._acting(passage, cue.start) if cue else None
            found = acting or self._last(None) or self._before(passage)
        if found.speakers:
            self.voices.append(Voice(found.speakers, found.kind, passage.end))
        return found

    def _last(self, kinds: frozenset[SourceKind] | None) -> Voice | None:
        voices = reversed(self.voices[-MEMORY:])
        return next((voice for voice in voices if kinds is None or voice.kind in kinds), None)

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
            if mention.type in {"PER", "ORG"} and "\n" not in self.page.text[mention.end : passage.start].rstrip("\n"):
                return Voice((mention.actor,), "person" if mention.type == "PER" else "body")
        return Voice((), None)

    def _of(self, source: Span) -> Voice:
        words = _plain(source.of(self.page.text))
        kind = self._kind(source)
        anaphoric = self.page.phrases.anaphora_kinds.get(words)
        if anaphoric is None and self._refers_back(source):
            anaphoric = kind or "person"
        found = self._back(source, anaphoric) if anaphoric is not None else None
        return found or self._again(source) or Voice(self._named(source, kind), kind)

    def _again(self, source: Span) -> Voice | None:
        """Give the unnamed voice that a phrase takes up with its noun: "một quan chức …", later "quan chức Mỹ"."""
        page = self.page
        noun = page.phrases.source.match(page.text, *source)
        if (
            noun is None
            or len(source.of(page.text).split()) > SHORT
            or page.phrases.determiner.match(page.text, *source)
        ):
            return None
        if any(mention.type != "GPE" for mention in page.mentions_in(*source)):
            return None
        for voice in reversed(self.voices[-3:]):
            said = _plain(voice.speakers[0])
            first = page.phrases.determiner.match(said)
            if first and first[0] in page.phrases.one and said[first.end() :].strip().startswith(_plain(noun[0])):
                return voice
        return None

    def _refers_back(self, source: Span) -> bool:
        """Say whether a phrase is a noun with "this" and nothing else."""
        page = self.page
        deictic = page.phrases.deictic.search(page.text[source.start : source.end])
        if deictic is None or page.mentions_in(*source):
            return False
        words = page.text[source.start : source.start + deictic.start()].rstrip()
        nouns = list(page.phrases.source.finditer(words))
        return bool(nouns) and nouns[-1].end() == len(words) and len(words.split()) <= SHORT

    def _kind(self, source: Span) -> SourceKind | None:
        page = self.page
        start = skip_determiners(page, source)
        noun = page.phrases.source.match(page.text, start, source.end)
        kind = page.phrases.kind_of(noun[0]) if noun else None
        persons = self._persons(source)
        if persons and kind not in PERSONAL:
            return None if kind is not None and persons[0].start > start + 60 else "person"
        named = page.mentions_in(*source)
        return kind or (None if not named else "person" if named[0].type == "PER" else "body")

    def _persons(self, source: Span) -> list[Mention]:
        """Give the persons named in a phrase as its heads, not as somebody's."""
        page = self.page
        persons = [mention for mention in page.mentions_in(*source) if mention.type == "PER"]
        return [m for m in persons if not self._is_owner(source, m)]

    def _is_owner(self, source: Span, person: Mention) -> bool:
        """Say whether a phrase is about somebody who is that person's: "luật sư của X", "gia đình chị X"."""
        page = self.page
        head = skip_determiners(page, source)
        kin = page.phrases.kin.match(page.text, head, source.end)
        if kin is not None and kin.end() <= person.start:
            between = page.text[kin.end() : person.start]
            return not re.search(r"[,–-]", between) and not page.mentions_in(kin.end(), person.start)
        owned = page.phrases.possessive.search(page.text, source.start, person.start)
        if owned is None:
            return False
        titled = page.phrases.source.match(page.text, owned.end() + 1, person.start)
        if titled and page.phrases.kind_of(titled[0]) in PERSONAL:
            return True
        return not any(m.end <= person.start for m in page.mentions_in(owned.end(), person.start))

    def _back(self, source: Span, kind: SourceKind) -> Voice | None:
        """Give the voice that a pronoun or a phrase with "this" stands for."""
        if kind in PERSONAL:
            voice = self._last(frozenset({kind, "person"}) if kind != "person" else PERSONAL)
            between = self._person_since(voice.end if voice else max(0, source.start - REACH), source.start, kind)
            return Voice((between,), kind) if between else voice
        if kind == "namesake":
            return self._namesake(source)
        if kind == "source":
            return self._last(frozenset({"document", "source", "person"}))
        if kind in {"body", "document"}:
            return self._bodily(kind, source.start)
        if kind == "medium":
            return self._last(frozenset({"medium"}))
        return self._group_before(source) or self._last(None)

    def _bodily(self, kind: SourceKind, before: int) -> Voice | None:
        """Give the body that spoke last; one that has no name gives way to a body named since."""
        last = self._last(BODILY)
        if last is None:
            return self._body_before(before)
        near = self.page.mentions_in(max(0, before - REACH), before)
        named = [mention for mention in near if mention.type == "ORG"][-1:]
        if kind != "body" or not named or any(mention.actor in last.speakers for mention in self.page.reading.mentions):
            return last
        return Voice((named[0].actor,), "body")

    def _group_before(self, source: Span) -> Voice | None:
        """Give the body or country named first in the same sentence before "they"."""
        page = self.page
        begin = max(
            page.text.rfind(mark, max(0, source.start - REACH), source.start) for mark in (". ", "\n", "? ", "! ")
        )
        near = page.mentions_in(max(0, begin), source.start)
        named = [mention for mention in near if mention.type in {"ORG", "GPE"}]
        return Voice((named[0].actor,), "body") if named else None

    def _namesake(self, source: Span) -> Voice | None:
        """Give the body whose name begins with a bare noun: "Bộ" for "Bộ Y tế"."""
        noun = _plain(source.of(self.page.text)) + " "
        for voice in reversed(self.voices[-MEMORY:]):
            if _plain(voice.speakers[0]).startswith(noun):
                return voice
        near = self.page.mentions_in(max(0, source.start - REACH), source.start)
        named = [mention for mention in near if _plain(mention.actor).startswith(noun)]
        return Voice((named[-1].actor,), "body") if named else None

    def _body_before(self, before: int) -> Voice | None:
        near = self.page.mentions_in(max(0, before - REACH), before)
        named = [m for m in near if m.type == "ORG"] or [m for m in near if m.type == "GPE"]
        return Voice((named[-1].actor,), "body") if named else self._last(None)

    def _person_since(self, start: int, before: int, kind: SourceKind) -> str | None:
        """Give the person told of last since somebody spoke: the first one named in the nearest sentence."""
        near = [m for m in self.page.mentions_in(max(start, before - REACH), before) if m.type == "PER"]
        near = [m for m in near if kind == "person" or self._gender(m) in {kind, None}]
        if not near:
            return None
        line = [m for m in near if not _ends_sentence(self.page.text[m.end : near[-1].start])]
        return line[0].actor

    def _gender(self, mention: Mention) -> SourceKind | None:
        """Give what the word before a name tells of its bearer."""
        before = self.page.text[max(0, mention.start - 12) : mention.start].split()[-1:]
        kind = self.page.phrases.source_kinds.get(before[0].casefold()) if before else None
        return kind if kind in {"man", "woman"} else None

    def _named(self, source: Span, kind: SourceKind | None) -> tuple[str, ...]:
        """Give the names (else the whole phrase) of a source that says itself who it is."""
        page = self.page
        persons = self._persons(source)
        if persons and (kind in PERSONAL or kind is None):
            return self._several(persons)
        start = skip_determiners(page, source)
        named = [m for m in page.mentions_in(*source) if m.type != "PER"]
        own = [m for m in named if not _WORD.search(self._besides(source, m, start))]
        if own:
            return (own[0].actor,)
        if kind not in PERSONAL:
            head = self._head_body(named, kind, start, source)
            if head:
                return head
        elif not page.phrases.possessive.search(page.text, *source):
            resolved = resolve_speaker(page.reading, source, self.pack)
            resolved = resolved or self._office(source, start) or self._epithet(source)
            if resolved:
                return (resolved,)
        return (_SPACE.sub(" ", source.of(page.text)).strip(),)

    def _office(self, source: Span, start: int) -> str | None:
        """Give the one person before whose name the article puts the office: "Ngoại trưởng Mỹ", "Ngoại trưởng X"."""
        page = self.page
        noun = page.phrases.source.match(page.text, start, source.end)
        if noun is None or start > source.start or " " not in noun[0] or len(source.of(page.text).split()) > SHORT + 3:
            return None
        office, places = _plain(noun[0]), {m.actor for m in page.mentions_in(*source) if m.type == "GPE"}
        holders: set[str] = set()
        for mention in page.mentions_in(max(0, start - FAR), start + FAR):
            if mention.type != "PER":
                continue
            before = page.text[max(0, mention.start - REACH // 10) : mention.start]
            begin = before.casefold().rfind(office)
            if begin < 0 or _ends_phrase(before[begin:]):
                continue
            around = page.mentions_in(mention.start - len(before) + begin, mention.start)
            if {m.actor for m in around if m.type == "GPE"} <= places and all(m.type in {"GPE", "ORG"} for m in around):
                holders.add(mention.actor)
        return holders.pop() if len(holders) == 1 else None

    def _epithet(self, source: Span) -> str | None:
        """Give the person told of last whom the article ties to the place in "nhà ngoại giao số một của Mỹ"."""
        page = self.page
        places = {m.actor for m in page.mentions_in(*source) if m.type in {"GPE", "ORG"}}
        if not places or not page.phrases.epithet.match(page.text, *source):
            return None
        near = page.mentions_in(max(0, source.start - FAR), source.start)
        for before, mention in reversed(list(pairwise(near))):
            titled = mention.start - before.end <= TIED and not _ends_phrase(page.text[before.end : mention.start])
            if mention.type == "PER" and before.actor in places and titled:
                return mention.actor
        return None

    def _head_body(self, named: list[Mention], kind: SourceKind | None, start: int, source: Span) -> tuple[str, ...]:
        """Give the body that a phrase names: "tờ X", "thông cáo của bộ X", "X (viết tắt)"; none for its neighbours."""
        page = self.page
        bodies = [mention for mention in named if mention.type not in {"GPE", "LOC", "EVENT"}]
        if kind in {"group", "source"}:
            return ()
        for mention in bodies[:1]:  # a bare "Bộ" that was found without its name
            if _plain(page.text[mention.start : mention.end]) in page.phrases.source_kinds and source.end > mention.end:
                return (_SPACE.sub(" ", page.text[mention.start : source.end]).strip(),)
        if kind in {"medium", "document"} and bodies:
            return (bodies[0].actor,)
        heads = [
            m for m in bodies if m.start - start <= 20 and not page.phrases.possessive.search(page.text, start, m.start)
        ]
        if not heads:
            return ()
        several = self._several([mention for mention in bodies if mention.start >= heads[0].start])
        return several if len(several) > 1 else self._whole(heads[0], kind, source, start)

    def _whole(self, head: Mention, kind: SourceKind | None, source: Span, start: int) -> tuple[str, ...]:
        """Give a body's name; the phrase where its name is only part of what the phrase calls it."""
        page = self.page
        noun = page.phrases.source.match(page.text, start, source.end)
        begin = head.start if noun is None or noun.end() + 1 >= head.start else noun.start()
        rest = _END.search(page.text, head.end, source.end)
        end = rest.start() if rest else source.end
        more = any(m.start <= head.end + 2 and m.start >= head.end for m in page.mentions_in(head.end, end))
        if (begin == head.start and not more) or " " not in page.text[head.start : head.end] or kind != "body":
            return (head.actor,)
        return (_SPACE.sub(" ", page.text[begin:end]).strip(),)

    def _besides(self, source: Span, mention: Mention, start: int) -> str:
        """Give the words of a phrase besides a name, its determiners and its kind word."""
        page = self.page
        before = page.masked[start : mention.start]
        noun = page.phrases.source.match(page.text, start, source.end)
        if page.phrases.territory.fullmatch(before.strip()):
            before = ""
        elif noun and noun.end() <= mention.start and mention.type not in {"GPE", "LOC"}:
            kind = page.phrases.kind_of(noun[0])
            before = before if kind in PERSONAL | {"document"} else page.masked[noun.end() : mention.start]
        return before + page.masked[mention.end : source.end]

    def _several(self, named: list[Mention]) -> tuple[str, ...]:
        """Give the names joined as speakers together, else the first."""
        names = [named[0].actor]
        for before, mention in pairwise(named):
            between = self.page.text[before.end : mention.start]
            if mention.actor not in names and len(between) < 40 and self.page.phrases.both.search(between):
                names.append(mention.actor)
        return tuple(names)


def _ends_phrase(words: str) -> bool:
    return re.search(r"[.!?,;:\n\"\u201d]", words) is not None


def _ends_sentence(words: str) -> bool:
    return re.search(r"[.!?\n]\s", words) is not None


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()
