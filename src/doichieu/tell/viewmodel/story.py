"""A story as it is shown: every section in the order of the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.axis import view_axis
from doichieu.tell.viewmodel.bonds import view_bonds
from doichieu.tell.viewmodel.citing import Cited, Link
from doichieu.tell.viewmodel.coverage import view_coverage
from doichieu.tell.viewmodel.disputes import view_disputes
from doichieu.tell.viewmodel.facets import index_facets
from doichieu.tell.viewmodel.figures import view_quantity
from doichieu.tell.viewmodel.nouns import ActorView, Counts, Day, HappeningView, RoleView, StoryView
from doichieu.tell.viewmodel.reprints import independent_origins, view_reprints
from doichieu.tell.viewmodel.sources import Sources, clip, clip_clause
from doichieu.tell.viewmodel.texts import view_articles
from doichieu.tell.viewmodel.voices import short_remark, statement_lines, view_voices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doichieu.model import Actor, Happening, Role, Story, SummarySentence, ToldStory
    from doichieu.tell.phrases import Phrases
    from doichieu.tell.viewmodel.finding import Facets
    from doichieu.tell.viewmodel.nouns import QuantityView

LINE_LENGTH = 110
HEADLINE_LENGTH = 240
"""The longest of the gold stories' headlines has 103 characters; where there is none, a whole paragraph may come."""
HAPPENING_LENGTH = 240


def view_story(told: ToldStory, *, place: int, first: int, phrases: Phrases, texts: bool = True) -> StoryView:
    """Give the view of a story, the ``place``-th of the page, whose articles are numbered from ``first`` there."""
    story = told.story
    sources = Sources(story, phrases, first=first)
    prefix = f"s{place}"
    lines = _lines(story, sources, prefix)
    index = index_facets(story, sources)
    facets = index.lines
    quantities = [
        view_quantity(row, f"{prefix}-q{place}", sources, facets[row.id])
        for place, row in enumerate(story.quantities, 1)
    ]
    days = _days(story, sources, prefix, facets)
    disputes = view_disputes(story, sources, lines, {row.anchor: row for row in quantities})
    told_there = {row.quantity.anchor for row in disputes if row.quantity}
    undisputed = [row for row in quantities if row.anchor not in told_there]
    summary = tuple(_cited(sentence, sources) for sentence in told.summary)
    return StoryView(
        anchor=prefix,
        file=f"{place:03}.html",
        headline=replace(_cited(told.headline, sources), text=clip(told.headline.text, HEADLINE_LENGTH)),
        gist=_cited(told.gist, sources) if told.gist.text not in ("", told.headline.text) else None,
        counts=_counts(story, sources),
        sources=tuple(sources.by_id.values()),
        because=tuple(map(sources.because, story.because)),
        summary=summary,
        disputes=disputes,
        days=days,
        axis=view_axis(days, sources),
        voices=view_voices(story, sources, prefix, facets),
        quantities=tuple(sorted((row for row in undisputed if len(row.values) > 1), key=_urgency)),
        agreed=tuple(row for row in undisputed if row.relation and len(row.values) < 2),
        singles=tuple(row for row in undisputed if not row.relation),
        reprints=view_reprints(story, sources, prefix),
        coverage=view_coverage(story, sources, lines, facets),
        actors=_actors(story, sources),
        bonds=view_bonds(story, sources, lines),
        articles=view_articles(sources) if texts else (),
        notes=tuple(sources.told),
        filters=index.filters,
        outlet_numbers=index.outlets,
    )


def _lines(story: Story, sources: Sources, prefix: str) -> dict[str, Link]:
    """Give every line of the story, by its id, with the anchor that the page gives it."""
    remarks = tuple(statement_lines(story))
    lines = {
        line.id: Link(anchor=f"{prefix}-u{number}", text=_remark(", ".join(line.speakers), short_remark(line, sources)))
        for number, line in enumerate(remarks, start=1)
    }
    lines |= {
        line.id: Link(anchor=f"{prefix}-q{number}", text=clip(line.about, LINE_LENGTH))
        for number, line in enumerate(story.quantities, start=1)
    }
    return lines | {
        line.id: Link(anchor=f"{prefix}-h{number}", text=clip(line.what, LINE_LENGTH))
        for number, line in enumerate(story.timeline, start=1)
    }


def _remark(speaker: str, words: str) -> str:
    return f"{speaker}: {words}" if speaker else words


def _cited(sentence: SummarySentence, sources: Sources) -> Cited:
    return Cited(text=sentence.text, backing=sources.backing(sentence.evidence, (), sentence.because))


def _counts(story: Story, sources: Sources) -> Counts:
    count = sources.phrases.count
    outlets = {row.article.outlet for row in story.readings if row.article.outlet.strip()}
    unnamed = len(story.readings) - sum(bool(row.article.outlet.strip()) for row in story.readings)
    origins = independent_origins(story, sources)
    dates = sorted(f"{row.article.published:%Y-%m-%d}" for row in story.readings if row.article.published)
    dates = dates or sorted(row.date for row in story.timeline if not row.date.startswith("XXXX"))
    days = dict.fromkeys(day_in_words(day, sources.phrases, short=True) for day in (dates[:1] + dates[-1:]))
    return Counts(
        articles=count(len(sources.by_id), "{0} article", "{0} articles"),
        outlets=count(len(outlets), "{0} outlet", "{0} outlets") if outlets else "",
        unnamed=count(unnamed, "{0} article of an unknown outlet", "{0} articles of unknown outlets")
        if outlets and unnamed
        else "",
        origins=count(origins, "{0} independent origin", "{0} independent origins"),
        span=" – ".join(days),
    )


def _days(story: Story, sources: Sources, prefix: str, facets: Mapping[str, Facets]) -> tuple[Day, ...]:
    rows = enumerate(story.timeline, start=1)
    return tuple(
        Day(
            date=day_in_words(date, sources.phrases),
            value=date,
            happenings=tuple(_happening(row, f"{prefix}-h{number}", sources, facets[row.id]) for number, row in group),
        )
        for date, group in groupby(rows, key=lambda pair: pair[1].date)
    )


def _happening(row: Happening, anchor: str, sources: Sources, facets: Facets) -> HappeningView:
    backing = sources.backing(row.evidence, row.origins, row.because)
    what = clip_clause(row.what, HAPPENING_LENGTH)
    return HappeningView(anchor=anchor, what=what, backing=backing, facets=facets)


def _urgency(row: QuantityView) -> int:
    return ("conflict", "update", "agree").index(row.relation)


def _actors(story: Story, sources: Sources) -> tuple[ActorView, ...]:
    """Give the actors, those of most articles first."""
    named = Counter(mention.actor for reading in story.readings for mention in reading.mentions)
    articles = {actor.name: len({row.article for row in actor.evidence}) for actor in story.actors}
    order = sorted(story.actors, key=lambda actor: (-articles[actor.name], -named[actor.name]))
    views = [_actor(actor, named[actor.name], sources) for actor in order]
    return tuple(sorted(views, key=lambda view: view.passing))


def _actor(actor: Actor, times: int, sources: Sources) -> ActorView:
    roles: dict[str, list[Role]] = {}
    for role in actor.roles:
        roles.setdefault(role.text, []).append(role)
    return ActorView(
        name=actor.name,
        type=sources.phrases.term("name", actor.type),
        forms=actor.forms,
        roles=tuple(
            RoleView(text=text, words=sources.all(role.evidence for role in rows)) for text, rows in roles.items()
        ),
        count=sources.phrases.count(times, "named once", "named {0} times"),
        passing=times < 2 and not roles,
        backing=sources.backing(actor.evidence, (), *actor.because),
    )
