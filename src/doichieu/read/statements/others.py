"""Others' words: a cue takes up what somebody else said; "X đáp trả bình luận của Y rằng …" tells Y's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.model import Span
from doichieu.read.statements.sources import is_source

if TYPE_CHECKING:
    from doichieu.read.statements.claims import Draft, Following
    from doichieu.read.statements.passages import Page

OWN = frozenset({"deny", "quote", "relay", "show"})
"""Kinds of cues whose content is the subject's own, or is passed on, whatever noun it hangs on."""


def give_to_owner(page: Page, draft: Draft, found: Following) -> None:
    """Give a draft whose content hangs on somebody's remark to its owner; a day before the cue is not the remark's."""
    if draft.cue is None or found.marker != "that" or draft.behaviour in OWN:
        return
    place = draft.cue.end
    for noun in page.phrases.remark.finditer(page.masked, place, found.start):
        owned = page.phrases.possessive.match(page.masked, noun.end() + 1, found.start)
        if owned is None:
            continue
        words = page.masked[owned.end() : found.start].split()
        while words and words[-1].casefold().strip(",:") in page.phrases.plain_that:
            words.pop()
        start = owned.end() + 1
        owner = Span(start, start + len(" ".join(words)))
        if words and page.masked[owner.start : owner.end].split() == words and is_source(page, owner):
            draft.source, draft.carried, draft.frame = owner, False, [Span(noun.start(), found.start)]
            return
