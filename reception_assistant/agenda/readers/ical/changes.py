"""What of a series is otherwise: times left out, times told apart, and all later times moved."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from reception_assistant.agenda.readers.ical.moments import (
    EARLIEST,
    LATEST,
    Moment,
    Moments,
    from_utc,
    in_utc,
)
from reception_assistant.agenda.readers.ical.times import Original, Times
from reception_assistant.agenda.readers.ical.versions import Version


class Event(Struct):
    """A version of an event with when it begins; `original` is the time of a series it replaces."""

    version: Version
    start: Moment
    original: Original | None = None


class LeftOut:
    """The times of a series that are left out (EXDATE), or told by an event of their own."""

    def __init__(
        self, main: Event, replaced: Sequence[Original], moments: Moments, times: Times
    ) -> None:
        self._moments = {original.utc for original in replaced}
        self._days: set[int] = set()
        for listed in main.version.event.all("EXDATE"):
            for period in moments.several(listed):
                if period.start.whole_day:
                    self._days.add(period.start.wall.toordinal())
                else:
                    self._moments.add(times.utc_beside(period.start, main.start))

    def has(self, utc: datetime, wall: datetime) -> bool:
        """Return whether the time `utc`, on the wall of the series `wall`, is left out."""
        return utc in self._moments or wall.toordinal() in self._days


class Later:
    """The events that replace all later times of a series too (RANGE=THISANDFUTURE)."""

    def __init__(self, main: Event, changed: Sequence[Event], times: Times) -> None:
        self._main, self._times = main, times
        self._usual = times.minutes(main.version.event, main.start)
        turns = [
            (event.original.utc, event)
            for event in changed
            if event.original and event.version.for_later_too
        ]
        turns.sort(key=lambda turn: turn[0])
        self._from = [utc for utc, _event in turns]
        self._turns = [
            (event, times.minutes(event.version.event, event.start)) for _utc, event in turns
        ]

    def at(self, utc: datetime) -> tuple[Event, datetime, int]:
        """Return which event tells of the time `utc`, when it falls now, and how long it takes."""
        place = bisect_right(self._from, utc) - 1
        if place < 0:
            return self._main, utc, self._usual
        event, minutes = self._turns[place]
        zone = self._times.zone(event.start)
        moved_by = event.start.wall - from_utc(self._from[place], zone)
        try:
            return event, in_utc(from_utc(utc, zone) + moved_by, zone), minutes
        except OverflowError:
            return event, EARLIEST if moved_by < timedelta() else LATEST, minutes
