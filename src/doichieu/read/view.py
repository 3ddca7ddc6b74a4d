"""View: the text as the rules see it, and the way back to the text as it was gathered.

Rules are written for composed Unicode (NFC), plain blanks and plain line ends. An article's text may hold decomposed
letters, non-breaking blanks, CRLF, soft hyphens, byte order marks, or HTML entities that nobody resolved; its offsets
stay those of the text as gathered.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

from doichieu.model import Span

_INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_BLANK = dict.fromkeys(map(ord, "\t\v\f\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000"), " ")
_BLANK |= dict.fromkeys(range(0x2000, 0x200B), " ")
_BLANK |= dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n")
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_MARKS = r"[\u0300-\u036f]"
_CLUSTER = re.compile(
    rf"(?P<run>[^&\r{_INVISIBLE}\u0300-\u036f]{{2,}}(?!{_MARKS}))"
    rf"|\r\n|{_ENTITY}|[^\u0300-\u036f]{_MARKS}*|{_MARKS}+",
    re.DOTALL,
)
"""Letters without marks, an entity, or a letter with the marks that follow it: what resolving and composing work on."""
_HAS_ENTITY = re.compile(_ENTITY)
_CONTROL = frozenset(range(32)) - {9, 10, 13} | frozenset(range(127, 160)) | frozenset(range(0xD800, 0xE000))


@dataclass(frozen=True, slots=True)
class View:
    """A plain rendering of a text. ``offsets`` is None where both have the same offsets."""

    text: str
    offsets: array[int] | None = None
    """For each offset of ``text`` (its end included) the offset in the text as gathered."""

    def back(self, start: int, end: int) -> Span:
        """Give the span of the text as gathered for a span of the view."""
        return Span(start, end) if self.offsets is None else Span(self.offsets[start], self.offsets[end])


def view_of(text: str) -> View:
    """Give the view of a text, in time linear in its length."""
    if _is_plain(text):
        return View(text.translate(_BLANK))
    pieces: list[str] = []
    offsets = array("q")
    for match in _CLUSTER.finditer(text):
        cluster, start = match[0], match.start()
        if match["run"] and not unicodedata.is_normalized("NFC", cluster):
            plain = [_plain(letter) for letter in cluster]
            pieces += plain
            for offset, piece in enumerate(plain, start):
                offsets.extend([offset] * len(piece))
            continue
        piece = _plain(cluster)
        pieces.append(piece)
        if len(piece) == 1:
            offsets.append(start)
        else:  # where nothing was put together each code point has its own offset
            offsets.extend(range(start, match.end()) if len(piece) == len(cluster) else [start] * len(piece))
    offsets.append(len(text))
    return View("".join(pieces), offsets)


def _is_plain(text: str) -> bool:
    """Say whether every code point of the view stands where its own stands in the text."""
    return (
        unicodedata.is_normalized("NFC", text)
        and "\r\n" not in text
        and not any(sign in text for sign in _INVISIBLE)
        and _HAS_ENTITY.search(text) is None
    )


def _plain(cluster: str) -> str:
    return _composed(cluster) if len(cluster) < 36 else unicodedata.normalize("NFC", cluster).translate(_BLANK)


@lru_cache(maxsize=4096)
def _composed(cluster: str) -> str:
    if cluster == "\r\n":
        return "\n"
    if cluster in _INVISIBLE:
        return ""
    if cluster[0] == "&" and len(cluster) > 1 and cluster[-1] == ";":
        return _resolved(cluster)
    return unicodedata.normalize("NFC", cluster).translate(_BLANK)


def _resolved(entity: str) -> str:
    """Give the character that an entity stands for; the entity itself where it stands for none that a text may hold."""
    name = entity[1:]
    if name[0] != "#":
        sign = html5.get(name, entity)
    else:
        number = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
        sign = chr(number) if 0 < number < 0x110000 and number not in _CONTROL else entity
    if sign in _INVISIBLE:
        return ""
    return unicodedata.normalize("NFC", sign).translate(_BLANK)
