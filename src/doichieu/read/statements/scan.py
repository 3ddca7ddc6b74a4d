"""Scan: what is known of a passage while its statements are read, and the questions asked of it again and again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from doichieu.model import Span
from doichieu.read.statements.claims import Draft
from doichieu.read.statements.passages import Page
from doichieu.read.statements.sources import skip_determiners

_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"[\s\-–—*•+…,.;:]*")
MARKED = frozenset({"that", "colon", "quote"})
"""What marks the beginning of a content beyond doubt."""
BACK = 600
"""Code points that are looked at around a cue, so that a text without full stops costs no more than others."""
QUOTE_WORDS = 3
"""Words that a quotation needs to be a content by itself."""


@dataclass(slots=True)
class Scan:
    """What is known of a passage so far."""

    page: Page
    passage: Span
    drafts: list[Draft] = field(default_factory=list)
    floor: int = 0
    """Where unread text begins."""
    open: Draft | None = None
    """The draft whose content may still be cut short."""
    via: Span | None = None
    quoted: tuple[Span | None, Span, int] | None = None
    """Medium, source and beginning of a relay ("R dẫn lời X …") that waits for its cue."""


def scan_of(page: Page, passage: Span) -> Scan:
    """Give the scan of a passage of which nothing is read."""
    return Scan(page, passage, floor=behind_marks(page, passage.start, passage.end))


def behind_marks(page: Page, start: int, end: int) -> int:
    """Give where the first word of a stretch begins, behind bullets and commas."""
    bullet = _BULLET.match(page.masked, start, end)
    return bullet.end() if bullet else start


def count_words(page: Page, start: int, end: int) -> int:
    """Count the words of a stretch, no more than those of its first ``BACK`` code points."""
    return len(_WORD.findall(page.text, start, min(end, start + BACK))) if end > start else 0


def has_words(page: Page, start: int, end: int) -> bool:
    """Say whether a stretch has a word or a quotation in it."""
    return end > start and _WORD.search(page.masked, start, end) is not None


def is_medium(page: Page, source: Span) -> bool:
    """Say whether a source is an agency, a paper, a broadcaster, a network."""
    noun = page.phrases.source.match(page.masked, skip_determiners(page, source), source.end)
    if noun and page.phrases.kind_of(noun[0]) == "medium":
        return True
    named = [page.text[mention.start : mention.end] for mention in page.mentions_in(*source)]
    return not page.phrases.media.isdisjoint([*named, source.of(page.text)])


def may_relay(page: Page, source: Span) -> bool:
    """Say whether a source is a medium, or a foreign name that no list knows and that may be one."""
    if is_medium(page, source):
        return True
    named = [mention for mention in page.mentions_in(*source) if mention.type not in {"PER", "GPE", "LOC", "EVENT"}]
    words = source.of(page.text)
    return words.isascii() and any((mention.start, mention.end) == source for mention in named)
