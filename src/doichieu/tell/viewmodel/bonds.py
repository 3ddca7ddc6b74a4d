"""Bonds of actors: who speaks of whom and who answers whom, as a drawing and as a list that says the same."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.citing import Link
from doichieu.tell.viewmodel.drawn import Bond, BondNode, Bonds
from doichieu.tell.viewmodel.sources import clip
from doichieu.tell.viewmodel.voices import statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doichieu.model import Reading, Statement, Story
    from doichieu.tell.viewmodel.drawn import BondHow
    from doichieu.tell.viewmodel.sources import Sources

MOST_NODES, MOST_BONDS = 12, 36
"""So many actors can stand round a circle with their names readable; more lines cannot be told apart."""
WIDTH, HEIGHT, CENTRE = 720, 400, (360, 200)
RADII = (190, 150)
"""Half axes of the ellipse; the rest of the width is for names."""
NODE = 9
NAME_LENGTH = 24
KINDS = frozenset({"PER", "ORG", "GPE"})
WAYS: tuple[BondHow, ...] = ("denies", "answers", "supports", "of")
"""The weightiest first."""
OF: BondHow = "of"

Ways = dict["BondHow", list[Link]]
Pairs = dict[tuple[str, str], Ways]


def view_bonds(story: Story, sources: Sources, lines: Mapping[str, Link]) -> Bonds | None:
    """Give the bonds between the actors that have most; None where there are none."""
    pairs = _pairs(story, sources, lines)
    weight: Counter[str] = Counter()
    for (one, other), ways in pairs.items():
        told = sum(map(len, ways.values()))
        weight[one] += told
        weight[other] += told
    names = sorted(weight, key=lambda name: (-weight[name], name))[:MOST_NODES]
    drawn = [pair for pair in pairs if pair[0] in names and pair[1] in names]
    drawn.sort(key=lambda pair: (-_urgency(pairs[pair]), -sum(map(len, pairs[pair].values())), pair))
    if not drawn:
        return None
    drawn = drawn[:MOST_BONDS]
    names = [name for name in names if any(name in pair for pair in drawn)]
    nodes = {name: _node(name, place, len(names)) for place, name in enumerate(names)}
    return Bonds(
        width=WIDTH,
        height=HEIGHT,
        nodes=tuple(nodes.values()),
        bonds=tuple(_bond(pair, pairs[pair], nodes, sources) for pair in drawn),
    )


def _urgency(ways: Ways) -> int:
    return 2 if "denies" in ways else 1 if ways.keys() - {OF} else 0


def _pairs(story: Story, sources: Sources, lines: Mapping[str, Link]) -> Pairs:
    kinds = {actor.name: actor.type for actor in story.actors}
    remarks = {note: line for line in statement_lines(story) for note in line.statements}
    pairs: Pairs = {}
    for reply in story.replies:
        source, target = remarks.get(reply.source), remarks.get(reply.target)
        for one in source.speakers if source else ():
            for other in target.speakers if target else ():
                if source and one != other:
                    _add(pairs, (one, other), reply.how, lines.get(source.id))
    for identifier, line in remarks.items():
        if identifier in sources.statements:
            article, note = sources.statements[identifier]
            for name in _named(sources.reading(article), note):
                for one in line.speakers:
                    if name != one and kinds.get(name) in KINDS and kinds.get(one) in KINDS:
                        _add(pairs, (one, name), OF, lines.get(line.id))
    return pairs


def _add(pairs: Pairs, pair: tuple[str, str], way: BondHow, link: Link | None) -> None:
    told = pairs.setdefault(pair, {}).setdefault(way, [])
    if link and link not in told:
        told.append(link)


def _named(reading: Reading, note: Statement) -> Iterator[str]:
    for mention in reading.mentions:
        if any(span.contains(mention) for span in note.content):
            yield mention.actor


def _node(name: str, place: int, number: int) -> BondNode:
    angle = 2 * math.pi * place / number - math.pi / 2
    x, y = (round(CENTRE[0] + RADII[0] * math.cos(angle)), round(CENTRE[1] + RADII[1] * math.sin(angle)))
    side = "middle" if abs(math.cos(angle)) < 0.3 else "start" if math.cos(angle) > 0 else "end"
    shift = {
        "start": (NODE + 6, 4),
        "end": (-NODE - 6, 4),
        "middle": (0, -NODE - 7 if math.sin(angle) < 0 else NODE + 18),
    }
    return BondNode(name=clip(name, NAME_LENGTH), x=x, y=y, label_x=x + shift[side][0], label_y=y + shift[side][1],
                    side=side)  # fmt: skip


def _bond(pair: tuple[str, str], ways: Ways, nodes: Mapping[str, BondNode], sources: Sources) -> Bond:
    one, other = nodes[pair[0]], nodes[pair[1]]
    how = next(way for way in WAYS if way in ways)
    words = ", ".join(
        f"{sources.phrases.term('bond', way).casefold()} ({len(links)})" for way, links in sorted(ways.items()) if links
    )
    links = tuple(dict.fromkeys(link for way in sorted(ways) for link in ways[way]))
    return Bond(speaker=pair[0], target=pair[1], how=how, words=words, path=_path(one, other), links=links)


def _path(one: BondNode, other: BondNode) -> str:
    """Give a curve from a node's edge to the other's, bent towards the centre, so that two directions stay apart."""
    middle = ((one.x + other.x) / 2, (one.y + other.y) / 2)
    normal = (one.y - other.y, other.x - one.x)
    bend = (middle[0] + normal[0] * 0.14, middle[1] + normal[1] * 0.14)
    start, end = _towards(one, bend, NODE), _towards(other, bend, NODE + 5)
    return f"M{start[0]} {start[1]}Q{round(bend[0])} {round(bend[1])} {end[0]} {end[1]}"


def _towards(node: BondNode, place: tuple[float, float], distance: float) -> tuple[int, int]:
    length = math.hypot(place[0] - node.x, place[1] - node.y) or 1
    return (round(node.x + (place[0] - node.x) * distance / length),
            round(node.y + (place[1] - node.y) * distance / length))  # fmt: skip
