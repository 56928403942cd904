"""Working days: no weekend, no Dutch holiday, and what a practice may choose."""

from datetime import date

import pytest

from reception_assistant.complaints.working_days import FreeDays, is_working_day

CHURCH = FreeDays(good_friday=True)
EVERY_YEAR = FreeDays(liberation_day=True)


@pytest.mark.parametrize(
    "free",
    [
        date(2026, 1, 1),
        date(2026, 4, 6),  # Easter Monday
        date(2026, 4, 27),  # King's Day
        date(2025, 4, 26),  # and on Saturday when the 27th is a Sunday
        date(2026, 5, 14),  # Ascension Day
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),
        date(2025, 12, 26),
        date(2030, 5, 5),
        date(2026, 11, 28),
        date(2026, 11, 29),
    ],
)
def test_nobody_works(free: date) -> None:
    assert not is_working_day(free)


@pytest.mark.parametrize(
    "day",
    [date(2026, 11, 24), date(2026, 12, 24), date(2026, 12, 31), date(2026, 3, 30)],
)
def test_people_work(day: date) -> None:
    assert is_working_day(day)


def test_good_friday_and_5_may_are_what_the_practice_chooses() -> None:
    good_friday, fifth_of_may = date(2026, 4, 3), date(2026, 5, 5)
    assert is_working_day(good_friday)
    assert is_working_day(fifth_of_may)
    assert not is_working_day(good_friday, CHURCH)
    assert is_working_day(fifth_of_may, CHURCH)
    assert not is_working_day(fifth_of_may, EVERY_YEAR)
    assert is_working_day(good_friday, EVERY_YEAR)
