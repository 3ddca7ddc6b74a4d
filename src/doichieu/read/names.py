"""The names layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.model import Reading


def add_mentions(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's mentions."""
    del pack
    return reading
