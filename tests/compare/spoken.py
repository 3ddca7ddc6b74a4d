"""Stories from marked texts: ``{Speaker|content}`` is a statement, ``<2031-05-01|hôm 1/5>`` a time."""

import re
from dataclasses import replace

from compare.readings import reading
from doichieu.model import Mention, Reading, Span, Statement, Story, TimeExpression, Zone, ZoneKind

MARK = re.compile(r"\{(?P<speaker>[^|{}]*)\|(?P<said>[^{}]*)\}|<(?P<value>[^|<>]*)\|(?P<time>[^<>]*)>")


def marked_story(articles: list[str], names: tuple[str, ...] = (), *, days: tuple[int | None, ...] = ()) -> Story:
    """Give a story of articles ``a0``, ``a1`` …, published on days of March 2023 (one after the other, or ``days``)."""
    days = days or tuple(range(1, len(articles) + 1))
    readings = (
        marked_reading(f"a{n}", text, names, day) for n, (text, day) in enumerate(zip(articles, days, strict=True))
    )
    return Story(id="s", readings=tuple(readings))


def marked_reading(ident: str, marked: str, names: tuple[str, ...], day: int | None) -> Reading:
    text, last = "", 0
    statements: list[Statement] = []
    times: list[TimeExpression] = []
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        start = len(text)
        text += match["said"] or match["time"] or ""
        last = match.end()
        if match["time"] is None:
            statements.append(
                Statement(
                    id=f"{ident}#s{len(statements)}",
                    content=(Span(start, len(text)),),
                    kind="indirect",
                    speakers=(match["speaker"],) if match["speaker"] else (),
                    origin="test",
                )
            )
        else:
            times.append(TimeExpression(start=start, end=len(text), type="DATE", value=match["value"], origin="test"))
    text += marked[last:]
    base = reading(ident, text, day=day)
    rest: list[ZoneKind] = ["body" for _ in base.sentences]
    kinds: list[ZoneKind] = ["headline", "lead", *rest]
    zones = [
        Zone(start=a, end=b, kind=kind, origin="test") for (a, b), kind in zip(base.sentences, kinds, strict=False)
    ]
    return replace(
        base,
        zones=tuple(zones),
        statements=tuple(statements),
        times=tuple(times),
        mentions=tuple(
            Mention(start=found.start(), end=found.end(), type="PER", actor=name, origin="test")
            for name in names
            for found in re.finditer(re.escape(name), text)
        ),
    )
