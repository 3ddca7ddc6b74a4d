"""Names of bodies by the lists: a ministry, a department, a force, with the place behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words


OPENERS = frozenset({"head", "state", "body"})
"""Kinds of listed words that open, or are, the name of a body."""


def bodies_of(words: Words, rules: NameRules) -> list[str]:
    """Give for each word its part in a body's name by the lists: "B", "I", its place "P", "E" behind it, "" elsewhere.

    A body is a listed one, or a word that opens bodies' names, with the place behind it: "Sở Y tế" + "tỉnh" "Nghệ An".
    """
    parts = [""] * (len(words.word) + 1)
    i = 0
    while i < len(words.word):
        kind = words.listed[i][2:] if words.listed[i][:1] == "B" else ""
        if kind not in OPENERS:
            i += 1
            continue
        end = i + 1
        while end < len(words.word) and words.listed[end] == "I-" + kind:
            end += 1
        last = _place_behind(words, end, rules)
        if kind == "head" and last == end:
            i = end
            continue
        parts[i:last] = ["B" + kind] + ["I" + kind] * (end - i - 1) + ["P" + kind] * (last - end)
        parts[last] = "E" + kind
        i = last
    return parts[:-1]


def _place_behind(words: Words, end: int, rules: NameRules) -> int:
    """Give the end of the place that stands at ``end``, with its kind word or without; ``end`` where none does."""
    at = end
    for i in range(end, min(end + 3, len(words.word))):
        if words.told[i] == "GPE" and words.told_from[i] == end:
            at = i + 1
            if at < len(words.word) and words.word[at] == "." and words.start[at] == words.end[i]:
                at += 1
    if at >= len(words.word):
        return end
    if rules.type_of(words.listed[at][2:]) == "GPE" and words.listed[at][0] == "B":
        last = at + 1
        while last < len(words.word) and words.listed[last] == "I" + words.listed[at][1:]:
            last += 1
        return last
    last = at
    while at > end and last < min(at + 3, len(words.word)) and words.shape[last] in ("Xxx", "Xx", "00", "0", "X"):
        last += 1
    return last if last > at else end


def candidates(words: Words, rules: NameRules) -> list[tuple[int, int, bool]]:
    """Give the first word and the one behind the last of each body of the lists, and whether a place ends it."""
    parts = bodies_of(words, rules)
    found: list[tuple[int, int, bool]] = []
    for i, part in enumerate(parts):
        if part in ("Bstate", "Bbody"):
            end = i + 1
            while end < len(parts) and parts[end][:1] in ("I", "P"):
                end += 1
            found.append((i, end, parts[end - 1][0] == "P"))
    return found
