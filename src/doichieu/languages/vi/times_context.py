"""What stands around Vietnamese time words and shows whether they are any ("8/11 nhóm hàng", "tỉ số 2-1")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from doichieu.languages.contracts.times import Day, Fixed, Shift, TimeWords, Weekday, Weekend
from doichieu.languages.lists import rows, words
from doichieu.model import Span

_PACKAGE = __package__
_REACH = 24
"""Code points looked at on either side of a phrase: some four words."""
_SENTENCE = 80
"""Code points looked at on either side for words that put the sentence in the future."""
_WORDS = {(row[0], row[1]): row[2] for row in rows(_PACKAGE, "times/context.txt")}


def _before(name: str, *, or_else: str = "(?!)") -> re.Pattern[str]:
    """Give a pattern for a list's words, or something else, right before a phrase."""
    return re.compile(rf"(?:(?<!\w)(?:{_WORDS[name, 'before']}) |{or_else})\Z", re.IGNORECASE)


def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf",? ?(?:{_WORDS[name, 'behind']})(?!\w)", re.IGNORECASE)


_BEFORE_DAY = _before("day", or_else=r"[(\[:;–,.-] ?")
_NO_DAY_BEFORE = _before("no day")
_BEHIND_SHORT_DAY = re.compile(
    rf" ?[:),\].;]|\s*$|\n| (?:{_WORDS['year is short', 'behind']})(?!\w)| ?[-–] ?\d{{1,2}}/\d{{1,2}}(?!\d)"
)
_BEFORE_YEAR = _before("year", or_else=r"\d{4} ?[-–,] ?|\d{4} (?:và|đến|tới) |\(")
_BEFORE_LISTED = _before("listed day", or_else=", ?")
_BEFORE_CLOCK = _before("clock", or_else=r"[-–(] ?|^|\n|[.!?:;] ")
_BEFORE_PART = _before("part")
_BEFORE_WEEKDAY = _before("weekday", or_else=r"[,(] ?")
_NO_WEEKDAY_BEFORE, _NO_WEEKDAY_BEHIND = _before("no weekday"), _behind("no weekday")
_BEHIND_ORDINAL_DAY = _behind("ordinal day")
_ORDINAL_DAY = re.compile(r"^[Nn]gày thứ [^\W\dA-ZĐ]\w*$")
_BEFORE_LENGTH, _BEHIND_LENGTH = _before("length"), _behind("length")
_NO_LENGTH_BEFORE, _NO_LENGTH_BEHIND = _before("no length", or_else=r"[\d/.-]|\d,"), _behind("no length")
_BEFORE_ANY_DAY, _BEHIND_ANY_DAY = _before("any day"), _behind("any day")
_WITHIN, _PASSING, _EVERY = _before("within"), _before("passing"), _before("every", or_else=r"\d ")
_NUMBER_TO = re.compile(r"(?<![\w:])\d+(?: ?[-–] ?| (?:đến|tới) )\Z", re.IGNORECASE)
_TO_NUMBER = re.compile(r" tới \d")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?<!\w)(SN|[a-zà-ỹ]+):? \Z")
_MEASURED = words(_PACKAGE, "times/measured.txt")
_BEFORE_AMOUNT = words(_PACKAGE, "times/before_amounts.txt")
_LIKELY_YEAR = re.compile(r"(?!2000)(?:19[5-9]|20[0-4])\d$")
_HAS_HEAD = re.compile(r"(?:ngày|hôm|mùng|mồng|thứ|sáng|trưa|chiều|tối|đêm|khuya)(?!\w)", re.IGNORECASE)
_FIRM_CLOCK = re.compile(
    r"^(?:lúc|hồi|tầm|đúng)|\d ?[hg:] ?:?\d\d|(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|thứ|nhật|\d[/.–-]\d+)",
    re.IGNORECASE,
)
_SHORT_CLOCK = re.compile(r"(?!24)\d\d? ?[hg]$|\w+ (?:1[3-9]|2[0-3]) ?[hg]$", re.IGNORECASE)
_NETWORK = re.compile(r"\dG(?!\w)")
_SCORE = re.compile(r"\d ?[-–/] ?\d")
_SCORED = re.compile(rf"(?<!\w)(?:{_WORDS['score', 'near']})(?!\w)", re.IGNORECASE)
_GOODS_BEFORE = _before("goods")
_SEVERAL = _before("several")
_LIST_OF_ORDINALS = re.compile(r"(?<!\w)thứ \w+, ?\Z")
_YEAR_THEN_DAY = re.compile(r"(?:19|20)\d\d ngày$", re.IGNORECASE)
_COLON_ONLY = re.compile(r"^\D{0,12}\d\d?:\d\d(?::\d\d)?$")
_WEEKDAY_ALONE = re.compile(r"^thứ (?P<word>\w+)$", re.IGNORECASE)
_DAYS_BEHIND = re.compile(r" \d{1,2}(?: ?[-–,/.] ?\d| (?:và|đến|tới|hoặc) (?:ngày )?\d)")
_ARTICLE = re.compile(r"^(?:một|1) (?:ngày|đêm|năm|tuần)$", re.IGNORECASE)
_HABIT = re.compile(r"^hàng (?:ngày|tuần|tháng|năm|quý)$", re.IGNORECASE)
_LINK = re.compile(
    r" ?[-–] ?|, ?|,? (?:và|đến|tới|hoặc|hay|sang|cho đến|rồi)(?: hết| khoảng| đầu| giữa| cuối)? |,? ?rạng sáng | ",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n] ?")
_FUTURE = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|dự báo|có thể)(?!\w)", re.IGNORECASE)
_LETTERS_OF = {"month": "M", "year": "Y"}
_PAST = re.compile(r"(?<!\w)(?:tháng|năm) (?:vừa )?qua$", re.IGNORECASE)
_KNOWN_DAYS = {(int(row[0]), int(row[1])): (int(row[2]), row[3]) for row in rows(_PACKAGE, "times/known_days.txt")}


def is_time(family: str, text: str, span: Span, last_end: int) -> bool:
    """Say whether a phrase is a time, as far as its surroundings tell; ``last_end`` is where the last time ended."""
    check = _CHECKS.get(family)
    if check is None:
        return True
    if _is_score(text, span):
        return False
    before = text[max(0, span.start - _REACH) : span.start]
    follows = last_end > 0 and are_listed(text, last_end, span.start)
    return check(span.of(text), before, text[span.end : span.end + _REACH], follows)


def seen_in(text: str, time: TimeWords) -> TimeWords:
    """Give the time with what their surroundings add to their meaning."""
    before = text[max(0, time.start - _SENTENCE) : time.start]
    place = time.place
    match place:
        case Weekday(week=None) | Weekend(week=None) if not time.lean and _will_be(text, time, before):
            return replace(time, lean=1)
        case Shift(_, -1) if (
            time.rule in _LETTERS_OF and _WITHIN.search(before) and _PAST.search(text, time.start, time.end)
        ):
            return replace(time, type="DURATION", place=Fixed(f"P1{_LETTERS_OF[time.rule]}"))
        case Day(None, int(month), int(day)) if (day, month) in _KNOWN_DAYS:
            year, cue = _KNOWN_DAYS[day, month]
            return replace(time, place=Day(year, month, day)) if cue in before.lower() else time
    return time


def _will_be(text: str, time: TimeWords, before: str) -> bool:
    sentence = _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(text[time.end : time.end + _SENTENCE])[0]
    return _FUTURE.search(sentence) is not None


def are_listed(text: str, end: int, start: int) -> bool:
    """Say whether what ends and what starts here are neighbours in a list or the two ends of a range."""
    return 0 < start - end < _REACH and _LINK.fullmatch(text, end, start) is not None


def _is_score(text: str, span: Span) -> bool:
    """Say whether a phrase is, or begins, two single digits of a sentence that tells of scores: "6-1, 3-6 và 7-6"."""
    pair = _SCORE.match(text, span.start)
    if pair is None or span.end > pair.end():
        return False
    sentence = _SENTENCE_END.split(text[max(0, span.start - _SENTENCE) : span.start])[-1]
    return _SCORED.search(sentence) is not None


def _is_clock(phrase: str, before: str, behind: str, _: bool) -> bool:
    if _NETWORK.match(phrase):
        return False
    if _FIRM_CLOCK.search(phrase) and not _COLON_ONLY.match(phrase):
        return True
    is_length = _BEHIND_LENGTH.match(behind) and not _TO_NUMBER.match(behind)
    if _NUMBER_TO.search(before) or is_length or behind.startswith("/"):
        return False
    is_placed = _BEFORE_CLOCK.search(before) is not None
    if _COLON_ONLY.match(phrase):
        return is_placed or _FIRM_CLOCK.match(phrase[:1]) is not None
    return is_placed or (_SHORT_CLOCK.match(phrase) is not None and not _BEFORE_LENGTH.search(before))


def _is_bare_day(phrase: str, before: str, behind: str, follows: bool) -> bool:
    """Accept a full date anywhere, "22/10" and "22-10" where their neighbours are those of a day."""
    if " " in phrase or len(re.findall(r"\d+", phrase)) > 2:
        return follows or not re.search(r"[\w/-]\Z", before)
    if not follows and (re.search(r"[\w/.,-]\Z", before) or _NO_DAY_BEFORE.search(before) or phrase == "24/7"):
        return False
    following = _NEXT_WORD.match(behind)
    if following and following[1].lower() in _MEASURED and not (following[1] == "năm" and "/" in phrase):
        return False
    if follows or _BEFORE_DAY.search(before):
        return "." not in phrase or following is None or following[1][0].islower()
    return "/" in phrase and (_BEHIND_SHORT_DAY.match(behind) is not None or _is_no_share(phrase))


def _is_no_share(phrase: str) -> bool:
    """Say whether one number stands over a smaller one ("26/1"), as no share of a whole does."""
    over, under = map(int, re.findall(r"\d+", phrase)[:2])
    return over > under


def _is_day(phrase: str, before: str, behind: str, follows: bool) -> bool:
    """Refuse "mỗi ngày 10 …", "ngày thứ bảy của …", and "thứ hai" where it counts."""
    alone = _WEEKDAY_ALONE.match(phrase)
    if _ORDINAL_DAY.match(phrase) and _BEHIND_ORDINAL_DAY.match(behind):
        return False
    if alone is None:
        return not (phrase.lower().startswith("ngày") and _EVERY.search(before))
    if _NO_WEEKDAY_BEFORE.search(before) or _NO_WEEKDAY_BEHIND.match(behind):
        return False
    if alone["word"][0].isupper():
        return True
    return _BEFORE_WEEKDAY.search(before) is not None and (follows or not _LIST_OF_ORDINALS.search(before))


def _is_length(phrase: str, before: str, behind: str, follows: bool) -> bool:
    """Refuse ages ("61 tuổi"), numbered things ("phút 45"), "một ngày nào đó", "hai tiếng nổ", "bốn thứ tiếng"."""
    low = phrase.lower()
    if _NO_LENGTH_BEHIND.match(behind) or _DAYS_BEHIND.match(behind) or low.endswith("nửa đêm") or _HABIT.match(low):
        return False
    if (_NO_LENGTH_BEFORE.search(before) and not follows) or _is_goods(low, before):
        return False
    if _YEAR_THEN_DAY.match(phrase) and behind[1:2].isdigit():
        return False
    if low.endswith(" tiếng") and re.match(r" [A-Z]", behind):
        return False
    return not (_ARTICLE.match(low) and (_BEHIND_ANY_DAY.match(behind) or _BEFORE_ANY_DAY.search(before)))


def _is_no_goods(phrase: str, before: str, behind: str, _: bool) -> bool:
    del behind
    return not _is_goods(phrase.lower(), before)


def _is_goods(phrase: str, before: str) -> bool:
    """Say whether "hàng" is no "every" and no "scores of": "ngân hàng quý 3", "khách hàng năm nay"."""
    return phrase.startswith("hàng ") and _GOODS_BEFORE.search(before) is not None


def _is_length_around(phrase: str, before: str, behind: str, _: bool) -> bool:
    """Accept "những năm qua" and "sau những ngày", not "những ngày" alone."""
    del behind
    return " " in phrase.partition(" ")[2] or _PASSING.search(before) is not None


def _is_listed_day(phrase: str, before: str, behind: str, follows: bool) -> bool:
    del behind
    return follows or _HAS_HEAD.search(phrase) is not None or _BEFORE_LISTED.search(before) is not None


def _is_part_alone(phrase: str, before: str, behind: str, _: bool) -> bool:
    del phrase, behind
    return _BEFORE_PART.search(before) is not None


def _is_bare_month(phrase: str, before: str, behind: str, follows: bool) -> bool:
    del phrase
    return (follows or not re.search(r"(?:(?<!\w)số |[\w/.]|[^\d]-)\Z", before)) and not behind.startswith(("/", "-"))


def _is_bare_year(phrase: str, before: str, behind: str, follows: bool) -> bool:
    """Accept four digits where their neighbours are those of a year: "từ 2010", "(2011-2015)", "kế hoạch 2014"."""
    following = _NEXT_WORD.match(behind)
    if following and following[1].lower() in _MEASURED:
        return False
    if follows or " " in phrase or _BEFORE_YEAR.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    return _LIKELY_YEAR.match(phrase) is not None and word is not None and word[1] not in _BEFORE_AMOUNT


def _is_one_year(phrase: str, before: str, behind: str, _: bool) -> bool:
    """Refuse "các năm trước", "những năm tới"."""
    del behind
    return not (phrase.lower().startswith("năm ") and _SEVERAL.search(before))


_CHECKS: dict[str, Callable[[str, str, str, bool], bool]] = {
    "year": _is_one_year,
    "set": _is_no_goods,
    "clock": _is_clock,
    "bare-day": _is_bare_day,
    "listed-day": _is_listed_day,
    "part-alone": _is_part_alone,
    "bare-month": _is_bare_month,
    "day": _is_day,
    "bare-year": _is_bare_year,
    "length": _is_length,
    "listed-length": _is_length,
    "length-around": _is_length_around,
}
