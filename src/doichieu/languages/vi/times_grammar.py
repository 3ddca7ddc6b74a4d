"""The grammar of Vietnamese time words: patterns of whole phrases, made of pieces and word lists.

Every pattern is linear: pieces are bounded, and none can match the empty string again and again.
"""

from __future__ import annotations

import re

from doichieu.languages.lists import rows, words
from doichieu.languages.patterns import any_of

_PACKAGE = __package__


def _first(name: str) -> frozenset[str]:
    return words(_PACKAGE, f"times/{name}.txt")


E = r"(?!\w)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:1\d{3}|2[01]\d{2})"
MONTH_WORD = any_of(_first("months"))
FULL_DATE = (
    rf"(?:{DAY} ?/ ?{MONTH} ?/ ?(?:{YEAR}|\d\d)(?![\d/])|{DAY} ?- ?{MONTH} ?- ?{YEAR}(?!\d)"
    rf"|{DAY}\.{MONTH}\.{YEAR}(?!\d)"
    rf"|{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))"
)
SHORT_DATE = rf"{DAY}(?: ?/ ?|[.–-]){MONTH}(?![\w/%]|[.,]\d|[–-]\d(?!\d?/{MONTH}(?!\d)))"
LONG_DATE = rf"{DAY},? tháng (?:{MONTH}(?!\d)|{MONTH_WORD}{E})(?:(?: ?[/.-] ?|,? năm ){YEAR}(?!\d))?"
WHICH = any_of(_first("which"))
_LEAN = any_of(_first("leans"))
_OF_YEAR = rf"(?:(?:của )?(?:năm (?:{YEAR}(?!\d)|{WHICH}{E})|cùng năm{E}))"
TAIL = rf"(?:,? {_OF_YEAR}| {_LEAN}{E}(?! (?:{DAY}(?!\d)|năm {YEAR}|khi|tháng|ngày)))?"
_HEAD = r"(?:(?:ngày|hôm|mùng|mồng|bữa)(?: (?:mùng|mồng))? (?:thứ )?)"
EXPLICIT = rf"(?:{FULL_DATE}|{LONG_DATE}|{SHORT_DATE}){TAIL}"
_NOT_DAYS = (
    r"(?! ?(?:lần|bữa|người|giờ|tiếng|triệu|nghìn|viên|ly|suất|chuyến|ca|buổi|tô|kg|tấn|km|đêm|ngày|tháng|năm|trận|con"
    r"|chiếc|vụ|tập|lượt|phút|tuần|h|g|%)(?!\w)|\d|[/.,:-]\d|%)"
)
ONLY_DAY = rf"(?:{_HEAD}){DAY}{_NOT_DAYS}(?: {_LEAN}{E})?"
DEICTIC = any_of(_first("days")) + E
WEEKDAY = rf"(?:(?:ngày |hôm )?{any_of(_first('weekdays'))}(?![\w/.]*\d){E})"
WEEKDAY_PHRASE = rf"{WEEKDAY}(?: (?:cuối )?tuần {WHICH}{E}| (?:{_LEAN}|hàng tuần|hằng tuần){E})?"
_ASIDE = rf"(?:,? (?:ngày )?(?:{FULL_DATE}|{SHORT_DATE})| ?[(\[](?:tức )?(?:ngày )?(?:{FULL_DATE}|{SHORT_DATE})[)\]])"
HEADED_DAY = rf"(?:(?:{WEEKDAY_PHRASE}|{DEICTIC}){_ASIDE}?|{_HEAD}{EXPLICIT}|{ONLY_DAY})"
ANY_DAY = rf"(?:{HEADED_DAY}|(?:thứ )?{EXPLICIT})"
_PART = any_of(_first("parts")) + E
PART_PHRASE = rf"(?:(?:(?:đầu|cuối|giữa|gần) )?(?:(?:giờ|buổi) )?{_PART})"
_BEHIND_PART = any_of(_first("behind_part")) + r"(?!\w| (?:đó|khi|lại|đời|đường))"
PART_DAY = rf"{PART_PHRASE}(?: {_BEHIND_PART}{_ASIDE}?|,? (?:của )?{ANY_DAY}{_ASIDE}?)"
_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_HOUR_WORD = r"(?:mười một|mười hai|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
CLOCK = (
    rf"(?:{_HOUR}(?: ?[hg] ?:? ?[0-5]\d(?!\d)(?: ?(?:['’′]|phút{E}|ph{E}|p{E}))?|:[0-5]\d(?::[0-5]\d)?(?!\d)| ?[hg]{E}"
    rf"|(?: giờ{E})(?: rưỡi{E}| kém \d\d?(?!\d)(?: phút{E})?| [0-5]?\d(?:'| phút{E}))?)"
    rf"|{_HOUR_WORD} giờ{E}(?: rưỡi{E})?(?= {PART_PHRASE}))"
)
CLOCK_HEAD = r"(?:(?:lúc|hồi|khoảng|tầm|gần|hơn|đúng|chừng|quãng) ){0,2}"
_ZONE = (
    r"(?: ?[(\[](?:theo )?giờ [^()\[\]\d\n]{2,24}[)\]]"
    rf"|,? (?:theo )?giờ (?:địa phương|quốc tế|việt nam|hà nội|gmt|mỹ|bờ đông){E})"
)
AT_CLOCK = (
    rf"{CLOCK_HEAD}{CLOCK}(?:{_ZONE}?,? {PART_DAY}|(?: {PART_PHRASE})?(?:{_ZONE}?,? (?:của )?{ANY_DAY}{_ASIDE}?)?)"
)
STAMP = rf"(?:{WEEKDAY}, ?)?(?:ngày )?{FULL_DATE}(?:,? ?[-–|]? ?(?:lúc )?{CLOCK})"
_LINK = (
    rf"(?: ?[-–] ?|, ?| (?:và|đến|tới|hoặc|hay|sang|cho đến|rồi)? ?(?:hết )?(?:{PART_PHRASE} )?(?:ngày |hôm |mùng )?)"
)
LIST_DAY = (
    rf"(?:{_HEAD}|{PART_PHRASE} (?:ngày )?)?{DAY}"
    rf"(?={_LINK}(?:{DAY}{_LINK}){{0,3}}(?:{FULL_DATE}|{SHORT_DATE}|{LONG_DATE}))"
)
LIST_PART = rf"{PART_PHRASE}(?=(?:,| và| đến| tới| hoặc) {PART_DAY})"
_OF_SOME = (
    r"(?:hồi (?:đầu |giữa |cuối )?|(?:những |các )?(?:ngày |tuần )?(?:nửa )?"
    r"(?:đầu|giữa|cuối|trung tuần|thượng tuần|hạ tuần) (?:của )?)"
)
_OF = f"{_OF_SOME}?"
IN_MONTH = (
    rf"{_OF}tháng (?:(?:{MONTH}(?![\d%]|[.,]\d(?!\d{{3}}))|{MONTH_WORD}{E})(?:(?: ?[/.–-] ?| ){YEAR}(?!\d))?{TAIL}"
    rf"|{WHICH}{E})|{_OF_SOME}tháng{E}(?! \d)"
)
MONTH_OF_YEAR = rf"{MONTH} ?/ ?{YEAR}(?![\d/])"
IN_YEAR = rf"(?:{_OF}năm (?:{YEAR}(?!\d)|{WHICH}{E})|{_OF_SOME}năm{E}(?! (?:\d|học|thứ|tài khóa))|cùng năm{E})"
_NO_YEAR = rf"[\w%]|[.,]\d| ?[x×] ?\d| ?(?:tỷ|tỉ|triệu|nghìn|usd|đồng|người|m|km|kg){E}"
BARE_YEAR = rf"(?:(?:hồi )?(?:đầu|giữa|cuối) )?{YEAR}(?!{_NO_YEAR})"
DECADE = rf"(?:(?:đầu|giữa|cuối) )?(?:những năm|thập niên|thập kỷ|thập kỉ)(?: thập niên)? (?:{YEAR}|\d0)(?!\d)"
CENTURY = r"(?:(?:đầu|giữa|cuối|nửa đầu|nửa cuối|nửa sau) )?thế (?:kỷ|kỉ) (?:thứ )?(?:[ivx]{1,5}|\d\d?)(?!\w)"
_QUARTER = r"(?:iii|ii|iv|i|[1-4]|một|hai|ba|tư|bốn)"
IN_QUARTER = (
    rf"{_OF}(?:quý|quí) (?:{_QUARTER}(?!\w)(?:(?: ?[/.–-] ?| năm | ){YEAR}(?!\d)| năm {WHICH}{E})?"
    rf"|(?:này|trước|tới|sau|vừa qua){E})"
)
HALF_YEAR = rf"(?:nửa|nữa) (?:đầu|cuối|sau)(?: của)? (?:năm (?:{YEAR}(?!\d)|{WHICH}{E})|năm{E}|{YEAR}(?!\d))"
SEASON = rf"(?:(?:đầu|giữa|cuối) )?mùa (?:xuân|hè|hạ|thu|đông) (?:(?:năm )?{YEAR}(?!\d)|(?:năm )?{WHICH}{E})"
IN_WEEK = (
    rf"(?:(?:hồi )?(?:đầu|giữa|cuối|trong) |hồi )?tuần(?: lễ)? {WHICH}{E}"
    rf"|(?:(?:ngày nghỉ|dịp nghỉ|kỳ nghỉ|những ngày|ngày|dịp|hôm) )?(?:hồi )?(?:đầu|giữa|cuối) tuần{E}"
)
SAME_PERIOD = (
    rf"cùng (?:kỳ|kì)(?: (?:của )?(?:(?:tháng {MONTH}(?!\d)|(?:quý|quí) {_QUARTER}{E})"
    rf"(?:[/.-]{YEAR}| năm {YEAR}| năm {WHICH}{E})?"
    rf"|năm (?:{YEAR}|{WHICH}{E})|{YEAR})(?!\d)|{E}(?! (?:này|nào|hạn)))"
)
_NUMBER_WORD = any_of(
    {row[0]: None for row in rows(_PACKAGE, "numbers/words.txt") if row[1] not in ("half", "vague", "zero")}
)
NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d{{3}}){{1,2}}(?!\d)|\d{{1,4}}(?:[.,]\d{{1,2}})?(?!\d)"
    rf"|{_NUMBER_WORD}{E}(?: {_NUMBER_WORD}{E}){{0,5}}?)"
)
AMOUNT = rf"(?:{any_of(_first('amounts'))}{E}|{NUMBER})"
UNIT = any_of(_first("units")) + E
APPROXIMATION = any_of(_first("approximations")) + E
_LENGTH_TAIL = any_of(_first("tails")) + E
LENGTH = (
    rf"(?:{APPROXIMATION} )?(?:24/24(?: ?(?:giờ|h){E})?"
    rf"|{AMOUNT} ?{UNIT}(?: rưỡi{E})?(?:(?: và)? \d{{1,2}} {UNIT}(?! \d)){{0,2}})"
    rf"(?: (?!tới \d){_LENGTH_TAIL}(?: {YEAR}(?!\d))?|(?: [^\W\d_]{{1,7}}){{1,3}}? vừa qua{E})?"
)
LENGTH_LIST = rf"(?:{APPROXIMATION} )?{NUMBER}(?=(?: ?[-–] ?| (?:đến|tới|hoặc) ){NUMBER} ?{UNIT})"
LATER = rf"{NUMBER} (?:(?:ngày|tuần|tháng|năm) (?:sau|trước) đó{E}|ngày (?:sau|trước)(?=,))"
UNSETTLED_LENGTH = (
    rf"(?:những|các) (?:giờ|ngày|tuần|tháng|năm|thập kỷ|thập niên|thế kỷ){E}"
    r"(?:(?: (?!qua|gần|vừa|tới|này)[^\W\d_]{1,7}){0,3}?"
    rf" (?:vừa qua|gần đây|qua|tới|sắp tới|tới đây|trở lại đây){E})?"
)
REPEATED = (
    rf"(?:(?:mỗi|hàng|hằng) (?:ngày|tuần|tháng|quý|năm|đêm|thế hệ){E}|{NUMBER} (?:ngày|tuần|tháng|năm) một lần{E}"
    rf"|(?:{_HEAD})?(?:{SHORT_DATE}|{DAY}) (?:hàng|hằng) (?:tháng|năm){E})"
)

_ROUNDED_DAY = rf"(?:thứ )?{EXPLICIT}"
_PATTERNS = {
    "set": REPEATED,
    "stamp": STAMP,
    "listed-day": LIST_DAY,
    "clock": AT_CLOCK,
    "part": PART_DAY,
    "listed-part": LIST_PART,
    "part-alone": r"(?:nửa|giữa) đêm(?!\w)",
    "later": LATER,
    "decade": DECADE,
    "day": HEADED_DAY,
    "bare-day": _ROUNDED_DAY,
    "length": LENGTH,
    "listed-length": LENGTH_LIST,
    "length-around": UNSETTLED_LENGTH,
    "month": IN_MONTH,
    "bare-month": MONTH_OF_YEAR,
    "half-year": HALF_YEAR,
    "year": IN_YEAR,
    "quarter": IN_QUARTER,
    "season": SEASON,
    "week": IN_WEEK,
    "same-period": SAME_PERIOD,
    "century": CENTURY,
    "bare-year": BARE_YEAR,
}
"""The families of phrases in the order in which they are preferred where two are equally long."""

_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_DIGITS = "@digits"
_NUMBER_WORDS = frozenset(row[0] for row in rows(_PACKAGE, "numbers/words.txt") if row[1] in ("digit", "ten", "halved"))
_AMOUNT_WORDS = frozenset(word.split()[0] for name in ("amounts", "approximations") for word in _first(name))


def _first_words(choice: str) -> frozenset[str]:
    """Give the words that an entry of the table of first words stands for."""
    if not choice.startswith("@") or choice == _DIGITS:
        return frozenset({choice})
    if choice == "@numbers":
        return _NUMBER_WORDS | {"trăm", "chục"}
    return frozenset(word.split()[0] for word in _first(choice[1:]))


def _families() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    table: dict[str, list[str]] = {}
    for family, choices in rows(_PACKAGE, "times/first_words.txt"):
        for word in sorted({word for choice in choices.split() for word in _first_words(choice)}):
            table.setdefault(word, []).append(family)
    order = list(_PATTERNS)
    return {
        word: tuple((name, _COMPILED[name]) for name in sorted(names, key=order.index)) for word, names in table.items()
    }


_FAMILIES = _families()
_AMOUNTS = (
    (_NUMBER_WORDS | _AMOUNT_WORDS | {"những", "các", "mỗi", "hằng", "trăm", "chục"}) - {"năm"} - _first_words("@parts")
)
_UNIT_NEAR = r"(?=[^.;!?\n]{1,40}?(?:giờ|hôm|ngày|đêm|tuần|tháng|quý|năm|tiếng|phút|giây|thập|thế|\d ?[hg:]))"
_TIME_BEHIND = (
    r"(?=\d{3}(?!\d)|\d{0,3}(?:[.,]\d{1,3})? ?(?:[-–/:]|\.\d|,? ?(?:và|đến|tới|hoặc|hay|sang|rồi|một|sáng|"
    rf"{any_of(_first('units'))})|,|g|\d))"
)
OPENERS = re.compile(
    rf"(?<!\w)(?:\d{_TIME_BEHIND}|{any_of(frozenset(_FAMILIES) - _AMOUNTS - {_DIGITS})}{E}"
    rf"|{any_of(_AMOUNTS)}{E}{_UNIT_NEAR})"
)
"""First words of all phrases: where none stands, none begins."""


def families(opener: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the families of phrases, in their order, that may begin with a word; for lower-case text."""
    return _FAMILIES[_DIGITS if opener.isdecimal() else opener]
