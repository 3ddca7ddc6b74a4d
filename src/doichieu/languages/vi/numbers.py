"""Vietnamese numbers, in digits ("3.600", "1,5 tỉ") and in words ("hai mươi ba", "một trăm linh năm", "nửa triệu")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from doichieu.languages.lists import rows, words
from doichieu.languages.patterns import in_any_case

if TYPE_CHECKING:
    from collections.abc import Iterator

NumberForm = Literal["digits", "words", "vague"]
Role = Literal["digits", "digit", "unit", "ten", "tens", "hundred", "zero", "scale", "half", "halved", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, its scale words ("nghìn", "triệu", "tỉ") inside, nothing else.

    ``high`` is the upper end of a vague number ("hàng chục": 10 to 99), else None.
    """

    start: int
    end: int
    value: float
    form: NumberForm
    high: float | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    role: Role
    value: float


_WORDS = {row[0]: (row[1], float(row[2])) for row in rows(__package__, "numbers/words.txt")}
_GROUPS = r"\d{0,2}(?:[.,]\d{3}){2,5}(?:[.,]\d{1,2})?|\d{0,17}(?:[.,]\d{1,9}){0,2}"
_DIGITS = re.compile(rf"\d(?<![\w.,].)(?<![^\W\d_][-‑–].)(?:{_GROUPS})(?![.,]?\d)")
_BLANKS = re.compile(r"\d(?<![\w.,].)(?<!\d[ /-].)(?<![^\W\d_][-‑–].)\d{0,2}(?: \d{3}){2,3}(?= [^\W\d_])(?<=000)")
"""Thousands parted by blanks, as "1 250 000": two groups or more, the last "000", and a word behind, so that no row of
a table is one number."""
_REPEATED = re.compile(r" \((\d{1,3})\)")
"""Digits in brackets that say a number in words again: "ba (03) người"."""
_WORD = re.compile(in_any_case(_WORDS))
_EDGE = 60
_LETTERLESS = re.compile(rf"[\d\s.,;:/|+*-]{{{8 * _EDGE},}}")
"""Rows of bare numbers, as in a table that lost its words: they count nothing, and there may be megabytes of them.
Only what is within ``_EDGE`` code points of a word is read."""
_ORDINAL = re.compile(r"(?:thứ|tháng|mùng|mồng) $", re.IGNORECASE)
_NO_HALF = re.compile(r" (?:đầu|cuối|sau|trước|đêm|còn|kia|vời|chừng|đời)(?!\w)")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;\n\"“”‘'(\[*•-])\s?$")
_BEFORE_BARE_SCALE = re.compile(r"(?<!\w)(?:hơn|gần|cả|trên|ngót|đến|tới|dư) $", re.IGNORECASE)
"""A bare "trăm", "triệu" is a number behind these ("hơn trăm người"), else a part of a word ("tỷ giá", "đại tá")."""
_COUNTED = words(__package__, "numbers/counted.txt")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


def find_numbers(text: str) -> tuple[Number, ...]:
    """Give the numbers of a text in its order; none overlap.

    Digits that belong to a word ("IL-76", "U21") are none; dates, scores and fractions give each of their numbers.

    >>> [(number.value, number.high) for number in find_numbers("hơn 1,5 tỉ đồng, hai mươi ba người, hàng trăm xe")]
    [(1500000000.0, None), (23.0, None), (100.0, 999.0)]
    """
    found: list[Number] = []
    run: list[_Piece] = []
    for match in _matches(text):
        piece = _piece_of(match)
        if piece is None:
            continue
        if run and text[run[-1].end : piece.start] != " ":
            found += _numbers_of(text, run)
            run = []
        run.append(piece)
    return tuple(_said_once(text, found + _numbers_of(text, run)))


def _said_once(text: str, found: list[Number]) -> Iterator[Number]:
    """Give the numbers, one in words with the digits that repeat it in brackets as one."""
    end = 0
    for number in found:
        again = _REPEATED.match(text, number.end) if number.form == "words" else None
        is_again = again is not None and float(again[1]) == number.value
        if number.start >= end:
            yield replace(number, end=again.end()) if again and is_again else number
        end = max(end, again.end() if again and is_again else number.end)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Give the matches for pieces of numbers, none inside long stretches without a letter."""
    start = 0
    for stretch in _LETTERLESS.finditer(text):
        yield from _matches_in(text, start, stretch.start() + _EDGE)
        start = stretch.end() - _EDGE
    yield from _matches_in(text, start, len(text))


def _matches_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    blanks = list(_BLANKS.finditer(text, start, end))
    digits: list[re.Match[str]] = []
    place = 0
    for match in _DIGITS.finditer(text, start, end):
        while place < len(blanks) and blanks[place].end() <= match.start():
            place += 1
        if place == len(blanks) or match.end() <= blanks[place].start():
            digits.append(match)
    found = [*digits, *blanks, *_WORD.finditer(text, start, end)]
    return sorted(found, key=lambda match: match.start())


def parse_number(digits: str) -> float | None:
    """Give the value of a number in digits as Vietnamese writes it, None where it is none (a date "8.1.2014").

    "." parts thousands and "," decimals; where the groups do not fit that, the sign is read the other way round.

    >>> [parse_number(digits) for digits in ("3.600", "1,5", "2.5", "1.234,5", "1,234,567", "8.1.2014")]
    [3600.0, 1.5, 2.5, 1234.5, 1234567.0, None]
    """
    groups = re.split(r"[.,]", digits)
    signs = re.findall(r"[.,]", digits)
    if not signs:
        return float(digits)
    thousands = [len(group) == 3 for group in groups[1:]]
    leads = len(groups[0]) <= 3 and groups[0] != "0"
    last = signs[-1]
    if len(set(signs)) == len(signs) == 1:
        is_whole = leads and thousands[0] and (last == "." or groups[1].endswith("00"))
        return float("".join(groups)) if is_whole else float(".".join(groups))
    if leads and all(thousands) and len(set(signs)) == 1:
        return float("".join(groups))
    if leads and all(thousands[:-1]) and last not in signs[:-1]:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return None


def _piece_of(match: re.Match[str]) -> _Piece | None:
    if match.re is not _WORD:
        value = parse_number(match[0].replace(" ", ""))
        return None if value is None else _Piece(match.start(), match.end(), "digits", value)
    role, value = _WORDS[match[0].lower()]
    return _Piece(match.start(), match.end(), role, value)  # type: ignore[arg-type]


def _numbers_of(text: str, run: list[_Piece]) -> list[Number]:
    """Cut a run of number words into numbers, as long as the grammar allows."""
    found: list[Number] = []
    position = 0
    while position < len(run):
        value, length, high = _Grammar(run, position).number()
        pieces = run[position : position + length]
        if length and _is_number(text, pieces):
            form: NumberForm = "vague" if high else "digits" if pieces[0].role == "digits" else "words"
            found.append(Number(pieces[0].start, pieces[-1].end, value, form, high))
        position += max(1, length)
    return found


def _is_number(text: str, pieces: list[_Piece]) -> bool:
    """Say whether the words are a number here and no name, ordinal or word that only looks like one."""
    first, last = pieces[0], pieces[-1]
    if first.role == "digits":
        return True
    before = text[max(0, first.start - 12) : first.start]
    if _ORDINAL.search(before) or (text[first.start].isupper() and _is_name(text, pieces, before)):
        return False
    if first.role in ("hundred", "scale"):
        return _BEFORE_BARE_SCALE.search(before) is not None
    return len(pieces) > 1 or _is_number_alone(text, first, _NEXT_WORD.match(text, last.end), before)


def _is_name(text: str, pieces: list[_Piece], before: str) -> bool:
    if not _OPENS_SENTENCE.search(before):
        return True
    following = _NEXT_WORD.match(text, pieces[-1].end)
    return len(pieces) == 1 and following is not None and following[1].istitle()


def _is_number_alone(text: str, piece: _Piece, following: re.Match[str] | None, before: str) -> bool:
    if piece.role == "halved":
        return not _NO_HALF.match(text, piece.end)
    if text[piece.start : piece.end].lower() == "năm":
        return following is not None and following[1] in _COUNTED and not before.lower().endswith(("mỗi ", "một "))
    return piece.value > 0


class _Grammar:
    """Reads one number from a run of pieces: a sum of parts, each a number below 1,000 times its scale words."""

    def __init__(self, run: list[_Piece], position: int) -> None:
        self.run = run
        self.start = self.position = position

    def role(self, ahead: int = 0) -> Role | None:
        """Give the role of the piece ``ahead`` of the position."""
        place = self.position + ahead
        return self.run[place].role if place < len(self.run) else None

    def take(self) -> float:
        """Give the value of the next piece and step over it."""
        self.position += 1
        return self.run[self.position - 1].value

    def number(self) -> tuple[float, int, float | None]:
        """Give value, number of pieces and upper end; no pieces where none is read."""
        if self.role() == "vague":
            return self._vague()
        total, bound = 0.0, float("inf")
        while True:
            place = self.position
            part, scale, is_whole = self._part(first=place == self.start)
            if not is_whole or scale >= bound or (place > self.start and scale == 1 and bound > 1000):
                self.position = place
                break
            total += part
            bound = scale
            if scale == 1:
                break
        return round(total, 9), self.position - self.start, None

    def _vague(self) -> tuple[float, int, float | None]:
        least = self.take()
        if self.role() not in ("scale", "hundred"):
            return 0.0, 0, None
        scale = 1.0
        while self.role() in ("scale", "hundred"):
            scale *= self.take()
        return least * scale, self.position - self.start, 10 * scale - 1

    def _part(self, *, first: bool) -> tuple[float, float, bool]:
        """Give a part's value, its scale, and whether one stands here."""
        place = self.position
        value = self._below_thousand(first=first)
        if value is None and first and self.role() == "scale":
            value = 1.0
        if value is None:
            return 0.0, 0.0, False
        scale = 1.0
        while self.role() == "scale" and (scale == 1 or self.run[self.position].value > scale or scale == 1000):
            scale *= self.take()
        if self.role() == "half" and (scale > 1 or self.run[self.position - 1].role == "hundred"):
            value += self.take() * (1 if scale > 1 else 100)
        return value * scale, scale, self.position > place

    def _below_thousand(self, *, first: bool) -> float | None:
        role, after = self.role(), self.role(1)
        if role in ("digits", "halved"):
            return self.take() if first or (role == "digits" and after == "scale") else None
        if role == "zero" and not first and after in ("digit", "unit", "ten"):
            self.take()
            return self._below_hundred()
        if role == "hundred" and first:
            return self._hundreds(1.0)
        if role == "digit" and after == "hundred":
            return self._hundreds(self.take())
        if first or (role == "digit" and after in ("tens", "scale")) or (role == "ten"):
            return self._below_hundred()
        return None

    def _hundreds(self, hundreds: float) -> float:
        value = hundreds * self.take()
        if self.role() == "zero" and self.role(1) in ("digit", "unit"):
            self.take()
            return value + self.take()
        if self.role() == "ten" or (self.role() == "digit" and self.role(1) == "tens"):
            return value + (self._below_hundred() or 0)
        return value

    def _below_hundred(self) -> float | None:
        if self.role() == "ten":
            return self.take() + self._unit()
        if self.role() != "digit":
            return None
        value = self.take()
        if self.role() == "tens":
            value *= self.take()
            value += self._unit()
        return value

    def _unit(self) -> float:
        """Give the unit behind tens; "năm" there begins the word year, five is "lăm"."""
        is_unit = self.role() == "unit" or (self.role() == "digit" and self.run[self.position].value not in (0, 5))
        return self.take() if is_unit else 0.0
