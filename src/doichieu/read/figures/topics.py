"""What a figure counts or measures, as a short noun phrase out of its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.model import Span
from doichieu.read.figures.clauses import (
    behind,
    clause_ahead,
    holder,
    undangled,
    until_mark,
    up_to_word,
    without_fillers,
)
from doichieu.read.figures.measures import Setting, comparison, measured
from doichieu.read.figures.phrases import Word, longest, longest_before, words_from

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import FigureWords
    from doichieu.read.figures.candidates import Candidate, Cover
    from doichieu.read.figures.kinds import Cue
    from doichieu.read.figures.quantities import Told

_MOST_SAID = 6
"""Words taken of what is said of a counted noun behind it; of 4 to 8 this shares most words with what people write."""
_MOST_NOUN = 5
_MOST_DEFINING = 4


def topics_of(found: list[Candidate], cues: list[Cue | None], times: Cover, lists: FigureWords) -> list[str]:
    """Give for each figure of a text, in order, what is counted or measured."""
    topics: list[str] = []
    ahead: list[Word] = []
    """The clause ahead of the last figure: the next one of its sentence may stand in the same clause."""
    for place, (one, cue) in enumerate(zip(found, cues, strict=True)):
        previous = found[place - 1] if place and found[place - 1].sentence == one.sentence else None
        floor = previous.end if previous else one.sentence.start
        own = _but_times(words_from(one.before, floor), times)
        own = _uncapitalised(own, one.sentence.start, lists)
        told = replace(one, before=own, after=_until_time(one.after, times))
        clause = clause_ahead(own, lists) or holder(own, lists) or (ahead if previous else [])
        clause = clause or holder(one.before, lists)
        ahead = clause
        setting = Setting(
            clause,
            topics[-1] if previous else "",
            comparison(behind(one), lists),
            one.before,
            _same_unit(one, previous),
        )
        topic = _topic_of(told, cue, setting, lists)
        if one.measured and previous and previous.measured and _is_same_thing(own, lists):
            topic = topics[-1]
        if one.measured:
            topic = _fuller(topic, topics)
        topics.append(topic)
    return topics


def _uncapitalised(words: list[Word], start: int, lists: FigureWords) -> list[Word]:
    """Write the first word of a sentence small where the lists have it as a common one."""
    if not words or words[0].start != start or not words[0].text.istitle():
        return words
    is_common = any(longest(words, 0, entries) for entries in (lists.topics, lists.nouns, lists.persons))
    is_pair = len(words) > 1 and words[1].text.islower() and f"{words[0].plain} {words[1].plain}" in lists.pairs
    return [words[0]._replace(text=words[0].text.lower()), *words[1:]] if is_common or is_pair else words


def _same_unit(one: Candidate, other: Candidate | None) -> bool:
    return bool(other and one.measured and other.measured and one.measured.name == other.measured.name)


def _is_same_thing(between: list[Word], lists: FigureWords) -> bool:
    """Say whether a figure only repeats the one before it in another unit ("799 USD (17 triệu đồng)")."""
    if not between or between[-1].text == ",":
        return False
    words = [word for word in between if word.text not in ("(", "-")]
    if between[0].text == "(":
        return not without_fillers(words, lists)
    return bool(words) and longest_before(words, lists.equivalents) > 0 and not without_fillers(words, lists)


def _fuller(topic: str, earlier: list[str]) -> str:
    """Give a bare topic as it was told in full shortly before."""
    if len(topic.split()) > 2:
        return topic
    for other in reversed(earlier[-4:]):
        if other.startswith(f"{topic} "):
            return other
    return topic


def _but_times(words: list[Word], times: Cover) -> list[Word]:
    if not words or not times.touches(Span(words[0].start, words[-1].end)):
        return words
    return [word for word in words if not times.touches(word)]


def _until_time(words: list[Word], times: Cover) -> list[Word]:
    if not words or not times.touches(Span(words[0].start, words[-1].end)):
        return words
    return words[: next(place for place, word in enumerate(words) if times.touches(word))]


def _topic_of(one: Candidate, cue: Cue | None, setting: Setting, lists: FigureWords) -> str:
    if one.amount.shape == "score":
        result: Told = [lists.shares["score"], *_game(one, setting, lists)]
        return _told(result, lists)
    if one.measured or one.counted is None:
        return _told(measured(one, setting, lists), lists)
    noun = one.after[: len(one.counted.words)] or list(one.counted.words)
    following = one.after[len(noun) :]
    defining = _defining(following, lists)
    if cue:
        return _told_with_cue(_told([*noun, *defining], lists), cue.told)
    noun = _stood_for(noun, setting.before, lists)
    if noun[0].plain in lists.times_words and _tells_a_change(one.before, lists):
        return _told([*setting.clause, *comparison(following, lists)], lists)
    said = _said(following, lists)
    if any(longest(said, place, lists.predicates) for place in range(len(said))):
        return _told([*noun, *said], lists)
    short = undangled(up_to_word(said, _MOST_DEFINING, lists), lists)
    return _told([*noun, *short, *setting.clause], lists)


def _game(one: Candidate, setting: Setting, lists: FigureWords) -> list[Word]:
    """Tell of a result by the words ahead, the last of them first to be kept, or by what is behind it."""
    ahead = [word for word in setting.clause if word.plain not in lists.score_words]
    behind_it = until_mark(behind(one))
    opens = behind_it and behind_it[0].plain in lists.dangling
    return undangled([*ahead[-_MOST_DEFINING:], *(behind_it[:_MOST_DEFINING] if opens else [])], lists)


def _told_with_cue(noun: str, cue: str) -> str:
    if cue in noun:
        return noun
    return cue if cue.startswith(noun.split(maxsplit=1)[0]) else f"{noun} {cue}"


def _said(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the few words behind a noun that define it or are said of it."""
    kept = until_mark(words)
    for place in range(1, len(kept)):
        if longest(kept, place, lists.breaks) or _opens_next(kept, place, lists):
            kept = kept[:place]
            break
    kept = _without_leftovers(kept, lists)
    return undangled(up_to_word(kept, _MOST_SAID, lists), lists)


def _stood_for(noun: list[Word], before: list[Word], lists: FigureWords) -> list[Word]:
    """Put the last noun ahead that it may count in the place of a classifier alone ("70 chiếc", "5 chiếc AN-124")."""
    kind = noun[0].plain
    if kind not in lists.stand_ins or (len(noun) > 1 and not noun[1].text[0].isupper()):
        return noun
    for place in range(len(before) - 1, -1, -1):
        length = longest(before, place, lists.nouns)
        if length > 1 and (before[place].plain == kind or before[place].plain in lists.stand_ins[kind]):
            return [*before[place : place + length], *noun[1:]]
    return noun


def _tells_a_change(before: list[Word], lists: FigureWords) -> bool:
    """Say whether "times" tell how much something grew: behind a change, at most a modifier between."""
    length = longest_before(before, lists.modifiers_before)
    return any(longest_before(words, lists.changes) for words in (before, before[: len(before) - length]))


def _opens_next(words: list[Word], place: int, lists: FigureWords) -> bool:
    """Say whether another thing is told of from a place on: a number, or "and" that joins no names."""
    word = words[place]
    if word.text[0].isdigit():
        return True
    if word.plain not in lists.conjunctions or place + 1 >= len(words):
        return False
    return not (words[place - 1].text[0].isupper() and words[place + 1].text[0].isupper())


def _without_leftovers(words: list[Word], lists: FigureWords) -> list[Word]:
    while words and (length := longest(words, 0, lists.leftovers)):
        words = words[length:]
    for place in range(1, len(words)):
        if length := longest(words, place, lists.leftovers):
            return words[:place] + words[place + length :]
    return words


def _defining(words: list[Word], lists: FigureWords) -> list[Word]:
    """Give the names and nouns just behind a noun that define it."""
    place = 0
    while place < min(len(words), _MOST_NOUN):
        length = max(longest(words, place, lists.nouns), longest(words, place, lists.persons))
        if not length and not (words[place].text[0].isupper()):
            break
        place += max(1, length)
    return words[:place]


def _told(words: list[Word] | Told, lists: FigureWords) -> str:
    told = " ".join(text for word in words if (text := word if isinstance(word, str) else word.text))
    return " ".join(lists.short_forms.get(word, word) for word in told.split())
