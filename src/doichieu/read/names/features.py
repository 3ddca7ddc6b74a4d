"""Features of the names tagger: what is told of a word by itself, by its neighbours, by the rest of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.languages.naming.words import Words, is_capital, runs_of
from doichieu.read.names.bodies import bodies_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from doichieu.languages.contracts.names import NameRules

REACH = 3
"""Words to each side of a capital letter that the tagger looks at; a name's lower-case words are always nearer."""
_LONGEST_STRETCH = 400
"""Words of a stretch that is tagged in one go; only texts that are no prose have longer ones."""


_LINE = "¶"
"""The key of a line's end, and of what is before and behind the text."""
_OPENING = frozenset('.:!?…"“' + _LINE)


def stretches(words: Words, breaks: Collection[int] = ()) -> list[tuple[int, int]]:
    """Give the ranges of words that may hold names: those near a capital letter, never across a line or a break."""
    ranges: list[tuple[int, int]] = []
    for i, shape in enumerate(words.shape):
        if not is_capital(shape):
            continue
        start, end = _around(words, i, breaks)
        # no range crosses a break, so that two which overlap lie in one zone
        joined = ranges and (start < ranges[-1][1] or (start == ranges[-1][1] and words.start[start] not in breaks))
        if joined and end - ranges[-1][0] <= _LONGEST_STRETCH:
            start = ranges.pop()[0]
        elif ranges:
            start = max(start, ranges[-1][1])
        if start < end:
            ranges.append((start, end))
    return ranges


def _around(words: Words, i: int, breaks: Collection[int]) -> tuple[int, int]:
    start = i
    while start > 0 and i - start < REACH and words.word[start - 1][0] != "\n" and words.start[start] not in breaks:
        start -= 1
    end = i + 1
    while end < len(words.word) and end - i <= REACH and words.word[end][0] != "\n" and words.start[end] not in breaks:
        end += 1
    return start, end


class Features:
    """The features of the words of one article; ``only`` those of a model, the others would be made in vain."""

    def __init__(
        self, words: Words, rules: NameRules, breaks: Collection[int] = (), *, only: frozenset[str] = frozenset()
    ) -> None:
        self._words = words
        self._only = only
        self._runs = runs_of(words, breaks)
        self._heads = _heads(words)
        self._bodies = bodies_of(words, rules)
        self._rules = rules
        self._traits = rules.traits()
        self._own: dict[str, list[str]] = {}
        self._near: dict[int, dict[str, list[str]]] = {offset: {} for offset in (-3, -2, -1, 1, 2, 3)}
        self._of_run: dict[int, list[str]] = {}
        self._document = _document(words, self._runs)
        self._lower = {low for low, shape in zip(words.key, words.shape, strict=True) if not is_capital(shape)}

    def of(self, start: int, end: int) -> list[list[str]]:
        """Give the features of each word of a range."""
        return [self._of(i) for i in range(start, end)]

    def _of(self, i: int) -> list[str]:
        words = self._words
        word = words.word[i]
        own = self._own.get(word)
        if own is None:
            own = self._own[word] = self._kept(self._itself(words.plain[i], words.key[i], words.shape[i]))
        features = list(own)
        count = len(words.word)
        for offset, near in self._near.items():
            j = i + offset
            told = near.get(words.word[j]) if 0 <= j < count else None
            features += told if told is not None else self._neighbour(j, offset)
        features += self._kept(self._lists(i))
        features += self._run(i)
        features += self._document.get(words.key[i], ()) if is_capital(words.shape[i]) else ()
        return features

    def _kept(self, features: list[str]) -> list[str]:
        only = self._only
        return [feature for feature in features if feature in only] if only else features

    def _itself(self, word: str, low: str, shape: str) -> list[str]:
        features = ["w=" + low, "s=" + shape]
        features += ["t=" + trait for trait in self._traits.get(word, ("none",))]
        if is_capital(shape):
            native = self._rules.is_native(low)
            features += ["W=" + word, f"n={native}", f"ns={native}|{shape}", "p2=" + low[:2], "p3=" + low[:3]]
            features += ["e2=" + low[-2:], "e3=" + low[-3:], f"lc={low in self._traits}", f"dl={low in self._lower}"]
        return features

    def _neighbour(self, j: int, offset: int) -> list[str]:
        words = self._words
        if not 0 <= j < len(words.word):
            return [f"{offset}:none"]
        low, shape = words.key[j], words.shape[j]
        near = [f"{offset}w={low}"]
        if abs(offset) < 3:
            near.append(f"{offset}s={shape}")
            near += [f"{offset}t={trait}" for trait in self._traits.get(words.plain[j], ("none",))]
        near = self._near[offset][words.word[j]] = self._kept(near)
        return near

    def _lists(self, i: int) -> list[str]:
        words = self._words
        before, after = max(i - 1, 0), min(i + 1, len(words.word) - 1)
        glued = words.start[i] == words.end[before]
        features = [
            f"g={glued}",
            f"gn={words.start[after] == words.end[i]}",
            f"ss={words.shape[before]}|{words.shape[i]}|{words.shape[after]}",
            f"ww={words.key[before]}|{words.key[i]}",
            f"wn={words.key[i]}|{words.key[after]}",
        ]
        if words.listed[i]:
            features.append("l=" + words.listed[i])
        features += [f"l-={words.listed[before]}", f"l+={words.listed[after]}"]
        if words.told[before]:
            features += [f"k={words.told[before]}", f"ks={words.told[before]}|{words.shape[i]}"]
        if words.told[i]:
            features.append("k0=" + words.told[i])
        if self._bodies[i]:
            features.append("b=" + self._bodies[i])
        if self._bodies[after]:
            features.append("b+=" + self._bodies[after])
        head, ahead = self._heads[i]
        if head >= 0:
            features += [f"h={words.key[head]}", f"hd={min(i - head, 6)}|{ahead}", f"hs={words.shape[i]}|{ahead}"]
        else:
            features.append("h-=" + words.shape[i])
        return features

    def _run(self, i: int) -> list[str]:
        words = self._words
        start, end = self._runs[i]
        if start == end:
            return []
        same = self._of_run.get(start)
        if same is None:
            same = self._of_run[start] = self._kept(self._whole_run(start, end))
        told = words.told[start - 1] if start else ""
        place = f"{min(i - start, 4)}/{min(end - start, 6)}"
        return [*same, "rp=" + place, f"rkp={told}|{place}"]

    def _whole_run(self, start: int, end: int) -> list[str]:
        """Give what all words of a run share."""
        words = self._words
        left = words.key[start - 1] if start else _LINE
        far = words.key[start - 2] if start > 1 else _LINE
        right = words.key[end] if end < len(words.word) else _LINE
        told = words.told[start - 1] if start else ""
        features = [f"rl={left}", f"rll={far}|{left}", f"rr={right}", f"rf={words.key[start]}"]
        features += [f"rx={words.key[end - 1]}", f"rk={told}", f"rg={words.listed[start]}"]
        features += ["rt=" + trait for trait in self._traits.get(words.plain[start], ("none",))]
        said = {trait for word in words.plain[start:end] for trait in self._traits.get(word, ()) if trait[:3] == "is-"}
        features += sorted("r" + trait for trait in said)
        if left in _OPENING:
            features.append("first")
        return features


def _document(words: Words, runs: list[tuple[int, int]]) -> dict[str, list[str]]:
    """Give for each capitalised word what stands before the runs that hold it, anywhere in the article."""
    seen: dict[str, set[str]] = {}
    for i, (start, end) in enumerate(runs):
        if start == end:
            continue
        its = seen.setdefault(words.key[i], set())
        its.add(f"d{min(end - start, 3)}")
        if start and words.told[start - 1]:
            its.add(f"dk={words.told[start - 1]}")
        if words.listed[i]:
            its.add("dg=" + words.listed[i][2:])
        if start and words.word[start - 1] == "(" and end < len(words.word) and words.word[end] == ")":
            its.add("db")
    return {low: sorted(its) for low, its in seen.items()}


_PHRASE = 9
"""Words from the one that opens a body's name to its last: "Lực lượng bảo vệ bờ biển Ấn Độ" has eight."""


def _heads(words: Words) -> list[tuple[int, str]]:
    """Give for each word the word before it that opens a body's name, -1 where none does, and what comes next.

    Next is the kind (or shape) of the next capitalised word, with no punctuation between; "" where none is near.
    """
    heads: list[tuple[int, str]] = []
    head = -1
    for i, word in enumerate(words.word):
        if words.listed[i][2:] in ("head", "state", "body") and words.listed[i][0] == "B":
            head = i
        elif head >= 0 and (i - head > _PHRASE or word in '.,;:!?()"“”\n' or word[0] == "\n"):
            head = -1
        heads.append((head, _ahead(words, i) if head >= 0 else ""))
    return heads


def _ahead(words: Words, i: int) -> str:
    for j in range(i + 1, min(i + 5, len(words.word))):
        if is_capital(words.shape[j]):
            return f"{j - i}{words.listed[j][2:] or words.shape[j]}"
        if not words.word[j][0].isalpha():
            return "."
    return ""
