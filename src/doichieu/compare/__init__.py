"""compare: readings into stories, many accounts laid side by side."""

from doichieu.compare.comparison import compare

__all__ = ["compare"]
