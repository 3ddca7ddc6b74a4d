from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from doichieu.model import Article, Figure, Mention, Reading, Span, Statement, Story, TimeExpression, Zone
from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import view_dossier
from doichieu.tell.viewmodel.citing import Source
from doichieu.tell.viewmodel.nouns import ArticleView, UtteranceView
from doichieu.tell.viewmodel.sources import Sources, clip
from doichieu.tell.viewmodel.texts import view_article
from doichieu.tell.viewmodel.voices import view_voices
from doichieu.tell.viewmodel.wordings import mark_differences
from tell.dossiers import dossier, make_story, readings

SOURCE = Source(number=1, anchor="a-1", id="x", label="x", named=True, title="", when="", language="", url=None)


def sources_of(reading: Reading) -> Sources:
    return Sources(Story(id="s", readings=(reading,)), phrases_of("vi"), first=1)


def text_of(view: ArticleView) -> str:
    return "\n".join("".join(g.text for s in p.sentences for r in s.runs for g in r.segments) for p in view.paragraphs)


def anchors_of(view: ArticleView) -> list[str]:
    sentences = [s for p in view.paragraphs for s in p.sentences]
    return [s.anchor for s in sentences if s.anchor] + [
        g.anchor for s in sentences for r in s.runs for g in r.segments if g.anchor
    ]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_the_whole_text_stands_in_the_segments_whatever_the_notes(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n.ệ\u202e<", max_size=60))
    place = st.integers(0, len(text))
    pairs = st.lists(st.tuples(place, place).map(sorted).map(lambda pair: Span(*pair)), max_size=6)
    sentences = [Span(start, end) for start, end in data.draw(pairs)]
    borders = sorted({border for span in sentences for border in span})
    reading = Reading(
        article=Article(id="x", text=text),
        sentences=tuple(Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)),
        zones=tuple(Zone(start=a, end=b, kind="caption", origin="") for a, b in data.draw(pairs)),
        times=tuple(TimeExpression(start=a, end=b, type="DATE", value="2022", origin="") for a, b in data.draw(pairs)),
        mentions=tuple(Mention(start=a, end=b, type="PER", actor="y", origin="") for a, b in data.draw(pairs)),
        statements=tuple(Statement(id="x#s0", content=(row,), kind="direct", origin="") for row in data.draw(pairs)),
        figures=tuple(Figure(id="x#f0", start=a, end=b, value=1, origin="") for a, b in data.draw(pairs)),
    )
    cited = {start for start, end in data.draw(pairs) if start < end and not text[start].isspace()}
    view = view_article(reading, SOURCE, cited, sources=sources_of(reading))
    assert text_of(view).split() == text.split()
    anchors = anchors_of(view)
    assert len(anchors) == len(set(anchors))
    assert {f"a-1-{start}" for start in cited} <= set(anchors)


def test_nested_notes_give_segments_with_all_their_marks() -> None:
    reading = readings()[0]
    view = view_article(reading, SOURCE, set(), sources=sources_of(reading))
    runs = [r for p in view.paragraphs for s in p.sentences for r in s.runs]
    marks = {g.text: (r.marks, g.marks) for r in runs for g in r.segments}
    assert marks["1.200 người"] == ("ts", "tf")
    assert marks["Ảnh: Hồ Lệ"] == ("tz", "")


def test_differences_are_marked_syllable_by_syllable() -> None:
    one, other = mark_differences(["một khi người Nga đã vào", "một khi có người Nga đã vào"])
    assert [(piece.text, piece.mark) for piece in one] == [("một khi người Nga đã vào", "")]
    assert [piece.text for piece in other if piece.mark == "only"] == ["có"]


def test_words_that_some_wordings_share_are_marked_lighter() -> None:
    rows = mark_differences(["một bài học cũ", "một bài học cũ", "bài học cũ"])
    assert next((piece.text, piece.mark) for piece in rows[0]) == ("một", "some")


def test_wordings_that_have_little_in_common_stay_unmarked() -> None:
    rows = mark_differences(["giá dầu tăng mạnh", "trời hôm nay đẹp quá"])
    assert not any(piece.mark for row in rows for piece in row)


@given(st.lists(st.text(alphabet="ab ệ,.", max_size=30), max_size=5))
def test_marks_lose_no_character(texts: list[str]) -> None:
    assert ["".join(piece.text for piece in row) for row in mark_differences(texts)] == texts


def test_a_reply_stands_under_what_it_answers_and_only_there() -> None:
    (story,) = view_dossier(dossier()).stories
    first = story.voices[0].shared[0]
    assert story.voices[0].name == "Trần Quế Sơn"
    assert [len(first.quoted), len(first.told)] == [2, 1]
    assert [reply.speaker for reply in first.replies] == ["Đinh Thu Vọng"]
    other = next(voice for voice in story.voices if voice.name == "Đinh Thu Vọng")
    assert other.shared == ()
    assert [link.anchor for link in other.elsewhere] == [first.replies[0].anchor]


def test_replies_in_a_circle_lose_no_remark() -> None:
    story = make_story()
    there = story.replies[0]
    back = replace(there, source=there.target, target=there.source)
    story = replace(story, replies=(there, back, replace(there, target=there.source)))
    voices = view_voices(story, Sources(story, phrases_of("vi"), first=1), "s1")

    def count(row: UtteranceView) -> int:
        return 1 + sum(map(count, row.replies))

    assert sum(count(row) for voice in voices for row in voice.shared + voice.others) == len(story.utterances)


def test_a_statement_without_utterance_is_told_too() -> None:
    story = replace(make_story(), utterances=())
    voices = view_voices(story, Sources(story, phrases_of("vi"), first=1), "s1")
    assert sum(len(voice.shared) + len(voice.others) for voice in voices) == 8 - 1  # one of them answers another


def test_a_line_of_several_outlets_from_one_place_is_an_echo() -> None:
    (story,) = view_dossier(dossier()).stories
    backing = story.days[0].happenings[0].backing
    assert (backing.outlets, backing.origins_count, backing.echo) == ("2 bài", "1 nguồn độc lập", True)


def test_evidence_that_cannot_be_found_is_left_out() -> None:
    story = make_story()
    sources = Sources(story, phrases_of("vi"), first=1)
    lost = replace(story.utterances[0].evidence[0], article="no such article")
    empty = replace(story.utterances[0].evidence[0], start=99_999, end=100_000)
    assert sources.all((lost, empty)) == ()


def test_reasons_name_articles_days_and_numbers_as_the_page_does() -> None:
    sources = Sources(make_story(), phrases_of("vi"), first=1)
    because = replace(make_story().because[0], template="{0}; {1}; {2}", values=("bai-0, bai-2", "2031-05-01", "0.93"))
    assert sources.because(because) == "bài 1 (Sông Vàng), Bài 3; 1 tháng 5, 2031; 0,93"


def test_clip_cuts_at_a_blank() -> None:
    assert clip("một  hai ba bốn", 11) == "một hai ba…"
    assert clip("x" * 50, 10) == "x" * 9 + "…"
