"""What can go wrong with a library, each as the one line that a person reads."""

from __future__ import annotations

from doichieu.errors import DoichieuError


class StoreError(DoichieuError):
    """A library that cannot be opened, read or written, and what to do about it."""


class FullError(StoreError):
    """No room left: what was being written is not kept, what was there before is."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: no room left to write; all that was added before is kept: make room and run it again"
        )


class BusyError(StoreError):
    """Another program holds the library."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place}: another program is writing to it for too long: try again when that has ended")
