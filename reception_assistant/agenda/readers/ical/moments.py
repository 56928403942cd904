"""Days, times and lengths of time as a calendar writes them."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from reception_assistant.agenda.readers.ical.components import Note
from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII | re.IGNORECASE,
)
_LEAP_SECOND = 60
_BETWEEN = re.compile("[,;]")
_HALVES = 2

EARLIEST = datetime.combine(date.min, time.min)
LATEST = datetime.combine(date.max, time.max)

ZoneOf = Callable[[str, int], tzinfo]
"""Gives the time zone with this name, which stands on this line."""


class Moment(NamedTuple):
    """A moment in the wall time of its zone; without a zone it is the time of the practice."""

    wall: datetime
    zone: tzinfo | None = None
    whole_day: bool = False


class Period(NamedTuple):
    """A moment with its length, None where it tells none."""

    start: Moment
    length: timedelta | None = None


class Moments:
    """Reads moments; `note` hears what is strange about them."""

    def __init__(self, zone_of: ZoneOf, note: Note) -> None:
        self._zone_of, self._note = zone_of, note

    def read(self, found: Property) -> Moment:
        """Return the moment in a property; raises `NotUnderstoodError` when there is none."""
        return self._moment(found.value, found, found.parameter("TZID"))

    def bare(self, text: str, line: int) -> Moment:
        """Return the moment that stands inside something else; raises as `read` does."""
        return self._moment(text, Property(line, (), text), "")

    def several(self, found: Property) -> Iterator[Period]:
        """Yield the moments in a property, skipping with a remark what is none."""
        tzid = found.parameter("TZID")
        for text in _BETWEEN.split(found.value):
            if not text or text.isspace():
                continue
            try:
                yield self._period(text, found, tzid)
            except NotUnderstoodError:
                self._note(found.line, _("een van de dagen is niet te lezen en is overgeslagen."))

    def _period(self, text: str, found: Property, tzid: str) -> Period:
        begin, slash, end = text.partition("/")
        start = self._moment(begin, found, tzid)
        if not slash:
            return Period(start)
        length = read_duration(end)
        if length is None:
            length = self._moment(end, found, tzid).wall - start.wall
        return Period(start, length)

    def _moment(self, text: str, found: Property, tzid: str) -> Moment:
        parts = _MOMENT.fullmatch(text.strip())
        if not parts and ":" in text:
            # The name of the zone holds a colon and no quotes: (UTC+01:00) Amsterdam, Berlin.
            rest, _colon, text = text.rpartition(":")
            tzid = f"{tzid}:{rest}"
            parts = _MOMENT.fullmatch(text.strip())
        if not parts:
            raise NotUnderstoodError(_("De datum of de tijd van deze afspraak is niet te lezen."))
        year, month, day, hour, minute, second, offset = parts.groups()
        try:
            wall = datetime(  # noqa: DTZ001  the time on a wall, in the zone beside it
                int(year),
                int(month),
                int(day),
                int(hour or 0),
                int(minute or 0),
                min(int(second or 0), _LEAP_SECOND - 1),
            )
            zone = _offset(offset) if offset else None
        except ValueError:
            raise NotUnderstoodError(_("Deze datum of tijd bestaat niet.")) from None
        if hour is None or found.parameter("VALUE").upper() == "DATE":
            return Moment(wall.replace(hour=0, minute=0, second=0), whole_day=True)
        if zone and tzid:
            self._note(
                found.line,
                _(
                    "hier staat een tijd in wereldtijd (Z) met een tijdzone; de wereldtijd telt. "
                    "Kijk de tijd na."
                ),
            )
        if tzid and not zone:
            zone = self._zone_of(tzid, found.line)
        return Moment(wall, zone)


def read_duration(text: str) -> timedelta | None:
    """Return a length of time such as "PT30M" or "P1DT2H"; None when it is none."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def in_utc(wall: datetime, zone: tzinfo) -> datetime:
    """Return the moment of a wall time, without a zone beside it."""
    if zone is UTC:
        return wall
    try:
        return wall - (wall.replace(tzinfo=zone).utcoffset() or timedelta())
    except OverflowError:  # in the first or the last day that a calendar can hold
        return wall


def from_utc(moment: datetime, zone: tzinfo) -> datetime:
    """Return the wall time in `zone` of a moment without a zone beside it."""
    if zone is UTC:
        return moment
    try:
        return zone.fromutc(moment.replace(tzinfo=zone)).replace(tzinfo=None, fold=0)
    except OverflowError:
        return moment


def _offset(text: str) -> tzinfo:
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-_HALVES:])
    length = timedelta(hours=hours, minutes=minutes)
    return timezone(-length if text[0] == "-" else length)
