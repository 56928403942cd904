"""When a new time counts as a move: for who comes, ten minutes later is the same appointment."""

from datetime import datetime, timedelta

_AN_HOUR = timedelta(hours=1)


def is_move(before: datetime, after: datetime) -> bool:
    """Tell whether the appointment went to another day, or an hour or more away."""
    return before.date() != after.date() or abs(after - before) >= _AN_HOUR
