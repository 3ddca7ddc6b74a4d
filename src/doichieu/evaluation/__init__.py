"""evaluation: how right a dossier is, against stories annotated by hand (docs/quality.md)."""

from doichieu.evaluation.gold import GoldStory, read_gold
from doichieu.evaluation.score import Row, evaluate

__all__ = ["GoldStory", "Row", "evaluate", "read_gold"]
