"""From bytes to text: which encoding a file is in."""

from __future__ import annotations

import codecs
import re
import unicodedata

from doichieu.errors import DoichieuError
from doichieu.languages import recognise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = "cp1258"
"""Windows-1258, the single-byte encoding of older Vietnamese files."""
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class NotTextError(DoichieuError):
    """The bytes are no text that can be told."""


def decode(content: bytes) -> str:
    """Give the text that the bytes hold, its characters as they came, without a byte order mark.

    UTF-8, UTF-16 and UTF-32 with a mark; UTF-8, UTF-16 and Windows-1258 without. Raises NotTextError for anything else.
    """
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise NotTextError(f"it is {kind}, not a text")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding)
    half = _utf16_without_mark(content)
    if half:
        return _strict(content, half)
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = content.decode(_LEGACY, errors="replace")
        if "\ufffd" not in text and recognise(unicodedata.normalize("NFC", text)):
            return _checked(text)
        raise NotTextError(f"it is neither UTF-8 nor another encoding known here (byte {error.start})") from error


def decode_html(content: bytes, told: str = "") -> str:
    """Give the text of a page, in the encoding that its own ``<meta charset>`` names where that fits.

    ``told`` is the encoding that the server named. It counts where the page names none and is no UTF-8: servers tell
    one encoding for all their pages. Raises NotTextError where nothing fits.
    """
    declared = _CHARSET.search(content[:4096])
    if declared and not content.startswith(tuple(mark for mark, _ in _MARKS)):
        name = declared[1].decode("ascii").lower()
        try:
            return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass  # a page may declare what it is not: judge by its bytes
    try:
        return decode(content)
    except NotTextError:
        try:
            return _checked(content.decode(told or "utf-8"))
        except (LookupError, UnicodeDecodeError):
            pass  # the first reason says more
        raise


def _utf16_without_mark(content: bytes) -> str | None:
    """Recognise UTF-16 by the empty halves that blanks and digits have in it."""
    sample = content[:4096]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if len(sample) >= 4 and max(odd, even) > len(sample) / 10 and min(odd, even) == 0:
        return "utf-16-le" if odd else "utf-16-be"
    return None


def _strict(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise NotTextError(f"it begins as {encoding} and breaks off at byte {error.start}") from error


def _checked(text: str) -> str:
    controls = len(_CONTROL.findall(text[:4096]))
    if controls > 8 or "\x00" in text[:4096]:
        raise NotTextError("it holds control characters, as programs and pictures do")
    return text
