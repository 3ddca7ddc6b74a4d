"""Which amounts are no figures: dates, ages, ranks, parts of names, articles, parties already named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.read.figures.kinds import subject_cue
from doichieu.read.figures.phrases import longest, longest_before

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figures.candidates import Candidate

_SMALL = 3
"""Up to here a number may stand for parties already named ("hai nước")."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_YEAR_DIGITS = 4
_LEAST_BARE = 1000
"""From here on a number counts something even where no noun follows ("tăng từ 3,11 triệu lên 3,91 triệu")."""


def is_no_figure(one: Candidate, text: str, lists: FigureWords) -> bool:
    """Say whether a candidate says neither how many nor how much."""
    if one.amount.value == 0 and one.measured is None and one.amount.shape != "score":
        return True
    if (
        _is_glued(one, text)
        or _is_uncounted(one, lists)
        or _is_named_before(one, lists)
        or _is_of_name(one, text, lists)
    ):
        return True
    if one.amount.shape in ("multiple", "score"):
        return False
    if _is_label(one, lists) or (one.measured is None and text[one.amount.end - 2 : one.amount.end] == ".0"):
        return True
    if one.is_bare:
        return not (_counts_alone(one, text, lists) or _is_told_of_subject(one, lists))
    return False


def _is_glued(one: Candidate, text: str) -> bool:
    """Say whether letters or signs hang on the number that are no unit: "B52", "4K", "45/2013"."""
    start, end = one.start, one.end
    if one.counted and not one.is_shared and one.measured is None and one.counted.words[0].start == one.amount.end:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" and one.measured is None:
        return True
    if before.isalnum() or (before in ("/", "#", "@", "+") and not one.prefix):
        return True
    if one.unit is not None and one.unit.kind == "percent":
        return False
    is_known = one.measured is not None or (one.counted is not None and one.counted.is_known)
    return after.isalnum() or (after == "/" and text[end + 1 : end + 2].isalnum() and not is_known)


def _is_uncounted(one: Candidate, lists: FigureWords) -> bool:
    if (one.measured is not None and not one.is_shared) or one.amount.shape in ("fraction", "multiple", "score"):
        return False
    after = list(one.counted.words) if one.is_shared and one.counted else one.after
    length = longest(after, 0, lists.uncounted)
    if not length:
        return False
    words = " ".join(word.plain for word in after[:length])
    when = lists.uncounted[words]
    if when == "small" and one.counted and one.counted.is_known and len(one.counted.words) > length:
        return False
    if when == "named":
        return length < len(after) and after[length].text[0].isupper()
    return when == "always" or (one.amount.value <= _SMALL and one.amount.high is None)


def _is_named_before(one: Candidate, lists: FigureWords) -> bool:
    """Say whether a few things are told of that were named before ("hai tuyến đường này", "cả hai hoàn thành")."""
    if one.counted is None or one.measured or one.amount.value > _SMALL or one.amount.high is not None:
        return False
    size = len(one.counted.words)
    if one.amount.in_words and not one.counted.is_known and longest_before(one.before, lists.universals):
        return True
    return any(longest(one.after, place, lists.definite) for place in range(size, min(size + 2, len(one.after))))


def stands_for_named(one: Candidate, lists: FigureWords) -> bool:
    """Say whether "two people" are those named before: nothing more is told of them, and nothing befell them."""
    if one.counted is None or not one.amount.in_words or one.amount.value > _SMALL or one.amount.high is not None:
        return False
    size = len(one.counted.words)
    is_bare = longest(one.after, 0, lists.people) == size
    return is_bare and not longest(one.after, size, lists.definers)


def _is_year(one: Candidate) -> bool:
    """Say whether a number is a year behind a name ("kỳ thi THPT 2018 thi"), not a count of what no list knows."""
    is_bare_count = one.measured is None and one.counted is not None and not one.counted.is_known
    amount = one.amount
    is_year = _FIRST_YEAR <= amount.value <= _LAST_YEAR and amount.end - amount.start == _YEAR_DIGITS
    return is_bare_count and is_year and amount.shape == "plain"


def _is_of_name(one: Candidate, text: str, lists: FigureWords) -> bool:
    """Say whether a number belongs to the name ahead ("Vega 3 nhanh hơn"): no list knows what it would count."""
    if _is_year(one):
        return True
    amount, counted = one.amount, one.counted
    if counted is None or one.measured or amount.in_words or amount.high is not None or amount.shape != "plain":
        return False
    ahead = one.before[-2:]
    if len(ahead) < 2 or ahead[0].is_mark or "\n" in text[ahead[0].end : ahead[1].start]:
        return False
    if not ahead[1].text[0].isupper() or ahead[1].plain in lists.boundaries:
        return False
    return not counted.is_known or amount.value != int(amount.value)


def _is_label(one: Candidate, lists: FigureWords) -> bool:
    """Say whether the word ahead makes the number a name or a rank ("tầng 30", "hạng 56 kg")."""
    length = longest_before(one.before, lists.labels if one.measured is None else lists.labels_with_unit)
    if not length:
        return False
    ahead = one.before[: len(one.before) - length]
    return not (ahead and ahead[-1].plain in lists.label_undoing)


def _counts_alone(one: Candidate, text: str, lists: FigureWords) -> bool:
    amount = one.amount
    if amount.shape == "fraction":
        return amount.in_words or bool(longest_before(one.before, lists.modifiers_before))
    has_scale = " " in text[amount.start : amount.end] and amount.modifier != "range"
    return amount.value >= _LEAST_BARE and has_scale


def _is_told_of_subject(one: Candidate, lists: FigureWords) -> bool:
    """Say whether a bare number counts what stands far ahead of it ("số người chết tăng lên 112")."""
    is_result = any(longest_before(one.before, words) for words in (lists.fillers, lists.modifiers_before))
    return is_result and subject_cue(one, lists) is not None
