"""Which days are worked on: no weekends, no Dutch public holidays."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

_SATURDAY = 5
_GOOD_FRIDAY = "goede vrijdag"  # as the library calls it
_YEARS = 64  # so many are remembered


class FreeDays(NamedTuple):
    """What a practice chooses: Good Friday, and 5 May every year instead of each fifth one."""

    good_friday: bool = False
    liberation_day: bool = False


USUAL = FreeDays()


def is_working_day(day: date, choice: FreeDays = USUAL) -> bool:
    """Tell whether people work on `day` in a practice with this choice."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year, choice)


@lru_cache(_YEARS)
def _holidays(year: int, choice: FreeDays) -> frozenset[date]:
    from holidays import country_holidays  # late: start  # noqa: PLC0415

    categories = ("public", "optional") if choice.liberation_day else ("public",)
    named = country_holidays("NL", years=year, language="nl", categories=categories)
    return frozenset(
        day for day, name in named.items() if choice.good_friday or name.casefold() != _GOOD_FRIDAY
    )
