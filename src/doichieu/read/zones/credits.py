"""Where the name of a picture's or text's source ends: "Reuters", "MINH KHÔI", "Công an cung cấp", "RT.com"."""

from __future__ import annotations

import re
from functools import cache

from doichieu.languages.contracts.sentences import SentenceRules
from doichieu.languages.contracts.zones import ZoneRules
from doichieu.languages.patterns import any_of

_WORD = re.compile(r"[^\W_][\w&'’-]*(?:[./][^\W_][\w&'’-]*)*(?:\.(?=[^\W\d_]))?")
_JOINT = re.compile(r"\s?[/,&+–-]\s?(?=[^\W\d_])")
_LONGEST_NAME = 4
"""Words of a person's name in a credit: of 5,255 names in the credits of 10,000 articles 7 are longer."""


@cache
def _known(rules: ZoneRules) -> re.Pattern[str]:
    names = any_of({*rules.outlets, *rules.cues("source")})
    return re.compile(rf"(?i:{names})(?:\.(?:com|vn|net|org|info|ru|uk|cn|jp))*(?![\w-])")


@cache
def _provided(rules: ZoneRules) -> re.Pattern[str]:
    return re.compile(rf"[^\W_][^.;:()|\n]{{0,40}}? {any_of(rules.cues('provider'))}(?!\w)")


def source_end(text: str, start: int, end: int, zones: ZoneRules, sentences: SentenceRules) -> int:
    """Give the offset behind the source that is named at ``start``; ``start`` itself where there is none."""
    offset = _one(text, start, end, zones, sentences)
    while offset > start and (joint := _JOINT.match(text, offset, end)):
        further = _one(text, joint.end(), end, zones, sentences)
        if further == joint.end():
            break
        offset = further
    return offset


def is_provided(text: str, start: int, end: int, rules: ZoneRules) -> bool:
    """Say whether what a bracket closes is a source that is described: "(Ảnh do cảnh sát biển cung cấp)"."""
    return _provided(rules).match(text, start, end) is not None


def _one(text: str, start: int, end: int, zones: ZoneRules, sentences: SentenceRules) -> int:
    if known := _known(zones).match(text, start, end):
        return known.end()
    if provided := _provided(zones).match(text, start, end):
        return provided.end()
    return _name_end(text, start, end, sentences)


def _name_end(text: str, start: int, end: int, rules: SentenceRules) -> int:
    """Take capitalised words, but not one that opens the next sentence: it is followed by a word in small letters."""
    ends: list[int] = []
    offset, shouting = start, False
    while len(ends) < _LONGEST_NAME and (word := _WORD.match(text, offset, end)):
        following = _WORD.match(text, word.end() + 1, end) if text[word.end() : word.end() + 1] == " " else None
        ahead = following[0] if following else ""
        if not word[0][0].isupper() or (ends and rules.opens(word[0], ahead)):
            break
        if ends and shouting and not word[0].isupper():
            break
        shouting = shouting or (len(word[0]) > 1 and word[0].isupper())
        if ends and ahead and not ahead[0].isupper():
            break
        ends.append(word.end())
        offset = word.end() + 1
        if following is None:
            break
    return ends[-1] if ends else start
