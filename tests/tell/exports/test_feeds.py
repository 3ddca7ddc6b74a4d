"""Feeds read back by feedparser, and by an XML parser that takes nothing that is not well formed."""

from dataclasses import replace

import feedparser
import lxml.etree
import pytest

from doichieu.model import Dossier
from doichieu.tell.exports.feeds import write_atom, write_rss
from tell.dossiers import dossier, hostile, several

KINDS = pytest.mark.parametrize("write", [write_atom, write_rss])


def read(content: bytes) -> feedparser.FeedParserDict:
    lxml.etree.fromstring(content)
    found = feedparser.parse(content)
    assert not found.bozo
    return found


@KINDS
def test_an_entry_for_each_story(write) -> None:  # type: ignore[no-untyped-def]
    (content,) = write(several()).values()
    found = read(content)
    assert [row.title for row in found.entries] == ["Cháy kho sợi ở cảng Mây"] * 2
    assert len({row.id for row in found.entries}) == 2
    assert [row.link for row in found.entries] == ["001.html", "002.html"]
    assert "Lam Hà nói không nhận được cảnh báo nào." in str(found.entries[0])


@KINDS
def test_the_time_is_that_of_the_last_article(write) -> None:  # type: ignore[no-untyped-def]
    (content,) = write(dossier()).values()
    entry = read(content).entries[0]
    assert tuple(entry.published_parsed if write is write_rss else entry.updated_parsed)[:4] == (2031, 5, 2, 17)


@KINDS
def test_hostile_text_stays_text(write) -> None:  # type: ignore[no-untyped-def]
    (content,) = write(hostile()).values()
    read(content)
    assert b"<script" not in content
    assert b"javascript:" not in content


@KINDS
def test_characters_that_xml_cannot_hold_are_left_out(write) -> None:  # type: ignore[no-untyped-def]
    told = dossier().stories[0]
    bad = replace(told, headline=replace(told.headline, text="Cháy\x00\x08 kho"))
    (content,) = write(Dossier(stories=(bad,))).values()
    assert read(content).entries[0].title == "Cháy kho"


@KINDS
def test_a_feed_without_stories_is_a_feed(write) -> None:  # type: ignore[no-untyped-def]
    (content,) = write(Dossier(stories=())).values()
    assert read(content).entries == []
