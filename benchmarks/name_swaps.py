"""Copies of annotated articles with other names in them: more kinds of names in the same sentences.

A tagger trained on few articles learns their names by heart. In a copy each name (all its occurrences) is another one
of its type and build, from the other articles or from the pack's lists, so that shape, surroundings and lists count.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.languages.contracts.names import NameRules

Place = tuple[int, int, str]
"""Start, end and type of a name."""
Build = tuple[str, int, bool, bool]
"""Type, number of words (3 for more), whether the words could be native, whether all is capitals."""


class Swaps:
    """Names to swap in, by their build."""

    def __init__(self, forms: Iterable[tuple[str, str]], rules: NameRules, seed: int = 7) -> None:
        self._rules = rules
        self._chance = random.Random(seed)
        listed = ((form, rules.type_of(kind)) for form, kind in rules.known().items() if kind not in ("head", "state"))
        self._pool: dict[Build, list[str]] = defaultdict(list)
        for form, kind in sorted({*forms, *((form, kind) for form, kind in listed if kind)}):
            self._pool[self._build(form, kind)].append(form)

    def _build(self, form: str, kind: str) -> Build:
        words = form.replace("-", " ").split()
        return kind, min(len(words), 3), all(map(self._rules.is_native, words)), form.isupper()

    def other(self, form: str, kind: str) -> str:
        """Give another name of the same type and build, the same one where there is none."""
        return self._chance.choice(self._pool.get(self._build(form, kind)) or [form])

    def swapped(self, text: str, names: list[Place], marks: Iterable[int]) -> tuple[str, list[Place], dict[int, int]]:
        """Give the text with other names, where they stand now, and where the marked offsets of the old text are."""
        chosen: dict[tuple[str, str], str] = {}
        pieces: list[str] = []
        places: list[Place] = []
        moved: dict[int, int] = {}
        waiting = sorted(marks)
        at = length = 0
        for start, end, kind in names:
            while waiting and waiting[0] <= start:
                mark = waiting.pop(0)
                moved[mark] = length + max(mark - at, 0)
            form = text[start:end]
            new = chosen.setdefault((form, kind), self.other(form, kind))
            pieces += [text[at:start], new]
            length += start - at
            places.append((length, length + len(new), kind))
            length += len(new)
            at = end
        pieces.append(text[at:])
        moved |= {mark: length + max(mark - at, 0) for mark in waiting}
        return "".join(pieces), places, moved
