"""The statements layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.model import Reading


def add_statements(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's statements."""
    del pack
    return reading
