"""What goes wrong when a page is fetched."""

from __future__ import annotations

from doichieu.errors import DoichieuError


class FetchError(DoichieuError):
    """A page that cannot or must not be fetched; the text says why."""


class BusyError(FetchError):
    """Fetching failed in a way that may pass: the server is busy, or the connection broke."""

    def __init__(self, message: str, *, wait: float | None = None) -> None:
        self.wait = wait
        """Seconds that the server asks to wait, None where it asks nothing."""
        super().__init__(message)
