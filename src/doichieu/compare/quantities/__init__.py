"""Quantities: figures that give the same number, and whether they agree."""

from doichieu.compare.quantities.joining import join_figures

__all__ = ["join_figures"]
