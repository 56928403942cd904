"""Which days this practice works on: as it chose."""

from functools import partial

from reception_assistant.complaints.terms import IsWorkingDay
from reception_assistant.complaints.working_days import FreeDays, is_working_day
from reception_assistant.settings.catalogue import GOOD_FRIDAY, LIBERATION_DAY, Settings


def free_days(settings: Settings) -> FreeDays:
    """Return on which days the practice chose to be closed."""
    return FreeDays(
        good_friday=settings.yes(GOOD_FRIDAY), liberation_day=settings.yes(LIBERATION_DAY)
    )


def working_days(settings: Settings) -> IsWorkingDay:
    """Return what tells whether people work here on a day."""
    return working_days_with(free_days(settings))


def working_days_with(free: FreeDays) -> IsWorkingDay:
    """Return what tells whether people work on a day in a practice with this choice."""
    return partial(is_working_day, choice=free)
