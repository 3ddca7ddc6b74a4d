"""The longest name wins: where the words of a known longer name stand, that name is meant and not a part of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Stretch = tuple[int, int]
"""First word and the one behind the last."""


LONGEST = 16
"""Words of the longest form that is looked for again."""


class FormIndex:
    """Forms by their words, to find those that stand at a place in a time that their number does not change."""

    def __init__(self, forms: Iterable[tuple[str, ...]], *, least: int = 1) -> None:
        self._forms = {form for form in forms if least <= len(form) <= LONGEST}
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self._forms:
            lengths[form[0]].add(len(form))
        self._lengths = {word: sorted(its, reverse=True) for word, its in lengths.items()}

    def ends(self, words: Sequence[str], i: int) -> Iterator[int]:
        """Give the ends of the forms that stand at word ``i``, the longest first."""
        for length in self._lengths.get(words[i], ()):
            if i + length <= len(words) and tuple(words[i : i + length]) in self._forms:
                yield i + length


def longer_names(words: Sequence[str], names: Iterable[Stretch], forms: Iterable[tuple[str, ...]]) -> list[Stretch]:
    """Give the stretches that are one of the forms but are not among the names, which must not overlap.

    Names inside such a stretch are only parts of it; a stretch that would cut a name in two is not given. Forms of
    one word are left out: alone they may mean something else.
    """
    first_of, last_of = [-1] * len(words), [-1] * len(words)
    for first, last in names:
        first_of[first:last] = [first] * (last - first)
        last_of[first:last] = [last] * (last - first)
    index = FormIndex(forms, least=2)
    found: list[Stretch] = []
    i = 0
    while i < len(words):
        end = next(index.ends(words, i), i)
        cuts = end > i and (first_of[i] not in (-1, i) or last_of[end - 1] not in (-1, end))
        if end > i and not cuts and (first_of[i], last_of[i]) != (i, end):
            found.append((i, end))
        i = end if end > i and not cuts else i + 1
    return found
