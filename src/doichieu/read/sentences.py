"""The sentences layer: sentences and tokens.

A sentence ends with its line, at the border of its zone, or at a stop that is not part of an abbreviation, a number, an
initial or an address. Marks that close a quotation or bracket right behind a stop belong to the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from doichieu.languages import LanguagePack
from doichieu.languages.contracts.sentences import SentenceRules
from doichieu.model import Reading, Span, strip_span
from doichieu.read.tokens import tokens

_STOP = re.compile(r"\n|[.!?…]+")
_CLOSERS = "\"”’»)]'"
_OPENERS = "\"“‘«([{'"
_BEFORE = re.compile(r"[\w.&-]{1,24}\Z")
"""The word that a stop ends, with stops inside it ("N.T", "v.v"); longer ones are no abbreviation."""
_NEXT = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?")


def add_sentences(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's sentences and tokens; without zones the whole text counts as one."""
    text = reading.text
    borders: list[Span] = [Span(zone.start, zone.end) for zone in reading.zones] or [Span(0, len(text))]
    found = tuple(sentence for zone in borders for sentence in split(text, *zone, pack.sentences))
    words = tuple(token for sentence in found for token in tokens(text, sentence, pack.sentences.titles))
    return replace(reading, sentences=found, tokens=words)


def split(text: str, start: int, end: int, rules: SentenceRules) -> Iterator[Span]:
    """Give the sentences of ``text[start:end]`` without the blanks between them."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.start() < begin:
            continue
        border = match.end() if text[match.start()] == "\n" else _border(text, begin, match, end, rules)
        if border is not None:
            sentence = strip_span(text, begin, border)
            if sentence.start < sentence.end:
                yield sentence
            begin = border
    sentence = strip_span(text, begin, end)
    if sentence.start < sentence.end:
        yield sentence


def _border(text: str, begin: int, stop: re.Match[str], end: int, rules: SentenceRules) -> int | None:
    """Give the offset at which the sentence of this stop ends, None where it runs on."""
    closed = _behind_closers(text, stop.end(), end)
    after = closed
    while after < end and text[after] == " ":
        after += 1
    if after >= end or text[after] == "\n":
        return closed
    parted, quoted = after > closed, closed > stop.end()
    if quoted and not parted and text[after].isalpha() and text[closed - 1] in "\"'":
        closed -= 1  # a straight quote right before a letter opens: nói."Chúng tôi
        parted = True
    sign = text[after]
    if quoted and sign in "-–—,;:|":  # the cue of the quotation follows
        return None
    if sign in ",;:)]/" or (sign in "-–—" and not parted):
        return None
    opened = _behind_openers(text, after, end)
    following = text[opened : opened + 1]
    if following.islower():
        return None
    if parted:
        return None if stop[0] == "." and not quoted and _runs_on(text, begin, stop, opened, rules) else closed
    return closed if _glued(text, begin, stop, opened, rules) else None


def _behind_closers(text: str, offset: int, end: int) -> int:
    while offset < end and text[offset] in _CLOSERS:
        offset += 1
    return offset


def _behind_openers(text: str, offset: int, end: int) -> int:
    limit = min(end, offset + 3)
    while offset < limit and text[offset] in _OPENERS:
        offset += 1
    return offset


def _opens(text: str, offset: int, rules: SentenceRules) -> bool:
    word = _NEXT.match(text, offset)
    return word is not None and rules.opens(word[1], word[2] or "")


def _runs_on(text: str, begin: int, stop: re.Match[str], following: int, rules: SentenceRules) -> bool:
    """Say whether a full stop before a blank belongs to an abbreviation, an initial or the number of a list."""
    before = _BEFORE.search(text, max(begin, stop.start() - 24), stop.start())
    if before is None:
        return False
    word = before[0].rpartition(".")[2]
    if word.isdigit():
        return text[begin : stop.start()].strip() == word  # "1. Tên gọi": the number of a heading or a list
    if word in rules.titles:
        return not (word.isupper() and _opens(text, following, rules))
    initial = len(word) == 1 and word.isupper()
    if initial and not _named(text, begin, before.start(), following, rules):
        return False
    if initial or before[0] in rules.abbreviations or word in rules.abbreviations:
        return not _opens(text, following, rules)
    return False


def _named(text: str, begin: int, initial: int, following: int, rules: SentenceRules) -> bool:
    """Say whether an initial stands in a name ("George W. Bush", "ông N. Sarkozy"), unlike the one in "loại Z. Máy"."""
    before = _BEFORE.search(text, max(begin, initial - 25), max(begin, initial - 1))
    second = text[following + 1 : following + 2]
    return before is None or not before[0].islower() or second == "." or before[0] in rules.before_initials


def _glued(text: str, begin: int, stop: re.Match[str], following: int, rules: SentenceRules) -> bool:
    """Say whether a stop with no blank behind it ends a sentence ("nói.Ông"), unlike one in "VnExpress.net", "7.1"."""
    if not text[following : following + 1].isupper():
        return False
    if stop[0] != ".":
        return len(stop[0]) == 1
    before = _BEFORE.search(text, max(begin, stop.start() - 24), stop.start())
    if before is None:
        return text[stop.start() - 1] in _CLOSERS if stop.start() > begin else False
    word = before[0]
    if word in rules.abbreviations or "." in word:
        return _opens(text, following, rules)
    second = text[following + 1 : following + 2]
    return (word.islower() and len(word) > 1 and not second.isupper()) or _opens(text, following, rules)
