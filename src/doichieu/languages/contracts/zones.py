"""What the zones layer needs of a language pack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

CueKind = Literal[
    "credit",
    "source",
    "provider",
    "picture",
    "stock",
    "author",
    "desk",
    "from",
    "teaser",
    "invite",
    "stamp",
    "pose",
    "button",
    "show",
    "pictures",
]
"""What words of a news page show; data/zones/cues.txt of the Vietnamese pack explains each."""


class ZoneRules(Protocol):
    """Lists and rules of one language for zones."""

    def __hash__(self) -> int:
        """By identity: patterns built from the lists are kept for each pack."""

    def cues(self, kind: CueKind) -> tuple[str, ...]:
        """Give the words that show something, the longest first, in all their spellings."""

    @property
    def caption_words(self) -> Mapping[str, float]:
        """How much words speak for a caption: log odds for each feature of ``read/zones/caption_words.py``."""

    @property
    def caption_shape(self) -> Mapping[str, float]:
        """How much place and shape speak for a caption: log odds for each feature of ``read/zones/captions.py``."""

    @property
    def outlets(self) -> frozenset[str]:
        """Media and agencies as credits and the tags of reports name them."""
