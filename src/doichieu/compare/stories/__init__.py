"""Stories: which articles tell of the same thing."""

from doichieu.compare.stories.grouping import Group, group_stories

__all__ = ["Group", "group_stories"]
