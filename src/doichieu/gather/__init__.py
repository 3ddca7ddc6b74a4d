"""gather: whatever people have, as articles."""

from doichieu.gather.sources import gather, gather_pile

__all__ = ["gather", "gather_pile"]
