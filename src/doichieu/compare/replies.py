"""Replies: who answers whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.compare.overlap import overlaps
from doichieu.compare.rejoinders import OTHER_SPEAKER, Answer, Rejoinders
from doichieu.compare.utterances.frames import frame_of
from doichieu.compare.utterances.likeness import days_differ, speaker_agreement
from doichieu.compare.utterances.sayings import Saying, sayings_of
from doichieu.languages import pack_of
from doichieu.model import Because, Evidence, Reply

if TYPE_CHECKING:
    from doichieu.languages.contracts.compare import CompareRules
    from doichieu.languages.contracts.replies import ReplyCue
    from doichieu.model import MentionType, Story

NEAR = 700
"""Code points between a strong cue and the remark that it answers; in the annotated stories 128 to 614."""
RUN_ON = 260
"""Code points within which further statements of the one who answers go on answering."""
ALIKE = 0.35
"""Share of words from which a weak cue needs no name of the one who is answered."""
ALIKE_AFAR = 0.45
"""The same where the remark stands in another article."""
BESIDE = 12
"""Code points between a cue and the words that take up a remark: "gọi những câu nói ấy"."""
BACK = 20
"""Statements of its article that are looked at for what a statement answers."""
LEAST_LENGTH = 4
"""Words that a remark needs to be found by its words."""


def find_replies(story: Story) -> tuple[Reply, ...]:
    """Give the story's replies, in the order of the answering statements."""
    pack = pack_of(story.readings[0].article.language) if story.readings else None
    sayings = sayings_of(story)
    if pack is None or not sayings:
        return ()
    search = _Search(sayings, pack.compare, story.readings[0].article.language)
    found: dict[int, Answer] = {}
    for n in range(len(sayings)):
        answer = search.answer(n) or _run_on(sayings, found, n)
        if answer:
            found[n] = answer
    for n in range(len(sayings)):
        rejoinder = None if n in found else search.rejoinders.answer(n)
        if rejoinder:
            found[n] = rejoinder
    return tuple(_reply(sayings[n], sayings[found[n].target], found[n]) for n in sorted(found))


class _Search:
    """The statements of a story, searched for the one that another answers."""

    def __init__(self, sayings: list[Saying], rules: CompareRules, language: str) -> None:
        self.sayings = sayings
        self.rules = rules
        readings = {saying.place: saying.reading for saying in sayings}
        self.actors = {mention.actor for reading in readings.values() for mention in reading.mentions}
        neighbours = zip(sayings, [None, *sayings[:-1]], [*sayings[1:], None], strict=True)
        self.frames = [frame_of(saying, before, after) for saying, before, after in neighbours]
        self.cues = [rules.reply_cues(frame.words) for frame in self.frames]
        texts = [
            f"{frame.words} {saying.text}" if cues else saying.text
            for saying, frame, cues in zip(sayings, self.frames, self.cues, strict=True)
        ]
        self.rejoinders = Rejoinders(sayings, self.frames, self.actors, rules)
        self.alike: list[dict[int, float]] = [{} for _ in sayings]
        for i, j, overlap in overlaps(texts, language, ALIKE):
            self.alike[i][j] = self.alike[j][i] = overlap.within

    def answer(self, n: int) -> Answer | None:
        """Give what statement ``n`` answers, by the surest of the ways to tell."""
        if not self.cues[n] and not self._names_speech(n):
            return None
        return self._named(n) or self._strong(n) or self._taken_up(n) or self._alike(n)

    def _taken_up(self, n: int) -> Answer | None:
        """Go by a cue right before words that take up a remark ("calls that remark rude"), made right before."""
        saying = self.sayings[n]
        words = self.frames[n].whole.of(saying.reading.text)
        remarks = self.rules.remarks_taken_up(words)
        cues = self.rules.reply_cues(words) if remarks else ()
        cue = next((cue for cue in cues for start, _ in remarks if 0 < start - cue.end <= BESIDE), None)
        near = [m for m in self._before(n)[:1] if saying.statement.start - self.sayings[m].statement.end <= NEAR]
        return Answer(near[0], cue.how, Because("takes up the remark just before")) if cue and near else None

    def _names_speech(self, n: int) -> dict[str, MentionType]:
        """Give whose remarks are named in the frame or the content: "phát ngôn của ông X"."""
        return self.frames[n].named_after(self.rules.remarks)

    def _named(self, n: int) -> Answer | None:
        """Go by a noun for a remark with the name of somebody who spoke before."""
        named = self._names_speech(n)
        if named.keys() & set(self.sayings[n].statement.speakers):
            return None  # "X đáp trả bình luận của Y rằng …": the words are Y's own
        before = self._before(n)
        for m in before:
            speakers = self.sayings[m].statement.speakers
            kinds = [named[speaker] for speaker in speakers if speaker in named]
            # A country's remark may be that of anybody who speaks for it: then the last one before counts.
            if any(kind != "GPE" for kind in kinds) or (kinds and m == before[0]):
                how = self.cues[n][0].how if self.cues[n] else "answers"
                because = Because("speaks of what {0} said before", (", ".join(speakers),))
                return Answer(self._end_of_turn(m, n), how, because)
        return None

    def _end_of_turn(self, m: int, n: int) -> int:
        """Give the last statement before ``n`` that goes on with ``m``: the same speaker, or one who has no name."""
        for k in range(m + 1, n):
            saying, other = self.sayings[k], self.sayings[m]
            near = saying.place == other.place and saying.statement.start - other.statement.end <= RUN_ON
            nameless = not self.actors.intersection(saying.statement.speakers)
            if not near or self.cues[k] or not (nameless or saying.speakers == other.speakers):
                break
            if self._may_answer(n, k):
                m = k
        return m

    def _strong(self, n: int) -> Answer | None:
        """Go by a word that answers by itself, and a remark of somebody else just before."""
        cue = next((cue for cue in self.cues[n] if cue.strong), None)
        if cue is None or self._names_speech(n).keys() & set(self.sayings[n].statement.speakers):
            return None
        start = self.sayings[n].statement.start
        near = [m for m in self._before(n) if start - self.sayings[m].statement.end <= NEAR]
        how = next((other.how for other in self.cues[n] if other.how != "answers"), cue.how)
        return Answer(near[0], how, self._because(n, cue)) if near else None

    def _alike(self, n: int) -> Answer | None:
        """Go by a weak word and by somebody else's statement of the same content."""
        cue = next((cue for cue in self.cues[n] if cue.how != "answers"), None)
        if cue is None:
            return None
        best: tuple[float, int] | None = None
        for m, share in sorted(self.alike[n].items()):
            afar = self.sayings[m].place != self.sayings[n].place
            if share >= (ALIKE_AFAR if afar else ALIKE) and self._may_answer(n, m) and (afar or m < n):
                best = max(best or (0.0, -1), (share - 0.2 * afar, -m))
        return Answer(-best[1], cue.how, self._because(n, cue)) if best and best[0] else None

    def _because(self, n: int, cue: ReplyCue) -> Because:
        return Because('"{0}" stands beside it', (self.frames[n].words[cue.start : cue.end],))

    def _before(self, n: int) -> list[int]:
        """Give the statements of others that stand before ``n`` in its article, the nearest first."""
        place = self.sayings[n].place
        back = range(n - 1, max(-1, n - 1 - BACK), -1)
        return [m for m in back if self.sayings[m].place == place and self._may_answer(n, m)]

    def _may_answer(self, n: int, m: int) -> bool:
        answer, remark = self.sayings[n], self.sayings[m]
        if not remark.speakers or remark.length < LEAST_LENGTH:
            return False
        later = answer.statement.date, remark.statement.date
        if days_differ(*later) and str(later[0]) < str(later[1]):
            return False
        if not answer.speakers or any(self.rules.remarks(name) for name in answer.speakers):
            # Nobody, or a remark instead of a person ("nhận định của X đã khiến Y đáp trả"): only a sure word will do.
            return any(cue.strong for cue in self.cues[n])
        return speaker_agreement(answer.speakers, remark.speakers) < OTHER_SPEAKER


def _run_on(sayings: list[Saying], found: dict[int, Answer], n: int) -> Answer | None:
    """Go on answering: the same speaker, right behind a statement that answers."""
    saying = sayings[n]
    for m in range(n - 1, max(-1, n - 3), -1):
        other = sayings[m]
        near = other.place == saying.place and saying.statement.start - other.statement.end <= RUN_ON
        if m in found and near and speaker_agreement(saying.speakers, other.speakers) >= OTHER_SPEAKER:
            because = Because("goes on with an answer of {0}", (", ".join(saying.statement.speakers),))
            return Answer(found[m].target, found[m].how, because)
    return None


def _reply(answer: Saying, remark: Saying, found: Answer) -> Reply:
    evidence = tuple(
        Evidence(saying.reading.article.id, span.start, span.end)
        for saying in (answer, remark)
        for span in saying.statement.content
    )
    return Reply(
        source=answer.statement.id,
        target=remark.statement.id,
        how=found.how,
        evidence=evidence,
        because=found.because,
    )
