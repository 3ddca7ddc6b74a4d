"""The reader: layers in their order, and every span led back to the text as gathered."""

from datetime import UTC, datetime
from typing import Protocol

import pytest

from doichieu.errors import UnreadableArticleError
from doichieu.model import Article
from doichieu.read import read
from doichieu.read.figures.layer import add_figures
from doichieu.read.names.layer import add_mentions
from doichieu.read.reader import COMPONENTS
from doichieu.read.sentences import add_sentences
from doichieu.read.statements.layer import add_statements
from doichieu.read.times import add_times
from doichieu.read.zones.layer import add_zones
from spans import faults

TEXT = """Cháy chợ Bến Đò, hai người bị thương
Hôm qua, chợ Bến Đò bốc cháy. Ông Trần Văn Tám cho biết: "Có 12 gian hàng bị thiêu rụi".
"""


class Noted(Protocol):
    @property
    def origin(self) -> str: ...


def test_the_layers_stand_in_the_order_in_which_they_need_each_other() -> None:
    assert (add_zones, add_sentences, add_times, add_mentions, add_statements, add_figures) == COMPONENTS


def test_the_article_stays_as_gathered() -> None:
    article = Article(
        id="a",
        text="Ho\u0302m qua,\u00a0ông Tám nói.\r\n",
        outlet="Bến Đò",
        title="Tin",
        url="https://ben-do.example/1",
    )
    reading = read(article)
    assert reading.article.text == article.text
    assert (reading.article.outlet, reading.article.title, reading.article.url) == ("Bến Đò", "Tin", article.url)
    assert reading.article.language == "vi"
    assert faults(reading) == []


def test_the_day_of_publication_is_used() -> None:
    article = Article(id="a", text=TEXT, published=datetime(2024, 3, 6, 8, tzinfo=UTC))
    assert [time.value for time in read(article).times] == ["2024-03-05"]


def test_every_note_has_an_origin_that_names_its_layer() -> None:
    reading = read(Article(id="a", text=TEXT))
    notes: dict[str, tuple[Noted, ...]] = {
        "zones": reading.zones,
        "times": reading.times,
        "names": reading.mentions,
        "statements": reading.statements,
        "figures": reading.figures,
    }
    for layer, found in notes.items():
        assert found
        assert {note.origin.partition("/")[0] for note in found} == {layer}


def test_reading_twice_gives_the_same() -> None:
    article = Article(id="a", text=TEXT)
    assert read(article) == read(article)


def test_a_language_that_nobody_reads_is_an_error_of_its_own() -> None:
    with pytest.raises(UnreadableArticleError, match="in no language"):
        read(Article(id="a", text=TEXT, language="xx"))
    with pytest.raises(UnreadableArticleError, match="in no language"):
        read(Article(id="a", text="The market burned down on Monday."))
