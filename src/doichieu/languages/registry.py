"""Which packs there are, in one list, and which one reads a text."""

from __future__ import annotations

from functools import cache

from doichieu.languages.pack import LanguagePack

LEAST_SURE = 0.4
"""Below this no pack reads a text: Vietnamese news scores 1.0, English news under 0.1 (docs/reading/README.md)."""


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Give the packs that are installed; loaded at the first call, since their lists take time."""
    from doichieu.languages.vi import PACK as VI

    return (VI,)


def pack_of(code: str) -> LanguagePack | None:
    """Give the pack for a language code, None where there is none."""
    return next((pack for pack in packs() if pack.code == code), None)


def recognise(text: str) -> str:
    """Give the code of the language that a text is in, "" where no pack reads it."""
    sure, code = max((pack.recognise(text), pack.code) for pack in packs())
    return code if sure >= LEAST_SURE else ""
