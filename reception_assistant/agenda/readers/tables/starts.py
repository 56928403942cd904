"""When an appointment starts and ends, from a day and a time apart or in one cell together."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.dates import (
    appointment_day,
    split_moment,
    time_of_day,
)
from reception_assistant.agenda.readers.day_orders import DayOrders
from reception_assistant.agenda.readers.tables.columns import Columns
from reception_assistant.agenda.readers.tables.values import Memo
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_NO_REAL_DAY = 1970  # until then a day only carries a time: that of Access is 30-12-1899
_FARTHEST_HOURS = 14  # from UTC, at Kiritimati
_MINUTES_AN_HOUR = 60


class Starts:
    """Understands the moments of one table as local wall time; `seen` hears of every date."""

    def __init__(self, columns: Columns, seen: DayOrders, order: DayOrder, zone: ZoneInfo) -> None:
        self._seen, self._order, self._zone = seen, order, zone
        self._together = columns.place("datum") == columns.place("tijd")
        self._days = Memo(self._day)
        self._times = Memo(self._time)
        self._moments = Memo(self._moment)

    def start(self, day: str, time: str) -> datetime:
        """Return when an appointment starts; raises `NotUnderstoodError`."""
        if self._together:
            return self._moments[day]
        return datetime.combine(self._days[day], self._times[time])

    def end(self, start: datetime, text: str) -> datetime:
        """Return when an appointment ends: `text` is a time of the same day, or a moment."""
        if self._together and split_moment(text):
            return self._moments[text]
        return datetime.combine(start.date(), self._times[text])

    def _day(self, text: str) -> date:
        self._seen.note(text)
        return appointment_day(text, self._order)

    def _time(self, text: str) -> time:
        moment = split_moment(text)
        if moment is None:
            return time_of_day(text)
        if moment.offset and appointment_day(moment.day, self._order).year > _NO_REAL_DAY:
            return self._moments[text].time()
        return time_of_day(moment.time)

    def _moment(self, text: str) -> datetime:
        moment = split_moment(text)
        if moment is None:
            if not text:
                raise NotUnderstoodError(_("Er staat geen datum bij deze afspraak."))
            raise NotUnderstoodError(
                _("De datum met de tijd is niet te lezen. Schrijf hem zo: 3-11-2026 9:05.")
            )
        local = datetime.combine(self._day(moment.day), time_of_day(moment.time))
        if not moment.offset:
            return local
        aware = (local - _offset(moment.offset)).replace(tzinfo=UTC)
        return aware.astimezone(self._zone).replace(tzinfo=None)


def _offset(text: str) -> timedelta:
    """Return how far "+01:00", "+0100", "+01" or "Z" is from UTC."""
    if text == "Z":
        return timedelta()
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    if hours > _FARTHEST_HOURS or minutes >= _MINUTES_AN_HOUR:
        raise NotUnderstoodError(_("Deze tijd bestaat niet."))
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if text[0] == "-" else offset
