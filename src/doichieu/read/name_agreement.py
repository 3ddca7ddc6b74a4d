"""Agreement over an article: a form is a name everywhere or nowhere, and of one type."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from doichieu.languages.naming.words import is_capital, runs_of
from doichieu.read.tagger import Tagged

if TYPE_CHECKING:
    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words
    from doichieu.model import MentionType

_LEAST = 0.4
"""Share of its occurrences that must be tagged for a form to be a name at all."""


def agree(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Give the names with one type a form, with the occurrences that the tagger missed, in order."""
    del rules
    forms: dict[tuple[str, ...], Counter[MentionType]] = defaultdict(Counter)
    for name in names:
        forms[tuple(words.word[name.first : name.last])][name.type] += 1
    types = {form: max(votes, key=lambda kind: (votes[kind], kind)) for form, votes in forms.items()}
    settled = [name._replace(type=types[tuple(words.word[name.first : name.last])]) for name in names]
    return sorted([*settled, *_missed(settled, words, types)])


def _missed(names: list[Tagged], words: Words, types: dict[tuple[str, ...], MentionType]) -> list[Tagged]:
    taken = bytearray(len(words.word))
    runs = runs_of(words)
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted(types, key=lambda form: (-len(form), form)):
        starts[form[0]].append(form)
    found: list[Tagged] = []
    for i, word in enumerate(words.word):
        for form in starts.get(word, ()) if not taken[i] else ():
            end = i + len(form)
            if tuple(words.word[i:end]) == form and not any(taken[i:end]) and _stands_free(words, runs, i, end):
                found.append(Tagged(i, end, types[form], "names/again"))
                taken[i:end] = b"\1" * len(form)
                break
    return found


def _stands_free(words: Words, runs: list[tuple[int, int]], first: int, last: int) -> bool:
    """Say whether an untagged occurrence is plainly the name: of several words, or a word in no longer run."""
    if last - first > 1:
        return True
    start, end = runs[first]
    return is_capital(words.shape[first]) and (start, end) == (first, last)
