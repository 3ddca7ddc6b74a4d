"""What stands around Vietnamese time words and decides whether they are any ("8/11 nhóm hàng", "tỉ số 2-1", "61 tuổi")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from doichieu.languages.contracts.times import Day, Fixed, Shift, TimeWords, Weekday, Weekend
from doichieu.languages.lists import rows
from doichieu.languages.lists import words as words_of
from doichieu.model import Span

_REACH = 24
"""Code points looked at before a phrase: three words."""
_BEFORE_BARE_DAY = re.compile(
    r"(?:(?<!\w)(?:từ|đến|tới|hết|trước|sau|vào|là|trong|và|hoặc|dịp|lễ|đợt|nghỉ|khánh|tháng|hồi|mốc|sáng|tin|ngày|phiên|cùng"
    r"|khủng bố|vụ|sự kiện|tức|hạn|nay|qua|tuần)|[(\[:;–-]|[,;.]) ?$",
    re.IGNORECASE,
)
_BEHIND_BARE_DAY = re.compile(r" ?[:),\].;]|\s*$|\n| (?:năm|tới|này)(?!\w)")
_DAY_BEHIND = re.compile(r" ?[-–] ?\d{1,2}/\d{1,2}(?!\d)")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_MEASURED = words_of(__package__ or "", "times/measured.txt")
_BEFORE_BARE_YEAR = re.compile(
    r"(?<!\w)(?:(?:từ|đến|tới|trước|sau|kể từ|cuối|đầu|giữa|giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|vào|hết|trong|năm học|mùa|mùa giải"
    r"|nay|hồi|so với|cùng kỳ|tính đến|cho đến|năm \d{4} và|năm \d{4},|năm \d{4} đến) ?|\d{4} ?[-–,] ?|\d{4} (?:và|đến|tới) |\()$",
    re.IGNORECASE,
)
_LIKELY_YEAR = re.compile(r"(?!2000)(?:19[5-9]|20[0-4])\d$")
_WORD_BEFORE = re.compile(r"(?<!\w)(SN|[a-zà-ỹ]+):? $")
_BEFORE_AMOUNT = words_of(__package__ or "", "times/before_amounts.txt")
_BEHIND_YEAR = re.compile(r"(?! ?(?:%|tấn|ha|hộ|chiếc|xe|con|cán bộ|doanh nghiệp|học sinh|trường hợp|vụ|km2|m2)(?!\w))")
_BEFORE_LISTED = re.compile(
    r"(?<!\w)(?:từ|trong|các ngày|hai ngày|ba ngày|ngày|hôm|sáng|chiều|tối|đêm|vào|và|,|đến) ?$", re.IGNORECASE
)
_HAS_HEAD = re.compile(r"(?:ngày|hôm|mùng|mồng|thứ|sáng|trưa|chiều|tối|đêm|khuya)(?!\w)", re.IGNORECASE)
_BEFORE_CLOCK = re.compile(
    r"(?:(?<!\w)(?:vào|từ|đến|tới|trước|tức|tức là|kể từ|cho đến|lúc|hồi|nay là|là)|[-–(]|^|\n|[.!?:;] ) ?$",
    re.IGNORECASE,
)
_BEFORE_LENGTH = re.compile(
    r"(?<!\w)(?:trong|sau|suốt|hơn|gần|kéo dài|mất|dài|khoảng|thêm|mỗi|được|vòng|cách|chạy|đi|chờ|cứ|tối đa|nhất|chậm|sớm) $",
    re.IGNORECASE,
)
_BEHIND_LENGTH = re.compile(
    r" ?(?:đồng hồ|qua|liền|liên tục|nữa|mỗi|một|/|bay|làm|tiếp|trước|sau|sớm|muộn|tới|học|đầu|cuối|công)(?!\w)"
)
_FIRM_CLOCK = re.compile(
    r"^(?:lúc|hồi|tầm|đúng)|\d ?[hg:] ?:?\d\d|(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|thứ|nhật|\d[/.–-]\d+)",
    re.IGNORECASE,
)
_BEFORE_PART = re.compile(r"(?<!\w)(?:lúc|vào|khoảng|sau|trước|đến|tới|từ|gần|quá) $", re.IGNORECASE)
_NUMBER_TO = re.compile(r"(?<![\w:])\d+(?: ?[-–] ?| (?:đến|tới) )$", re.IGNORECASE)
_SHORT_CLOCK = re.compile(r"\d ?[hg]$", re.IGNORECASE)
_COLON_ONLY = re.compile(r"^\D{0,12}\d\d?:\d\d(?::\d\d)?$")
_NO_WEEKDAY_BEFORE = re.compile(
    r"(?<!\w)(?:lần|hạng|người|vị trí|nước|đời|giới|con|năm|tháng|ngày|đệ|bên|loại|là|đứng|trận|vòng|hiệp) $"
)
_BEFORE_WEEKDAY = re.compile(
    r"(?<!\w)(?:từ|đến|vào|tới|trước|sau|và|trong|đêm|sáng|chiều|tối|qua|cho|nay|,|\() ?$", re.IGNORECASE
)
_FROM_SIDE = re.compile(r",? (?:từ )?(?:phải|trái|bên)(?!\w)")
_WEEKDAY_ALONE = re.compile(r"^thứ (?P<word>\w+)$", re.IGNORECASE)
_AFTER_AGE = re.compile(r" ?(?:tuổi|tháng tuổi)(?!\w)")
_NO_UNIT_BEHIND = re.compile(
    r" (?:nổ|súng|động|nói|vang|kêu|hát|anh|pháp|việt|nhạc|tuổi|tuần tuổi|thứ|ánh sáng|tháng tuổi|lịch sử)(?!\w)"
)
_DAYS_BEHIND = re.compile(r" \d{1,2}(?: ?[-–,/.] ?\d| (?:và|đến|tới|hoặc) (?:ngày )?\d)")
_TONGUE = re.compile(r"(?:thứ|\d|hai|ba|nhiều) tiếng$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:một|1) (?:ngày|đêm|năm|tuần)$", re.IGNORECASE)
_LOOSE_DAY = re.compile(r" (?:nào|kia|nọ|đẹp|mới|khác|không xa|như|làm việc|bình|thường|trọng|của)(?!\w)")
_MANY = re.compile(
    r"^(?:các|những|hàng) (?:giờ|tiếng|phút|giây|ngày|tuần|tháng|quý|năm|đêm|thập kỷ|thập niên|thế kỷ|thế kỉ|ngày đêm|tuần lễ|h)$",
    re.IGNORECASE,
)
_HOUR_UNIT = re.compile(r"\d ?h$")
_EXACT_FIVE = re.compile(r"^năm (?:năm|tháng|ngày|tuần|giờ|phút)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:(?<!\w)(?:thứ|lớp|số|điều|khóa|tập|phút|quận|bậc|lứa|tuổi|sinh viên|học sinh|lần|điểm|quyển|trang|cấp) |[\d/.-]|\d,)$",
    re.IGNORECASE,
)
_FIVE_UNDECIDED = re.compile(r"^năm (?:tháng|ngày|tuần|năm)$", re.IGNORECASE)
_LINK = re.compile(
    r"(?: ?[-–] ?|, ?|(?:,)? (?:và|đến|tới|hoặc|hay|sang|cho đến|rồi)(?: hết| khoảng| đầu| giữa| cuối)? |,? ?rạng sáng | )",
    re.IGNORECASE,
)

_SENTENCE = 80
"""Code points looked at on both sides for words that put the sentence in the future."""
_SENTENCE_END = re.compile(r"[.!?\n] ?")
_FUTURE = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|dự báo|có thể)(?!\w)", re.IGNORECASE)
_LETTERS_OF = {"month": "M", "year": "Y"}
_WITHIN = re.compile(r"(?<!\w)(?:trong|suốt) $", re.IGNORECASE)
_PAST = re.compile(r"(?<!\w)(?:tuần|tháng|năm) (?:vừa )?qua$", re.IGNORECASE)
_KNOWN_DAYS = {
    (int(row[0]), int(row[1])): (int(row[2]), row[3]) for row in rows(__package__ or "", "times/known_days.txt")
}


def is_time(family: str, text: str, span: Span, last_end: int) -> bool:
    """Say whether a phrase is a time, as far as its surroundings tell; ``last_end`` is where the last time ended."""
    check = _CHECKS.get(family)
    if check is None:
        return True
    before = text[max(0, span.start - _REACH) : span.start]
    follows = last_end > 0 and are_listed(text, last_end, span.start)
    return check(span.of(text), before, text[span.end : span.end + _REACH], follows)


def seen_in(text: str, words: TimeWords) -> TimeWords:
    """Give the words with what their surroundings add to their meaning."""
    before = text[max(0, words.start - _SENTENCE) : words.start]
    place = words.place
    match place:
        case Weekday(week=None) | Weekend(week=None) if not words.lean and _will_be(text, words, before):
            return replace(words, lean=1)
        case Shift(_, -1) if (
            words.rule in _LETTERS_OF and _WITHIN.search(before) and _PAST.search(text, words.start, words.end)
        ):
            return replace(words, type="DURATION", place=Fixed(f"P1{_LETTERS_OF[words.rule]}"))
        case Day(None, int(month), int(day)) if (day, month) in _KNOWN_DAYS:
            year, cue = _KNOWN_DAYS[day, month]
            return replace(words, place=Day(year, month, day)) if cue in before.lower() else words
    return words


def _will_be(text: str, words: TimeWords, before: str) -> bool:
    sentence = _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(text[words.end : words.end + _SENTENCE])[0]
    return _FUTURE.search(sentence) is not None


def are_listed(text: str, end: int, start: int) -> bool:
    """Say whether what ends and what starts here are neighbours in a list or the two ends of a range."""
    return 0 < start - end < _REACH and _LINK.fullmatch(text, end, start) is not None


def _is_clock(words: str, before: str, behind: str, _: bool) -> bool:
    if _NUMBER_TO.search(before) and not _FIRM_CLOCK.search(words):
        return False
    if _COLON_ONLY.match(words):
        return words.lower().startswith(("lúc", "hồi")) or _BEFORE_CLOCK.search(before) is not None
    if _FIRM_CLOCK.search(words):
        return True
    if _BEHIND_LENGTH.match(behind) or _BEFORE_LENGTH.search(before):
        return False
    return (_SHORT_CLOCK.search(words) is not None and not words.startswith("24")) or _BEFORE_CLOCK.search(
        before
    ) is not None


def _is_bare_day(words: str, before: str, behind: str, follows: bool) -> bool:
    following = _NEXT_WORD.match(behind)
    if words.count("/") == 2 or len(re.findall(r"\d+", words)) > 2 or " " in words:
        return follows or not re.search(r"[\w/-]$", before)
    if not follows and re.search(r"[\w/.,-]$", before):
        return False
    if following and following[1].lower() in _MEASURED and not (following[1] == "năm" and "/" in words):
        return False
    if follows or _BEFORE_BARE_DAY.search(before):
        return "." not in words or following is None or following[1][0].islower()
    return "/" in words and (_BEHIND_BARE_DAY.match(behind) is not None or _DAY_BEHIND.match(behind) is not None)


def _is_day(words: str, before: str, behind: str, _: bool) -> bool:
    if _FROM_SIDE.match(behind):
        return False
    alone = _WEEKDAY_ALONE.match(words)
    if alone is None:
        return not (words.lower().startswith("ngày") and re.search(r"(?:mỗi|một|\d) $", before))
    if _NO_WEEKDAY_BEFORE.search(before):
        return False
    return alone["word"][0].isupper() or _BEFORE_WEEKDAY.search(before) is not None


def _is_length(words: str, before: str, behind: str, follows: bool) -> bool:
    if _AFTER_AGE.match(behind) or _NO_UNIT_BEHIND.match(behind) or _DAYS_BEHIND.match(behind):
        return False
    if (_NUMBERED.search(before) and not follows) or words.lower().endswith("nửa đêm"):
        return False
    if words.lower().endswith("tiếng") and (
        re.match(r" [A-Z]", behind) or _TONGUE.search(before + words) and "thứ" in before
    ):
        return False
    if _MANY.match(words):
        return words.lower().startswith("hàng") and not re.search(r"(?:ngày|tuần|tháng|năm|quý)$", words)
    return not (_ARTICLE.match(words) and (_LOOSE_DAY.match(behind) or before.endswith(("vào ", "là ", "như "))))


def _is_length_around(words: str, before: str, behind: str, _: bool) -> bool:
    """Accept "những năm qua" and "sau những ngày", not "những ngày" alone."""
    del behind
    return " " in words.partition(" ")[2] or before.lower().endswith(("sau ", "suốt "))


def _is_listed_day(words: str, before: str, behind: str, follows: bool) -> bool:
    del behind
    return follows or _HAS_HEAD.search(words) is not None or _BEFORE_LISTED.search(before) is not None


def _is_part_alone(words: str, before: str, behind: str, _: bool) -> bool:
    del words, behind
    return _BEFORE_PART.search(before) is not None


def _is_bare_month(words: str, before: str, behind: str, follows: bool) -> bool:
    del words
    return (follows or not re.search(r"(?:(?<!\w)số |[\w/.]|[^\d]-)$", before)) and not behind.startswith(("/", "-"))


def _is_bare_year(words: str, before: str, behind: str, follows: bool) -> bool:
    following = _NEXT_WORD.match(behind)
    if _BEHIND_YEAR.match(behind) is None or (following and following[1].lower() in _MEASURED):
        return False
    if follows or " " in words or _BEFORE_BARE_YEAR.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    return _LIKELY_YEAR.match(words) is not None and word is not None and word[1] not in _BEFORE_AMOUNT


_CHECKS: dict[str, Callable[[str, str, str, bool], bool]] = {
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
