"""Rejoinders: answers that no word announces: to a question, a charge, a request, or what the sentence takes up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.compare.utterances.likeness import speaker_agreement
from doichieu.compare.utterances.sayings import folded
from doichieu.model import Because

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doichieu.compare.utterances.frames import Frame
    from doichieu.compare.utterances.sayings import Saying
    from doichieu.languages.contracts.compare import CompareRules
    from doichieu.model.story import ReplyHow

_MARKS = ' \t\n\r"“”-–*'
_ENDS = re.compile(r"[.!]\s|\n")
OTHER_SPEAKER = 0.5
"""Agreement of speakers below which two are different people."""
BACK = 4
"""Statements that are looked at for a charge or a request that another one answers."""
NEAR = 600
"""Code points between the two."""
QUESTION_NEAR = 90
"""Code points from a question mark to the answer: the name of who answers."""
SOON = 250
"""Code points between a statement and the mark of the question that it is part of."""
BETWEEN = 400
"""Code points between a statement and one that takes it up, refuses it, or joins it in other words."""
RIGHT_BEHIND = 60
"""Code points between a statement and one that begins by calling it untrue."""
OPENING = 40
"""Code points of a sentence in which words that take up a topic stand."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The number of the statement that is answered, how, and why."""

    target: int
    how: ReplyHow
    because: Because


class Rejoinders:
    """The statements of a story, searched for answers that no word announces."""

    def __init__(
        self, sayings: Sequence[Saying], frames: Sequence[Frame], actors: set[str], rules: CompareRules
    ) -> None:
        self._sayings = sayings
        self._frames = frames
        self._actors = actors
        self._rules = rules

    def answer(self, n: int) -> Answer | None:
        """Give what statement ``n`` answers, by the surest of the ways to tell."""
        if not self._sayings[n].speakers:
            return None
        ways = (self._asked, self._topic, self._charged, self._between, self._another_view, self._denied)
        return next((answer for way in ways if (answer := way(n))), None)

    def _asked(self, n: int) -> Answer | None:
        """Go by a question mark between the statement just before and this one."""
        for m in self._before(n, 1):
            text, end = self._sayings[n].reading.text, self._sayings[m].statement.end
            start = self._sayings[n].statement.start
            mark = text.rfind("?", end, start)
            if 0 <= mark - end <= SOON and start - mark <= QUESTION_NEAR:
                between, behind = text[end:mark], text[mark + 1 : start].strip(_MARKS)
                if behind and not behind.endswith(":") and not self._rules.reply_cues(behind):
                    return None  # a new point: who answers stands there alone ("Ông Lâm:"), or with a word that answers
                if not _ENDS.search(between) or "taken" in self._rules.reply_words(between):
                    return Answer(m, "answers", Because("answers the question that speaks of it"))
        return None

    def _topic(self, n: int) -> Answer | None:
        """Go by a sentence that takes up what somebody else said and goes on with this statement."""
        for m in self._before(n, 1):
            sentence = self._frames[m].whole
            text = self._sayings[m].reading.text
            same = "." not in text[self._sayings[m].statement.end : self._sayings[n].statement.start]
            head = text[sentence.start : min(sentence.start + OPENING, self._sayings[m].statement.start)]
            if same and "topic" in self._rules.reply_words(head):
                return Answer(m, "answers", Because("the same sentence takes it up"))
        return None

    def _charged(self, n: int) -> Answer | None:
        """Go by a charge against, or a request to, the one who speaks now and refuses it."""
        refuses = "refusal" in self._rules.reply_words(self._frames[n].words)
        for m in self._before(n, BACK) if refuses else ():
            if self._rules.reply_words(self._cue(m)) & {"charge", "request"} and self._is_named(n, m):
                return Answer(m, "denies", Because("refuses what {0} asked or charged", (self._who(m),)))
        return None

    def _between(self, n: int) -> Answer | None:
        """Go by what stands between the statement just before and this one: "said no to this offer", "also holds"."""
        for m in self._before(n, 1):
            text = self._sayings[m].reading.text[self._sayings[m].statement.end : self._sayings[n].statement.start]
            if len(text) > BETWEEN:
                continue
            words = self._rules.reply_words(text)
            if "taken" in words and "refusal" in words:
                return Answer(m, "denies", Because("refuses what {0} asked or charged", (self._who(m),)))
            if "too" in words:
                return Answer(m, "supports", Because("says the same as {0} just before", (self._who(m),)))
        return None

    def _another_view(self, n: int) -> Answer | None:
        """Go by words that set a view against the one just before, whoever holds the two ("but some hold that")."""
        m = n - 1
        if m < 0 or self._sayings[m].place != self._sayings[n].place or not self._sayings[m].speakers:
            return None
        text = self._sayings[m].reading.text[self._sayings[m].statement.end : self._sayings[n].statement.start]
        if len(text) <= BETWEEN and "contrary" in self._rules.reply_words(text):
            return Answer(m, "denies", Because("sets another view against that of {0} just before", (self._who(m),)))
        return None

    def _denied(self, n: int) -> Answer | None:
        """Go by a content that begins by calling untrue what was quoted right before."""
        opening = self._sayings[n].text[:OPENING]
        for m in self._before(n, 1):
            near = self._sayings[n].statement.start - self._sayings[m].statement.end <= RIGHT_BEHIND
            if near and any(cue.how == "denies" for cue in self._rules.reply_cues(opening)):
                return Answer(m, "denies", Because("calls untrue what {0} said just before", (self._who(m),)))
        return None

    def _cue(self, m: int) -> str:
        cue = self._sayings[m].statement.cue
        return cue.of(self._sayings[m].reading.text) if cue else ""

    def _who(self, m: int) -> str:
        return ", ".join(self._sayings[m].statement.speakers)

    def _is_named(self, n: int, m: int) -> bool:
        """Say whether the content of statement ``m`` names the speaker of ``n``."""
        speakers = self._sayings[n].statement.speakers
        if self._sayings[m].names & set(speakers):
            return True
        words = folded(self._sayings[m].text)
        return any(" " in name and name not in self._actors and folded(name) in words for name in speakers)

    def _before(self, n: int, back: int) -> Iterator[int]:
        """Give the last statements of others before ``n`` in its article that are near, the nearest first."""
        saying = self._sayings[n]
        for m in range(n - 1, max(-1, n - 1 - back), -1):
            other = self._sayings[m]
            if other.place != saying.place or saying.statement.start - other.statement.end > NEAR:
                return
            if not other.speakers or speaker_agreement(saying.speakers, other.speakers) < OTHER_SPEAKER:
                yield m
