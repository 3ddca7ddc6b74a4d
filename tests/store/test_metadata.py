"""Fields of an article without a column come back too, whatever fields there will be."""

from dataclasses import dataclass
from datetime import UTC, datetime

from doichieu.model import Because
from doichieu.store.metadata import more_of, with_more


@dataclass(frozen=True, slots=True, kw_only=True)
class Richer:
    """An article of a later version."""

    id: str
    text: str
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Poorer:
    """An article of an earlier version."""

    id: str
    authors: tuple[str, ...] = ()


RICH = Richer(
    id="a", text="b", updated=datetime(2031, 5, 1, tzinfo=UTC), authors=("Vũ\0",), because=(Because("as {0}", ("x",)),)
)


def test_fields_without_a_column_come_back() -> None:
    assert with_more(Richer(id="a", text="b"), more_of(RICH)) == RICH


def test_fields_that_are_no_longer_there_are_passed_over() -> None:
    assert with_more(Poorer(id="a"), more_of(RICH)) == Poorer(id="a", authors=("Vũ\0",))


def test_what_was_kept_without_any_has_none() -> None:
    assert with_more(Richer(id="a", text="b"), "") == Richer(id="a", text="b")
