"""The times layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.model import Reading


def add_times(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's times."""
    del pack
    return reading
