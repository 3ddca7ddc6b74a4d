"""Vietnamese lists for gather."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from doichieu.languages.contracts.gather import OutletName
from doichieu.languages.lists import rows, words


@dataclass(frozen=True, slots=True)
class VietnameseGatherRules:
    """See ``contracts/gather.py``."""

    def outlet(self, domain: str) -> OutletName | None:
        """Give the outlet at ``sport.vnexpress.net`` as that of ``vnexpress.net``, unless the longer name is listed."""
        table = _outlets()
        labels = domain.lower().strip(".").split(".")
        names = (table.get(".".join(labels[start:])) for start in range(len(labels) - 1))
        return next((name for name in names if name), None)

    def columns(self) -> Mapping[str, str]:
        """Give the names that Vietnamese tables use."""
        return _columns()

    def teasers(self) -> tuple[str, ...]:
        """Give "Xem thêm" and the like, from the list of the zones layer."""
        return _cues("teaser")

    def endings(self) -> frozenset[str]:
        """Give "ý kiến bạn đọc" and the like."""
        return _endings()

    def bylines(self) -> tuple[str, ...]:
        """Give "Tác giả" and the like, from the list of the zones layer."""
        return _cues("author")


@cache
def _outlets() -> dict[str, OutletName]:
    return {
        domain: OutletName(masthead, short)
        for masthead, short, domains in rows(__package__, "gather/outlets.txt")
        for domain in domains.split()
    }


@cache
def _columns() -> dict[str, str]:
    return {name: field for name, field in rows(__package__, "gather/columns.txt")}  # noqa: C416 - rows are of any length


@cache
def _endings() -> frozenset[str]:
    return frozenset(line.casefold() for line in words(__package__, "gather/endings.txt"))


@cache
def _cues(kind: str) -> tuple[str, ...]:
    found = {row[0] for row in rows(__package__, "zones/cues.txt") if row[1] == kind}
    return tuple(sorted(found, key=lambda cue: (-len(cue), cue)))


RULES = VietnameseGatherRules()
