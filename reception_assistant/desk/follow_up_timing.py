"""The moments of follow-ups: what is of today, when to try again, and a key pressed twice."""

from datetime import datetime, timedelta

from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.desk.working_days import working_days
from reception_assistant.follow_ups.follow_up import Attempt, FollowUp, Reached
from reception_assistant.follow_ups.next_try import TryRule, next_try
from reception_assistant.settings.catalogue import (
    CALLS_FROM,
    CALLS_UNTIL,
    HOURS_BETWEEN,
    TRIES_A_DAY,
    Settings,
)
from reception_assistant.store.follow_up_lines import Bounds

_NOTHING_CHOSEN = Settings({})
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_TWICE = timedelta(minutes=1)
"""The same attempt again within this time is a key pressed twice."""


def bounds(here: PracticeTime) -> Bounds:
    """Return the moments between which something is of today."""
    now = here.now()
    minute = now.replace(second=0, microsecond=0)
    over = minute + _MINUTE if now > minute else minute
    tomorrow = datetime.combine(now.date() + _DAY, datetime.min.time())
    return Bounds(
        here.to_utc(over.isoformat()),
        here.to_utc(tomorrow.isoformat()),
        tomorrow.isoformat(timespec="minutes"),
    )


def try_rule(settings: Settings) -> TryRule:
    """Return how this practice tries again."""
    return TryRule(
        hours=settings.number(HOURS_BETWEEN),
        times_a_day=settings.number(TRIES_A_DAY),
        opens=settings.time(CALLS_FROM),
        closes=settings.time(CALLS_UNTIL),
    )


def planned(
    found: FollowUp, reached: Reached, here: PracticeTime, chosen: Settings = _NOTHING_CHOSEN
) -> str:
    """Return from when the practice tries again when an attempt goes so now, by what it chose."""
    now = here.now()
    tried = (here.from_utc(each.at_utc).date() for each in found.attempts)
    today = 1 + sum(day == now.date() for day in tried)
    moment = next_try(reached, now, today, try_rule(chosen), working_days(chosen))
    return moment.isoformat(timespec="minutes")


def is_repeated(found: FollowUp, attempt: Attempt) -> bool:
    """Tell whether this attempt was kept just now: the key was pressed twice."""
    if not found.attempts:
        return False
    last = found.attempts[-1]
    ago = datetime.fromisoformat(attempt.at_utc) - datetime.fromisoformat(last.at_utc)
    same = (last.employee_id, last.reached, last.note) == (
        attempt.employee_id,
        attempt.reached,
        attempt.note,
    )
    return same and ago < _TWICE
