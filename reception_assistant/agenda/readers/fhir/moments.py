"""Moments as FHIR writes them, with their distance from UTC."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.agenda.readers.dates import appointment_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([Zz]|[+-]\d\d:?\d\d)?",
    re.ASCII,
)


class Moment(NamedTuple):
    """A moment; `zoned` when it was told with its distance from UTC, else it was a local time."""

    at: datetime
    zoned: bool

    def local(self, zone: ZoneInfo) -> datetime:
        """Return the time on the clock in `zone`, to the minute."""
        return self.at.astimezone(zone).replace(second=0, microsecond=0, tzinfo=None, fold=0)


def moment(text: str, zone: ZoneInfo) -> Moment:
    """Return the moment in `text`; raises `NotUnderstoodError` when there is none."""
    if not text:
        raise NotUnderstoodError(_("Er staat geen datum en geen tijd bij deze afspraak."))
    if _DAY.fullmatch(text):
        raise NotUnderstoodError(_("Er staat geen tijd bij deze afspraak."))
    found = _MOMENT.fullmatch(text)
    if not found:
        raise NotUnderstoodError(_("De datum en de tijd zijn niet te lezen."))
    day = appointment_day(found[1])
    hour, minute, second = (int(part or 0) for part in found.groups()[1:4])
    told = found[5]
    try:
        clock = time(hour, minute, second, tzinfo=_apart(told) if told else zone)
    except ValueError:
        raise NotUnderstoodError(_("Deze tijd bestaat niet.")) from None
    return Moment(datetime.combine(day, clock), bool(told))


def minutes_between(first: Moment, last: Moment) -> int:
    """Return the whole minutes from one moment to the other."""
    return (last.at.astimezone(UTC) - first.at.astimezone(UTC)) // timedelta(minutes=1)


def _apart(told: str) -> tzinfo:
    if told in "Zz":
        return UTC
    apart = timedelta(hours=int(told[1:3]), minutes=int(told[-2:]))
    return timezone(-apart if told[0] == "-" else apart)
