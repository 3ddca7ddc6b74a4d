"""Moments as files write them: ISO 8601 to an aware datetime."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

HOME = timezone(timedelta(hours=7))
"""The zone of a time that names none: Indochina time, which has no summer time."""


def moment(told: str) -> datetime | None:
    """Give the aware datetime that an ISO 8601 text means, None where it is none.

    >>> moment("2013-10-23T11:39").isoformat()
    '2013-10-23T11:39:00+07:00'
    """
    try:
        value = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return value if value.tzinfo else value.replace(tzinfo=HOME)
