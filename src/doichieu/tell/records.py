"""Records: the dossier and the readings as files hold them (JSON), and their schema.

What is scored of it is fixed; fields may be added. Shapes are those of ``doichieu.model`` with four differences: an
article's notes stand beside its text, ``same_statement`` and ``same_figure`` repeat the groups of two and more as plain
lists, a reply has ``from`` and ``to``, and a because is written with its words.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, UnsetType

from doichieu.errors import DoichieuError
from doichieu.model import (
    FORMAT,
    Actor,
    Article,
    Because,
    Coverage,
    Disagreement,
    Dossier,
    Evidence,
    Figure,
    Happening,
    Mention,
    Problem,
    Quantity,
    Reading,
    Refusal,
    Relation,
    Reply,
    ReplyHow,
    Reuse,
    Span,
    Statement,
    Story,
    SummarySentence,
    TimeExpression,
    ToldStory,
    Utterance,
    Zone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its notes. A line of ``doichieu read``. What nothing tells (update, authors …) is left out."""

    id: str
    outlet: str
    url: str | None
    title: str | None
    published: datetime | None
    language: str
    text: str
    zones: tuple[Zone, ...]
    sentences: tuple[Span, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    updated: datetime | UnsetType = UNSET
    authors: tuple[str, ...] | UnsetType = UNSET
    captions: tuple[str, ...] | UnsetType = UNSET
    tags: tuple[str, ...] | UnsetType = UNSET
    because: tuple[Because, ...] | UnsetType = UNSET
    format: str = FORMAT


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of one quantity."""

    members: tuple[str, ...]
    relation: Relation


class ReplyRecord(msgspec.Struct, frozen=True, kw_only=True, rename={"source": "from", "target": "to"}):
    """A statement that answers another one."""

    source: str
    target: str
    how: ReplyHow
    evidence: tuple[Evidence, ...]
    because: Because


class StoryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A story as told; ``articles`` are ids, in the order of publication."""

    id: str
    articles: tuple[str, ...]
    because: tuple[Because, ...]
    headline: SummarySentence
    gist: SummarySentence
    summary: tuple[SummarySentence, ...]
    actors: tuple[Actor, ...]
    reuses: tuple[Reuse, ...]
    utterances: tuple[Utterance, ...]
    same_statement: tuple[tuple[str, ...], ...]
    quantities: tuple[Quantity, ...]
    same_figure: tuple[FigureGroup, ...]
    replies: tuple[ReplyRecord, ...]
    timeline: tuple[Happening, ...]
    coverage: tuple[Coverage, ...]
    disagreements: tuple[Disagreement, ...]
    refusals: tuple[Refusal, ...] = ()


class DossierRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier file."""

    format: str
    articles: tuple[ArticleRecord, ...]
    stories: tuple[StoryRecord, ...]
    problems: tuple[Problem, ...]


def record_of_reading(reading: Reading) -> ArticleRecord:
    """Give the record of one reading."""
    article = reading.article
    return ArticleRecord(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        published=article.published,
        language=article.language,
        text=article.text,
        zones=reading.zones,
        sentences=reading.sentences,
        times=reading.times,
        mentions=reading.mentions,
        statements=reading.statements,
        figures=reading.figures,
        updated=article.updated or UNSET,
        authors=article.authors or UNSET,
        captions=article.captions or UNSET,
        tags=article.tags or UNSET,
        because=article.because or UNSET,
    )


def record_of_dossier(dossier: Dossier) -> DossierRecord:
    """Give the record of a dossier."""
    readings = sorted((reading for told in dossier.stories for reading in told.story.readings), key=_article_id)
    return DossierRecord(
        format=FORMAT,
        articles=tuple(map(record_of_reading, readings)),
        stories=tuple(map(_record_of_story, dossier.stories)),
        problems=dossier.problems,
    )


def _article_id(reading: Reading) -> str:
    return reading.article.id


def _record_of_story(told: ToldStory) -> StoryRecord:
    story = told.story
    return StoryRecord(
        id=story.id,
        articles=tuple(map(_article_id, story.readings)),
        because=story.because,
        headline=told.headline,
        gist=told.gist,
        summary=told.summary,
        actors=story.actors,
        reuses=story.reuses,
        utterances=story.utterances,
        same_statement=tuple(line.statements for line in story.utterances if len(line.statements) > 1),
        quantities=story.quantities,
        same_figure=tuple(
            FigureGroup(members=line.figures, relation=line.relation)
            for line in story.quantities
            if len(line.figures) > 1
        ),
        replies=tuple(
            ReplyRecord(source=row.source, target=row.target, how=row.how, evidence=row.evidence, because=row.because)
            for row in story.replies
        ),
        timeline=story.timeline,
        coverage=story.coverage,
        disagreements=story.disagreements,
        refusals=story.refusals,
    )


def write_json(dossier: Dossier) -> bytes:
    """Give the dossier as JSON, UTF-8, a line for each record's field so that two runs can be compared by ``diff``."""
    return msgspec.json.format(msgspec.json.encode(record_of_dossier(dossier)), indent=1) + b"\n"


def write_readings(readings: Iterable[Reading]) -> Iterable[bytes]:
    """Give each reading as a line of JSON, UTF-8."""
    encoder = msgspec.json.Encoder()
    return (encoder.encode(record_of_reading(reading)) + b"\n" for reading in readings)


def read_json(content: bytes) -> Dossier:
    """Give the dossier that a file holds.

    Raises DoichieuError where it is no dossier, or one of another format.
    """
    try:
        record = msgspec.json.decode(content, type=DossierRecord)
    except msgspec.DecodeError as error:
        raise DoichieuError(f"not a dossier: {error}") from error
    if record.format != FORMAT:
        raise DoichieuError(f"a dossier of the format {record.format}, this version reads {FORMAT}")
    readings = {article.id: _reading(article) for article in record.articles}
    return Dossier(stories=tuple(_told_story(row, readings) for row in record.stories), problems=record.problems)


def _reading(record: ArticleRecord) -> Reading:
    article = Article(
        id=record.id,
        text=record.text,
        outlet=record.outlet,
        url=record.url,
        title=record.title,
        published=record.published,
        language=record.language,
        updated=record.updated or None,
        authors=record.authors or (),
        captions=record.captions or (),
        tags=record.tags or (),
        because=record.because or (),
    )
    return Reading(
        article=article,
        zones=record.zones,
        sentences=record.sentences,
        times=record.times,
        mentions=record.mentions,
        statements=record.statements,
        figures=record.figures,
    )


def _told_story(record: StoryRecord, readings: dict[str, Reading]) -> ToldStory:
    story = Story(
        id=record.id,
        readings=tuple(readings[article] for article in record.articles),
        because=record.because,
        actors=record.actors,
        reuses=record.reuses,
        utterances=record.utterances,
        quantities=record.quantities,
        replies=tuple(
            Reply(source=row.source, target=row.target, how=row.how, evidence=row.evidence, because=row.because)
            for row in record.replies
        ),
        timeline=record.timeline,
        coverage=record.coverage,
        disagreements=record.disagreements,
        refusals=record.refusals,
    )
    return ToldStory(story=story, headline=record.headline, gist=record.gist, summary=record.summary)


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a dossier file and, under ``$defs``, of a reading's line."""
    (reference,), definitions = msgspec.json.schema_components([DossierRecord], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **reference,
        "$defs": definitions,
    }
