"""Fragments: the text of a piece of HTML, as tables and feeds hold it."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree, html

from doichieu.gather.pages import NoArticleError, article_of_page
from doichieu.gather.pages.walking import lines_of
from doichieu.model import Article


def lines_of_fragment(fragment: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the lines of a piece of HTML, and its captions."""
    try:
        root = html.fragment_fromstring(fragment.replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError) as error:
        raise NoArticleError(f"its markup cannot be read ({error})") from error
    lines = lines_of(root)
    text = tuple(line.text for line in lines if line.kind == "text")
    return text, tuple(line.text for line in lines if line.kind == "caption")


def article_of_fragment(article: Article) -> Article:
    """Give the article with the text of its markup; what the row tells of it counts more than what the markup tells."""
    if "<html" in article.text[:2000].lower() or "<!doctype" in article.text[:200].lower():
        page = article_of_page(article.id, article.text, address=article.url or "")
        return replace(
            page,
            outlet=article.outlet or page.outlet,
            url=article.url or page.url,
            title=article.title or page.title,
            published=article.published or page.published,
            authors=article.authors or page.authors,
            tags=article.tags or page.tags,
        )
    text, captions = lines_of_fragment(article.text)
    return replace(article, text="\n".join(text), captions=article.captions or captions)
