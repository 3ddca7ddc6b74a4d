"""Forms of one actor: which names may mean the same person, body or place, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from doichieu.languages.contracts.names import NameRules
    from doichieu.model import MentionType

_PLACES = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Form:
    """A name as written, how often, and the order in which it came first."""

    text: str
    type: MentionType
    count: int
    order: int


@dataclass(frozen=True, slots=True)
class Join:
    """Why a form was joined to another: spelling, alias, bracket, misspelling, short or initials."""

    why: str
    form: str
    other: str


@dataclass(frozen=True, slots=True)
class Group:
    """Forms of one actor. ``name`` is the fullest, for a place the most frequent."""

    name: str
    type: MentionType
    forms: tuple[Form, ...]
    joins: tuple[Join, ...]


def join_forms(forms: Iterable[Form], brackets: Iterable[tuple[str, str]], rules: NameRules) -> list[Group]:
    """Group forms by actor, in the order of their first.

    ``brackets`` are names with the name that follows in brackets ("Tổ chức … (CSTO)"). A form that could be short
    for two names stays by itself.
    """
    joiner = _Joiner(sorted(forms, key=lambda form: (form.order, form.text, form.type)), rules)
    joiner.join_spellings()
    joiner.join_brackets(sorted(set(brackets)))
    joiner.join_misspellings()
    joiner.join_short()
    return joiner.groups()


class _Joiner:
    def __init__(self, forms: Sequence[Form], rules: NameRules) -> None:
        self._forms = forms
        self._rules = rules
        self._parent = list(range(len(forms)))
        self._joins: dict[int, list[Join]] = defaultdict(list)
        self._words = [form.text.replace("-", " ").replace(".", " ").split() for form in forms]
        self._native = [all(rules.is_native(word) for word in words) for words in self._words]

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def _join(self, i: int, j: int, why: str) -> None:
        a, b = sorted((self._root(i), self._root(j)))
        if a == b:
            return
        self._parent[b] = a
        texts = self._forms[i].text, self._forms[j].text
        self._joins[a] += self._joins.pop(b, [])
        if texts[0] != texts[1]:
            self._joins[a].append(Join(why, *texts))

    def join_spellings(self) -> None:
        """Join what is written alike but for case, blanks, hyphens and marks, and other forms of listed names."""
        canonical = self._rules.canonical()
        for why, key in (
            ("spelling", lambda form: self._rules.fold(form.text)),
            ("alias", lambda form: self._rules.fold(canonical.get(form.text, form.text))),
        ):
            self._join_by(key, why)

    def _join_by(self, key: Callable[[Form], str], why: str) -> None:
        first: dict[tuple[str, bool], int] = {}
        for i, form in enumerate(self._forms):
            person = form.type == "PER" and len(self._words[i]) == 1 and self._native[i]
            self._join(first.setdefault((key(form), person), i), i, why)

    def join_brackets(self, brackets: Sequence[tuple[str, str]]) -> None:
        """Join a name and the name in brackets behind it."""
        number: dict[str, int] = {}
        for i, form in enumerate(self._forms):
            number.setdefault(form.text, i)
        for full, short in brackets:
            if full in number and short in number:
                self._join(number[full], number[short], "bracket")

    def join_misspellings(self) -> None:
        """Join foreign names that differ in a letter or two; Vietnamese names that do are other names."""
        bucket: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i, form in enumerate(self._forms):
            if not self._native[i] and len(form.text) >= 5 and not any(sign.isdigit() for sign in form.text):
                bucket[form.type, form.text[0].lower()].append(i)
        for numbers in bucket.values():
            for k, i in enumerate(numbers):
                for j in numbers[k + 1 : k + 200]:
                    if self._misspelt(i, j):
                        self._join(i, j, "misspelling")

    def _misspelt(self, i: int, j: int) -> bool:
        a, b = self._forms[i], self._forms[j]
        if a.text.isupper() or b.text.isupper():
            return False
        listed = self._rules.known()
        if min(len(self._words[i][-1]), len(self._words[j][-1])) <= 2:
            return False
        if a.text in listed and b.text in listed:
            return False
        shorter = min(len(a.text), len(b.text))
        allowed = 2 if shorter >= 10 else 1 if shorter >= (5 if a.type == "PER" else 7) else 0
        left, right = self._rules.fold(a.text), self._rules.fold(b.text)
        return OSA.distance(left, right, score_cutoff=allowed) <= allowed

    def join_short(self) -> None:
        """Join a form to the only longer one that it can be short for."""
        longer = self._by_word()
        for i in range(len(self._forms)):
            candidates = sorted(set(self._longer(i, longer)))
            for why, fits in (("initials", self._is_initials), ("short", self._is_short)):
                roots = {self._root(j): j for j in candidates if self._root(j) != self._root(i) and fits(i, j)}
                if len(roots) > 1:
                    roots = self._closest(i, roots)
                if len(roots) == 1:
                    self._join(i, next(iter(roots.values())), why)
                    break

    def _by_word(self) -> dict[tuple[str, str], list[int]]:
        index: dict[tuple[str, str], list[int]] = defaultdict(list)
        for j, form in enumerate(self._forms):
            for word in set(self._words[j]):
                index[form.type, word.lower()].append(j)
            if len(self._words[j]) >= 3:
                index[form.type, _initials(self._words[j])].append(j)
        return index

    def _longer(self, i: int, index: dict[tuple[str, str], list[int]]) -> Iterator[int]:
        form, words = self._forms[i], self._words[i]
        if words:
            yield from index.get((form.type, words[-1].lower()), ())[:50]
            yield from index.get((form.type, words[0].lower()), ())[:50]
        if form.text.isupper():
            yield from index.get((form.type, form.text), ())[:50]

    def _closest(self, i: int, roots: dict[int, int]) -> dict[int, int]:
        """Prefer a name that ends with the form."""
        size = len(self._words[i])
        ending = {root: j for root, j in roots.items() if _same(self._words[j][-size:], self._words[i])}
        return ending if len(ending) == 1 else {}

    def _is_initials(self, i: int, j: int) -> bool:
        text = self._forms[i].text
        return len(text) >= 3 and text.isupper() and _initials(self._words[j]) == text

    def _is_short(self, i: int, j: int) -> bool:
        short, long = self._words[i], self._words[j]
        kind = self._forms[i].type
        if len(short) >= len(long) or self._forms[j].type != kind:
            return False
        at_end, at_start = _same(long[-len(short) :], short), _same(long[: len(short)], short)
        if kind == "PER":
            return self._is_short_person(short, long, at_end=at_end, at_start=at_start)
        if kind == "ORG":
            numbered = any(map(_has_digit, long)) and not any(map(_has_digit, short))
            foreign = not any(map(self._rules.is_native, long[len(short) :]))
            numbered = numbered or (foreign and at_start and self._rules.known().get(self._forms[i].text) == "company")
            opens = at_start and (foreign or not self._forms[i].text.isupper())
            return (at_end or opens) and not numbered  # "Canon EOS" is no longer name of Canon
        if kind == "PRODUCT":
            numbered = any(map(_has_digit, short)) and not any(map(_has_digit, long[len(short) :]))
            return (at_end and not short[0].isdigit()) or (at_start and numbered)
        if kind in _PLACES:
            return at_end and self._rules.before().get(" ".join(long[: -len(short)]).lower()) in _PLACES
        return False

    def _is_short_person(self, short: list[str], long: list[str], *, at_end: bool, at_start: bool) -> bool:
        own = self._rules.is_family_name(long[0]) and all(map(self._rules.is_native, long))
        if own:
            return at_end or (at_start and len(short) == 1 and len(long) <= 3)
        if at_end or at_start:
            return True
        return len(short) > 1 and _same(short[:1], long[:1]) and _same(short[-1:], long[-1:])

    def groups(self) -> list[Group]:
        """Give the groups."""
        members: dict[int, list[Form]] = defaultdict(list)
        for i, form in enumerate(self._forms):
            members[self._root(i)].append(form)
        return [
            Group(self._name(forms), _commonest_type(forms), tuple(forms), tuple(self._joins.get(root, ())))
            for root, forms in sorted(members.items())
        ]

    def _name(self, forms: list[Form]) -> str:
        kind = _commonest_type(forms)
        counts: dict[str, int] = defaultdict(int)
        order: dict[str, int] = {}
        for form in forms:
            counts[form.text] += form.count
            order.setdefault(form.text, form.order)
        if kind in _PLACES:
            return max(counts, key=lambda text: (counts[text], -order[text], text))
        return max(counts, key=lambda text: (len(text.split()), not text.isupper(), counts[text], len(text), text))


def _commonest_type(forms: list[Form]) -> MentionType:
    counts: dict[MentionType, int] = defaultdict(int)
    for form in forms:
        counts[form.type] += form.count
    return max(counts, key=lambda kind: (counts[kind], kind))


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _same(left: list[str], right: list[str]) -> bool:
    return [word.lower() for word in left] == [word.lower() for word in right]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()
