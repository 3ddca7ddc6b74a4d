"""Phrases: what the interface says, in each of its languages.

A phrase is known by its English template (``{0} articles``), a term by its kind and the model's word
(``told/left out``). The files beside this module hold both; a phrase that a file lacks is said in English.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doichieu.model import Because

LANGUAGES = ("vi", "en")
_SLOT = re.compile(r"\{(\d{1,2})\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of the interface in one language."""

    language: str
    phrases: Mapping[str, str]
    terms: Mapping[str, str]
    calendar: Mapping[str, str]
    months: tuple[str, ...]
    thousands: str
    decimal: str

    def say(self, template: str, *values: object) -> str:
        """Give the phrase with its values.

        Slots are filled here and not by ``str.format``, since a template may come out of somebody's file.
        """
        texts = tuple(map(str, values))
        return _SLOT.sub(lambda slot: _value(slot, texts), self.phrases.get(template, template))

    def count(self, number: int, one: str, many: str) -> str:
        """Give the phrase for a number of things: ``one`` where it is 1, else ``many``."""
        return self.say(one if number == 1 else many, self.number(number))

    def term(self, kind: str, word: str) -> str:
        """Give a word of the model (a relation, a type of name …) as people say it."""
        return self.terms.get(f"{kind}/{word}", word)

    def number(self, value: float) -> str:
        """Give a number as it is written, at most three decimals: 3.600 or 3,600."""
        digits = f"{value:,.3f}".rstrip("0").rstrip(".")
        return digits.translate({ord(","): self.thousands, ord("."): self.decimal})

    def because(self, because: Because, show: Callable[[str], str] = str) -> str:
        """Give a reason in words; ``show`` gives each value as it is to be read."""
        return self.say(because.template, *map(show, because.values))


def _value(slot: re.Match[str], values: tuple[str, ...]) -> str:
    place = int(slot[1])
    return values[place] if place < len(values) else slot[0]


@cache
def phrases_of(language: str) -> Phrases:
    """Give the phrases of an interface language.

    Raises DoichieuError where there are none.
    """
    if language not in LANGUAGES:
        raise DoichieuError(f"no interface in the language {language!r}: choose one of {', '.join(LANGUAGES)}")
    table = tomllib.loads(files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8"))
    return Phrases(
        language=language,
        phrases=table["phrases"] | table["reasons"],
        terms=table["terms"],
        calendar=table["calendar"],
        months=tuple(table["months"]["names"]),
        thousands=table["numbers"]["thousands"],
        decimal=table["numbers"]["decimal"],
    )
