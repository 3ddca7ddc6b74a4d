"""The statements layer: who said what."""

from doichieu.read.statements.layer import add_statements

__all__ = ["add_statements"]
