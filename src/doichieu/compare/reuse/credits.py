"""Credits: the agencies and media from which an article, or one of its sentences, says that it has its report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from doichieu.languages import LanguagePack, pack_of
from doichieu.languages.patterns import any_of, whole_words
from doichieu.model import Reading, Span, Zone

Names = frozenset[str]

_WORDS_BETWEEN = 4
"""Words that may stand between "according to" and the name: "theo hãng tin Pháp AFP"."""


def credited_by(reading: Reading) -> Names:
    """Give whom the article credits as a whole: at its end ("Theo AFP") or in the tag at its head ("(TTXVN)")."""
    pack = pack_of(reading.article.language)
    if pack is None:
        return frozenset()
    zones = [zone for zone in reading.zones if _credits_report(zone, reading, pack)]
    return frozenset(name for zone in zones for name in _names(reading.text[zone.start : zone.end], pack))


def credited_for(reading: Reading, start: int, end: int) -> Names:
    """Give whom the article credits for the sentence in which ``start:end`` stands."""
    pack = pack_of(reading.article.language)
    if pack is None:
        return frozenset()
    sentence = sentence_of(reading, start, end)
    told = _after_cue(reading.text[sentence.start : sentence.end], reading.article.language)
    said = [one for one in reading.statements if one.start < end and start < one.end]
    via = {pack.compare.medium(one.via) for one in said if one.via}
    media = {name for one in said for name in one.speakers if name in pack.statements.media}
    return told | via | {pack.compare.medium(name) for name in media}


def is_outlet(name: str, reading: Reading) -> bool:
    """Say whether a credited name is the outlet of an article, given by its name or its address."""
    pack = pack_of(reading.article.language)
    outlet = reading.article.outlet
    if pack is None or not outlet:
        return name == outlet
    address = pack.compare.address(name)
    return address in {pack.compare.address(part) for part in (outlet, *outlet.split("."))}


def sentence_of(reading: Reading, start: int, end: int) -> Span:
    """Give the stretch of whole sentences in which ``start:end`` stands; itself where there are none."""
    first = bisect_right(reading.sentences, start, key=lambda span: span.start) - 1
    last = bisect_left(reading.sentences, end, key=lambda span: span.end)
    if first < 0 or last >= len(reading.sentences):
        return Span(start, end)
    return Span(min(start, reading.sentences[first].start), max(end, reading.sentences[last].end))


def _credits_report(zone: Zone, reading: Reading, pack: LanguagePack) -> bool:
    """Say whether a zone credits the report, and not a picture."""
    if zone.kind in {"byline", "dateline"}:
        return True
    words = reading.text[zone.start : zone.end].strip("(|[ ").casefold()
    return zone.kind == "credit" and any(words.startswith(cue.casefold()) for cue in pack.zones.cues("from"))


def _names(text: str, pack: LanguagePack) -> Names:
    return frozenset(pack.compare.medium(match[0]) for match in _medium(pack.code, re.IGNORECASE).finditer(text))


@lru_cache(maxsize=4096)
def _after_cue(sentence: str, language: str) -> Names:
    """Give the media that stand behind "according to" in a sentence."""
    pack = pack_of(language)
    if pack is None:
        return frozenset()
    found = set()
    for cue in _cue(language).finditer(sentence):
        starts = [cue.end(), *(match.end() for match in re.finditer(r"\s", sentence[: cue.end() + 60]))]
        near = sorted({start for start in starts if start >= cue.end()})[: _WORDS_BETWEEN + 1]
        names = (_medium(language, re.NOFLAG).match(sentence, start) for start in near)
        found |= {pack.compare.medium(name[0]) for name in names if name}
    return frozenset(found)


@cache
def _medium(language: str, flags: re.RegexFlag) -> re.Pattern[str]:
    pack = pack_of(language)
    names = pack.zones.outlets | pack.statements.media if pack else frozenset[str]()
    return re.compile(whole_words(names), flags)


@cache
def _cue(language: str) -> re.Pattern[str]:
    pack = pack_of(language)
    cues = pack.zones.cues("from") if pack else ()
    return re.compile(rf"(?<!\w){any_of(cues)}\s", re.IGNORECASE)
