"""A series of appointments written out: its rules, days added, days left out, days changed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct, field

from reception_assistant.agenda.incoming import Window
from reception_assistant.agenda.readers.ical.changes import Event, Later, LeftOut
from reception_assistant.agenda.readers.ical.components import Note
from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.agenda.readers.ical.moments import Moment, Moments, from_utc, in_utc
from reception_assistant.agenda.readers.ical.recurrence import Reach, occurrences
from reception_assistant.agenda.readers.ical.rule import last_wall, read_rule
from reception_assistant.agenda.readers.ical.steps import OutOfStepsError, Steps
from reception_assistant.agenda.readers.ical.times import Original, Times, basic
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

MOST_INSTANCES = 10_000

_BESIDE = 2  # days: further no two zones are apart


class Instance(NamedTuple):
    """One time that an event falls: when in the practice, how long, and its key."""

    event: Event
    start: datetime
    minutes: int
    key: str


class _Found(Struct):
    """The times of a series so far, in UTC, with how long they take where that is told apart."""

    minutes: dict[datetime, int | None] = field(default_factory=dict)
    ruled: bool = False
    goes_on: bool = False
    """Outside the window, that is."""


class SeriesWriter:
    """Writes out events for the days of a window; `note` hears what could not be written out.

    `outside` counts what falls outside the window, `partly` the series of which only a part is in
    it. `unfinished` tells that something is missing because it was too much.
    """

    def __init__(
        self, moments: Moments, times: Times, window: Window, steps: Steps, note: Note
    ) -> None:
        self._moments, self._times, self._note = moments, times, note
        self._window, self._steps = window, steps
        self._reach = Reach(window.first.toordinal() - _BESIDE, window.last.toordinal() + _BESIDE)
        self._left = MOST_INSTANCES
        self.outside = 0
        self.partly = 0
        self.unfinished = False

    def single(self, event: Event, key: str) -> Iterator[Instance]:
        """Yield the one time of an event, unless it is outside the window."""
        start = self._times.local(in_utc(event.start.wall, self._times.zone(event.start)))
        if self._is_wanted(start.date()):
            minutes = self._times.minutes(event.version.event, event.start)
            yield Instance(event, start, minutes, key)
        else:
            self.outside += 1

    def series(
        self, main: Event, changed: Sequence[Event], replaced: Sequence[Original]
    ) -> Iterator[Instance]:
        """Yield every time of a series in the window that is not in `replaced`.

        Some of the `changed` events tell of all later times as well.
        """
        zone, uid = self._times.zone(main.start), main.version.uid
        found = _Found()
        for written in main.version.event.all("RRULE"):
            self._add_rule(written, main.start, found)
        self._add_first(main, found)
        for listed in main.version.event.all("RDATE"):
            self._add_dates(listed, main.start, found)
        skipped = LeftOut(main, replaced, self._moments, self._times)
        later = Later(main, changed, self._times)
        count = 0
        for utc, minutes in sorted(found.minutes.items()):
            if skipped.has(utc, from_utc(utc, zone)):
                continue
            event, moment, usual = later.at(utc)
            start = self._times.local(moment)
            if self._is_wanted(start.date()):
                count += 1
                key = f"{uid}|{basic(utc)}" if uid else ""
                yield Instance(event, start, usual if minutes is None else minutes, key)
            else:
                found.goes_on = True
        if found.goes_on:
            self.partly += count > 0
            self.outside += count == 0

    def _add_rule(self, written: Property, start: Moment, found: _Found) -> None:
        if not self._left:
            self._tell_too_many(written.line)
            return
        try:
            walls = self._walls(written, start, found)
        except NotUnderstoodError as trouble:
            self._note(written.line, trouble.reason)
        except OutOfStepsError:
            self.unfinished = True
            self._note(
                written.line,
                _("deze herhaling is te veel werk voor Balie; alleen de eerste keer is gelezen."),
            )
        else:
            zone = self._times.zone(start)
            found.minutes.update((in_utc(wall, zone), None) for wall in walls)

    def _walls(self, written: Property, start: Moment, found: _Found) -> list[datetime]:
        """Return when a rule falls near the window; raises when it cannot be written out."""
        zone = self._times.zone(start)
        rule = read_rule(written, self._moments)
        until = last_wall(
            rule, lambda moment: from_utc(self._times.utc_beside(moment, start), zone)
        )
        walls: list[datetime] = []
        count = 0
        for wall in occurrences(rule, start.wall, until, self._reach, self._steps.share()):
            count += 1
            if not self._is_near(wall):
                continue
            if len(walls) == self._left:
                self._tell_too_many(written.line)
                break
            walls.append(wall)
        else:
            found.ruled = True
        self._left -= len(walls)
        if until.date() > self._window.last and (not rule.count or count < rule.count):
            found.goes_on = True
        return walls

    def _add_first(self, main: Event, found: _Found) -> None:
        event, start = main.version.event, main.start
        first = in_utc(start.wall, self._times.zone(start))
        if found.ruled and first not in found.minutes and self._is_near(start.wall):
            self._note(
                event.line,
                _("de eerste keer past niet bij de herhaling; kijk na of die afspraak er is."),
            )
        found.minutes.setdefault(first)
        for written in event.all("EXRULE"):
            self._note(
                written.line,
                _("een deel van de herhaling valt uit (EXRULE); dat kan Balie niet lezen."),
            )

    def _add_dates(self, listed: Property, start: Moment, found: _Found) -> None:
        for period in self._moments.several(listed):
            if not self._is_near(period.start.wall):
                found.goes_on = True
                continue
            if not self._left:
                self._tell_too_many(listed.line)
                return
            utc = self._times.utc_beside(period.start, start)
            if utc not in found.minutes:
                self._left -= 1
                length = period.length
                found.minutes[utc] = (
                    None if length is None else self._times.in_minutes(length, listed.line)
                )

    def _tell_too_many(self, line: int) -> None:
        self.unfinished = True
        self._note(
            line,
            _(
                "er staan meer dan {most} herhaalde afspraken in dit bestand; van deze is een deel "
                "niet gelezen. Kies minder dagen."
            ).format(most=MOST_INSTANCES),
        )

    def _is_near(self, wall: datetime) -> bool:
        return self._reach.first <= wall.toordinal() <= self._reach.last

    def _is_wanted(self, day: date) -> bool:
        return self._window.first <= day <= self._window.last
