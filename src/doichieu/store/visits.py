"""Visits: which addresses were fetched when, so that servers are asked no more than needed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from doichieu.settings import Validators
from doichieu.store.database import Database


class Visits:
    """The addresses whose pages a library has taken."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Validators]:
        """Give what is known of each address."""
        rows = self._database.rows("SELECT address, etag, modified, at FROM visits")
        return {
            address: Validators(etag=etag, modified=modified, at=datetime.fromisoformat(at))
            for address, etag, modified, at in rows
        }

    def put(self, visits: Mapping[str, Validators]) -> None:
        """Keep visits, in the place of earlier ones; those without a time are left out."""
        for address, one in visits.items():
            if one.at is not None:
                self._database.run(
                    "INSERT INTO visits (address, etag, modified, at) VALUES (?, ?, ?, ?) ON CONFLICT (address)"
                    " DO UPDATE SET etag = excluded.etag, modified = excluded.modified, at = excluded.at",
                    (address, one.etag, one.modified, one.at.isoformat()),
                )
