"""Interview: an article in question and answer; each answer is one statement of the one who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doichieu.model import Span
from doichieu.read.statements.claims import FEWEST, Draft
from doichieu.read.statements.passages import MASK, Page
from doichieu.read.statements.scan import count_words
from doichieu.read.statements.sources import is_source

QUESTIONS = 3
"""Questions to somebody that make an interview."""
OWN = 3
"""Sentences in the first person, outside quotations, that make one."""
DASHES = "-–—"
LABEL = 60
"""Code points that the name before an answer may have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: the passages that it consists of, and its draft."""

    first: int
    behind: int
    draft: Draft


def answers_of(page: Page, passages: Sequence[Span]) -> tuple[Answer, ...]:
    """Give the answers of an interview in order; nothing for an article that is none."""
    asked, dashed = _questions(page, passages)
    if len(asked) < QUESTIONS or not (dashed or _is_interview(page, passages, asked)):
        return ()
    if sum(page.phrases.first_person.search(page.masked, *passage) is not None for passage in passages) < OWN:
        return ()
    stretches: list[tuple[int, int]] = []
    for number, question in enumerate(asked):
        if number + 1 < len(asked):
            stretches.append((question + 1, _question_start(page, passages, question + 1, asked[number + 1])))
        else:
            longest = max((behind - first for first, behind in stretches), default=1)
            stretches.append((question + 1, _end(page, passages, question + 1, question + 1 + longest)))
    answers = (_answer(page, passages, first, behind) for first, behind in stretches if first < behind)
    return tuple(answer for answer in answers if count_words(page, *answer.draft.content[0]) > FEWEST)


def _is_interview(page: Page, passages: Sequence[Span], asked: Sequence[int]) -> bool:
    """Say whether one asks another here, and no columnist asks the reader: by labels, forms of address, thanks."""
    for number in asked:
        label = page.phrases.interviewer.match(page.masked, passages[number].start)
        if label or page.phrases.asks_them.search(page.masked, *passages[number]):
            return True
    return any(page.phrases.thanks.match(page.masked, passage.start) for passage in passages[asked[-1] :])


def _questions(page: Page, passages: Sequence[Span]) -> tuple[list[int], bool]:
    """Give the passages that ask, the last one of those that stand together, and whether dashes open the answers."""
    marked = [_is_question(page, passage) for passage in passages]
    asked = [number for number, passage in enumerate(passages) if marked[number] and _asks(page, passage)]
    dashed = [
        number for number in range(len(passages) - 1) if marked[number] and _is_dashed(page, passages[number + 1])
    ]
    if len(set(asked) & set(dashed)) >= QUESTIONS - 1 and len(dashed) >= QUESTIONS:
        return dashed, True
    put = set(asked)
    runs = [[number] for number, mark in enumerate(marked) if mark and not (number and marked[number - 1])]
    for run in runs:
        while run[-1] + 1 < len(marked) and marked[run[-1] + 1]:
            run.append(run[-1] + 1)
    return [run[-1] for run in runs if not put.isdisjoint(run)], False


def _is_dashed(page: Page, passage: Span) -> bool:
    return page.masked[passage.start] in DASHES or page.masked[passage.start - 2 : passage.start].strip() in set(DASHES)


def _is_question(page: Page, passage: Span) -> bool:
    end = passage.start + len(page.text[passage.start : passage.end].rstrip())
    return page.text[end - 1] == "?" and page.masked[end - 1] != MASK


def _asks(page: Page, passage: Span) -> bool:
    """Say whether a question is put to somebody: "Thưa ông, …?", "Ông đánh giá thế nào …?", "PV: …?"."""
    end = passage.end
    if page.phrases.interviewer.match(page.masked, passage.start, end):
        return True
    return any(
        not any(name.start <= found.end() + 1 < name.end for name in page.mentions_in(found.end(), found.end() + LABEL))
        for found in page.phrases.asked.finditer(page.masked, passage.start, end)
    )


def _end(page: Page, passages: Sequence[Span], start: int, most: int) -> int:
    """Give where the last answer ends: before the thanks, else where it is as long as the longest one before."""
    for number in range(start, len(passages)):
        if page.phrases.thanks.match(page.masked, passages[number].start):
            return number
    return min(most, len(passages))


def _question_start(page: Page, passages: Sequence[Span], start: int, question: int) -> int:
    """Give where a question begins: with the label, else with the sentences of its paragraph that lead to it."""
    first = question
    for number in range(question - 1, start, -1):
        if page.phrases.interviewer.match(page.masked, passages[number].start):
            return number
        if page.text[passages[number].end : passages[number + 1].start].count("\n"):
            break
    return first


def _answer(page: Page, passages: Sequence[Span], first: int, behind: int) -> Answer:
    """Give an answer, without the name before it."""
    span = Span(passages[first].start, passages[behind - 1].end)
    colon = page.masked.find(":", span.start, min(span.end, span.start + LABEL))
    label = Span(span.start, span.start + len(page.masked[span.start : colon].rstrip())) if colon > 0 else None
    named = label is not None and is_source(page, label) and not page.phrases.finite.search(page.masked, *label)
    source = label if named else None
    content = Span(colon + 1, span.end) if named else span
    draft = Draft([content], "answer", source=source, carried=source is None, passage=span)
    draft.frame = [Span(span.start, content.start)]
    return Answer(first, behind, draft)
