"""Settings of a run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field


def cores() -> int:
    """Give the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person can choose. No choice changes what is found."""

    jobs: int = field(default_factory=cores)
    """How many processes read."""
