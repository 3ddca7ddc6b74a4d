"""The dossier as Markdown, to be pasted into a document, an issue, a message."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from doichieu.tell.phrases import phrases_of
from doichieu.tell.viewmodel import view_dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.model import Dossier
    from doichieu.tell.viewmodel.citing import Words

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$^&]|(?<!\w)[-+=](?=[\s=+-])|(?<=\d)[.)](?=\s)|:(?=//)")
WIDEST = 8
"""So many articles stand side by side in a table of values; more are listed, value by value."""
_BLANK_LINES = re.compile(r"\n{3,}")


class Footnote:
    """A sentence of an article with the words of it that are cited."""

    def __init__(self, first: Words) -> None:
        self.anchor = first.anchor
        self.source = first.source
        self.sentence = _sentence(first)
        self._cited: set[tuple[int, int]] = set()

    def add(self, words: Words) -> None:
        """Take note of words that are cited."""
        start = len(words.before) + len(words.text) - len(words.text.lstrip())
        self._cited.add((start, len(words.before) + len(words.text.rstrip())))

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """Give the sentence in pieces, and whether they are cited; a sentence cited as a whole is one plain piece."""
        whole = (0, len(self.sentence.rstrip()))
        done = 0
        for start, end in [] if whole in self._cited else sorted(self._cited):
            if end > max(start, done):
                yield self.sentence[done : max(start, done)], False
                yield self.sentence[max(start, done) : end], True
                done = end
        yield self.sentence[done:], False


class Footnotes:
    """The sentences that a story's Markdown cites, each with its mark, in the order in which they are first cited."""

    def __init__(self) -> None:
        self._notes: dict[tuple[int, str], Footnote] = {}

    def __iter__(self) -> Iterator[Footnote]:
        return iter(self._notes.values())

    def cite(self, words: Iterable[Words]) -> str:
        """Give the marks of some words."""
        marks: dict[str, None] = {}
        for row in words:
            note = self._notes.setdefault((row.source.number, _sentence(row)), Footnote(row))
            note.add(row)
            marks[f"[^{note.anchor}]"] = None
        return "".join(marks)


def _sentence(words: Words) -> str:
    return words.before + words.text + words.after


def write_markdown(dossier: Dossier, *, language: str = "vi") -> str:
    """Give the dossier as Markdown (CommonMark with tables and footnotes); footnotes hold the exact words.

    Raises DoichieuError where there is no interface in that language.
    """
    view = view_dossier(dossier, language=language, texts=False)
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
    environment.globals.update(
        t=phrases.say, count=phrases.count, term=phrases.term, footnotes=Footnotes, widest=WIDEST
    )
    return environment
