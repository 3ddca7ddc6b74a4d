"""Edges of names: where a name begins and ends is put right by what the lists know for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.languages.naming.words import is_capital
from doichieu.read.names.tagger import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words


def mend_edges(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Give the names without titles in front, with foreign particles inside, and bodies apart from their people."""
    mended: list[Tagged] = []
    for name in _with_makers(_with_versions(names, words), words):
        if _opens_title(name, words):
            continue
        for piece in _apart(_untitled(name, words, rules), words):
            whole = _with_particles(piece, words, rules)
            # what a name before went on over was a part of that name
            if whole.first < whole.last and not (mended and mended[-1].last > whole.first):
                mended.append(whole)
    return mended


def _opens_title(name: Tagged, words: Words) -> bool:
    """Say whether a name is nothing but the first words of a title: "Phó Chủ" of "Phó Chủ tịch"."""
    behind = range(name.last, min(name.last + 4, len(words.word)))
    return any(words.told[k] == "office" and words.told_from[k] == name.first for k in behind)


def _with_versions(names: list[Tagged], words: Words) -> Iterator[Tagged]:
    """Let a listed product's name go on over its version: "Android 4.3"."""
    for name in names:
        last = name.last
        listed = name.type == "PRODUCT" and words.listed[name.first][2:] == "PRODUCT"
        if listed and last < len(words.word) and words.word[last].isdigit():
            last += 1
            while last + 1 < len(words.word) and words.word[last] == "." and words.word[last + 1].isdigit():
                if words.start[last] != words.end[last - 1] or words.start[last + 1] != words.end[last]:
                    break
                last += 2
        yield name if last == name.last else name._replace(last=last, origin="names/version")


def _with_makers(names: Iterable[Tagged], words: Words) -> Iterator[Tagged]:
    """Join a listed company and the product right behind it: "Toyota" "Camry"."""
    before: Tagged | None = None
    for name in names:
        if before is not None and _makes(before, name, words):
            before = name._replace(first=before.first, origin="names/maker")
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _makes(maker: Tagged, product: Tagged, words: Words) -> bool:
    """Say whether a listed company stands right before a product's name."""
    listed = maker.type == "ORG" and words.listed[maker.first][2:] == "company"
    return listed and product.type == "PRODUCT" and maker.last == product.first and words.shape[maker.last][0] == "X"


def _untitled(name: Tagged, words: Words, rules: NameRules) -> Tagged:
    """Take a title off the front of a name: "Bộ trưởng Quốc phòng Philippines" is none."""
    if name.type not in ("PER", "ORG"):
        return name
    for k in range(name.first, min(name.last - 1, name.first + 6)):
        if words.told[k] == "office" and words.told_from[k] == name.first and k > name.first:
            rest = name._replace(first=k + 1, origin="names/title")
            kind = rules.type_of(words.listed[rest.first][2:])
            listed = kind and all(
                part == "I" + words.listed[rest.first][1:] for part in words.listed[k + 2 : name.last]
            )
            return rest._replace(type=kind) if kind and listed else rest
    return name


def _apart(name: Tagged, words: Words) -> Iterator[Tagged]:
    """Part a body named after its country from the person behind: "Bộ Quốc phòng Trung Quốc Dương Vũ Quân"."""
    cut = 0
    if name.type == "ORG" and words.listed[name.first][2:] in ("state", "head"):
        for k in range(name.first + 1, name.last - 2):
            ends = words.listed[k][2:] == "country" and words.listed[k + 1] != "I-country"
            if ends and is_capital(words.shape[k + 1]) and is_capital(words.shape[k + 2]) and not words.listed[k + 1]:
                cut = k + 1
                break
    if not cut:
        yield name
        return
    yield name._replace(last=cut, origin="names/apart")
    end = cut
    while end < name.last and is_capital(words.shape[end]):
        end += 1
    yield name._replace(first=cut, last=end, type="PER", origin="names/apart")


def _with_particles(name: Tagged, words: Words, rules: NameRules) -> Tagged:
    """Let a person's name go on over a particle: "Bandar" "bin" "Sultan", "Turki" "al-Faisal"."""
    last = name.last
    if name.type != "PER":
        return name
    while last + 1 < len(words.word) and words.low[last] in rules.particles():
        after = last + 1
        if words.low[after] in rules.particles() and words.word[after].islower() and after + 1 < len(words.word):
            after += 1  # "von der"
        if words.word[after] in "-'’":
            after += 1
        plain = " " in words.text[words.end[last - 1] : words.start[last]] or words.word[last - 1] in "-'"
        if (
            not plain
            or after >= len(words.word)
            or not is_capital(words.shape[after])
            or words.word[last] != words.low[last]
        ):
            break
        last = after + 1
    return name if last == name.last else name._replace(last=last, origin="names/particle")
