"""Who was not reached is tried again when somebody may pick up, and not in the evening."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.follow_ups.follow_up import Reached
from reception_assistant.follow_ups.next_try import TryRule, next_try

TUESDAY, FRIDAY = "2026-11-24", "2026-11-27"


@pytest.mark.parametrize(
    ("reached", "now", "tried_today", "again"),
    [
        (Reached.NOT_REACHED, f"{TUESDAY}T10:00", 1, f"{TUESDAY}T12:00"),
        (Reached.NOT_REACHED, f"{TUESDAY}T10:07", 1, f"{TUESDAY}T12:15"),
        (Reached.NOT_REACHED, f"{TUESDAY}T06:30", 1, f"{TUESDAY}T09:00"),
        (Reached.NOT_REACHED, f"{TUESDAY}T14:45", 2, f"{TUESDAY}T16:45"),
        (Reached.NOT_REACHED, f"{TUESDAY}T10:00", 3, "2026-11-25T09:00"),
        (Reached.NOT_REACHED, f"{TUESDAY}T15:00", 1, "2026-11-25T09:00"),
        (Reached.NOT_REACHED, f"{TUESDAY}T23:30", 1, "2026-11-25T09:00"),
        (Reached.NOT_REACHED, f"{FRIDAY}T16:00", 1, "2026-11-30T09:00"),
        (Reached.NOT_REACHED, "2026-11-28T10:00", 1, "2026-11-30T09:00"),
        (Reached.VOICEMAIL, f"{TUESDAY}T10:00", 1, "2026-11-25T09:00"),
        (Reached.LEFT_WORD, f"{FRIDAY}T10:00", 1, "2026-11-30T09:00"),
        (Reached.SPOKEN, f"{TUESDAY}T10:00", 1, "2026-11-25T09:00"),
    ],
)
def test_the_usual_rule(reached: Reached, now: str, tried_today: int, again: str) -> None:
    planned = next_try(reached, datetime.fromisoformat(now), tried_today)
    assert planned.isoformat(timespec="minutes") == again


def test_another_practice_has_another_rule_and_holidays() -> None:
    rule = TryRule(hours=1, times_a_day=5, opens=time(8), closes=time(20))
    evening = datetime.fromisoformat("2026-12-24T18:30")
    assert next_try(Reached.NOT_REACHED, evening, 4, rule) == datetime.fromisoformat(
        "2026-12-24T19:30"
    )

    def is_open(day: date) -> bool:
        return day.weekday() < 5 and (day.month, day.day) != (12, 25)

    planned = next_try(Reached.VOICEMAIL, evening, 1, rule, is_open)
    assert planned == datetime.fromisoformat("2026-12-28T08:00")


@given(
    st.sampled_from(Reached),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001  wall time
    st.integers(1, 5),
    st.integers(0, 9),
)
def test_a_next_try_lies_ahead_in_opening_hours(
    reached: Reached, now: datetime, tried_today: int, hours: int
) -> None:
    rule = TryRule(hours=max(1, hours))
    planned = next_try(reached, now, tried_today, rule)
    assert planned >= now
    assert planned.weekday() < 5
    assert rule.opens <= planned.time() < rule.closes
    assert planned.minute % 15 == planned.second == planned.microsecond == 0
    if planned.date() == now.date():
        assert reached is Reached.NOT_REACHED
        assert planned - now >= timedelta(hours=rule.hours) or planned.time() == rule.opens


def test_a_practice_that_never_opens_still_gets_a_moment() -> None:
    now = datetime.fromisoformat("2026-11-24T10:00")
    planned = next_try(Reached.VOICEMAIL, now, is_working_day=lambda _day: False)
    assert planned == datetime.fromisoformat("2026-11-25T09:00")
