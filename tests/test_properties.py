"""What must hold of whole stories, whatever the articles: random cuts and mixtures of the example articles."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Protocol

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from doichieu.compare import compare
from doichieu.compare.comparison import compare_story
from doichieu.compare.stories.grouping import Group
from doichieu.gather import gather
from doichieu.model import Article, Dossier, Evidence, Happening, Quantity, Reading, Story, Utterance
from doichieu.read import read
from doichieu.tell.markdown import write_markdown
from doichieu.tell.narration import tell
from doichieu.tell.page import write_page
from doichieu.tell.records import ArticleRecord, read_json, record_of_reading, write_json, write_readings
from spans import faults

EXAMPLES = Path(__file__).parents[1] / "examples"
STORIES = ("bao-so-7", "kazakhstan-2022")
# Derandomised: the suite tells the same of the same program. To hunt, set derandomize=False and more examples.
FEW = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@cache
def articles(story: str) -> tuple[Article, ...]:
    return tuple(item for item in gather([str(EXAMPLES / story / "articles")]) if isinstance(item, Article))


class Line(Protocol):
    """Anything that rests on words."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


INSERTED = st.one_of(
    st.sampled_from(
        [
            '"',
            "“",
            "”",
            "(",
            ")",
            "\n",
            "\r\n",
            " ",
            "\u00a0",
            "\u0301",
            "😀",
            "&quot;",
            "&",
            "\x00",
            "\ufeff",
            ". ",
            ": ",
            "…",
        ]
    ),
    st.sampled_from(
        ["theo ông ", "cho biết ", "ngày 1/1 ", "1.000.000 ", "hai ", "Ảnh: ", "AFP", "Tổng thống ", "-", "%"]
    ),
    st.text(max_size=5),
)


@st.composite
def texts(draw: st.DrawFn, story: str) -> str:
    """Slices of the story's articles with something put in between, and into the midst of them."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(articles(story))).text
        start = draw(st.integers(0, len(text)))
        piece = text[start : start + draw(st.integers(0, 600))]
        middle = draw(st.integers(0, len(piece)))
        pieces += [piece[:middle], draw(INSERTED), piece[middle:], draw(INSERTED)]
    return "".join(pieces)


@st.composite
def piles(draw: st.DrawFn) -> tuple[Article, ...]:
    """Two to five articles of a story, some cut and mixed, some without outlet or day."""
    story = draw(st.sampled_from(STORIES))
    chosen = draw(st.lists(st.sampled_from(articles(story)), min_size=2, max_size=5, unique_by=lambda one: one.id))
    pile = []
    for article in chosen:
        text = draw(st.one_of(st.just(article.text), texts(story)))
        outlet = draw(st.sampled_from([article.outlet, "", "Tin Chung"]))
        published = draw(st.sampled_from([article.published, None]))
        pile.append(replace(article, text=text, outlet=outlet, published=published, language="vi"))
    return tuple(pile)


def dossier_of(pile: Iterable[Article]) -> Dossier:
    return Dossier(stories=tuple(map(tell, compare(list(map(read, pile))))))


@pytest.mark.parametrize("story", STORIES)
@settings(FEW, max_examples=30)
@given(data=st.data())
def test_any_text_is_read_without_fault(story: str, data: st.DataObject) -> None:
    reading = read(Article(id="a", text=data.draw(texts(story)), language="vi"))
    assert faults(reading) == []
    (line,) = write_readings([reading])
    assert msgspec.json.decode(line, type=ArticleRecord) == record_of_reading(reading)


@settings(FEW, max_examples=15)
@given(pile=piles(), data=st.data())
def test_any_pile_is_told_the_same_in_any_order(pile: tuple[Article, ...], data: st.DataObject) -> None:
    dossier = dossier_of(pile)
    written = write_json(dossier)
    assert write_json(read_json(written)) == written
    assert write_page(read_json(written)) == write_page(dossier)
    assert write_markdown(dossier, language="en")
    assert write_json(dossier_of(data.draw(st.permutations(pile)))) == written


@settings(FEW, max_examples=15)
@given(pile=piles())
def test_every_line_rests_on_words(pile: tuple[Article, ...]) -> None:
    lengths = {article.id: len(article.text) for article in pile}
    for told in dossier_of(pile).stories:
        story = told.story
        lines: tuple[Line, ...] = (
            told.headline,
            told.gist,
            *told.summary,
            *story.actors,
            *story.utterances,
            *story.quantities,
            *story.replies,
            *story.timeline,
            *story.coverage,
            *story.disagreements,
            *story.refusals,
        )
        for line in lines:
            assert line.evidence, line
            assert all(0 <= words.start < words.end <= lengths[words.article] for words in line.evidence), line


@settings(FEW, max_examples=15)
@given(pile=piles(), data=st.data())
def test_an_article_given_twice_is_no_further_origin(pile: tuple[Article, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(pile))
    again = replace(chosen, id=f"{chosen.id}-again")
    for told in dossier_of((*pile, again)).stories:
        lines: tuple[Utterance | Quantity | Happening, ...] = (
            *told.story.utterances,
            *told.story.quantities,
            *told.story.timeline,
        )
        for line in lines:
            origins = [origin.articles for origin in line.origins if {chosen.id, again.id} & {*origin.articles}]
            assert len(origins) <= 1, line


@settings(FEW, max_examples=15)
@given(pile=piles(), data=st.data())
def test_an_article_given_twice_is_no_further_voice(pile: tuple[Article, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(pile))
    again = replace(chosen, id=f"{chosen.id}-again")
    for story in compare(list(map(read, (*pile, again)))):
        said = {note.id: reading for reading in story.readings for note in reading.statements}
        twins = {ident for ident in said if said[ident].article.id == again.id}
        first = {ident for ident in said if said[ident].article.id == chosen.id}
        voices = [{*line.statements} for line in story.utterances]
        assert all(line & first for line in voices if line & twins and len_of(line & twins, said) > 2), voices


def len_of(statements: set[str], said: dict[str, Reading]) -> int:
    """Give the words of the longest of some statements."""
    notes = [note for ident in statements for note in said[ident].statements if note.id == ident]
    texts = [(" ".join(span.of(said[note.id].text) for span in note.content)) for note in notes]
    return max(len(text.split()) for text in texts)


@pytest.mark.parametrize("story", STORIES)
def test_without_an_article_hardly_more_is_gone_than_rested_on_it(story: str) -> None:
    """Of the other articles' notes each line holds the same ones, whether the article is there or not."""
    readings = [read(replace(article, language="vi")) for article in articles(story)]
    group = Group("s", tuple(readings), ())
    whole = compare_story(group)
    kept, moved = 0, 0
    for gone in readings:
        ident = gone.article.id
        rest = compare_story(replace(group, readings=tuple(one for one in readings if one is not gone)))
        assert not any(words.article == ident for line in lines_of(rest) for words in line.evidence)
        before, after = pairs_in(whole, ident), pairs_in(rest, ident)
        kept += len(before & after)
        moved += len(before ^ after)
    assert moved <= MOVED * (kept + moved), (kept, moved)


MOVED = 0.03
"""Part of the pairs of notes that may be joined with an article there and not without it, or the other way round: what
all remarks of a story name weighs little, and an article more or less changes that. Measured: 7 of 281 and 0."""


def lines_of(story: Story) -> tuple[Line, ...]:
    return (
        *story.utterances,
        *story.quantities,
        *story.replies,
        *story.timeline,
        *story.coverage,
        *story.actors,
        *story.refusals,
    )


def pairs_in(story: Story, without: str) -> set[tuple[str, str]]:
    """Give the pairs of notes, of other articles, that stand in one line."""
    notes = [line.statements for line in story.utterances] + [line.figures for line in story.quantities]
    rest = [sorted(note for note in line if note.split("#")[0] != without) for line in notes]
    return {pair for line in rest for pair in combinations(line, 2)}
