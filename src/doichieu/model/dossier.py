"""Dossier: what is shown. The result of one run over a pile of articles."""

from __future__ import annotations

from dataclasses import dataclass

from doichieu.model.because import Because
from doichieu.model.story import Evidence, Story

FORMAT = "doichieu/1"
"""Version of every file written; the number grows when a reader of the old form would misread the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence of a summary with the words it rests on."""

    text: str
    evidence: tuple[Evidence, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story with its headline, its gist in one sentence, and its summary."""

    story: Story
    headline: SummarySentence
    gist: SummarySentence
    summary: tuple[SummarySentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be used, and why."""

    source: str
    """The path, address or article id."""
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The stories told from one pile of articles, the largest first, and what could not be used."""

    stories: tuple[ToldStory, ...]
    problems: tuple[Problem, ...] = ()
