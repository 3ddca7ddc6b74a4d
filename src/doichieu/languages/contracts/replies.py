"""What finding replies needs of a language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from doichieu.model.story import ReplyHow


ReplyWord = Literal["charge", "request", "refusal", "too", "contrary", "topic", "taken"]


class ReplyCue(NamedTuple):
    """Words that show that a statement answers another one."""

    start: int
    end: int
    how: ReplyHow
    strong: bool
    """Whether they say so by themselves; weak ones need the other remark to be named, or the same content."""
