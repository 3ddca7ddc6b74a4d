"""Vietnamese words that open a sentence and tie it to the one before."""

from __future__ import annotations

from doichieu.languages.lists import words


def loose_opening(sentence: str) -> int:
    """Give how many characters to leave out: the listed words before the first comma, the comma and the blank.

    >>> loose_opening("Tuy nhiên, cầu vẫn đóng."), loose_opening("Trước đó, cầu đã đóng.")
    (11, 0)
    """
    opening, comma, rest = sentence.partition(", ")
    listed = words(__package__, "compare/loose_openings.txt")
    return len(opening) + len(comma) if rest and opening.casefold() in listed else 0
