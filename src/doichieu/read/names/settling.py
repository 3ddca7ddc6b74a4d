"""Names that the tagger cut wrongly, put right by what the lists tell and by the build that names have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.languages.naming.words import is_capital
from doichieu.read.names.bodies import OPENERS, candidates
from doichieu.read.names.signs import parted
from doichieu.read.names.syllables import with_syllables
from doichieu.read.names.tagger import Tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doichieu.languages.contracts.names import NameRules
    from doichieu.languages.naming.words import Words

_FULL = 4
"""Words of the longest full name of the language's own people that is mended."""
_ADDRESS = frozenset({"com", "net", "vn", "org", "info", "ru"})


def settle(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Give the names with the bodies of the lists whole, with whole full names, without what cannot be a name."""
    parts = [part for name in with_syllables(names, words) for part in parted(name, words)]
    opened = [_opened(name, words) for name in parts if not _is_none(name, words)]
    pieces = [piece for name in opened if name.first < name.last for piece in _unglued(name, words, rules)]
    settled = _with_bodies(_whole_people(_given_names(pieces, words, rules), words, rules), words, rules)
    return [_whole_address(_bare_place(name, words, rules), words) for name in settled]


def _is_none(name: Tagged, words: Words) -> bool:
    """Say whether a name is an abbreviation that names nothing, or neither listed nor with a capital letter."""
    listed = words.listed[name.first : name.last]
    if not any(map(is_capital, words.shape[name.first : name.last])):
        return not listed[0]
    return all(kind[2:] == "none" for kind in listed) or not words.word[name.first][0].isalnum()


def _opened(name: Tagged, words: Words) -> Tagged:
    """Let a name begin with a capital letter where no kind word opens it: not "ty tuyển dụng" before "Snowden".

    Nothing is left of the first word of a title at the head of a sentence ("Hoàng tử").
    """
    first = name.first
    ends = [k for k in range(first, min(first + 4, len(words.word))) if words.told[k] and words.told_from[k] == first]
    if not is_capital(words.shape[first]):
        if words.listed[first] or any(k < name.last for k in ends):
            return name
        while first < name.last and not is_capital(words.shape[first]):
            first += 1
    elif name.last == first + 1 and any(k > first and words.told[k] in ("address", "office") for k in ends):
        return name if is_capital(words.shape[first + 1]) else name._replace(first=name.last)
    return name if first == name.first else name._replace(first=first, origin="names/opened")


def _unglued(name: Tagged, words: Words, rules: NameRules) -> Iterator[Tagged]:
    """Part places that only a hyphen joins, as in "Hà Nội-Chu Lai"; what is listed as one stays whole."""
    for k in range(name.first + 1, name.last - 1) if name.type == "GPE" else ():
        if words.word[k] not in "-/–" or words.listed[k]:
            continue
        sides = (words.listed[name.first][:1] and words.listed[k - 1], words.listed[k + 1])
        if any(side and rules.type_of(side[2:]) == "GPE" for side in sides):
            yield name._replace(last=k, origin="names/unglued")
            yield name._replace(first=k + 1, origin="names/unglued")
            return
    yield name


def _given_names(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Join a place that is a given name too with the person right behind it: "Vladimir" "Putin"."""
    traits = rules.traits()
    joined: list[Tagged] = []
    for name in names:
        before = joined[-1] if joined and name.type == "PER" else None
        if (
            before
            and before.type == "GPE"
            and before.first + 1 == before.last == name.first
            and words.start[name.first] == words.end[before.first] + 1
            and "lat" in traits.get(words.plain[before.first], ())
        ):
            joined[-1] = name._replace(first=before.first, origin="names/given")
        else:
            joined.append(name)
    return joined


def _whole_people(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Let a person's name that opens with a family name go on to the end of its run: "Nguyễn" "Thị Minh Khai"."""
    whole: list[Tagged] = []
    for name in names:
        first, last = name.first, name.last
        if whole and whole[-1].last > first:
            first = whole[-1].last
        if first >= last:
            continue
        if name.type == "PER" and rules.is_family_name(words.word[first]):
            while last < min(len(words.word), first + _FULL) and _is_own(words, last, rules):
                last += 1
        origin = name.origin if last == name.last else "names/whole"
        whole.append(name._replace(first=first, last=last, origin=origin))
    return whole


def _is_own(words: Words, i: int, rules: NameRules) -> bool:
    """Say whether a word may go on with a full name: capitalised, of the language's own build, listed as nothing."""
    plain = words.shape[i] in ("Xxx", "Xx", "X") and rules.is_native(words.low[i])
    return plain and not words.listed[i] and words.start[i] == words.end[i - 1] + 1


def _with_bodies(names: list[Tagged], words: Words, rules: NameRules) -> list[Tagged]:
    """Give the names with the bodies of the lists whole: what is a part of one, or runs on behind it, is that body."""
    settled: list[Tagged] = []
    waiting = list(reversed(names))
    for first, last, placed in candidates(words, rules):
        while waiting and waiting[-1].last <= first:
            settled.append(waiting.pop())
        if waiting and not placed and waiting[-1].first == first and _goes_on(last, waiting[-1].last, words):
            continue
        if waiting and waiting[-1].first < first:
            continue
        rest: list[Tagged] = []
        while waiting and waiting[-1].first < last:
            over = waiting.pop()
            if over.last > last:
                rest = _people_behind(last, over.last, words)
        waiting += rest
        settled.append(Tagged(first, last, "ORG", "names/body"))
    return settled + waiting[::-1]


def _goes_on(first: int, last: int, words: Words) -> bool:
    """Say whether words behind a listed body belong to its name: they hold a capital, but open no other body.

    "Bộ Y tế" "đề nghị UBND", "Sở Công thương" "yêu cầu" do not. Measured over both halves of the gold stories.
    """
    kinds = words.listed[first + 1 : last]
    if first >= last or any(kind[:2] == "B-" and kind[2:] in OPENERS for kind in kinds):
        return False
    return words.listed[first - 1][2:] == "body" or any(map(is_capital, words.shape[first:last]))


def _people_behind(first: int, last: int, words: Words) -> list[Tagged]:
    """Give the person named right behind a body: "Sở Y tế Hà Nội" "Nguyễn Khắc Hiền"."""
    end = first
    while end < last and is_capital(words.shape[end]):
        end += 1
    return [Tagged(first, end, "PER", "names/body")] if end - first > 1 else []


def _bare_place(name: Tagged, words: Words, rules: NameRules) -> Tagged:
    """Take the kind word off a country: "Chính phủ Mỹ" names "Mỹ"."""
    for k in range(name.first, min(name.last - 1, name.first + 3)) if name.type == "ORG" else ():
        told = words.told[k] == "GPE" and words.told_from[k] == name.first
        rest = words.listed[k + 1 : name.last]
        if told and rest[0] == "B-country" and all(part == "I-country" for part in rest[1:]):
            return name._replace(first=k + 1, type=rules.type_of("country") or name.type, origin="names/place")
    return name


def _whole_address(name: Tagged, words: Words) -> Tagged:
    """Let a name go on over the end of its address: "VnExpress" ".net"."""
    last = name.last
    while last + 1 < len(words.word) and words.word[last] == "." and words.low[last + 1] in _ADDRESS:
        if words.start[last + 1] != words.end[last - 1] + 1:
            break
        last += 2
    return name if last == name.last else name._replace(last=last, origin="names/address")
