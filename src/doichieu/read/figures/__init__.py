"""The figures layer: how many, how much."""

from doichieu.read.figures.layer import add_figures

__all__ = ["add_figures"]
