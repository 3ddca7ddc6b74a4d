"""Fetching: pages from the network, politely and safely."""

from doichieu.gather.fetch.errors import FetchError
from doichieu.gather.fetch.fetcher import Fetched, Fetcher

__all__ = ["FetchError", "Fetched", "Fetcher"]
