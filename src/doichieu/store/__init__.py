"""store: the library of articles, readings and stories: SQLite by default, PostgreSQL."""

from doichieu.store.failures import StoreError
from doichieu.store.store import Store, open_store

__all__ = ["Store", "StoreError", "open_store"]
