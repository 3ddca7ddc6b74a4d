"""A small story made by hand, for the tests of what is told, left out and told differently."""

from compare.readings import reading
from doichieu.model import (
    Actor,
    Because,
    Evidence,
    Figure,
    Happening,
    Modifier,
    Quantity,
    Reading,
    Relation,
    Span,
    Statement,
    Story,
    Utterance,
)

WHY = Because("for the test")


def account(ident: str, *, dead: str = "", said: str = "", by: str = "", day: str | None = None) -> Reading:
    """Give a reading with one figure (its number), one statement, or both."""
    text = f"{dead} người chết. {said}"
    base = reading(ident, text)
    figures = (_figure(ident, dead),) if dead else ()
    start = text.index(said)
    content = (Span(start, len(text)),)
    speakers = (by,) if by else ()
    one = Statement(id=f"{ident}#s0", content=content, kind="indirect", speakers=speakers, date=day, origin="test")
    return Reading(article=base.article, sentences=base.sentences, figures=figures, statements=(one,) if said else ())


def _figure(ident: str, dead: str) -> Figure:
    modifier: Modifier = "more" if dead.startswith("hơn") else "exact"
    value = float(dead.rpartition(" ")[2])
    return Figure(
        id=f"{ident}#f0", start=0, end=len(dead), value=value, modifier=modifier, kind="killed", origin="test"
    )


def story_of(*readings: Reading, relation: Relation = "agree", people: tuple[str, ...] = ()) -> Story:
    """Give the story in which all figures are one quantity and all statements one utterance."""
    figures = [(one, figure) for one in readings for figure in one.figures]
    said = [(one, statement) for one in readings for statement in one.statements]
    quantity = Quantity(
        id="q0",
        about="người chết",
        kind="killed",
        figures=tuple(figure.id for _, figure in figures),
        relation=relation,
        origins=(),
        evidence=tuple(Evidence(one.article.id, figure.start, figure.end) for one, figure in figures),
        because=WHY,
    )
    utterance = Utterance(
        id="u0",
        statements=tuple(one.id for _, one in said),
        speakers=(),
        date=None,
        via=(),
        origins=(),
        evidence=tuple(Evidence(one.article.id, statement.start, statement.end) for one, statement in said),
        because=WHY,
    )
    actors = tuple(Actor(name=name, type="PER", forms=(), roles=(), evidence=(), because=()) for name in people)
    quantities, utterances = (quantity,) if figures else (), (utterance,) if said else ()
    return Story(id="s", readings=readings, quantities=quantities, utterances=utterances, actors=actors)


def happening(ident: str, day: str, what: str, article: str) -> Happening:
    """Give a happening told by one article."""
    return Happening(id=ident, date=day, what=what, origins=(), evidence=(Evidence(article, 0, 5),), because=WHY)
