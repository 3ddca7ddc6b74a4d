"""Tone marks in their place: some outlets' texts have them one letter too late ("chiêù", "hôì", "vưà")."""

from __future__ import annotations

import re
import unicodedata

_MARKED, _FINAL = "âăêôơưÂĂÊÔƠƯ", "aeiouyAEIOUY"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TABLE = {
    unicodedata.normalize("NFC", marked + final + tone): unicodedata.normalize("NFC", marked + tone + final)
    for marked in _MARKED
    for final in _FINAL
    for tone in _TONES
}
_LATE = re.compile("[" + _MARKED + "](?=[" + "".join({pair[1] for pair in _TABLE}) + "])")


def settle_tones(text: str) -> str:
    """Give composed text with late tone marks moved back; no offset changes.

    >>> settle_tones("chiêù nay, hôì tháng Tám")
    'chiều nay, hồi tháng Tám'
    """
    if not _LATE.search(text):
        return text
    return _LATE_PAIR.sub(lambda match: _TABLE[match[0]], text)


_LATE_PAIR = re.compile("|".join(sorted(_TABLE)))
