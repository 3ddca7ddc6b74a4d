"""Series of pictures: where a text says that pictures follow, what stands behind is their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from doichieu.languages.contracts.zones import ZoneRules
from doichieu.languages.patterns import any_of
from doichieu.model import Span

_COLON = re.compile(r":(?= [^\W_])")
_SENTENCE = re.compile(r"[^.!?…:;\n]*\Z")
_LONGEST = 160
"""Code points of the sentence that announces pictures."""


@cache
def _announcement(rules: ZoneRules) -> re.Pattern[str]:
    openers, pictures = (any_of(rules.cues(kind)) for kind in ("show", "pictures"))
    capitalised = any_of(opener.capitalize() for opener in rules.cues("show"))
    shown = rf"(?!\w).*(?<!\w)(?i:{pictures})(?!\w)"
    return re.compile(rf"\W*(?i:{openers}){shown}|\W*(?i:{pictures})(?!\w)|.*(?<!\w){capitalised}{shown}")


def series(text: str, lines: list[Span], rules: ZoneRules) -> Iterator[Span]:
    """Give what stands in a line behind words that announce pictures: "Một số hình ảnh tại buổi lễ: …"."""
    for line in lines:
        for colon in _COLON.finditer(text, *line):
            begin = max(line.start, colon.start() - _LONGEST)
            opened = text[colon.end() + 1]
            sentence = _SENTENCE.search(text, begin, colon.start())
            if (opened.isupper() or opened.isdigit()) and sentence and _announcement(rules).match(sentence[0]):
                yield Span(colon.end() + 1, line.end)
                break
