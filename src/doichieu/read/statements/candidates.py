"""Candidates: who may have said a statement, and what speaks for and against each, as named signs.

The rules' own answer is one candidate; others are the names around and the shorter readings of the speaker's phrase.
A sign is a string; ``read/statements/choosing.py`` weighs them. Everything looks at a stretch of the text only, so that
time stays linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from doichieu.model import Mention, Span, Statement
from doichieu.read.statements.passages import Page
from doichieu.read.statements.sources import skip_determiners

AROUND = 4000
"""Code points on both sides of a cue in which names are candidates."""
OFTEN = 6
"""Names told most often in the article, which are candidates wherever they stand."""
DISTANCES = (5, 15, 30, 60, 120, 250, 500, 1000, 3000)
"""Code points between a name and the cue that are told apart."""
FEW = 3
"""Words of a phrase ("ông", "nhà ngoại giao này") that is a sign as it stands."""
KINDS = frozenset({"PER", "ORG", "GPE", "LOC", "WORK"})
PERSONAL = frozenset({"man", "woman", "person"})
_TOKEN = re.compile(r"\w+|[^\w\s]")
_BORDER = re.compile(r"[,(–—]|\s-\s")

Speakers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement, with what the signs of all its candidates look at."""

    statement: Statement
    cue: int
    sentence: Span
    before: Span | None
    """The sentence before."""
    inner: tuple[Mention, ...]
    """Names in the speaker's phrase."""
    near: tuple[Mention, ...]
    """Names around."""
    phrase: str
    """The speaker's phrase, single blanks; empty where nobody is named."""
    form: str
    """What the phrase is: pronoun, a person's name, a body's, a bare noun, none."""
    determiner: str
    kind: str
    last: Sequence[Speakers]
    """The speakers of the two statements before, the nearer first."""

    @property
    def rule(self) -> str | None:
        """The single speaker that the rules give."""
        return self.statement.speakers[0] if len(self.statement.speakers) == 1 else None

    @property
    def is_plain(self) -> bool:
        """Whether the phrase names one, and the rules give that one: nothing is left to weigh."""
        return len(self.inner) == 1 and self.inner[0].actor == self.rule

    @property
    def short(self) -> str:
        """The phrase in lower case where it has a few words; else empty."""
        return self.phrase.casefold() if len(self.phrase.split()) <= FEW else ""


class Candidates:
    """The candidates of an article's statements, whose speakers the rules have told."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self._page = page
        self._statements = statements
        self._mentions = [mention for mention in page.reading.mentions if mention.type in KINDS]
        self._starts = [mention.start for mention in self._mentions]
        self._sentences = page.reading.sentences
        self._told = Counter(mention.actor for mention in page.reading.mentions)
        self._said = Counter(name for statement in statements for name in statement.speakers)

    @cached_property
    def _types(self) -> dict[str, str]:
        """The type that most mentions of an actor have, the first of equals."""
        counts: dict[str, Counter[str]] = {}
        for mention in self._mentions:
            counts.setdefault(mention.actor, Counter())[mention.type] += 1
        return {actor: count.most_common(1)[0][0] for actor, count in counts.items()}

    @cached_property
    def _often(self) -> tuple[Mention, ...]:
        names = [actor for actor, _ in self._told.most_common(OFTEN)]
        return tuple(mention for mention in self._mentions if mention.actor in names)[: 10 * OFTEN]

    @cached_property
    def _genders(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for mention in self._mentions:
            word = _last(self._page.text[max(0, mention.start - 8) : mention.start])
            kind = self._page.phrases.source_kinds.get(word)
            if mention.type == "PER" and kind in {"man", "woman"}:
                found.setdefault(mention.actor, kind)
        return found

    def of(self, number: int) -> dict[Speakers, list[str]]:
        """Give the candidates for a statement's speakers, each with its signs; the rules' own answer among them."""
        asked = self._asked(number)
        if asked.is_plain:
            return {asked.statement.speakers: ["plain"]}
        found: dict[Speakers, list[str]] = {}
        by_actor: dict[str, list[Mention]] = {}
        for mention in sorted({*asked.near, *self._often}, key=lambda mention: (mention.start, mention.end)):
            by_actor.setdefault(mention.actor, []).append(mention)
        for actor, mentions in by_actor.items():
            if not (asked.rule or "").startswith(f"{actor} "):  # "UBND tỉnh": the rules know that "UBND" is no name
                found[(actor,)] = list(self._of_actor(asked, actor, mentions))
        for name, tag, end in self._readings(asked):
            if (name,) in found:
                found[(name,)].append(f"also:{tag}")
            else:
                found[(name,)] = list(self._of_phrase(asked, name, tag, end))
        if asked.rule is None:
            size = len(asked.statement.speakers)
            found[asked.statement.speakers] = [f"several:{size}", f"several:{asked.form}", f"several:{bool(size)}"]
        return found

    def _asked(self, number: int) -> Asked:
        page, statement = self._page, self._statements[number]
        cue = statement.cue.start if statement.cue else statement.start
        at = bisect_right(self._sentences, cue, key=lambda sentence: sentence.start) - 1
        within = at >= 0 and cue < self._sentences[at].end
        sentence = self._sentences[at] if within else Span(statement.start, statement.end)
        speaker = statement.speaker
        inner = page.mentions_in(*speaker) if speaker else ()
        phrase = " ".join(speaker.of(page.text).split()) if speaker else ""
        low = phrase.casefold()
        determiner = page.phrases.determiner.match(low)
        first, last = (bisect_left(self._starts, offset) for offset in (cue - AROUND, cue + AROUND))
        return Asked(
            statement=statement,
            cue=cue,
            sentence=sentence,
            before=self._sentences[at - 1 if within else at] if at >= (1 if within else 0) else None,
            inner=tuple(mention for mention in inner if mention.type in KINDS),
            near=tuple(self._mentions[first:last]),
            phrase=phrase,
            form=self._form(low, inner),
            determiner=determiner[0] if determiner else "-",
            kind=self._kind(speaker),
            last=[one.speakers for one in reversed(self._statements[max(0, number - 2) : number])],
        )

    def _form(self, phrase: str, inner: Sequence[Mention]) -> str:
        if not phrase:
            return "none"
        if len(phrase.split()) <= FEW and phrase in self._page.phrases.anaphora_kinds:
            return "pronoun"
        return "person" if any(mention.type == "PER" for mention in inner) else "body" if inner else "bare"

    def _kind(self, speaker: Span | None) -> str:
        if speaker is None:
            return "none"
        page = self._page
        noun = page.phrases.source.match(page.text, *speaker)
        noun = noun or page.phrases.source.match(page.text, skip_determiners(page, speaker), speaker.end)
        kind = page.phrases.kind_of(noun[0]) if noun else None
        return str(kind or "-")

    def _of_actor(self, asked: Asked, actor: str, mentions: Sequence[Mention]) -> Iterator[str]:
        kind, form, statement = self._types.get(actor, mentions[0].type), asked.form, asked.statement
        yield f"actor:{kind}"
        yield f"actor:{kind}:{form}"
        yield f"told:{min(4, self._told[actor])}"
        yield f"said:{min(3, self._said[actor] - (actor in statement.speakers))}:{form}"
        if actor == asked.rule:
            yield "rule"
            yield f"rule:{statement.origin.partition('/')[2]}"
            yield f"rule:{kind}:{form}"
        else:
            told = "several" if statement.speakers else "none"
            rule = told if asked.rule is None else "name" if asked.rule in self._types else "phrase"
            yield f"not-rule:{rule}:{kind}:{form}"
        inner = [mention for mention in asked.inner if mention.actor == actor]
        if inner:
            yield from self._in_phrase(asked, inner[0], kind)
        yield from self._around(asked, actor, kind, mentions, inside=bool(inner))
        if actor in (asked.last[0] if asked.last else ()):
            yield f"last:{form}"
            yield f"last:{asked.short}"
        elif any(actor in speakers for speakers in asked.last[1:]):
            yield f"last but one:{form}"
        if kind == "PER" and asked.kind in {"man", "woman"}:
            yield f"gender:{self._genders.get(actor, asked.kind) == asked.kind}:{actor in self._genders}"
        if asked.phrase and not asked.inner:
            yield f"stands:{kind}:{asked.phrase.casefold().split()[0]}"
            yield f"stands:{kind}:{asked.determiner}"
            yield f"stands:{kind}:{_personal(asked.kind)}"

    def _in_phrase(self, asked: Asked, mention: Mention, kind: str) -> Iterator[str]:
        """Give the signs of a name in the speaker's phrase."""
        speaker = asked.statement.speaker or Span(0, 0)
        before, after = self._page.text[speaker.start : mention.start], self._page.text[mention.end : speaker.end]
        place = "first" if mention == asked.inner[0] else "last" if mention == asked.inner[-1] else "middle"
        yield f"in:{kind}:{'only' if len(asked.inner) == 1 else place}"
        yield f"in:{kind}:{asked.determiner}"
        yield f"in:{kind}:{_personal(asked.kind)}"
        yield f"in:before:{_last(before)}"
        yield f"in:rest:{min(3, len(after.split()))}:{kind}"
        if kind != "PER" and any(other.type == "PER" for other in asked.inner):
            yield f"in:beside a person:{kind}"
        if after:
            yield f"in:after:{_first(after)}"

    def _around(
        self, asked: Asked, actor: str, kind: str, mentions: Sequence[Mention], *, inside: bool
    ) -> Iterator[str]:
        """Give the signs of where a name stands: in the sentence, in the one before, farther back, only later."""
        page, form, sentence = self._page, asked.form, asked.sentence
        heads = [m for m in page.mentions_in(*sentence) if m.type in KINDS and not _covers(asked.statement, m.start)]
        own = [mention for mention in heads if mention.actor == actor]
        if own and not inside:
            nearest = min(own, key=lambda mention: abs(mention.start - asked.cue))
            far = asked.cue - nearest.start
            side = "before" if far > 0 else "behind"
            yield f"near:{side}:{bisect_left(DISTANCES, abs(far))}:{form}"
            yield f"near:word:{_last(page.text[max(sentence.start, nearest.start - 14) : nearest.start])}"
            yield f"near:{kind}:{form}"
            if heads[0].actor == actor:
                yield f"head:{kind}:{form}"
        if own:
            return
        yield f"away:{kind}:{form}"
        recent = self._recent(asked, kind)
        if actor in recent:
            yield f"back:{recent.index(actor)}:{kind}:{form}"
            yield f"back:{recent.index(actor)}:{kind}:{asked.short}"
        previous = [m for m in page.mentions_in(*asked.before) if m.type == kind] if asked.before else []
        if any(mention.actor == actor for mention in previous):
            yield f"previous:{kind}:{form}"
            if previous[0].actor == actor:
                yield f"previous:first:{kind}:{form}"
        elif mentions[0].start >= sentence.start:
            yield f"later:{kind}:{form}"

    def _recent(self, asked: Asked, kind: str) -> list[str]:
        """Give the four actors of a type that were named last before the sentence, the nearest first."""
        seen: list[str] = []
        for mention in reversed(asked.near):
            if mention.start < asked.sentence.start and mention.type == kind and mention.actor not in seen:
                seen.append(mention.actor)
                if len(seen) > FEW:
                    break
        return seen

    def _readings(self, asked: Asked) -> Iterator[tuple[str, str, int]]:
        """Give the ways to read the speaker's phrase: whole, up to its first border or verb, as the rules do."""
        page, speaker = self._page, asked.statement.speaker
        if speaker is not None and asked.phrase:
            yield asked.phrase, "whole", speaker.end
            border = _BORDER.search(page.text, *speaker)
            end = border.start() if border else speaker.end
            if end < speaker.end and page.text[speaker.start : end].strip():
                yield " ".join(page.text[speaker.start : end].split()), "border", end
            verb = page.phrases.finite.search(page.masked, speaker.start, end)
            if verb is not None and verb.start() > speaker.start:
                yield " ".join(page.text[speaker.start : verb.start()].split()), "verb", verb.start()
        if asked.rule:
            yield asked.rule, "told" if speaker else "carried", 0

    def _of_phrase(self, asked: Asked, name: str, tag: str, end: int) -> Iterator[str]:
        within = {mention.type for mention in asked.inner if mention.end <= end}
        has = "person" if "PER" in within else "other" if within else "nobody"
        yield "phrase"
        yield f"phrase:{tag}:{asked.form}"
        yield f"phrase:has:{has}"
        yield f"phrase:{asked.determiner}:{has}"
        yield f"phrase:{_personal(asked.kind)}:{has}"
        yield f"phrase:{asked.form}"
        yield f"phrase:first:{name.casefold().split()[0]}"
        yield f"phrase:length:{min(6, len(name.split()) // 2)}"
        yield f"phrase:rule:{name == asked.rule}:{asked.rule in self._types}:{has}"
        if name == asked.rule:
            yield f"phrase:{asked.statement.origin.partition('/')[2]}:{has}"


def _covers(statement: Statement, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in statement.content)


def _personal(kind: str) -> str:
    return "personal" if kind in PERSONAL else kind


def _last(words: str) -> str:
    found = _TOKEN.findall(words)
    return found[-1].casefold() if found else "#"


def _first(words: str) -> str:
    found = _TOKEN.search(words)
    return found[0].casefold() if found else "#"
