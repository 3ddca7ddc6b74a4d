"""gather: whatever people have, as articles."""

from doichieu.gather.fields import FIELDS
from doichieu.gather.moments import moment
from doichieu.gather.sources import gather, gather_pile

__all__ = ["FIELDS", "gather", "gather_pile", "moment"]
