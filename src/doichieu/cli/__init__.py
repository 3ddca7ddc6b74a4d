"""The command line: one module a group of commands, listed in ``commands.py``."""

from doichieu.cli.running import main

__all__ = ["main"]
