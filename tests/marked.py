"""Texts with their names marked: ``{PER Trần Thị Mận}`` is a name, ``[ông ấy]`` the words that name a speaker."""

import re
from dataclasses import replace
from typing import cast

from doichieu.model import Article, Mention, MentionType, Reading, Span, Statement, Zone

_MARK = re.compile(r"\{([A-Z]+) ([^{}]+)\}|([\[\]])|[^{}\[\]]+")


def marked(ident: str, source: str) -> Reading:
    """Give a reading with the marked names as mentions, and a statement for each marked speaker."""
    text = ""
    mentions: list[Mention] = []
    ends: list[int] = []
    for match in _MARK.finditer(source):
        kind, name, bracket = match.groups()
        start = len(text)
        if bracket:
            ends.append(start)
            continue
        text += name or match[0]
        if name:
            kind_of = cast("MentionType", kind)
            mentions.append(Mention(start=start, end=len(text), type=kind_of, actor=name, origin="test"))
    statements = tuple(
        Statement(id=f"{ident}#s{i}", content=(Span(0, 1),), kind="indirect", speaker=Span(*span), origin="test")
        for i, span in enumerate(zip(ends[::2], ends[1::2], strict=True))
    )
    zone = Zone(start=0, end=max(1, len(text)), kind="body", origin="test")
    article = Article(id=ident, text=text, language="vi")
    return Reading(article=article, zones=(zone,), mentions=tuple(mentions), statements=statements)


def with_speakers(reading: Reading, *speakers: str) -> Reading:
    """Give the reading's statements with these speakers, one each."""
    pairs = zip(reading.statements, speakers, strict=True)
    return replace(reading, statements=tuple(replace(one, speakers=(who,) if who else ()) for one, who in pairs))
