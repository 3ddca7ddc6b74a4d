"""The dossier as Markdown, to be pasted into a document, an issue, a message."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import view_dossier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.model import Dossier
    from doichieu.tell.viewmodel.citing import Words

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$^&]|(?<!\w)[-+=](?=[\s=+-])|(?<=\d)[.)](?=\s)|:(?=//)")
_BLANK_LINES = re.compile(r"\n{3,}")


class Footnotes:
    """The words that a story's Markdown cites, each with its mark, in the order in which they are first cited."""

    def __init__(self) -> None:
        self.words: dict[str, Words] = {}

    def cite(self, words: Iterable[Words]) -> str:
        """Give the marks of some words."""
        marks: dict[str, None] = {}
        for row in words:
            self.words.setdefault(row.anchor, row)
            marks[f"[^{row.anchor}]"] = None
        return "".join(marks)


def write_markdown(dossier: Dossier, *, language: str = "vi") -> str:
    """Give the dossier as Markdown (CommonMark with tables and footnotes); footnotes hold the exact words.

    Raises DoichieuError where there is no interface in that language.
    """
    view = view_dossier(dossier, language=language)
    text = _environment(language).get_template("dossier.md.j2").render(view=view)
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def escape(text: object) -> str:
    r"""Give text that Markdown shows as it is, on one line.

    >>> print(escape("<b> *1*"))
    \<b\> \*1\*
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(str(text).split()))


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("doichieu.tell"),
        autoescape=False,  # noqa: S701 - this is Markdown: templates pass every value through ``md``
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    phrases = phrases_of(language)
    environment.filters["md"] = escape
    environment.globals.update(t=phrases.say, count=phrases.count, term=phrases.term, footnotes=Footnotes)
    return environment
