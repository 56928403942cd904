"""When to try again who was not reached: the practice's own rule, as data."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from reception_assistant.follow_ups.follow_up import Reached

_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_SATURDAY = 5
_LOOK_AHEAD = 60
"""A practice that is closed for longer than this many days tries on the first of them."""

IsWorkingDay = Callable[[date], bool]
_SAME_DAY = frozenset({Reached.NOT_REACHED})
"""After all else the other one has heard of us: then it is their turn until the next day."""


class TryRule(NamedTuple):
    """How the practice tries again.

    `hours` lie between two attempts, `times_a_day` is how often it tries on one day; from
    `opens` until `closes` somebody may be called.
    """

    hours: int = 2
    times_a_day: int = 3
    opens: time = time(9)
    closes: time = time(17)


USUAL = TryRule()


def weekday(day: date) -> bool:
    """Tell whether `day` is no Saturday or Sunday."""
    return day.weekday() < _SATURDAY


def next_try(
    reached: Reached,
    now: datetime,
    tried_today: int = 1,
    rule: TryRule = USUAL,
    is_working_day: IsWorkingDay = weekday,
) -> datetime:
    """Return from when it makes sense to try again, in wall time and on the quarter.

    `tried_today` counts the attempt that was just made. Not reached: some hours later on the same
    day; a message was left or there was a talk: the next working day, when the practice opens.
    """
    today = now.date()
    if reached in _SAME_DAY and tried_today < rule.times_a_day and is_working_day(today):
        opens = datetime.combine(today, rule.opens)
        later = max(opens, _on_the_quarter(now + timedelta(hours=rule.hours)))
        if later < datetime.combine(today, rule.closes):
            return later
    return datetime.combine(next_working_day(today, is_working_day), rule.opens)


def next_working_day(day: date, is_working_day: IsWorkingDay = weekday) -> date:
    """Return the first working day after `day`."""
    following = day + _DAY
    for ahead in range(_LOOK_AHEAD):
        if is_working_day(following + ahead * _DAY):
            return following + ahead * _DAY
    return following


def _on_the_quarter(moment: datetime) -> datetime:
    """Return `moment`, or the first quarter of an hour after it."""
    past = timedelta(minutes=moment.minute % 15, seconds=moment.second)
    past += timedelta(microseconds=moment.microsecond)
    return moment - past + (_QUARTER if past else timedelta())
