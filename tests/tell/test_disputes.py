from dataclasses import replace

from doichieu.model import Because, Disagreement, Dossier, Evidence, Story
from doichieu.tell.viewmodel import StoryView, view_dossier
from tell.dossiers import dossier, find, make_story

SAME = Because("one side denies what the other says")


def view(story: Story) -> StoryView:
    told = dossier().stories[0]
    return view_dossier(Dossier(stories=(replace(told, story=story),))).stories[0]


def denial(story: Story, words: str, line: str = "bai-1#s1") -> Disagreement:
    evidence = (find(story.readings[1], words), find(story.readings[1], "Chúng tôi từng cảnh báo"))
    return Disagreement(kind="denial", lines=(line, "bai-1#s0"), evidence=evidence, because=SAME)


def test_two_denials_of_one_pair_of_sentences_are_one() -> None:
    story = make_story()
    rows = (denial(story, "Không ai gửi"), denial(story, "một cảnh báo nào", line="bai-2#s0"))
    (dispute,) = view(replace(story, disagreements=rows)).disputes
    assert [words.text for words in dispute.words] == [
        "Chúng tôi từng cảnh báo",
        "Không ai gửi cho chúng tôi một cảnh báo nào",
    ]


def test_two_denials_between_the_same_two_remarks_are_one() -> None:
    story = make_story()
    other = replace(denial(story, "Không ai gửi"), lines=("bai-3#s0", "bai-0#s0"))
    other = replace(other, evidence=(find(story.readings[3], "công ty không nhận được"), other.evidence[1]))
    (dispute,) = view(replace(story, disagreements=(denial(story, "Không ai gửi"), other))).disputes
    assert len(dispute.words) == 3


def test_different_points_stay_apart() -> None:
    story = make_story()
    day = replace(denial(story, "Không ai gửi"), kind="day", because=Because("the accounts give different days"))
    assert len(view(replace(story, disagreements=(denial(story, "Không ai gửi"), day))).disputes) == 2


def test_a_dispute_without_a_known_quantity_shows_its_words() -> None:
    story = make_story()
    lost = replace(story.disagreements[0], lines=("no such line",))
    (dispute,) = view(replace(story, disagreements=(lost,))).disputes
    assert dispute.quantity is None
    assert len(dispute.words) == 2


def test_values_stand_in_the_order_of_publication() -> None:
    story = make_story()
    line = replace(story.quantities[0], figures=("bai-2#f0", "bai-1#f0", "bai-0#f0"))
    (dispute,) = view(replace(story, quantities=(line,), disagreements=story.disagreements[:1])).disputes
    assert dispute.quantity
    assert [value.value for value in dispute.quantity.values] == ["3", "5", "7"]
    assert dispute.quantity.ordered


def test_without_times_of_publication_the_days_in_the_text_give_the_order() -> None:
    story = make_story()
    readings = tuple(replace(row, article=replace(row.article, published=None)) for row in story.readings)
    first = readings[1]
    dated = replace(first.statements[2], date="2031-05-04")
    readings = (readings[0], replace(first, statements=(*first.statements[:2], dated)), *readings[2:])
    story = replace(story, readings=readings, disagreements=())
    line = story.quantities[1]
    (update, *_) = view(replace(story, quantities=(line,))).quantities
    assert [(value.value, value.day) for value in update.values] == [("7", "03/05/2031"), ("5", "04/05/2031")]
    assert update.ordered
    undated = replace(readings[1], statements=(*first.statements[:2], replace(dated, date=None)))
    story = replace(story, readings=(readings[0], undated, *readings[2:]), quantities=(line,))
    (update, *_) = view(story).quantities
    assert [value.value for value in update.values] == ["5", "7"]
    assert not update.ordered


def test_speakers_of_more_origins_come_first() -> None:
    story = make_story()
    one = story.utterances[2]
    own = tuple(replace(one, id=row.id, statements=row.statements, speakers=("Ai đó",)) for row in story.utterances[2:])
    voices = view(replace(story, utterances=(*own, *story.utterances[:2]))).voices
    assert [voice.name for voice in voices] == ["Trần Quế Sơn", "Đinh Thu Vọng", "Ai đó"]


def test_a_long_happening_is_cut_at_a_clause() -> None:
    story = make_story()
    row = replace(story.timeline[0], what="lửa cháy lan, " * 40, evidence=(Evidence("bai-0", 0, 5),))
    what = view(replace(story, timeline=(row,))).days[0].happenings[0].what
    assert len(what) <= 241
    assert what.endswith("lửa cháy lan…")


def test_an_article_without_outlet_is_called_by_its_readable_id() -> None:
    story = make_story()
    old, new = story.readings[2].article, "bao-cua-gio"
    readings = (*story.readings[:2], replace(story.readings[2], article=replace(old, id=new)), story.readings[3])
    shown = view(replace(story, readings=readings))
    assert [source.label for source in shown.sources] == ["Sông Vàng", "Người Bến", "bao-cua-gio", "Tin Trưa"]
    assert shown.counts.unnamed == "1 bài không rõ báo"
