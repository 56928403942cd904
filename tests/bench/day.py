"""Reading a day: the same number of appointments, in the large and the small world."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from statistics import median

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk, open_desk
from tests.bench import world
from tests.bench.measure import RUNS, Bar, Measured, Row, milliseconds, row

_MOST_TIMES = 1.2
_PASSES = RUNS * 3


def rows() -> Iterator[Row]:
    """Measure reading a day."""
    yield row("reading a day at ten times the data", Bar(_MOST_TIMES, "x"), _ten_times)


def _ten_times() -> Measured:
    clock = StandingClock(world.MOMENT)
    with (
        open_desk(world.big().folder, clock=clock) as large,
        open_desk(world.small().folder, clock=clock) as little,
    ):
        for desk in (large, little):
            _read_days(desk)
        pairs = [(_read_days(large), _read_days(little)) for _pass in range(_PASSES)]
        busy = median(
            milliseconds(lambda: large.agenda.day(world.TODAY, _morning(world.TODAY)))
            for _run in range(RUNS)
        )
        visits = len(large.agenda.day(world.TODAY, None).visits)
    big, small = (median(figures) for figures in zip(*pairs, strict=True))
    remark = f"{small:.1f} -> {big:.1f} ms for {world.QUIET_DAY}; {busy:.1f} ms for {visits} visits"
    return Measured(median(large / little for large, little in pairs), remark)


def _read_days(desk: Desk) -> float:
    """Return the median of reading each of the days that are alike in both worlds."""
    days = world.quiet_days()[::4]
    return median(milliseconds(partial(desk.agenda.day, day, _morning(day))) for day in days)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9, 30))
