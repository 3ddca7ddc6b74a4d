"""Because: a reason in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Because:
    """A reason in words: an English template and the values for its ``{0}``, ``{1}``.

    ``doichieu.tell.phrases`` holds each template in the languages of the interface.

    >>> str(Because("same words ({0})", ("0.93",)))
    'same words (0.93)'
    """

    template: str
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.template.format(*self.values)
