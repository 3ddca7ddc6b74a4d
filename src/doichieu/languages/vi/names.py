"""Vietnamese lists and rules for names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from doichieu.languages.lists import rows, words
from doichieu.model import MentionType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES: dict[str, MentionType] = {
    **dict.fromkeys(("country", "capital", "city", "area", "district"), "GPE"),
    **dict.fromkeys(("region", "water", "site"), "LOC"),
    "storm": "EVENT",
    **dict.fromkeys(("agency", "world", "state", "house", "company", "party", "armed", "club", "head", "body"), "ORG"),
    **dict.fromkeys(("address", "office"), "PER"),
    **{kind: kind for kind in get_args(MentionType)},
}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_REALMS = ("Cộng hòa", "Vương quốc", "Liên bang")
_LINKS = frozenset({"và", "của", "về", "-"})
_MARKS = "\u0302\u0306\u031b"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MINISTRIES = ("Bộ", "Sở", "Phòng", "bộ", "sở", "phòng", "Ban", "Ty", "Vụ", "Cục")
_PLACES = (
    "names/places_world.txt",
    "names/places_vietnam.txt",
    "names/places.txt",
    "names/bodies.txt",
    "names/things.txt",
)


@dataclass(frozen=True, slots=True)
class VietnameseNameRules:
    """See ``contracts/names.py``."""

    def model(self) -> bytes:
        """Give the tagger trained by benchmarks/train_names.py."""
        return _model()

    def weighed(self) -> frozenset[str]:
        """Give the features that benchmarks/train_names.py found in the model."""
        return _weighed()

    def known(self) -> Mapping[str, str]:
        """Give the kind of the names in the lists, and ``head`` for words that open a body's name."""
        return _known()

    def before(self) -> Mapping[str, str]:
        """Give titles (``address``, ``office``) and kind words (a type)."""
        return _before()

    def traits(self) -> Mapping[str, tuple[str, ...]]:
        """Give clusters and name syllables."""
        return _traits()

    def spelling(self, word: str) -> str:
        """Give a word with its tone mark where the newer rule puts it: "hòa" for "hoà", "thủy" for "thuỷ"."""
        newer = _newer().get(word[-2:])
        return word if newer is None or word[:2].lower() == "qu" else word[:-2] + newer

    def is_native(self, word: str) -> bool:
        """Say whether a word has the build of a Vietnamese syllable."""
        return _SYLLABLE.fullmatch(word.lower()) is not None

    def type_of(self, kind: str) -> MentionType | None:
        """Give the type of names of a kind."""
        return _TYPES.get(kind)

    def canonical(self) -> Mapping[str, str]:
        """Give the first form of each row of the lists by its other forms."""
        return _canonical()

    def fold(self, form: str) -> str:
        """Give a form in lower case, the tone mark on one place (hoà, hòa), i for y, letters and digits only."""
        words = form.lower().replace(".", " ").split()
        plain = unicodedata.normalize("NFD", " ".join(_spelt_out(words)))
        tones = "".join(sign for sign in plain if sign in _TONES)
        letters = "".join(sign for sign in plain if sign not in _TONES and (sign.isalnum() or sign in _MARKS))
        return unicodedata.normalize("NFC", letters).replace("y", "i") + tones

    def is_family_name(self, word: str) -> bool:
        """Say whether a word is a Vietnamese family name."""
        return word in _families()

    def referring(self) -> Mapping[str, str]:
        """Give pronouns, demonstratives and the like."""
        return MappingProxyType({row[1]: row[0] for row in rows(__package__, "names/referring.txt")})

    def particles(self) -> frozenset[str]:
        """Give the particles of foreign names."""
        return _particles()

    def offices(self) -> Mapping[str, tuple[str, ...]]:
        """Give the offices that other words for them mean."""
        return MappingProxyType({row[0]: row[1:] for row in rows(__package__, "names/offices.txt")})


def _spelt_out(words: list[str]) -> Iterator[str]:
    short = _abbreviations()
    i = 0
    while i < len(words):
        for length in (3, 1):
            phrase = " ".join(words[i : i + length])
            if phrase in short:
                yield short[phrase]
                i += length
                break
        else:
            yield words[i]
            i += 1


@cache
def _abbreviations() -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in rows(__package__, "names/abbreviations.txt")})


@cache
def _model() -> bytes:
    """Kept for good: the tagger that is opened on these bytes reads them in place."""
    path = files(__package__).joinpath("data", "names", "model.crfsuite")
    return path.read_bytes() if path.is_file() else b""


@cache
def _newer() -> Mapping[str, str]:
    """Give the ends of words with their tone mark by the newer rule, by the same by the older one."""
    pairs = {row[0]: row[1] for row in rows(__package__, "names/tone_marks.txt")}
    return MappingProxyType(pairs | {old.upper(): new.upper() for old, new in pairs.items()})


@cache
def _weighed() -> frozenset[str]:
    return words(__package__, "names/features.txt")


@cache
def _particles() -> frozenset[str]:
    return words(__package__, "names/particles.txt")


@cache
def _families() -> frozenset[str]:
    return words(__package__, "names/family_names.txt")


@cache
def _known() -> Mapping[str, str]:
    known = {row[0]: "head" for row in rows(__package__, "names/heads.txt")}
    sectors = [row[0] for row in rows(__package__, "names/sectors.txt")]
    known |= dict.fromkeys(_department_names(), "body")
    known |= {f"{head} {sector}": "state" for head in _MINISTRIES for sector in sectors}
    known |= dict(_numbered())
    for name in _PLACES:
        known |= {form: row[0] for row in rows(__package__, name) for form in row[1:]}
    known |= dict.fromkeys([row[0] for row in rows(__package__, "names/no_names.txt")], "none")
    known |= {f"{front} {name}": "country" for name, kind in known.items() if kind == "country" for front in _REALMS}
    return MappingProxyType(known)


def _numbered() -> Iterator[tuple[str, str]]:
    """Give the names that are a kind word and a number, with their kind."""
    for kind, word, last in rows(__package__, "names/numbered.txt"):
        for number in range(1, int(last) + 1):
            yield f"{word} {number}", kind
            yield f"{word[0].upper()}{word[1:]} {number}", kind


def _department_names() -> Iterator[str]:
    """Give the names of bodies after what they are for, spelt with small and with capital letters."""
    for openers, purpose in rows(__package__, "names/departments.txt"):
        first, *rest = purpose.split()
        lower = [first[0].upper() + first[1:], *rest]
        each = [word[0].upper() + word[1:] if word not in _LINKS else word for word in (first, *rest)]
        for opener in openers.split(","):
            for spelt in (purpose, " ".join(lower), " ".join(each)):
                yield f"{opener} {spelt}"


@cache
def _before() -> Mapping[str, str]:
    kinds = {row[1].lower(): row[0] for row in rows(__package__, "names/kinds.txt")}
    return MappingProxyType(kinds | {row[1].lower(): row[0] for row in rows(__package__, "names/titles.txt")})


@cache
def _traits() -> Mapping[str, tuple[str, ...]]:
    clusters = {row[0]: _classes(row[1]) for row in rows(__package__, "names/clusters.txt")}
    traits = {RULES.spelling(word): list(its) for word, its in clusters.items()}
    traits |= {word: list(its) for word, its in clusters.items() if RULES.spelling(word) == word}
    for name, trait in (("family_names", "fam"), ("given_names", "giv"), ("foreign_given_names", "lat")):
        for row in rows(__package__, f"names/{name}.txt"):
            traits.setdefault(RULES.spelling(row[0]), []).append(trait)
    for row in rows(__package__, "names/body_words.txt"):
        traits.setdefault(row[0], []).append(f"is-{row[1]}")
    return MappingProxyType({word: tuple(its) for word, its in traits.items()})


@cache
def _classes(way: str) -> tuple[str, ...]:
    """Give the classes of a word, from coarse to fine, by its way from the root of their tree."""
    return tuple(dict.fromkeys((f"c{way[:4]}", f"c{way[:6]}", f"c{way[:10]}", f"c{way}")))


@cache
def _canonical() -> Mapping[str, str]:
    forms = {form: row[1] for name in _PLACES for row in rows(__package__, name) for form in row[2:]}
    return MappingProxyType(forms)


RULES = VietnameseNameRules()
