"""Metadata: what a page says of its article in <meta>, links and marked elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from doichieu.gather.addresses import address_key, cleaned, domain_of, joined
from doichieu.gather.pages.walking import text_of
from doichieu.languages.registry import packs
from doichieu.model import Because

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from doichieu.gather.pages.linked_data import LinkedData
    from doichieu.gather.pages.markup import Parts

MOST = 30
"""Authors, tags and captions of one article: more is a list of the site."""
_NAME_LENGTH = range(2, 60)
_SPLIT = re.compile(r"\s*[;,|]\s*|\s+[-–]\s+")


class Meta:
    """The <meta> elements of a page, by name or property in small letters."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree
        self._values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = " ".join((element.get("content") or "").split())
            if name and content:
                self._values.setdefault(name.strip().lower(), []).append(content)

    def get(self, *names: str) -> str:
        """Give the first value of the first name that has one."""
        return next((self._values[name][0] for name in names if name in self._values), "")

    def all(self, *names: str) -> Iterator[str]:
        """Give all values of names."""
        return (value for name in names for value in self._values.get(name, ()))


def title_of(tree: HtmlElement, meta: Meta, linked: LinkedData) -> tuple[str, tuple[Because, ...]]:
    """Give the headline: as it stands over the report, else as the metadata tell it."""
    told = linked.headline or meta.get("og:title", "twitter:title")
    heads = [text for element in list(tree.iter("h1"))[:10] if (text := text_of(element))]
    if not heads:
        return told or _without_site(_page_title(tree)), ()
    title = next((head for head in heads if told and _alike(head, told)), heads[0])
    if told and not _alike(title, told):
        if len(heads) > 1 or len(title) < 15 or _is_named_below(tree, told) or _alike(title, meta.get("og:site_name")):
            return told, ()
        return title, (Because("title: the page's headline is taken, its metadata tell “{0}”", (told[:200],)),)
    return title, ()


def site_in_title(tree: HtmlElement, title: str) -> str:
    """Give the site's name where the page's title is the headline with it behind a stroke, "" elsewhere."""
    whole = _page_title(tree)
    rest = whole.removeprefix(title).strip() if title and whole.startswith(title) else ""
    name = rest.lstrip("-–—| ")
    return name if name != rest and len(name) in _NAME_LENGTH else ""


def _is_named_below(tree: HtmlElement, told: str) -> bool:
    """Say whether a title stands in a lower heading: the first one is the site's name then."""
    return any(text_of(head) == told for head in list(tree.iter("h2", "h3"))[:20])


def _without_site(title: str) -> str:
    """Give a page's title without the site's name at its end: few words behind a stroke, with a headline before it."""
    parts = re.split(r"\s[|–—-]\s", title)
    head = title[: title.rfind(parts[-1])].rstrip(" |–—-")
    return head if len(parts) > 1 and len(head) >= 20 and len(parts[-1].split()) <= 5 else title


def _page_title(tree: HtmlElement) -> str:
    found = next(iter(tree.iter("title")), None)
    return " ".join((found.text_content() if found is not None else "").split())


def _alike(one: str, other: str) -> bool:
    """Say whether one title stands in the other (outlets add their name), whatever case and punctuation."""
    first, second = ("".join(filter(str.isalnum, text.casefold())) for text in (one, other))
    return bool(first and second) and (first in second or second in first)


def outlet_of(address: str, meta: Meta, linked: LinkedData, site: str = "") -> tuple[str, tuple[Because, ...]]:
    """Give the outlet: by the list for its domain, else as the page names it, else its domain."""
    domain = domain_of(address)
    told = meta.get("og:site_name", "application-name") or linked.publisher or site
    named = next((name for pack in packs() if domain and (name := pack.gather.outlet(domain))), None)
    if named is None:
        return told or domain, ()
    known = {named.short.casefold(), named.masthead.casefold()}
    if told and told.casefold() not in known and not any(_alike(told, name) for name in (*known, domain)):
        return named.short, (Because("outlet: named after its address {0}, the page tells “{1}”", (domain, told)),)
    return named.short, ()


def address_of(tree: HtmlElement, meta: Meta, linked: LinkedData, given: str) -> tuple[str, tuple[Because, ...]]:
    """Give the article's own address: the canonical one where it is of the same site as the one given."""
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    told = next((text for text in (*links, meta.get("og:url"), linked.address) if text), "")
    address = cleaned(joined(given, told)) if told else ""
    if not address:
        return cleaned(given), ()
    if given and _is_front(address) and not _is_front(given):
        return cleaned(given), ()
    if given and domain_of(given) != domain_of(address):
        template = "address: the page's own ({0}) is of another site and not taken"
        return cleaned(given), (Because(template, (address,)),)
    return address, ()


def _is_front(address: str) -> bool:
    return address_key(address) is None


def authors_of(parts: Parts, meta: Meta, linked: LinkedData, *, outlet: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give who wrote the article: as metadata tell it, else as the page shows it, else by the line below the text."""
    told: Iterable[str] = linked.authors or tuple(meta.all("author", "article:author", "dc.creator"))
    marked = ([text_of(part.element)] for part in parts.get("author", ())[:10])
    for texts in (told, *marked):
        found = tuple(_names(texts, outlet))
        if found:
            return found
    return tuple(_names(_introduced(meta.tree) or _signed(lines), outlet))


def _introduced(tree: HtmlElement) -> list[str]:
    """Give the name behind words that introduce an author, as "Tác giả: …", in an element of its own."""
    cues = tuple(f"{cue}:" for pack in packs() for cue in pack.gather.bylines())
    for element in tree.iter("p", "span", "div", "li", "em", "strong", "b", "i"):
        text = (element.text or "").strip() if len(element) == 0 else ""
        if text.startswith(cues) and len(text) in _NAME_LENGTH:
            name = text.partition(":")[2].strip()
            if _is_name(name):
                return [name]
    return []


def _signed(lines: tuple[str, ...]) -> list[str]:
    """Give the last line where it is a name: two to five words, each with a capital, and nothing else."""
    last = lines[-1].strip("() ") if lines else ""
    return [last] if _is_name(last) and not _is_source(last) else []


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)


def _is_source(line: str) -> bool:
    """Say whether a line names where a text is from: "Theo AFP", or a medium alone."""
    opened = any(line.casefold().startswith(f"{cue} ") for pack in packs() for cue in pack.zones.cues("from"))
    return opened or any(line in pack.zones.outlets for pack in packs())


def _names(told: Iterable[str], outlet: str) -> Iterator[str]:
    cues = tuple(cue for pack in packs() for cue in pack.gather.bylines())
    seen: set[str] = set()
    for text in told:
        for part in _SPLIT.split(text):
            name = _bare(part, cues)
            bare = "".join(filter(str.isalnum, name.casefold()))
            site = "".join(filter(str.isalnum, outlet.casefold()))
            if len(name) in _NAME_LENGTH and not _is_site(name, bare, site) and bare not in seen and len(seen) < MOST:
                seen.add(bare)
                yield name


def _bare(part: str, cues: tuple[str, ...]) -> str:
    name = part.strip(" .:()[]")
    cue = next((cue for cue in cues if name.startswith((f"{cue}:", f"{cue} "))), "")
    return name.removeprefix(cue).strip(" :.")


def _is_site(name: str, bare: str, site: str) -> bool:
    """Say whether a name is the outlet's, an address or a number instead of a person's."""
    if "/" in name or "@" in name or re.search(r"\.\w{2,4}$", name) or not any(map(str.isalpha, name)):
        return True
    return bool(site) and (bare == site or (len(bare) > 3 and (bare in site or site in bare)))


def tags_of(parts: Parts, meta: Meta, linked: LinkedData) -> tuple[str, ...]:
    """Give the topics of an article: tags of its own, else its keywords."""
    links = (" ".join(a.text_content().split()) for part in parts.get("tags", ())[:40] for a in part.element.iter("a"))
    keywords = (meta.get("news_keywords", "keywords"),)
    for found in (tuple(meta.all("article:tag")), tuple(links), linked.keywords, keywords):
        words = (word.strip(" #") for text in found for word in text.split(","))
        kept = dict.fromkeys(word for word in words if len(word) in _NAME_LENGTH)
        if kept:
            return tuple(kept)[:MOST]
    return ()


def description_of(meta: Meta) -> str:
    """Give the page's description, which is often the lead."""
    return meta.get("og:description", "description")
