"""Vietnamese lists and rules for zones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from doichieu.languages.contracts.zones import CueKind
from doichieu.languages.lists import rows, words

_SPELLINGS = (("họa", "hoạ"), ("khóa", "khoá"))
"""The tone mark stands on the first or on the second vowel; both are in use."""


def _cues() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for cue, kind in rows(__package__, "zones/cues.txt"):
        found[kind].add(cue)
        found[kind].update(cue.replace(new, old) for new, old in _SPELLINGS)
    return {kind: tuple(sorted(cues, key=lambda cue: (-len(cue), cue))) for kind, cues in found.items()}


def _weights(name: str) -> Mapping[str, float]:
    return {row[0]: float(row[1]) for row in rows(__package__, name)}


@dataclass(frozen=True, slots=True, eq=False)
class VietnameseZoneRules:
    """See ``contracts/zones.py``."""

    by_kind: Mapping[str, tuple[str, ...]] = field(default_factory=_cues)
    caption_words: Mapping[str, float] = field(default_factory=lambda: _weights("zones/caption_words.txt"))
    caption_shape: Mapping[str, float] = field(default_factory=lambda: _weights("zones/caption_shape.txt"))
    outlets: frozenset[str] = field(default_factory=lambda: words(__package__, "zones/outlets.txt"))

    def cues(self, kind: CueKind) -> tuple[str, ...]:
        """Give the words that show something, the longest first, in all their spellings."""
        return self.by_kind.get(kind, ())


RULES = VietnameseZoneRules()
