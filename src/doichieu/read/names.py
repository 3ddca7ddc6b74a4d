"""The names layer: mentions, each with its type and its actor in the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.languages.naming.words import words_of
from doichieu.model import Mention
from doichieu.read.tagger import tag

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.model import Reading

_ASIDE = frozenset({"credit", "byline", "dateline", "teaser", "other"})
"""Zones whose names are no mentions."""


def add_mentions(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's mentions."""
    words = words_of(reading.text, pack.names)
    aside = [zone for zone in reading.zones if zone.kind in _ASIDE]
    mentions = []
    for first, last, kind in tag(words, pack.names):
        start, end = words.start[first], words.end[last - 1]
        if not any(zone.start <= start < zone.end for zone in aside):
            actor = reading.text[start:end]
            mentions.append(Mention(start=start, end=end, type=kind, actor=actor, origin="names/tagger"))  # type: ignore[arg-type]
    return replace(reading, mentions=tuple(mentions))
