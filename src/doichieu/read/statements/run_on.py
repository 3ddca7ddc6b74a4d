"""Run-on: sentences without a cue that plainly go on with what a source is said to have said."""

from __future__ import annotations

from doichieu.languages.contracts.statements import Behaviour
from doichieu.model import Span
from doichieu.read.statements.claims import FEWEST, Draft
from doichieu.read.statements.passages import Page
from doichieu.read.statements.scan import behind_marks, count_words
from doichieu.read.statements.sources import skip_determiners, subject_start

SHARE = 0.6
"""Length of a sentence, in shares of what was said, up to which it goes on: .6 gives content F1 .823 on the check half,
1.0 .820, 2.5 .816."""
MOST = 0.8
"""The same for all sentences together that go on."""
RULES = frozenset({"cue-before", "cue-joined", "cue-relayed", "according", "according-resumed"})
TELLING: frozenset[Behaviour] = frozenset({"say", "tell"})
SENTENCES = 4
"""Sentences of a person's that go on, at most: 46 in 57 are right on stories annotated
quickly, 4 in 5 on the look half."""


def run_on(page: Page, draft: Draft, passage: Span) -> bool:
    """Add a passage without statements to the draft of the passage before where it plainly goes on with it.

    It does where it stands in the same paragraph, names nobody, quotes nothing and is much shorter than what was said:
    true of 16 in 24 such sentences of the gold stories (3 in 6 on the look half, 13 in 18 on the check half), of 1 in 5
    of all sentences behind a statement.
    """
    if not _stands_behind(page, draft, passage) or page.quotes_in(*passage) or _is_fresh(page, passage):
        return False
    if page.quotes_in(*draft.passage):
        return False
    plain = not page.mentions_in(*passage) and (_is_short(draft, passage) or _elaborates(page, draft, passage))
    if not (plain or _is_listed(page, draft)):
        return False
    extend(draft, passage)
    return True


def extend(draft: Draft, passage: Span) -> None:
    """Add a passage to what was said."""
    draft.added += passage.end - passage.start
    draft.sentences += 1
    draft.content[-1] = Span(draft.content[-1].start, passage.end)
    draft.passage = Span(draft.passage.start, passage.end)


def _stands_behind(page: Page, draft: Draft, passage: Span) -> bool:
    """Say whether a passage that asks nothing stands right behind a statement, in its paragraph."""
    if draft.rule not in RULES or draft.behaviour not in TELLING or draft.source is None or not draft.content:
        return False
    last = draft.content[-1]
    if draft.passage.end != last.end or count_words(page, *passage) <= FEWEST:
        return False
    if page.text[last.end : passage.start].strip() or "\n" in page.text[last.end : passage.start]:
        return False
    return page.text[passage.end - 1] != "?"


def _is_fresh(page: Page, passage: Span) -> bool:
    """Say whether a passage begins with a word of the outlet's own ("hiện"), perhaps behind a connective."""
    fresh, opener = page.phrases.fresh_start, page.phrases.opener.match(page.masked, *passage)
    behind = behind_marks(page, opener.end(), passage.end) if opener else passage.start
    return any(fresh.match(page.masked, start) is not None for start in (passage.start, behind))


def _is_short(draft: Draft, passage: Span) -> bool:
    """Say whether a passage is much shorter than what was said."""
    said = sum(piece.end - piece.start for piece in draft.content) - draft.added
    new = passage.end - passage.start
    return new < SHARE * said and new + draft.added < MOST * said


def _elaborates(page: Page, draft: Draft, passage: Span) -> bool:
    """Say whether a person goes on to explain: no day is told, and the person has not said too much."""
    if draft.source is None or draft.sentences >= SENTENCES:
        return False
    days = [time for time in page.times_in(*passage) if time.type in {"DATE", "TIME"}]
    return not days and not _is_told(page, passage) and _is_person(page, draft.source)


def _is_told(page: Page, passage: Span) -> bool:
    """Say whether a passage tells what an actor did: "Cảnh sát đã …"."""
    start = subject_start(page, *passage)
    actor = page.phrases.source.match(page.masked, start, passage.end)
    verb = page.phrases.finite.search(page.masked, actor.end(), passage.end) if actor else None
    return verb is not None and page.phrases.done.fullmatch(verb[0]) is not None


def _is_listed(page: Page, draft: Draft) -> bool:
    """Say whether a colon opens what was said."""
    return draft.sentences < SENTENCES and ":" in page.text[draft.content[-1].start - 3 : draft.content[-1].start]


def _is_person(page: Page, source: Span) -> bool:
    noun = page.phrases.source.match(page.masked, skip_determiners(page, source), source.end)
    titled = noun is not None and page.phrases.kind_of(noun[0]) in {"man", "woman"}
    return titled or any(mention.type == "PER" for mention in page.mentions_in(*source))
