"""Tokens: syllables, numbers and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doichieu.model import Span

_TOKEN = re.compile(
    r"\d+(?:[.,:/-]\d+)*(?:[^\W\d_]{1,2}\d*)?(?!\w)"  # 3.600  1,5  9-1  23/10/2013  15h30  20km
    r"|\d+(?:[.,]\d+)*"  # the number of a word that goes on
    r"|[^\W\d_][\w&]*(?:['’.-][^\W_]+)*"  # Kassym-Jomart  O'Brien  Covid-19  TP.HCM
    r"|\.{2,}|[^\w\s]|_",
)
"""Each alternative eats at least one character and none backs up over more than its own separators: linear."""


def tokens(text: str, span: Span, titles: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Give the spans of the tokens of one sentence; a title glued to a name ("P.Tân Biên") is parted from it.

    >>> [token.of("Hôm 9-1, Kassym-Jomart nói.") for token in tokens("Hôm 9-1, Kassym-Jomart nói.", Span(0, 27))]
    ['Hôm', '9-1', ',', 'Kassym-Jomart', 'nói', '.']
    """
    for match in _TOKEN.finditer(text, *span):
        start, end = match.span()
        head, stop, name = match[0].partition(".")
        if stop and head in titles and name[1:2].islower():
            yield from (Span(start, start + len(head)), Span(start + len(head), start + len(head) + 1))
            start += len(head) + 1
        yield Span(start, end)
