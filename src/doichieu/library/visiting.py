"""Visiting: a library's memory of the pages it fetched, kept only after what they held was kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.settings import GatherSettings, Validators

if TYPE_CHECKING:
    from doichieu.store import Store


class Visited:
    """What fetching recalls (from any thread) and what it has to keep, until the library has kept the articles."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = store.visits.all()
        self._new: dict[str, Validators] = {}

    def recall(self, address: str) -> Validators | None:
        """Give what was kept for an address."""
        return self._new.get(address) or self._known.get(address)

    def keep(self, address: str, validators: Validators) -> None:
        """Note a visit; ``settle`` keeps it."""
        self._new[address] = validators

    def settle(self) -> None:
        """Keep the visits noted, now that their articles are kept."""
        if self._new:
            with self._store.writing():
                self._store.visits.put(self._new)


def visiting(source: str, gathering: GatherSettings, store: Store) -> tuple[GatherSettings, Visited | None]:
    """Give the settings under which a source is gathered, with the library's memory where pages may be fetched."""
    if "://" not in source and source != "-" and not gathering.fetch:
        return gathering, None
    memory = Visited(store)
    return replace(gathering, fetching=replace(gathering.fetching, memory=memory)), memory
