"""Rows: one article from a row of a table or an object of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import ident_of
from doichieu.gather.formats.columns import columns_of, shown
from doichieu.gather.limits import article_or_problem
from doichieu.gather.moments import HOME, any_moment, moment
from doichieu.gather.run import Run
from doichieu.model import Article, Because, Problem

_MARKUP = re.compile(
    r"^\s{0,99}<(?:!doctype|html|body|div|p|h\d|article|section|span|figure|table|ul|img|br|strong)\b", re.IGNORECASE
)
_LIST = re.compile(r"\s*[;|,]\s*")
Row = Mapping[str, Any]


def row_problem(source: str, reason: str) -> Problem:
    """Give the problem of a row that holds no article."""
    return Problem(source=source, because=Because("no article: {0}", (reason,)))


def article_of_row(source: str, ident: str, row: Row, columns: Mapping[str, str]) -> Iterator[Article | Problem]:
    """Give the article of a row, and a Problem beside it where its time cannot be read.

    ``ident`` names it where it has neither an id nor an address. A column that is called "text" is taken to the letter;
    others hold a report without its headline and lead, which are put in front.
    """
    told = {field: row.get(column) for field, column in columns.items()}
    raw = told.get("text")
    if not isinstance(raw, str):
        have = ", ".join(map(str, list(row)[:12]))
        yield row_problem(source, f"`text` is missing among {have}" if raw is None else "`text` is no text")
        return
    published = _moment(told.get("published"))
    if told.get("published") and published is None:
        because = Because('read without its time: "{0}" is no ISO 8601 time', (str(told["published"])[:100],))
        yield Problem(source=source, because=because)
    url = _text(told.get("url")) or None
    article = Article(
        id=_text(told.get("id")) or (ident_of(url) if url else ident),
        text=raw,
        outlet=_text(told.get("outlet")),
        url=url,
        title=_text(told.get("title")) or None,
        published=published,
        language=language_code(_text(told.get("language"))),
        updated=_moment(told.get("updated")),
        authors=_list(told.get("authors")),
        captions=_list(told.get("captions"), split=False),
        tags=_list(told.get("tags")),
    )
    try:
        article = _composed(article, _text(told.get("lead")), literal=columns["text"] == "text")
    except DoichieuError as error:
        yield row_problem(source, str(error))
    else:
        yield article_or_problem(source, article)


def columns_told(source: str, row: Row, run: Run, known: dict[tuple[str, ...], dict[str, str]]) -> dict[str, str]:
    """Give the columns for a row's keys; those that were guessed are told once for each source."""
    keys = tuple(row)
    if keys not in known:
        columns = columns_of(keys, run.settings.columns)
        absent = [column for column in run.settings.columns.values() if column not in keys]
        words = shown(columns) + "".join(f"; no “{column}”" for column in absent)
        if words and words not in {shown(others) for others in known.values()}:
            run.tell(f"{source}: {words}")
        if len(known) > 1000:
            known.clear()
        known[keys] = columns
    return known[keys]


def _composed(article: Article, lead: str, *, literal: bool) -> Article:
    """Put headline and lead in front of a text that lacks them; give the text of markup."""
    if _MARKUP.match(article.text):
        from doichieu.gather.formats.fragments import article_of_fragment  # noqa: PLC0415 - lxml loads for markup only

        article = article_of_fragment(article)
    elif literal:
        return article
    parts = [article.text]
    for part in (lead, article.title or ""):
        if part and not article.text.lstrip().startswith(part):
            parts.insert(0, part)
    return replace(article, text="\n".join(parts))


def language_code(told: str) -> str:
    """Give the code of a language told as ``vi``, ``vi-VN`` or ``vi_vn``, "" where it is told in another way."""
    code = told.replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else ""


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) or value != value else str(value).strip()  # noqa: PLR0124 - NaN


def _list(value: Any, *, split: bool = True) -> tuple[str, ...]:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, str):
        value = _LIST.split(value.strip("[] ")) if split else [value]
    if not isinstance(value, list | tuple):
        return ()
    texts = (_text(item.get("name") if isinstance(item, dict) else item).strip("'\" ") for item in value[:100])
    return tuple(dict.fromkeys(text for text in texts if text))


def _moment(value: Any) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=HOME)
    told = str(value).strip() if value else ""
    day = moment(told) if len(told) == len("20230918") else None  # a day in eight figures
    return day or _epoch(told) or any_moment(told)


def _epoch(told: str) -> datetime | None:
    """Give the moment of seconds or milliseconds since 1970; None where it is neither."""
    figures = told.partition(".")[0]
    if not figures.isascii() or not figures.isdigit() or len(figures) not in (9, 10, 12, 13):
        return None
    return datetime.fromtimestamp(int(figures) / (1 if len(figures) < 12 else 1000), UTC)
