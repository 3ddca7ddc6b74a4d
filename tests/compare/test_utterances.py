from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import cases
from compare.spoken import marked_story
from doichieu.compare.clusters import cluster
from doichieu.compare.utterances.joining import join_statements
from doichieu.model import Story


def groups(story: Story) -> list[list[str]]:
    return sorted(sorted(one.statements) for one in join_statements(story) if len(one.statements) > 1)


@pytest.mark.parametrize("case", cases(__file__, "utterances"))
def test_statements_join(case: dict[str, Any]) -> None:
    assert groups(marked_story(case["text"])) == case["expect"]


def test_each_statement_is_in_one_utterance_with_its_words() -> None:
    story = marked_story(
        ["Tin\nA nói {A|trời sắp mưa to ở đảo}. {B|Không có mưa}, B đáp.", "Tin khác\n{A|Trời sắp mưa to ở đảo}."]
    )
    utterances = join_statements(story)
    told = [ident for one in utterances for ident in one.statements]
    assert sorted(told) == ["a0#s0", "a0#s1", "a1#s0"]
    texts = {row.article.id: row.text for row in story.readings}
    first = next(one for one in utterances if len(one.statements) == 2)
    assert [texts[words.article][words.start : words.end] for words in first.evidence] == [
        "trời sắp mưa to ở đảo",
        "Trời sắp mưa to ở đảo",
    ]
    assert first.id == "s/u0"
    assert len(first.origins) >= 1


def test_days_that_differ_keep_remarks_apart() -> None:
    said = ("mực nước hồ Ba Kè đang lên nhanh", "nước hồ lại lên sau trận mưa đêm qua")
    story = marked_story([f"Tin\nÔng nói {{A|{words}}}." for words in said])
    readings = tuple(
        replace(row, statements=tuple(replace(one, date=day) for one in row.statements))
        for row, day in zip(story.readings, ("2023-03-01", "2023-03-09"), strict=True)
    )
    assert len(join_statements(story)) == 1
    assert len(join_statements(replace(story, readings=readings))) == 2


def test_a_story_without_statements_has_no_utterance() -> None:
    assert join_statements(marked_story(["Tin\nKhông ai nói gì."])) == ()
    assert join_statements(Story(id="s", readings=())) == ()


PAIRS = st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)), st.floats(0, 1), max_size=40)


@given(PAIRS)
def test_clusters_part_what_there_is(scores: dict[tuple[int, int], float]) -> None:
    ordered = {(i, j): score for (i, j), score in scores.items() if i < j}
    found = cluster(12, ordered, 0.4)
    assert sorted(member for group in found for member in group) == list(range(12))
    assert found == sorted(found)


def test_a_chain_of_likenesses_is_no_cluster() -> None:
    chain = {(i, i + 1): 0.5 for i in range(30)}
    assert max(map(len, cluster(31, chain, 0.4))) < 6
