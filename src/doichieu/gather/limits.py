"""Limits: which texts are articles at all."""

from __future__ import annotations

from doichieu.model import Article, Because, Problem

LONGEST = 1_000_000
"""Code points of one article: the longest of 10,000 news articles has under 10,000. More is a book or a dump."""


def article_or_problem(source: str, article: Article) -> Article | Problem:
    """Give the article, or, where its text is empty or too long to be one, the problem."""
    if not article.text.strip():
        return Problem(source=source, because=Because("empty"))
    if len(article.text) > LONGEST:
        size = f"{len(article.text) / 1_000_000:.1f}"
        because = Because("longer than any article ({0} million characters)", (size,))
        return Problem(source=source, because=because)
    return article
