"""Stores of each kind, opened."""

from collections.abc import Iterator

import pytest

from doichieu.store import Store, open_store
from stores import place, postgres

__all__ = ["place", "postgres", "store"]


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, new=True) as opened:
        yield opened
