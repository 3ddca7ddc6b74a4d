"""engines: where reading runs."""

from doichieu.engines.processes import read_all

__all__ = ["read_all"]
