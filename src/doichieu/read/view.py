"""View: the text as the rules see it, and the way back to the text as it was gathered.

Rules are written for composed Unicode (NFC), plain blanks and plain line ends. An article's text may hold decomposed
letters, non-breaking blanks, CRLF, soft hyphens or byte order marks; its offsets stay those of the text as gathered.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from doichieu.model import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BLANK = dict.fromkeys(map(ord, "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"), " ")
_BLANK |= dict.fromkeys(range(0x2000, 0x200B), " ")
_CLUSTER = re.compile(r"\r\n|[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)
"""A letter with the marks that follow it: the unit that composing works on."""


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
    if unicodedata.is_normalized("NFC", text) and "\r\n" not in text and not any(sign in text for sign in _INVISIBLE):
        return View(text.translate(_BLANK))
    pieces: list[str] = []
    offsets = array("q")
    for match in _CLUSTER.finditer(text):
        piece = _plain(match[0])
        pieces.append(piece)
        offsets.extend([match.start()] * len(piece))
    offsets.append(len(text))
    return View("".join(pieces), offsets)


def _plain(cluster: str) -> str:
    if cluster == "\r\n":
        return "\n"
    if cluster in _INVISIBLE:
        return ""
    return unicodedata.normalize("NFC", cluster).translate(_BLANK)
