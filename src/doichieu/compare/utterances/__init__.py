"""Utterances: statements that report the same words."""

from doichieu.compare.utterances.joining import join_statements

__all__ = ["join_statements"]
