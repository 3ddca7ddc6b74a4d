"""Wordings side by side: which syllables only one of them has."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.citing import Mark, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_COMPARED = 8
"""Wordings compared each with each; more columns nobody reads, and the work grows with the square."""
LONGEST_COMPARED = 400
"""Syllables of a wording that are compared: beyond that lie passages, not remarks."""
TOO_FAR = 0.45
"""Share of the shorter wording's syllables that the other has in order; below it the two tell it in other words
altogether, and marks would be noise. Unrelated sentences of news share a fifth, summaries of one remark a third, two
translations of one remark two thirds and more."""
_SYLLABLE = re.compile(r"\w+")


def mark_differences(texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Give each text in pieces, marked ``only`` where no other text has the words, ``some`` where not all have."""
    rows = [list(_SYLLABLE.finditer(text))[:LONGEST_COMPARED] for text in texts]
    keys = [[match[0].casefold() for match in row] for row in rows]
    shared = [[0] * len(row) for row in rows]
    rivals = [0] * len(rows)
    compared = range(min(len(texts), MOST_COMPARED))
    for one in compared:
        for other in compared[one + 1 :]:
            _count_shared(keys, shared, rivals, (one, other))
    return tuple(
        _pieces(text, rows[place], [_mark(count, rivals[place]) for count in shared[place]])
        for place, text in enumerate(texts)
    )


def _count_shared(keys: list[list[str]], shared: list[list[int]], rivals: list[int], pair: tuple[int, int]) -> None:
    one, other = pair
    matcher = SequenceMatcher(None, keys[one], keys[other], autojunk=False)
    blocks = matcher.get_matching_blocks()
    alike = sum(block.size for block in blocks)
    if alike < TOO_FAR * max(1, min(len(keys[one]), len(keys[other]))):
        return
    rivals[one] += 1
    rivals[other] += 1
    for block in blocks:
        for step in range(block.size):
            shared[one][block.a + step] += 1
            shared[other][block.b + step] += 1


def _mark(count: int, rivals: int) -> Mark:
    if count == rivals:
        return ""
    return "some" if count else "only"


def _pieces(text: str, syllables: list[re.Match[str]], marks: list[Mark]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done = 0
    for mark, group in groupby(zip(syllables, marks, strict=False), key=lambda pair: pair[1]):
        run = [syllable for syllable, _ in group]
        if not mark:
            continue
        if done < run[0].start():
            pieces.append(Piece(text=text[done : run[0].start()], mark=""))
        pieces.append(Piece(text=text[run[0].start() : run[-1].end()], mark=mark))
        done = run[-1].end()
    if done < len(text):
        pieces.append(Piece(text=text[done:], mark=""))
    return tuple(pieces)
