"""The order in which a pile of readings becomes stories."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.compare.actors.resolving import resolve_actors
from doichieu.compare.coverage import make_coverage
from doichieu.compare.dates import supply_dates
from doichieu.compare.disagreements import find_disagreements
from doichieu.compare.quantities.joining import join_figures
from doichieu.compare.replies import find_replies
from doichieu.compare.reuse.finding import find_reuse
from doichieu.compare.stories.grouping import Group, group_stories
from doichieu.compare.timeline.choosing import make_timeline
from doichieu.compare.utterances.joining import join_statements
from doichieu.model import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from doichieu.model import Reading, Refusal


def compare(readings: Iterable[Reading], failed: Callable[[Group, Exception], None] | None = None) -> tuple[Story, ...]:
    """Group readings into stories and compare each; the largest story first, whatever the order of the readings.

    A fault of the program in one story is given to ``failed`` and leaves that story its articles; without ``failed`` it
    is raised.
    """
    stories = [_compared(group, failed) for group in group_stories(tuple(readings))]
    return tuple(sorted(stories, key=lambda story: (-len(story.readings), story.id)))


def _compared(group: Group, failed: Callable[[Group, Exception], None] | None) -> Story:
    try:
        return compare_story(group)
    except Exception as error:
        if failed is None:
            raise
        failed(group, error)
        return Story(id=group.id, readings=group.readings, because=group.because)


def compare_story(group: Group) -> Story:
    """Lay the readings of one story side by side."""
    readings = supply_dates(group.readings)
    readings, actors = resolve_actors(readings)
    story = Story(id=group.id, readings=readings, because=group.because, actors=actors)
    story = replace(story, reuses=find_reuse(story))
    refused: list[Refusal] = []
    story = replace(story, utterances=join_statements(story, refused), quantities=join_figures(story, refused))
    story = replace(story, refusals=tuple(refused))
    story = replace(story, replies=find_replies(story), timeline=make_timeline(story))
    story = replace(story, coverage=make_coverage(story))
    return replace(story, disagreements=find_disagreements(story))
