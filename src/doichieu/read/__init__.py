"""read: an article and its notes. Pure, deterministic, one article at a time."""

from doichieu.read.reader import read

__all__ = ["read"]
