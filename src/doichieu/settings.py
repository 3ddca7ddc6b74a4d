"""Settings of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol


def cores() -> int:
    """Give the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of a page's version (RFC 9110): sent back, so that it sends the page only if it changed."""

    etag: str | None = None
    modified: str | None = None
    """``Last-Modified``, to the letter."""
    at: datetime | None = None
    """When it was last asked for (aware)."""


class Memory(Protocol):
    """Remembers validators from run to run. ``keep`` is called only when what the page held was taken by the caller."""

    def recall(self, address: str) -> Validators | None:
        """Give what was kept for an address, None where nothing was."""

    def keep(self, address: str, validators: Validators) -> None:
        """Keep what a server said for an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How pages are fetched. Times are in seconds, sizes in bytes (unpacked)."""

    delay: float = 1.0
    """Between the end of one request and the next to the same host; a longer ``Crawl-delay`` counts, up to 30."""
    wait: float = 20.0
    """The longest wait for a connection or for the next bytes."""
    longest: float = 60.0
    """The longest that one request may take in all."""
    largest: int = 10 << 20
    redirects: int = 5
    tries: int = 3
    """How often a page is asked for where the server is busy or the connection breaks."""
    hosts: int = 4
    """How many hosts are asked at the same time, each by one connection."""
    robots: bool = True
    private: bool = False
    """Also fetch from this machine and the local network: for tests, and for nothing that a stranger can name."""
    again: timedelta = timedelta(days=1)
    """A page that a feed or sitemap names is not asked for again sooner, unless they say that it was updated."""
    agent: str = "doichieu/0.1 (news comparison; respects robots.txt)"
    memory: Memory | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GatherSettings:
    """How sources are gathered."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Names of our fields to the columns of tables and the keys of JSON that hold them; the others are guessed."""
    fetch: bool = False
    """Fetch the pages that feeds, sitemaps and lists in files name. Those named by an address are always fetched."""
    pages: int = 200
    """The most pages that are fetched for one feed or sitemap, the newest first."""
    since: datetime | None = None
    """Leave out what feeds and sitemaps date before this (aware)."""
    fetching: FetchSettings = field(default_factory=FetchSettings)
    notice: Callable[[str], None] | None = None
    """Called with what a person may want to see and no problem is: guessed columns, pages that did not change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person can choose. No choice changes what is found in an article."""

    jobs: int = 1
    """How many processes read; the command line takes one on each core. Above 1 a script needs Python's main guard."""
    gathering: GatherSettings = field(default_factory=GatherSettings)
    length: int | None = None
    """About how many syllables a summary has; as long as people make them (180) where None."""
