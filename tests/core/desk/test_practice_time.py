"""The clock on the wall of the practice."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_assistant.clock import StandingClock
from reception_assistant.desk.practice_time import PracticeTime


def _time(moment: str = "2026-11-24T08:00", zone: str = "Europe/Amsterdam") -> PracticeTime:
    return PracticeTime(StandingClock(datetime.fromisoformat(moment).replace(tzinfo=UTC)), zone)


@pytest.mark.parametrize(
    ("moment", "zone", "here"),
    [
        ("2026-11-24T08:00", "Europe/Amsterdam", "2026-11-24T09:00"),
        ("2026-07-01T08:00", "Europe/Amsterdam", "2026-07-01T10:00"),
        ("2026-11-24T23:30", "Europe/Brussels", "2026-11-25T00:30"),
        ("2026-11-24T08:00", "America/Curacao", "2026-11-24T04:00"),
    ],
)
def test_now_is_what_the_clock_on_the_wall_shows(moment: str, zone: str, here: str) -> None:
    assert _time(moment, zone).now() == datetime.fromisoformat(here)


@pytest.mark.parametrize("zone", ["", "Nergens/Huizen", "../../etc/passwd", "\0"])
def test_an_unknown_zone_is_that_of_amsterdam(zone: str) -> None:
    assert _time(zone=zone).zone == "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("starts", "utc"),
    [
        ("2026-11-24T09:00", "2026-11-24T08:00"),
        ("2026-07-01T09:00", "2026-07-01T07:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30"),  # comes twice: the first counts
        ("2026-03-29T02:30", "2026-03-29T01:30"),  # never comes: an hour later
    ],
)
def test_wall_time_becomes_utc(starts: str, utc: str) -> None:
    assert _time().to_utc(starts) == utc


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001  wall time
def test_wall_time_comes_back_from_utc(moment: datetime) -> None:
    time = _time()
    starts = moment.isoformat(timespec="minutes")
    back = time.from_utc(time.to_utc(starts))
    assert back - datetime.fromisoformat(starts) in (timedelta(0), timedelta(hours=1))
