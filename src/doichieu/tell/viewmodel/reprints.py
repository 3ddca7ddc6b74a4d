"""Who copies whom: the share of each article's text that stands in another, and the passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.model import REPORT_ZONES
from doichieu.tell.dates import moment_in_words
from doichieu.tell.viewmodel.families import view_families
from doichieu.tell.viewmodel.nouns import Pair, Passage, Reprints, Share, ShareRow
from doichieu.tell.viewmodel.wordings import mark_differences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from doichieu.model import Reading, Reuse, Story
    from doichieu.tell.viewmodel.sources import Sources

SHOWN_PAIRS, SHOWN_PASSAGES = 6, 60
"""So many pairs of articles with common text are shown with their passages, those with most first."""
LISTED_PAIRS, LISTED_PASSAGES = 400, 3
"""So many pairs are listed, and those of the drawing; each with its first passages."""
MOST_IN_TABLE = 12
"""Articles that a table of shares can hold and still be read."""
SAME_ORIGIN = 0.5
"""An article with more than this share of its text from another is no origin of its own."""

Pairs = dict[tuple[str, str], list["Reuse"]]


def view_reprints(story: Story, sources: Sources, prefix: str) -> Reprints:
    """Give the pairs of articles that share passages, the largest share first, and the table of shares."""
    pairs = _pairs(story, sources)
    shares = {pair: _share(sources.reading(pair[1]), rows) for pair, rows in pairs.items()}
    order = sorted(
        pairs, key=lambda pair: (-shares[pair], sources.by_id[pair[1]].number, sources.by_id[pair[0]].number)
    )
    anchors = {pair: f"{prefix}-r{place}" for place, pair in enumerate(order, start=1)}
    taking = sorted({target for _, target in pairs}, key=lambda article: sources.by_id[article].number)
    giving = sorted({source for source, _ in pairs}, key=lambda article: sources.by_id[article].number)
    rows = tuple(
        ShareRow(
            source=sources.by_id[target],
            cells=tuple(
                _cell(shares[pair], anchors[pair], sources) if (pair := (source, target)) in shares else None
                for source in giving
            ),
        )
        for target in taking
    )
    fits = max(len(taking), len(giving)) <= MOST_IN_TABLE
    families, alone = view_families(shares, anchors, sources)
    drawn = {row.anchor for row in families}
    listed = order[SHOWN_PAIRS:LISTED_PAIRS] + [pair for pair in order[LISTED_PAIRS:] if anchors[pair] in drawn]
    times = _times([row.source.id for row in families], sources)
    return Reprints(
        columns=tuple(sources.by_id[article] for article in giving),
        rows=rows if fits else (),
        pairs=tuple(
            _pair(pair, (pairs[pair], SHOWN_PASSAGES), shares[pair], anchors[pair], sources)
            for pair in order[:SHOWN_PAIRS]
        ),
        others=tuple(
            _pair(pair, (pairs[pair], LISTED_PASSAGES), shares[pair], anchors[pair], sources) for pair in listed
        ),
        families=families,
        alone=alone,
        first=moment_in_words(min(times, key=_moment), sources.phrases) if times else "",
        last=moment_in_words(max(times, key=_moment), sources.phrases) if times else "",
    )


def _moment(time: datetime) -> float:
    return time.timestamp()


def _times(articles: list[str], sources: Sources) -> list[datetime]:
    """Give the times of some articles where all are known and not all the same; else nothing."""
    times = [moment for article in articles if (moment := sources.reading(article).article.published)]
    return times if len(times) == len(articles) and len({time.timestamp() for time in times}) > 1 else []


def independent_origins(story: Story, sources: Sources) -> int:
    """Give how many articles are left when each that is mostly another's text counts as that other one."""
    leader = {article: article for article in sources.by_id}
    for (source, target), rows in _pairs(story, sources).items():
        if _share(sources.reading(target), rows) > SAME_ORIGIN:
            one, other = _root(leader, source), _root(leader, target)
            leader[max(one, other)] = min(one, other)
    return sum(article == top for article, top in leader.items())


def _root(leader: dict[str, str], article: str) -> str:
    while leader[article] != article:
        article = leader[article]
    return article


def _pairs(story: Story, sources: Sources) -> Pairs:
    pairs: Pairs = {}
    for reuse in story.reuses:
        if reuse.source.article in sources.by_id and reuse.target.article in sources.by_id:
            pairs.setdefault((reuse.source.article, reuse.target.article), []).append(reuse)
    return pairs


def _share(target: Reading, rows: Iterable[Reuse]) -> float:
    """Give the share of the report text (captions, credits and the like left out) that the passages cover."""
    report = [(zone.start, zone.end) for zone in target.zones if zone.kind in REPORT_ZONES]
    whole = sum(end - start for start, end in report) or len(target.text) or 1
    covered, done = 0, 0
    for start, end in sorted((row.target.start, row.target.end) for row in rows):
        covered += max(0, min(end, len(target.text)) - max(start, done))
        done = max(done, end)
    return min(1.0, covered / whole)


def _cell(share: float, anchor: str, sources: Sources) -> Share:
    percent = round(share * 100)
    tint = min(5, 1 + percent // 20)
    return Share(percent=percent, tint=tint, title=sources.phrases.say("{0}% of the text", percent), anchor=anchor)


def _pair(pair: tuple[str, str], told: tuple[list[Reuse], int], share: float, anchor: str, sources: Sources) -> Pair:
    source, target = pair
    rows, most = told
    passages = (_passage(row, sources) for row in sorted(rows, key=lambda row: (row.target, row.source))[:most])
    return Pair(
        anchor=anchor,
        source=sources.by_id[source],
        target=sources.by_id[target],
        share=sources.phrases.say("{0}% of the text", round(share * 100)),
        count=sources.phrases.count(len(rows), "{0} passage", "{0} passages"),
        passages=tuple(passage for passage in passages if passage),
    )


def _passage(reuse: Reuse, sources: Sources) -> Passage | None:
    source, target = sources.one(reuse.source), sources.one(reuse.target)
    if source is None or target is None:
        return None
    before, after = mark_differences((source.text, target.text))
    return Passage(
        kind=sources.phrases.term("reuse", reuse.kind),
        likeness=sources.phrases.number(round(reuse.likeness, 2)),
        because=sources.because(reuse.because),
        source=source,
        target=target,
        before=before,
        after=after,
    )
