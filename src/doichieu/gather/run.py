"""Run: what the gatherers of one run share, and what they are given to read."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from doichieu.settings import GatherSettings

if TYPE_CHECKING:
    from pathlib import Path

    from doichieu.gather.fetch import Fetcher


@dataclass(slots=True)
class Run:
    """One run: its settings, and the fetcher, made when the first address is met."""

    settings: GatherSettings = field(default_factory=GatherSettings)
    fetcher_made: Fetcher | None = None

    @property
    def fetcher(self) -> Fetcher:
        """The run's fetcher."""
        if self.fetcher_made is None:
            from doichieu.gather.fetch import Fetcher  # noqa: PLC0415 - loaded only where something is fetched

            self.fetcher_made = Fetcher(self.settings.fetching)
        return self.fetcher_made

    def tell(self, notice: str) -> None:
        """Tell a person something that is no problem."""
        if self.settings.notice:
            self.settings.notice(notice)

    def close(self) -> None:
        """Close what is open."""
        if self.fetcher_made:
            self.fetcher_made.close()


@dataclass(slots=True)
class Budget:
    """Pages that may still be fetched."""

    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Bytes to be read, and what is known of them."""

    source: str
    """The path, address or place in an archive, as problems name it."""
    ident: str
    """The id of the article, if they are one."""
    suffix: str
    """The last ending of the name with its stop, in small letters; "" where there is none."""
    stream: io.BufferedReader
    path: Path | None = None
    """The file, where they are one."""
    named: bool = False
    """Whether a person named just this file, or gave it as standard input."""
    address: str = ""
    """Where they were fetched from, "" elsewhere."""
    charset: str = ""
    """The encoding that the server told, "" elsewhere."""
    depth: int = 0
    """In how many archives they lie."""
    hops: int = 0
    """How many listings led here from what a person named."""
    budget: Budget | None = None
    """How many pages may still be fetched for the listing that led here; None where none did."""

    def inside(self, name: str, stem: str, suffix: str, stream: io.BufferedReader) -> Content:
        """Give something that lies in this one."""
        source = f"{self.source}: {name}" if name else self.source
        return replace(
            self, source=source, ident=stem, suffix=suffix, stream=stream, path=None, named=False, depth=self.depth + 1
        )
