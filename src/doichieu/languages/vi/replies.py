"""Vietnamese words that answer: "đáp trả", "phản ứng trước bình luận của …", "bác bỏ thông tin"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from doichieu.languages.contracts.replies import ReplyCue, ReplyWord
from doichieu.languages.lists import rows, words
from doichieu.languages.patterns import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.model.story import ReplyHow


def reply_cues(text: str) -> tuple[ReplyCue, ...]:
    """Give the cues in the words around a statement, in their order."""
    listed = {row[0].casefold(): row[1:] for row in rows(__package__, "compare/reply_cues.txt")}
    found = ((match, listed.get(match[0].casefold())) for match in _cue().finditer(text))
    return tuple(
        ReplyCue(match.start(), match.end(), cast("ReplyHow", row[0]), row[1] == "strong")
        for match, row in found
        if row
    )


def reply_words(text: str) -> frozenset[ReplyWord]:
    """Give which kinds of the words of ``reply_words.txt`` stand in a text."""
    return frozenset(kind for kind, pattern in _reply_words() if pattern.search(text))


def remarks(text: str) -> tuple[tuple[int, int], ...]:
    """Give where nouns stand that name what somebody said before, up to the name: "những nhận định mới đây của"."""
    return tuple(match.span() for match in _remark().finditer(text))


def remarks_taken_up(text: str) -> tuple[tuple[int, int], ...]:
    """Give where words take up what was said just before: "câu nói ấy", "những cáo buộc trên"."""
    return tuple(match.span() for match in _taken_up().finditer(text))


@cache
def _taken_up() -> re.Pattern[str]:
    nouns = _any(words(__package__, "compare/remarks.txt")).pattern
    return re.compile(rf"(?<!người )(?<!nguồn ){nouns} (?:nói |kể )?(?:ấy|này|nọ|trên)(?!\w)", re.IGNORECASE)


@cache
def _cue() -> re.Pattern[str]:
    cues = (row[0] for row in rows(__package__, "compare/reply_cues.txt"))
    return _any([*cues, *words(__package__, "compare/reply_stops.txt")])


@cache
def _reply_words() -> tuple[tuple[ReplyWord, re.Pattern[str]], ...]:
    listed = rows(__package__, "compare/reply_words.txt")
    kinds = sorted({row[1] for row in listed})
    return tuple((cast("ReplyWord", kind), _any(row[0] for row in listed if row[1] == kind)) for kind in kinds)


@cache
def _remark() -> re.Pattern[str]:
    nouns = _any(words(__package__, "compare/remarks.txt")).pattern
    return re.compile(rf"(?<!người )(?<!nguồn ){nouns}(?: \w+){{0,3}} (?:của|từ|do) ", re.IGNORECASE)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases as whole words, the longest where several begin at one place."""
    return re.compile(whole_words(phrases), re.IGNORECASE)
