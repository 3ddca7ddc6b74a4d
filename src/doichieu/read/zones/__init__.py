"""The zones layer: what is report text and what is not."""

from doichieu.read.zones.layer import add_zones

__all__ = ["add_zones"]
