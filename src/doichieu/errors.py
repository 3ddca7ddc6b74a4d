"""Errors that a person can act on. Each one's text is the one line that the command line shows."""

from __future__ import annotations


class DoichieuError(Exception):
    """Whatever goes wrong for a reason that the user can see to."""


class UnreadableArticleError(DoichieuError):
    """No language pack reads the article."""

    def __init__(self, article: str, text: str) -> None:
        self.article = article
        self.excerpt = text[:40]
        super().__init__(f"{article}: in no language that is known here (a pack for Vietnamese is installed)")

    def __reduce__(self) -> tuple[type[UnreadableArticleError], tuple[str, str]]:
        return type(self), (self.article, self.excerpt)
