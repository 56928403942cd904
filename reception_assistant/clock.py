"""Time is handed in: the real clock, and one that stands where it is put."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells what time it is."""

    def now(self) -> datetime:
        """Return this moment, in UTC and aware of it."""


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        """Return this moment."""
        return datetime.now(UTC)


class StandingClock:
    """A clock that stands still until it is moved: for tests, pictures and the demo's past."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment it was put at."""
        return self.moment
