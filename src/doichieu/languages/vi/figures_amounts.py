"""Vietnamese amounts: numbers joined to ranges ("5 - 7 triệu"), fractions ("hai phần ba", "8/11"), rows of results."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from doichieu.languages.contracts.figures import Amount
from doichieu.languages.lists import rows
from doichieu.languages.patterns import any_of, in_any_case
from doichieu.languages.vi.numbers import Number, find_numbers, parse_number

_SCALES = {"chục": 1e1, "trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9}
_SCALE = re.compile(rf" ({'|'.join(_SCALES)})(?!\w)", re.IGNORECASE)
_TO = re.compile(r" ?[-–—] ?| (?:đến|tới) ")
_UNITS = any_of(["người", "con", "chiếc", *(row[0] for row in rows(__package__, "figures/units.txt"))])
_SIDE = r"\d{0,6}(?:[.,]\d{1,3})?"
_DIMENSIONS = re.compile(rf"(\d(?<![\w.,].){_SIDE})(?:(?: [x×] |[x×])\d{_SIDE}){{1,2}}(?![\d.,x×])")
_TO_WITH_UNIT = re.compile(rf" ?(?:{_UNITS}) (?:đến|tới) ")
_DASH_WITH_UNIT = re.compile(rf" ?(?:{_UNITS}) ?[-–—] ?")
_FROM = re.compile(r"(?<!\w)từ (?:khoảng |gần |hơn |chừng )?$", re.IGNORECASE)
_WIDEST_GAP = 16
_MOST_SHARES = 4
"""Up to here the lower number of a fraction parts a whole ("3/4 dân số"), above it counts one ("8/11 nhóm hàng")."""
_LEAST_SCALE = 1000
_BELOW = re.compile(r"(?<!\w)âm $", re.IGNORECASE)
_DEGREES = re.compile(r" ?(?:độ(?! âm)|[oO°º] ?[CF])(?!\w)")
_QUARTERS = re.compile(r" phần tư(?!\w)", re.IGNORECASE)
_PART_OF = re.compile(r" phần ", re.IGNORECASE)


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Give the amounts of a text in its order; none overlap.

    >>> [(amount.value, amount.high) for amount in find_amounts("từ 5 đến 7 triệu đồng, hai phần ba số xe, vài người")]
    [(5000000.0, 7000000.0), (0.6667, None), (2.0, 9.0)]
    """
    pieces = _pieces(text)
    found: list[Amount] = []
    position = 0
    while position < len(pieces):
        amount, length = _joined(text, pieces, position)
        found.append(_below_zero(text, amount))
        position += length
    return tuple(found)


def _below_zero(text: str, amount: Amount) -> Amount:
    """Give degrees below zero with their sign: "âm 2 độ C"."""
    sign = _BELOW.search(text, max(0, amount.start - 4), amount.start)
    if sign is None or amount.shape != "plain" or not _DEGREES.match(text, amount.end):
        return amount
    value, high = (amount.value, None) if amount.high is None else (amount.high, -amount.value)
    return replace(amount, start=sign.start(), value=-value, high=high)


def _pieces(text: str) -> list[Amount]:
    """Give single numbers: exact ones, vague ones, and words that say how many times as much."""
    special = [*_vague(text), *_multiples(text), *_fives(text), *_dimensions(text)]
    taken = [(amount.start, amount.end) for amount in special]
    plain = [_plain(text, number) for number in find_numbers(text) if not _is_other_word(text, number)]
    starts = _Overlap(taken)
    return sorted(
        [*special, *(one for one in plain if not starts.holds(one.start, one.end))], key=lambda one: one.start
    )


class _Overlap:
    """Whether spans, asked for in the order of the text, touch given ones: linear over all."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self.position = 0

    def holds(self, start: int, end: int) -> bool:
        """Say whether ``start:end`` shares a character with a span."""
        while self.position < len(self.spans) and self.spans[self.position][1] <= start:
            self.position += 1
        return self.position < len(self.spans) and self.spans[self.position][0] < end


def _is_other_word(text: str, number: Number) -> bool:
    """Say whether a number word is a part of another word ("ba lô", "tỷ phú") or the year ("mọi năm")."""
    if number.form == "digits" and number.value < _LEAST_SCALE:
        return False
    if _compounds().match(text, number.start) and not _compounds().fullmatch(text, number.start, number.end):
        return True
    if _behind_scale().match(text, number.end):
        return True
    ahead = text[max(0, number.start - 8) : number.start]
    if number.form == "words" and _words_ahead("words_ahead.txt").search(ahead):
        return True
    is_five = text[number.start : number.end].lower() == "năm"
    return is_five and _words_ahead("year_words.txt").search(ahead) is not None


@cache
def _compounds() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either('compounds.txt')})(?!\w)", re.IGNORECASE)


@cache
def _behind_scale() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=t[ỷỉ])|(?<=triệu)) (?:{_either('scale_compounds.txt')})(?!\w)", re.IGNORECASE)


@cache
def _words_ahead(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(name)}) $", re.IGNORECASE)


def _either(name: str) -> str:
    return any_of(row[0] for row in rows(__package__, f"figures/{name}"))


def _plain(text: str, number: Number) -> Amount:
    quarters = _QUARTERS.match(text, number.end) if number.form == "words" else None
    if quarters:
        return Amount(number.start, quarters.end(), number.value / 4, shape="fraction", in_words=True)
    vague = number.form == "vague"
    return Amount(
        start=number.start,
        end=number.end,
        value=number.value,
        high=number.high,
        modifier="vague" if vague else None,
        in_words=number.form != "digits",
    )


@cache
def _phrases(name: str) -> tuple[re.Pattern[str], dict[str, tuple[float, ...]]]:
    """Give a pattern for the phrases of a list, the longest first, and their values."""
    values = {row[0]: tuple(map(float, row[1:])) for row in rows(__package__, f"figures/{name}")}
    return re.compile(in_any_case(values)), values


def _vague(text: str) -> list[Amount]:
    pattern, values = _phrases("vague.txt")
    found = []
    for match in pattern.finditer(text):
        low, high = values[match[0].lower()]
        scale, end = _scales_at(text, match.end())
        found.append(Amount(match.start(), end, low * scale, high * scale, "vague", in_words=True))
    return found


def _multiples(text: str) -> list[Amount]:
    pattern, values = _phrases("multiples.txt")
    return [
        Amount(match.start(), match.end(), values[match[0].lower()][0], shape="multiple", in_words=True)
        for match in pattern.finditer(text)
    ]


def _dimensions(text: str) -> list[Amount]:
    """Give lengths that are told as one ("13,6x7 cm"), by the first of them."""
    found = ((match, parse_number(match[1])) for match in _DIMENSIONS.finditer(text))
    return [Amount(match.start(), match.end(), value) for match, value in found if value is not None]


def _fives(text: str) -> list[Amount]:
    """Give each "năm" that is five, not the year, by the noun for people behind it."""
    pattern = _five()
    found = []
    for match in pattern.finditer(text):
        ahead = text[max(0, match.start() - 8) : match.start()]
        if not _compounds().match(text, match.start()) and not _words_ahead("year_words.txt").search(ahead):
            found.append(Amount(match.start(), match.end(1), 5.0, in_words=True))
    return found


@cache
def _five() -> re.Pattern[str]:
    return re.compile(rf"([nN](?<!\w.)(?<!\d .)(?i:ăm)) (?i:{_either('persons.txt')})(?!\w)")


def _scales_at(text: str, position: int) -> tuple[float, int]:
    """Give the product of the scale words at a position, and where they end."""
    scale = 1.0
    while match := _SCALE.match(text, position):
        scale *= _SCALES[match[1].lower()]
        position = match.end()
    return scale, position


def _joined(text: str, pieces: list[Amount], position: int) -> tuple[Amount, int]:
    """Give the amount that starts with a piece and how many pieces it takes."""
    first = pieces[position]
    if position + 1 == len(pieces) or first.high is not None or first.shape != "plain":
        return first, 1
    second = pieces[position + 1]
    gap = text[first.end : second.start]
    if second.high is not None or second.shape != "plain" or len(gap) > _WIDEST_GAP:
        return first, 1
    if gap == "/" or (second.value and _PART_OF.fullmatch(gap)):
        return _fraction(first, second, is_counted=gap == "/"), 2
    if _in_series(text, pieces, position):
        return replace(first, shape="series"), 1
    is_range = _TO.fullmatch(gap) or _DASH_WITH_UNIT.fullmatch(gap)
    if is_range or (_TO_WITH_UNIT.fullmatch(gap) and _opens_range(text, first)):
        return _range(text, first, second)
    return first, 1


def _opens_range(text: str, first: Amount) -> bool:
    return _FROM.search(text, max(0, first.start - 14), first.start) is not None


def _in_series(text: str, pieces: list[Amount], position: int) -> bool:
    """Say whether three or more numbers stand in a row with dashes ("127-162-289kg"): results, not a range."""

    def dash(place: int) -> bool:
        if not 0 < place < len(pieces):
            return False
        return text[pieces[place - 1].end : pieces[place].start] in ("-", "–")

    return (dash(position + 1) and (dash(position + 2) or dash(position))) or (dash(position) and dash(position - 1))


def _fraction(first: Amount, second: Amount, *, is_counted: bool) -> Amount:
    """Give a part of a whole: a share ("2/3 số xe"), or so many of so many ("8/11 nhóm hàng"); of nothing: a score."""
    if not second.value:
        return Amount(first.start, second.end, first.value, second.value, None, "score")
    is_counted = is_counted and first.value > 1 and second.value > _MOST_SHARES
    return Amount(
        start=first.start,
        end=second.end,
        value=round(first.value / second.value, 4),
        shape="fraction",
        in_words=first.in_words,
        numerator=first.value if is_counted else None,
    )


def _range(text: str, first: Amount, second: Amount) -> tuple[Amount, int]:
    """Give a range or, where the second number is not the higher one, a score."""
    low = first.value * _lent_scale(text, first, second)
    is_joined = text[first.end : second.start].strip() in ("-", "–", "—")
    if low < second.value:
        return Amount(first.start, second.end, low, second.value, "range", in_words=first.in_words), 2
    if is_joined and not first.in_words:
        return Amount(first.start, second.end, first.value, second.value, None, "score"), 2
    return first, 1


def _lent_scale(text: str, first: Amount, second: Amount) -> float:
    """Give the scale that "5" takes from "7 triệu" in "5 đến 7 triệu"; 1 where it has its own or needs none."""
    words = text[second.start : second.end].split()
    scale = 1.0
    for word in words[1:]:
        scale *= _SCALES.get(word.lower(), 1.0)
    has_own = any(word.lower() in _SCALES for word in text[first.start : first.end].split())
    return scale if scale > 1 and not has_own and first.value < second.value / scale else 1.0
