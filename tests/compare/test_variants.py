from dataclasses import replace

from compare.spoken import marked_story
from doichieu.compare.utterances.joining import join_statements
from doichieu.compare.utterances.sayings import sayings_of
from doichieu.compare.utterances.variants import variants_of
from doichieu.model import Evidence, Span, Story, Variant

LONG = "cây cầu bắc qua Rạch Miễu sẽ đóng từ sáng mai vì trụ số ba bị nghiêng sau vụ va chạm"


def variants(*contents: str) -> tuple[Story, tuple[Variant, ...]]:
    story = marked_story([f"Tin\nÔng nói {{A|{words}}}." for words in contents])
    return story, variants_of(sayings_of(story))


def told(story: Story, words: Evidence | None) -> str:
    texts = {one.article.id: one.text for one in story.readings}
    return texts[words.article][words.start : words.end] if words else ""


def rows(*contents: str) -> list[tuple[str, str, str]]:
    story, found = variants(*contents)
    return [(one.kind, told(story, one.here), told(story, one.there)) for row in found for one in row.differences]


def test_equal_wordings_have_no_variant() -> None:
    assert rows(LONG, LONG) == []


def test_a_missing_clause_is_told() -> None:
    short = "cây cầu bắc qua Rạch Miễu sẽ đóng từ sáng mai"
    assert rows(LONG, short) == [("clause left out", "", "vì trụ số ba bị nghiêng sau vụ va chạm")]


def test_a_missing_word_and_another_one_are_told() -> None:
    other = LONG.replace("sáng mai", "tối mai").replace("số ba ", "")
    assert rows(LONG, other) == [("other words", "tối", "sáng"), ("left out", "", "số ba")]


def test_a_softened_wording_is_told() -> None:
    soft = LONG.replace("sẽ đóng", "có thể đóng")
    assert rows(f"{LONG} đêm qua", soft)[0] == ("softened", "có thể", "sẽ")
    assert rows(soft, LONG) == [("sharpened", "sẽ", "có thể")]


def test_words_that_are_all_others_are_not_compared_one_by_one() -> None:
    (row,) = rows(LONG, "xe không còn đi được lối ấy kể từ ngày kế tiếp do móng yếu")
    assert row[0] == "told otherwise"


def with_cues(*cues: str) -> list[str]:
    """Give the kinds for one content under several cues."""
    story = marked_story([f"Tin\nÔng {cue} {{A|{LONG}}}." for cue in cues])
    readings = tuple(
        replace(
            one,
            statements=(replace(one.statements[0], cue=Span(len("Tin\nÔng "), len(f"Tin\nÔng {cue}"))),),
        )
        for one, cue in zip(story.readings, cues, strict=True)
    )
    found = variants_of(sayings_of(replace(story, readings=readings)))
    return [one.kind for row in found for one in row.differences]


def test_another_cue_is_told_with_its_force() -> None:
    assert with_cues("nói", "cáo buộc") == ["sharper cue"]
    assert with_cues("cáo buộc", "cho biết") == ["softer cue"]
    assert with_cues("nói", "cho hay") == ["other cue"]
    assert with_cues("nói", "nói") == []


def test_utterances_carry_their_variants() -> None:
    story = marked_story([f"Tin\nÔng nói {{A|{words}}}." for words in (LONG, LONG.replace("sáng mai", "tối mai"))])
    (utterance,) = join_statements(story)
    assert [(row.statement, row.against) for row in utterance.variants] == [("a1#s0", "a0#s0")]
