"""Time is handed in, always aware of its zone."""

from datetime import UTC, datetime, timedelta

from reception_assistant.clock import StandingClock, SystemClock


def test_the_clock_of_the_computer_tells_this_moment_in_utc() -> None:
    told = SystemClock().now()
    assert told.utcoffset() == timedelta(0)
    assert abs(told - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_standing_clock_stands_until_it_is_moved() -> None:
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    clock = StandingClock(noon)
    assert [clock.now(), clock.now()] == [noon, noon]
    clock.moment = noon + timedelta(hours=1)
    assert clock.now() == noon + timedelta(hours=1)
