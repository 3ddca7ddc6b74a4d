"""Timeline: happenings by day."""

from doichieu.compare.timeline.choosing import make_timeline

__all__ = ["make_timeline"]
