"""Reuse: passages of one article that stand in another, and independent origins."""

from doichieu.compare.reuse.finding import find_reuse

__all__ = ["find_reuse"]
