"""Later: quotations at the head of an article whose speaker only what follows tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Statement
    from doichieu.read.statements.passages import Page

_WORD = re.compile(r"\w+")
ALONE = frozenset({"statements/quote-alone", "statements/quote-colon"})
"""Shapes of quotations that no cue gives to anybody."""
SHARED = 0.6
"""Part of the words of a quotation in a headline that the same words, told again, share with it."""
HEAD = 2
"""Lines at the head of an article: headline and lead."""
LONGEST = 1500
"""Code points that they may have."""


def with_later_speakers(page: Page, found: list[Statement]) -> list[Statement]:
    """Give the statements, sorted, with a speaker for quotations at the head: of the same words told again, else next.

    Where nobody else speaks in the article, that one has said it.
    """
    end = head_end(page.text)
    told = [k for k, one in enumerate(found) if one.speakers and one.speaker is not None]
    words = {k: _words(page, found[k]) for k in told}
    given: list[Statement] = []
    for number, one in enumerate(found):
        open_ended = one.speaker is None and one.origin in ALONE and one.start < end
        later = [k for k in told if k > number] if open_ended else []
        if not later:
            given.append(one)
            continue
        own = _words(page, one)
        again = max(later, key=lambda k: (len(own & words[k]), -k))
        same = len(own & words[again]) >= SHARED * len(own)
        chosen = found[again if same else later[0]].speakers
        given.append(replace(one, speakers=chosen) if same or not one.speakers else one)
    return given


def head_end(text: str) -> int:
    """Give where headline and lead end."""
    end = 0
    for _ in range(HEAD):
        end = text.find("\n", end) + 1
        if not end:
            return LONGEST
    return min(end, LONGEST)


def _words(page: Page, one: Statement) -> frozenset[str]:
    return frozenset(word.casefold() for span in one.content for word in _WORD.findall(page.text, *span))
