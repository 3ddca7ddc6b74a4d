"""The longest name wins: where the words of a known longer name stand, that name is meant and not a part of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Stretch = tuple[int, int]
"""First word and the one behind the last."""


def longer_names(words: Sequence[str], names: Iterable[Stretch], forms: Iterable[tuple[str, ...]]) -> list[Stretch]:
    """Give the stretches that are one of the forms but are not among the names, which must not overlap.

    Names inside such a stretch are only parts of it; a stretch that would cut a name in two is not given. Forms of
    one word are left out: alone they may mean something else. Linear in the words for forms of bounded length.
    """
    first_of, last_of = [-1] * len(words), [-1] * len(words)
    for first, last in names:
        first_of[first:last] = [first] * (last - first)
        last_of[first:last] = [last] * (last - first)
    starting: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        if len(form) > 1:
            starting[form[0]].append(form)
    found: list[Stretch] = []
    i = 0
    while i < len(words):
        end = next((i + len(form) for form in starting.get(words[i], ()) if _is_at(words, i, form)), i)
        cuts = end > i and (first_of[i] not in (-1, i) or last_of[end - 1] not in (-1, end))
        if end > i and not cuts and (first_of[i], last_of[i]) != (i, end):
            found.append((i, end))
        i = end if end > i and not cuts else i + 1
    return found


def _is_at(words: Sequence[str], i: int, form: tuple[str, ...]) -> bool:
    return tuple(words[i : i + len(form)]) == form
