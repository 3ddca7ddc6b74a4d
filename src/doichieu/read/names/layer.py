"""The names layer: mentions, each with its type and its actor in the article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.languages.naming.brackets import bracketed
from doichieu.languages.naming.forms import Form, join_forms
from doichieu.languages.naming.words import words_of
from doichieu.model import Mention
from doichieu.read.names.agreement import agree
from doichieu.read.names.tagger import tag

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack
    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import Reading, Zone

_ASIDE = frozenset({"credit", "byline", "dateline", "teaser", "other"})
"""Zones whose names are no mentions."""


def add_mentions(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's mentions: names that the tagger finds, made to agree over the article, joined to actors."""
    words = words_of(reading.text, pack.names)
    zones = [zone.start for zone in reading.zones]
    breaks = frozenset(zone.start for zone in reading.zones)
    mentions = [
        Mention(
            start=words.start[name.first],
            end=words.end[name.last - 1],
            type=name.type,
            actor=reading.text[words.start[name.first] : words.end[name.last - 1]],
            origin=name.origin,
        )
        for name in agree(tag(words, pack.names, breaks), words, pack.names)
    ]
    kept = [mention for mention in mentions if not _is_aside(reading.zones, bisect_right(zones, mention.start) - 1)]
    return replace(reading, mentions=_with_actors(reading.text, kept, pack.names))


def _is_aside(zones: tuple[Zone, ...], number: int) -> bool:
    return number >= 0 and zones[number].kind in _ASIDE


def _with_actors(text: str, mentions: list[Mention], rules: NameRules) -> tuple[Mention, ...]:
    """Give the mentions with the fullest form of their actor in the article."""
    counts: dict[tuple[str, str], Form] = {}
    for order, mention in enumerate(mentions):
        key = (mention.actor, mention.type)
        form = counts.get(key) or Form(mention.actor, mention.type, 0, order)
        counts[key] = replace(form, count=form.count + 1)
    groups = join_forms(counts.values(), bracketed(text, mentions), rules)
    actors = {(form.text, form.type): group.name for group in groups for form in group.forms}
    return tuple(replace(mention, actor=actors[mention.actor, mention.type]) for mention in mentions)
