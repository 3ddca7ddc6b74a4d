"""Vietnamese words by which one wording of a remark is softer or sharper than another."""

from __future__ import annotations

import re
from functools import cache

from doichieu.languages.lists import rows, words
from doichieu.languages.patterns import whole_words


def cue_force(cue: str) -> int | None:
    """Give how much a cue commits or blames, by the longest listed words in it; None where none is listed.

    >>> cue_force("cho biết"), cue_force("một mực khẳng định"), cue_force("cáo buộc"), cue_force("hát")
    (0, 1, 2, None)
    """
    found = _cue().search(cue)
    return _forces()[found[0].casefold()] if found else None


def hedged(text: str) -> bool:
    """Say whether words stand in a text that make a claim less sure.

    >>> hedged("cầu có thể sập"), hedged("cầu sẽ sập")
    (True, False)
    """
    return bool(_hedge().search(text))


@cache
def _forces() -> dict[str, int]:
    return {row[0].casefold(): int(row[1]) for row in rows(__package__, "compare/cue_force.txt")}


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(whole_words(_forces()), re.IGNORECASE)


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(whole_words(words(__package__, "compare/hedges.txt")), re.IGNORECASE)
