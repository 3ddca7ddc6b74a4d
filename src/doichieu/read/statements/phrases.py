"""The lists of a language pack as patterns that statements are found with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from doichieu.languages.contracts.statements import Behaviour, SourceKind, StatementRules
from doichieu.languages.patterns import any_of, whole_words

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns over a text whose quotations and brackets are masked."""

    cue: Pattern
    behaviours: dict[str, Behaviour]
    not_after: dict[str, Pattern]
    not_before: dict[str, Pattern]
    blocker: Pattern
    noun_blocker: Pattern
    relative: Pattern
    topic: Pattern
    verbal: Pattern
    about: Pattern
    fresh_start: Pattern
    territory: Pattern
    occasion: Pattern
    spoken_to: Pattern
    noun_tail: Pattern
    adverb: Pattern
    opener: Pattern
    connective: Pattern
    preamble: Pattern
    hanging: Pattern
    border: Pattern
    contrast: Pattern
    conceding: Pattern
    said_by: Pattern
    source_end: Pattern
    join: Pattern
    join_start: Pattern
    topic_start: Pattern
    that: Pattern
    not_head: Pattern
    causative: Pattern
    agent: Pattern
    addressed: Pattern
    asked: Pattern
    asks_them: Pattern
    first_person: Pattern
    interviewer: Pattern
    thanks: Pattern
    epithet: Pattern
    kin: Pattern
    plain_that: frozenset[str]
    remark: Pattern
    plain_as: frozenset[str]
    but: frozenset[str]
    one: frozenset[str]
    indefinite: Pattern
    counted: Pattern
    counts: dict[str, int]
    paired: frozenset[str]
    presented: Pattern
    copula: Pattern
    gap: Pattern
    hearer: Pattern
    hearer_before: Pattern
    poster_before: Pattern
    passing_on: Pattern
    according_before: Pattern
    networks: frozenset[str]
    outlet: Pattern
    then: Pattern
    media_name: Pattern
    medium_run: Pattern
    according: Pattern
    not_source: Pattern
    resume: Pattern
    finite: Pattern
    done: Pattern
    nobody: Pattern
    determiner: Pattern
    deictic: Pattern
    possessive: Pattern
    both: Pattern
    source: Pattern
    anywhere: Pattern
    anaphor: Pattern
    source_kinds: dict[str, SourceKind]
    anaphora_kinds: dict[str, SourceKind]
    media: frozenset[str]

    def kind_of(self, noun: str) -> SourceKind:
        """Give the kind of a noun of the list of sources, however it is written."""
        return self.source_kinds[" ".join(noun.casefold().split())]


@cache
def phrases_of(rules: StatementRules) -> Phrases:
    """Give the patterns of a pack's lists, built once.

    Long because it is a table: a row for each pattern, no logic.
    """
    source_kinds = {word.casefold(): kind for word, kind in rules.sources}
    anaphora_kinds = {word.casefold(): kind for word, kind in rules.anaphora}

    def starts(use: str) -> Pattern:
        return re.compile(_either(rules.words(use)), re.IGNORECASE)

    def ends(use: str) -> Pattern:
        return re.compile(_either(rules.words(use)) + r"\s*\Z", re.IGNORECASE)

    return Phrases(
        cue=re.compile(_either(word for word, *_ in rules.cues), re.IGNORECASE),
        behaviours={word.casefold(): behaviour for word, behaviour, _, _ in rules.cues},
        not_after={
            word.casefold(): re.compile(r"\s+" + _either(after), re.IGNORECASE)
            for word, _, after, _ in rules.cues
            if after
        },
        not_before={
            word.casefold(): re.compile(_either(before) + r"\s*\Z", re.IGNORECASE)
            for word, _, _, before in rules.cues
            if before
        },
        blocker=ends("blocker"),
        noun_blocker=ends("noun-blocker"),
        relative=starts("relative"),
        topic=starts("topic"),
        verbal=re.compile(_either([*rules.words("verbal"), *rules.words("finite")]), re.IGNORECASE),
        about=starts("about"),
        fresh_start=starts("fresh-start"),
        territory=starts("territory"),
        occasion=starts("occasion"),
        spoken_to=starts("spoken-to"),
        noun_tail=re.compile(r"\s+" + _either(rules.words("noun-tail")), re.IGNORECASE),
        adverb=ends("adverb"),
        opener=starts("opener"),
        connective=re.compile(
            rf"(?:{_either([*rules.words('opener'), *rules.words('join'), *rules.words('adverb')])}\\s*){{1,4}}",
            re.IGNORECASE,
        ),
        preamble=starts("preamble"),
        hanging=ends("hanging"),
        border=starts("border"),
        contrast=starts("contrast"),
        said_by=_said_by(rules),
        source_end=re.compile(
            "[,.;:]|" + _either(word for use in ("gap", "finite", "said-verb") for word in rules.words(use)),
            re.IGNORECASE,
        ),
        conceding=re.compile(
            rf"{_either(rules.words('conceding'))}(?:\s+{_either(rules.words('adverb'))})?", re.IGNORECASE
        ),
        join=ends("join"),
        join_start=starts("join"),
        topic_start=starts("topic-start"),
        that=starts("that"),
        not_head=re.compile(
            _either(word for use in ("finite", "verbal", "not-head") for word in rules.words(use)),
            re.IGNORECASE,
        ),
        causative=starts("causative"),
        agent=ends("agent"),
        epithet=starts("epithet"),
        addressed=re.compile(r"\s+" + _either(rules.words("addressed")) + r"\s*,", re.IGNORECASE),
        asked=starts("addressed"),
        asks_them=re.compile(
            rf"{_either(rules.words('asks-before'))}\s+{_either(rules.words('addressed'))}"
            rf"|{_either(rules.words('addressed'))}\s+{_either(rules.words('asks-behind'))}",
            re.IGNORECASE,
        ),
        first_person=starts("first-person"),
        interviewer=re.compile(rf"[\s*–-]*{_either(rules.words('interviewer'))}[^:\n]{{0,40}}:", re.IGNORECASE),
        thanks=re.compile(
            rf"[\s*–-]*(?:{_either(rules.words('interviewer'))}\s*:\s*)?{_either(rules.words('thanks'))}", re.IGNORECASE
        ),
        kin=starts("kin"),
        one=frozenset(rules.words("one")),
        indefinite=re.compile(_either([*rules.words("one"), *rules.words("plural")]), re.IGNORECASE),
        counted=re.compile(_either([*rules.words("two"), *rules.words("three")]), re.IGNORECASE),
        counts={**dict.fromkeys(rules.words("two"), 2), **dict.fromkeys(rules.words("three"), 3)},
        paired=frozenset(rules.words("paired")),
        presented=starts("presented"),
        copula=starts("copula"),
        but=frozenset(rules.words("but")),
        plain_as=frozenset(rules.words("as")),
        plain_that=frozenset(rules.words("that-always")),
        remark=re.compile(_either(rules.words("said")), re.IGNORECASE),
        gap=starts("gap"),
        hearer=starts("hearer"),
        hearer_before=re.compile(_either(rules.words("hearer")) + r"[^,.:;\"]{0,25}\Z", re.IGNORECASE),
        poster_before=re.compile(_either(rules.words("posted")) + r"[^,.:;\"]{0,25}\Z", re.IGNORECASE),
        passing_on=re.compile(_either(rules.words("passing-on")), re.IGNORECASE),
        according_before=re.compile(_either(rules.words("according")) + r"[^,.:;\"]{0,25}\Z", re.IGNORECASE),
        networks=frozenset(rules.words("network")),
        outlet=re.compile(_either(rules.words("outlet"))),
        then=re.compile("[,:]|" + _either(rules.words("then")), re.IGNORECASE),
        media_name=re.compile(_either(rules.media)),
        medium_run=re.compile(rf"(?:\s{any_of(rules.words('inside-medium'))}(?=\s[^\W\d_a-z]))?\s[^\W\d_][\w’'.&-]*"),
        according=starts("according"),
        not_source=re.compile(r"\s+" + _either(rules.words("not-source")), re.IGNORECASE),
        resume=starts("resume"),
        finite=starts("finite"),
        done=starts("done"),
        nobody=starts("nobody"),
        determiner=starts("determiner"),
        deictic=ends("deictic"),
        possessive=starts("possessive"),
        both=starts("both"),
        source=re.compile(_either(source_kinds), re.IGNORECASE),
        anywhere=re.compile(_either(word for word in source_kinds if len(word) > 1), re.IGNORECASE),
        anaphor=re.compile(_either(anaphora_kinds) + r"\Z", re.IGNORECASE),
        source_kinds=source_kinds,
        anaphora_kinds=anaphora_kinds,
        media=rules.media,
    )


def _said_by(rules: StatementRules) -> Pattern:
    """Give the pattern of "that is the opinion of", "this information was, by"."""
    that = rf"{_either(rules.words('that-was'))}\s+(?:{_either(rules.words('determiner'))}\s+)?"
    noun = rf"(?P<noun>{_either(rules.words('said'))})(?:\s+\w+){{0,2}}?\s+{_either(rules.words('said-of'))}"
    told = rf"(?P<told>{_either(rules.words('told'))})(?:\s+{_either(rules.words('deictic'))})?(?:\s+\w+)?\s+"
    return re.compile(rf"(?:{that}{noun}|(?:{that})?{told}{_either(rules.words('agent'))})", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    """Give a pattern for any of the words as whole words; ``#`` in a word stands for a number."""
    return whole_words(words, {" ": r"\s+", "#": r"\d+"})
