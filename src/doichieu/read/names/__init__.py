"""The names layer: who and what is named, and who is meant."""

from doichieu.read.names.layer import add_mentions

__all__ = ["add_mentions"]
