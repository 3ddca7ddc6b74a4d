"""Folding: one form for all ways to write a word, with its marks and without, for an index and for what is looked for.

Databases fold no "đ" and know nothing of the two places of a tone mark, so it is done here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from doichieu.errors import DoichieuError
from doichieu.languages.ngrams import spans_of_words
from doichieu.languages.registry import packs
from doichieu.model import Span
from doichieu.store.database import FIELDS, Field, Phrase, Query

BREAK = "0x0"
"""Stands between two statements or names in an index, so that no phrase runs from one into the next."""
MOST = 32
"""Words that are looked for at once."""
_PART = re.compile(r'(-?)(?:"([^"]*)"?|“([^”]*)”?|([^\s"“]+))(\*?)')
_NAMED_LETTER = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH ")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Give the one form of a word, in small letters, its marks where the language packs put them.

    >>> fold("HOÀ") == fold("hòa")
    True
    """
    word = unicodedata.normalize("NFC", word)
    for pack in packs():
        word = pack.compare.fold(word)
    return word.casefold()


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """Give a folded word without any marks.

    >>> bare("café"), bare("øre")
    ('cafe', 'ore')
    """
    letters = (one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    return "".join(one if one.isascii() else _plain(one) for one in letters)


def _plain(letter: str) -> str:
    """Give the letter under a stroke, which Unicode takes for a part of it."""
    match = _NAMED_LETTER.match(unicodedata.name(letter, ""))
    return match[1].lower() if match else letter


def folded_words(text: str) -> list[tuple[str, Span]]:
    """Give the folded words of a text with where they stand. A number with points is several words, as in the index."""
    found = []
    for span in spans_of_words(text):
        word = span.of(text)
        if word[0].isdigit():
            found += [
                (part[0], Span(span.start + part.start(), span.start + part.end()))
                for part in re.finditer(r"\d+", word)
            ]
        else:
            found.append((fold(word), span))
    return found


def parse(asked: str, fields: tuple[Field, ...] = FIELDS) -> Query:
    """Give the query that somebody typed: words, "phrases", beginnings*, -without.

    Marks count as soon as one word has some. Raises DoichieuError where there is nothing to look for.

    >>> [(len(phrase.words), phrase.prefix) for phrase in parse('"Đà Nẵng" mưa*').phrases]
    [(2, False), (1, True)]
    """
    found = []
    for match in _PART.finditer(asked):
        words = tuple(word for word, _ in folded_words(match[2] or match[3] or match[4] or ""))
        if words:
            prefix = bool(match[5]) or (match[4] or "").endswith("*")
            found.append(Phrase(words, prefix=prefix, without=bool(match[1])))
    if all(phrase.without for phrase in found):
        raise DoichieuError(f'nothing to look for in "{asked}": give words, "a phrase" or the beginning of a word*')
    if sum(len(phrase.words) for phrase in found) > MOST:
        raise DoichieuError(f"more than {MOST} words to look for: give fewer")
    marked = any(word != bare(word) for phrase in found for word in phrase.words)
    return Query(phrases=tuple(found), fields=fields, marked=marked)


def places(text: str, query: Query) -> list[Span]:
    """Give where a text holds what is looked for, in its order."""
    words = folded_words(text)
    keys = [word if query.marked else bare(word) for word, _ in words]
    found = [
        Span(words[at][1].start, words[at + len(phrase.words) - 1][1].end)
        for phrase in query.phrases
        if not phrase.without
        for at in range(len(keys) - len(phrase.words) + 1)
        if _stands(keys, at, phrase)
    ]
    return sorted(set(found))


def _stands(keys: list[str], at: int, phrase: Phrase) -> bool:
    last = len(phrase.words) - 1
    return all(
        keys[at + place].startswith(word) if phrase.prefix and place == last else keys[at + place] == word
        for place, word in enumerate(phrase.words)
    )
