"""Voices: who said what, each remark once, its wordings side by side, its answers under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from doichieu.model import Because, Evidence, Utterance
from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.citing import Cited, Link
from doichieu.tell.viewmodel.finding import NO_FACETS
from doichieu.tell.viewmodel.nouns import UtteranceView, Voice, Wording
from doichieu.tell.viewmodel.sources import clip, first_of_each
from doichieu.tell.viewmodel.wordings import mark_differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from doichieu.model import Reply, Statement, Story
    from doichieu.tell.viewmodel.citing import Piece, Words
    from doichieu.tell.viewmodel.finding import Facets
    from doichieu.tell.viewmodel.sources import Sources

_NONE: Mapping[str, Facets] = {}
DEEPEST = 3
"""Replies to replies beyond this stand beside, not under, what they answer: a phone has no room for more."""
FEW = 4
"""So many remarks of one article each are shown without folding."""
LINK_LENGTH = 90


@dataclass(slots=True)
class _Place:
    """An utterance on its way to the page."""

    utterance: Utterance
    anchor: str
    depth: int = 0
    reply: Reply | None = None
    target: _Place | None = None
    replies: list[_Place] = field(default_factory=list)


def view_voices(story: Story, sources: Sources, prefix: str, facets: Mapping[str, Facets] = _NONE) -> tuple[Voice, ...]:
    """Give the speakers, the most widely told first, the unknown ones last."""
    places = [_Place(line, f"{prefix}-u{number}") for number, line in enumerate(statement_lines(story), start=1)]
    _hang_replies(story, places)
    speakers: dict[str, list[_Place]] = {}
    for place in places:
        speakers.setdefault(_speaker(place.utterance), []).append(place)
    ordered = sorted(speakers.items(), key=lambda row: (not row[0], *_rank(row[1], sources), row[0]))
    roles = {actor.name: _fullest(role.text for role in actor.roles) for actor in story.actors}
    return tuple(_voice(name, roles.get(name, ()), rows, sources, facets) for name, rows in ordered)


def _fullest(roles: Iterable[str]) -> tuple[str, ...]:
    """Give roles, each once, without those that another one holds ("President" in "President of the union")."""
    texts = tuple(dict.fromkeys(roles))
    return tuple(text for text in texts if not any(text != other and text in other for other in texts))


def statement_lines(story: Story) -> Iterator[Utterance]:
    """Give the utterances of a story, and one for each statement that stands in none."""
    yield from story.utterances
    joined = {statement for line in story.utterances for statement in line.statements}
    for reading in story.readings:
        for note in reading.statements:
            if note.id not in joined:
                yield _alone(note, reading.article.id)


def _alone(note: Statement, article: str) -> Utterance:
    return Utterance(
        id=note.id,
        statements=(note.id,),
        speakers=note.speakers,
        date=note.date,
        via=(note.via,) if note.via else (),
        origins=(),
        evidence=(Evidence(article, note.start, note.end),),
        because=Because("only one article tells it"),
    )


def _speaker(utterance: Utterance) -> str:
    return ", ".join(utterance.speakers)


def _rank(places: list[_Place], sources: Sources) -> tuple[int, int, int]:
    """Rank by how many origins have what somebody says, then by how many articles, then by how much is told."""
    leader: dict[str, str] = {}
    articles: set[str] = set()
    for place in places:
        articles.update(row.article for row in place.utterance.evidence if row.article in sources.by_id)
        leader.update((article, row.articles[0]) for row in place.utterance.origins for article in row.articles)
    origins = {leader.get(article, article) for article in articles}
    return -len(origins), -len(articles), -len(places)


def _hang_replies(story: Story, places: list[_Place]) -> None:
    """Put each reply under what it answers, once, and never under itself."""
    holder = {statement: place for place in places for statement in place.utterance.statements}
    for reply in story.replies:
        source, target = holder.get(reply.source), holder.get(reply.target)
        if source is None or target is None or source.reply is not None or _stands_under(target, source):
            continue
        source.reply, source.target = reply, target
        parent = target
        while parent.depth >= DEEPEST - 1 and parent.target:
            parent = parent.target
        _sink(source, parent.depth + 1 - source.depth)
        parent.replies.append(source)


def _stands_under(place: _Place | None, other: _Place) -> bool:
    while place is not None:
        if place is other:
            return True
        place = place.target
    return False


def _sink(place: _Place, steps: int) -> None:
    waiting = [place]
    while waiting:
        one = waiting.pop()
        one.depth += steps
        waiting += one.replies


def _voice(
    name: str, roles: tuple[str, ...], places: list[_Place], sources: Sources, facets: Mapping[str, Facets]
) -> Voice:
    count = sources.phrases.count
    own = [_utterance(place, sources, facets) for place in places if place.reply is None]
    shared = tuple(view for view in own if view.replies or len(view.backing.sources) > 1)
    others = tuple(view for view in own if not (view.replies or len(view.backing.sources) > 1))
    room = max(0, FEW - len(shared))
    if len(others) > room + 1:  # a fold for a single remark would only be in the way
        shared, others = (*shared, *others[:room]), others[room:]
    else:
        shared, others = (*shared, *others), ()
    return Voice(
        name=name or sources.phrases.say("unknown speaker"),
        roles=roles,
        count=count(len(places), "{0} remark", "{0} remarks"),
        shared=shared,
        others=others,
        others_count=count(len(others), "{0} more remark told by one article", "{0} more remarks told by one article"),
        elsewhere=tuple(_link(place, sources) for place in places if place.reply),
    )


def _link(place: _Place, sources: Sources) -> Link:
    return Link(anchor=place.anchor, text=short_remark(place.utterance, sources))


def short_remark(utterance: Utterance, sources: Sources) -> str:
    """Give the first words of a remark, to name it."""
    for statement in utterance.statements:
        if statement in sources.statements:
            article, note = sources.statements[statement]
            return clip(_content(note, sources.reading(article).text), LINK_LENGTH)
    return _speaker(utterance)


def _utterance(place: _Place, sources: Sources, facets: Mapping[str, Facets]) -> UtteranceView:
    line, reply, phrases = place.utterance, place.reply, sources.phrases
    quoted, told = _wordings(line, sources)
    aside = reply is not None and place.target is not None and place not in place.target.replies
    return UtteranceView(
        anchor=place.anchor,
        speaker=_speaker(line) or phrases.say("unknown speaker"),
        date=day_in_words(line.date, phrases) if line.date else "",
        via=", ".join(line.via),
        quoted=quoted,
        told=told,
        backing=sources.backing(line.evidence, line.origins, line.because),
        how=reply.how if reply else "",
        how_word=phrases.term("reply", reply.how) if reply else "",
        answers=Cited(text="", backing=sources.backing(reply.evidence, (), reply.because)) if reply else None,
        to=_link(place.target, sources) if aside and place.target else None,
        replies=tuple(_utterance(answer, sources, facets) for answer in place.replies),
        facets=facets.get(line.id, NO_FACETS),
    )


def _wordings(line: Utterance, sources: Sources) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """Give the wordings with words in quotation marks, and those that retell, each compared among themselves."""
    groups: dict[tuple[bool, str], list[tuple[str, Statement]]] = {}
    for identifier in line.statements:
        if identifier in sources.statements:
            article, note = sources.statements[identifier]
            text = _content(note, sources.reading(article).text)
            groups.setdefault((note.kind != "indirect", text), []).append((article, note))
    quoted, told = (
        tuple(
            _wording(pieces, groups[key], sources)
            for key, pieces in zip(keys, mark_differences([text for _, text in keys]), strict=True)
        )
        for keys in ([key for key in groups if key[0]], [key for key in groups if not key[0]])
    )
    return quoted, told


def _wording(pieces: tuple[Piece, ...], notes: list[tuple[str, Statement]], sources: Sources) -> Wording:
    told: list[Words] = []
    cues: dict[str, None] = {}
    for article, note in notes:
        words = sources.note_words(article, note)
        if words:
            told.append(words)
        if note.cue:
            cues[" ".join(note.cue.of(sources.reading(article).text).split()).casefold()] = None
    kind = notes[0][1].kind
    return Wording(
        pieces=pieces, quoted=kind == "direct", kind=sources.phrases.term("said", kind), cues=tuple(cues),
        told=first_of_each(told),
    )  # fmt: skip


def _content(note: Statement, text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in note.content)
