"""Meaning: whom the words of a source name, taken by themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.statements import SourceKind
from doichieu.model import Mention, Span
from doichieu.read.names.speakers import resolve_speaker
from doichieu.read.statements.passages import Page
from doichieu.read.statements.sources import skip_determiners

PERSONAL: frozenset[SourceKind] = frozenset({"man", "woman", "person"})
OWNED: frozenset[SourceKind] = frozenset({"document", "medium", "group"})
"""Kinds of what is somebody's: behind "of", that somebody speaks."""
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]")
_WORDS = re.compile(r"[\w’'.-]+")
_END = re.compile(r"\s*[,(;–—]|\s-\s")
FAR = 20_000
"""Code points on both sides of a title in which the name of its bearer is looked for."""
TITLE = 70
"""Code points before a name in which its title stands."""
TIED = 25
"""Code points between the name of a place or body and that of the person whose title it is part of."""
NAME = 5
"""Words of the longest name of a person that is looked for behind a title."""
_LISTED = frozenset({"-", "–", "—", "&"})
SHORT = 8
"""Words of a phrase that is no more than an office."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom phrases of a page name."""

    page: Page
    pack: LanguagePack

    def names(self, source: Span, kind: SourceKind | None) -> tuple[str, ...]:
        """Give the names (else the whole phrase) of a source that says itself who it is."""
        page = self.page
        persons = self._authors(source) if kind in OWNED else self._persons(source)
        if persons and (kind in PERSONAL or kind is None or kind in OWNED):
            return self.several(self._from_head(persons))
        unseen = self._unseen(source) if kind in PERSONAL else None
        if unseen:
            return (unseen,)
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
        return (squeezed(source.of(page.text)),)

    def _authors(self, source: Span) -> list[Mention]:
        """Give the person whose document it is: "tuyên bố của Thủ tướng X"; none where it is a body's."""
        page = self.page
        owned = page.phrases.possessive.search(page.text, *source)
        named = page.mentions_in(owned.end(), source.end) if owned else ()
        bodies = [mention for mention in named if mention.type == "ORG"]
        persons = [mention for mention in named if mention.type == "PER"]
        named_so = bool(persons) and owned is not None and self._is_titled(owned.end(), persons[0])
        if not persons or (bodies and not named_so):
            return []
        return persons[:1]

    def _from_head(self, persons: list[Mention]) -> list[Mention]:
        """Give the persons from the one on that the title before them ends with: what stands inside it is no name."""
        page = self.page
        for number, (person, behind) in enumerate(pairwise(persons)):
            between = page.text[person.end : behind.start]
            if between == " " or page.phrases.both.search(between) or not between.strip()[:1].islower():
                return persons[number:]
        return persons[-1:]

    def _is_titled(self, start: int, person: Mention) -> bool:
        """Say whether a stretch up to a person's name opens with a person's title."""
        page = self.page
        noun = page.phrases.source.match(page.text, start + 1, person.start)
        return noun is not None and page.phrases.kind_of(noun[0]) in PERSONAL

    def _unseen(self, source: Span) -> str | None:
        """Give the name behind a title that the names layer did not find, or found only a part of.

        "người phát ngôn Bộ Y Cảnh Sảng", "Chủ tịch UBND quận 1 Lê Văn Bưởi", "ông Nhân".
        """
        page = self.page
        words = list(_WORDS.finditer(page.text, *source))
        last = len(words)
        while last and words[last - 1][0][0].isupper() and not words[last - 1][0].isupper():
            last -= 1
        run = words[last:]
        told = page.mentions_in(*source)[-1:]
        if not run or run[-1].end() != source.end or (last == 0 and len(run) == 1):
            return None
        if told and told[0].end >= source.end:  # what it ends with was found: a body, perhaps with a name behind it
            return self._swallowed(told[0], run)
        head = page.phrases.source.match(page.text, source.start, source.end)
        return self._behind_names(source, run) or self._behind_title(head, run) or self._of_family(run)

    def _swallowed(self, body: Mention, run: list[re.Match[str]]) -> str | None:
        """Give the person whose name ends what was found as a body's: a person elsewhere, or of a known family."""
        if body.type != "ORG" or run[0].start() == body.start:
            return None
        words = self._text(run)
        known = {m.actor for m in self.page.reading.mentions if m.type == "PER" and f" {words}".endswith(f" {m.actor}")}
        return max(known, key=len) if known else self._of_family(run)

    def _behind_names(self, source: Span, run: list[re.Match[str]]) -> str | None:
        """Give two or more capitalised words right behind the last name of a phrase."""
        last = self.page.mentions_in(*source)[-1:]
        free = [word for word in run if last and word.start() >= last[0].end]
        return self._text(free) if last and 2 <= len(free) <= NAME else None

    def _behind_title(self, head: re.Match[str] | None, run: list[re.Match[str]]) -> str | None:
        """Give the capitalised words right behind the title that a phrase consists of: the person called so."""
        free = [word for word in run if head is not None and word.start() >= head.end()]
        if head is None or not free or len(free) > NAME or free[0].start() - head.end() > 2:
            return None
        name = self._text(free)
        known = {m.actor for m in self.page.reading.mentions if m.type == "PER" and m.actor.endswith(" " + name)}
        return known.pop() if len(known) == 1 else name

    def _of_family(self, run: list[re.Match[str]]) -> str | None:
        """Give the last two to four capitalised words that open with a family name."""
        for size in (2, 3, 4):
            name = self._text(run[-size:])
            listed = self.pack.names.known()
            if size <= len(run) and self.pack.names.is_family_name(run[-size][0]) and name not in listed:
                return name
        return None

    def _text(self, words: list[re.Match[str]]) -> str:
        return _SPACE.sub(" ", self.page.text[words[0].start() : words[-1].end()])

    def _office(self, source: Span, start: int) -> str | None:
        """Give the one person before whose name the article puts the office: "Ngoại trưởng Mỹ", "Ngoại trưởng X"."""
        page = self.page
        noun = page.phrases.source.match(page.text, start, source.end)
        if noun is None or start > source.start or " " not in noun[0] or len(source.of(page.text).split()) > SHORT:
            return None
        if self.pack.names.referring().get(plain(noun[0])) == "many":
            return None
        office, places = plain(noun[0]), {m.actor for m in page.mentions_in(*source)}
        holders: set[str] = set()
        for mention in page.mentions_in(max(0, start - FAR), start + FAR):
            if mention.type != "PER":
                continue
            before = page.text[max(0, mention.start - TITLE) : mention.start]
            begin = before.casefold().rfind(office)
            if begin < 0 or _ends_phrase(before[begin:]):
                continue
            around = page.mentions_in(mention.start - len(before) + begin, mention.start)
            if places and not around and self.pack.names.is_family_name(mention.actor.split()[0]):
                continue  # an office of one's own country goes without it: no other country's
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
            if plain(page.text[mention.start : mention.end]) in page.phrases.source_kinds and source.end > mention.end:
                return (squeezed(page.text[mention.start : source.end]),)
        if kind in {"medium", "document"} and bodies:
            return (bodies[0].actor,)
        heads = [m for m in bodies if m.start - start <= 20 and not self._is_linked(start, m.start)]
        if not heads:
            return ()
        several = self.several([mention for mention in bodies if mention.start >= heads[0].start])
        return several if len(several) > 1 else self._whole(heads[0], kind, source, start)

    def _is_linked(self, start: int, end: int) -> bool:
        """Say whether a word that links somebody to a body stands in a stretch: "phái đoàn Mỹ tại …"."""
        doing = self.pack.names.referring()
        return any(doing.get(word) == "of" for word in self.page.text[start:end].casefold().split())

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
        return (squeezed(page.text[begin:end]),)

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

    def several(self, named: list[Mention]) -> tuple[str, ...]:
        """Give the names joined as speakers together, else the first."""
        names = [named[0].actor]
        for before, mention in pairwise(named):
            between = self.page.text[before.end : mention.start]
            if between == " " and before.type == mention.type == "PER":  # one name found in two pieces
                whole = self.page.text[before.start : mention.end]
                names[-1] = next((name for name in (mention.actor, names[-1]) if whole in name), whole)
                continue
            if between.strip() in _LISTED and {before.type, mention.type} == {"PER"}:
                names.append(mention.actor)  # "X - Y"
            if mention.actor not in names and len(between) < 40 and self.page.phrases.both.search(between):
                names.append(mention.actor)
        return tuple(names)

    def kind(self, source: Span) -> SourceKind | None:
        """Give what kind of source a phrase names."""
        page = self.page
        start = skip_determiners(page, source)
        noun = page.phrases.source.match(page.text, start, source.end)
        kind = page.phrases.kind_of(noun[0]) if noun else None
        persons = self._persons(source)
        if persons and kind == "document" and noun and self._is_presented(noun.end(), persons[0]):
            return "document"
        if persons and kind not in PERSONAL:
            return None if kind is not None and persons[0].start > start + 60 else "person"
        named = page.mentions_in(*source)
        return kind or (None if not named else "person" if named[0].type == "PER" else "body")

    def _is_presented(self, start: int, person: Mention) -> bool:
        """Say whether a body's document is only read out by a person: "báo cáo do Chủ nhiệm Uỷ ban X Y trình bày"."""
        page = self.page
        bodies = any(mention.type == "ORG" for mention in page.mentions_in(start, person.start))
        return bodies and page.phrases.presented.search(page.text, start, person.start) is not None

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
        if kin is not None and kin.end() <= person.start and not page.mentions_in(kin.end(), person.start):
            return not re.search(r"[,–-]", page.text[kin.end() : person.start])
        owned = page.phrases.possessive.search(page.text, source.start, person.start)
        if owned is None:
            return False
        before = [m for m in page.mentions_in(owned.end(), person.start) if m.type == "PER"][-1:]
        if before:  # "luật sư của X, ông Y": he is not the owner, X is
            return not re.search(r"[,–-]", page.text[before[0].end : person.start])
        titled = page.phrases.source.match(page.text, owned.end() + 1, person.start)
        if titled and page.phrases.kind_of(titled[0]) in PERSONAL:
            return True
        return not any(m.end <= person.start for m in page.mentions_in(owned.end(), person.start))


def _ends_phrase(words: str) -> bool:
    return re.search(r"[.!?,;:\n\"\u201d]", words) is not None


def squeezed(words: str) -> str:
    """Give words with single blanks."""
    return _SPACE.sub(" ", words).strip()


def plain(words: str) -> str:
    """Give words in lower case with single blanks, to compare them."""
    return squeezed(words).casefold()
