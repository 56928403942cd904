"""When an event begins, which of a series it replaces, and how long it takes."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.agenda.readers.ical.components import Component, Note
from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.agenda.readers.ical.moments import (
    Moment,
    Moments,
    from_utc,
    in_utc,
    read_duration,
)
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_MOST_MINUTES = 1440


class Original(NamedTuple):
    """The time in a series that an event stands for, and how it is written in a key."""

    utc: datetime
    day: datetime | None
    """Set when only the day is told."""

    @property
    def key(self) -> str:
        """The time in UTC, as calendars write it; of a bare day the day."""
        return basic(self.utc) if self.day is None else basic(self.day)[:8]


class Times:
    """Reads the times of events; `note` hears what is strange about them."""

    def __init__(self, moments: Moments, practice: ZoneInfo, note: Note) -> None:
        self._moments, self._practice, self._note = moments, practice, note

    def start(self, event: Component) -> Moment:
        """Return when `event` begins; raises `NotUnderstoodError` when that is not told.

        A day without a time is one for an event that takes all day.
        """
        found = event.first("DTSTART") or event.first("RECURRENCE-ID")
        if not found:
            raise NotUnderstoodError(_("Er staat geen datum bij deze afspraak."))
        start = self._moments.read(found)
        if event.code("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE":
            return Moment(start.wall, start.zone, whole_day=True)
        return start

    def zone(self, start: Moment) -> tzinfo:
        """Return the zone in whose wall time an event comes back."""
        return start.zone or self._practice

    def original(self, found: Property, first: Moment | None) -> Original:
        """Return for which time of a series the property RECURRENCE-ID stands.

        `first` is when the series begins, None when that is unknown.
        """
        moment = self._moments.read(found)
        if moment.whole_day and (first is None or first.whole_day):
            return Original(moment.wall, moment.wall)
        return Original(self.utc_beside(moment, first), None)

    def utc_beside(self, moment: Moment, first: Moment | None) -> datetime:
        """Return a moment that is told beside `first`, in UTC.

        Its time, when it has none, and its zone, when it has none, are those of `first`.
        """
        wall, zone = moment.wall, moment.zone
        if moment.whole_day and first:
            return in_utc(datetime.combine(wall, first.wall.time()), self.zone(first))
        if zone is None and first and first.zone is not UTC:
            zone = first.zone
        return in_utc(wall, zone or self._practice)

    def local(self, utc: datetime) -> datetime:
        """Return the wall time of the practice, to the minute."""
        return from_utc(utc, self._practice).replace(second=0, microsecond=0)

    def minutes(self, event: Component, start: Moment) -> int:
        """Return how long `event` takes, 0 when that is unknown."""
        if found := event.first("DTEND"):
            try:
                end = self._moments.read(found)
            except NotUnderstoodError:
                end = None
            if end is None or end.whole_day != start.whole_day:
                return self._unreadable(found.line)
            begins = in_utc(start.wall, self.zone(start))
            return self.in_minutes(self.utc_beside(end, start) - begins, found.line)
        if found := event.first("DURATION"):
            length = read_duration(found.value)
            if length is None:
                return self._unreadable(found.line)
            return self.in_minutes(length, found.line)
        return 0

    def in_minutes(self, length: timedelta, line: int) -> int:
        """Return a length in minutes; 0 with a remark when it cannot be that of an appointment."""
        minutes = length // timedelta(minutes=1)
        if minutes < 0:
            self._note(
                line,
                _("het einde van deze afspraak ligt voor het begin; de duur is overgeslagen."),
            )
        elif minutes > _MOST_MINUTES:
            self._note(line, _("deze afspraak duurt langer dan een dag; de duur is overgeslagen."))
        else:
            return minutes
        return 0

    def _unreadable(self, line: int) -> int:
        self._note(
            line, _("het einde van deze afspraak is niet te lezen; de duur is overgeslagen.")
        )
        return 0


def basic(moment: datetime) -> str:
    """Return a moment in UTC as calendars write it: 20260303T090000Z."""
    return moment.isoformat(timespec="seconds").replace("-", "").replace(":", "") + "Z"
