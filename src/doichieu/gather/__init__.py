"""gather: whatever people have, as articles."""

from doichieu.gather.sources import gather

__all__ = ["gather"]
