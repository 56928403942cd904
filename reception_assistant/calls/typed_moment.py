"""Moments as people type them, read at once: "morgen voor 12", "over 2 weken", "vr 14:00".

What can be read in two ways is read in one, and said back with its date; what cannot be read is
not guessed. A day without a time is before 17.00 uur, one moment is before that moment. A bare
hour below seven is one of the afternoon; a weekday is the next one, never today; "voor vrijdag" is
the last working day before it.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reception_assistant.calls.typed_clock import (
    END_OF_DAY,
    clock,
    take_dashed,
    take_hours,
    take_span,
)
from reception_assistant.calls.typed_day import (
    IsWorkingDay,
    is_of_hours,
    last_working_day_before,
    take_day,
)
from reception_assistant.calls.typed_text import Reading, plain, words
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words

ZONE = "Europe/Amsterdam"
_SATURDAY = 5
_QUARTER = timedelta(minutes=15)
_FIVE = 5
_SOON = words(
    r"(?<!\d )(?<!kwart )(?<!minuten )(?:over|binnen) "
    r"(?:(?P<odd>(?:1 )?half uur|anderhalf uur|(?:1 )?kwartier)"
    r"|(?P<count>\d{1,3}) (?P<unit>uur|uren|u|minuten|minuut|min|kwartier))"
)
_BEFORE_THAT = re.compile(r"\bvoor(?: de)? +\|")
_ODD = {"half uur": 30, "anderhalf uur": 90, "kwartier": 15}
_UNITS = {"u": 60, "m": 1, "k": 15}


class Window(NamedTuple):
    """Between when, in wall time of the practice; `after` None is at once.

    `words` is the window with its date, and can be typed itself; `remark` says what is odd about
    it: the practice is closed then, or the clock changes that night.
    """

    after: datetime | None
    before: datetime
    words: str
    remark: str = ""


def weekday(day: date) -> bool:
    """Tell whether `day` is no Saturday or Sunday."""
    return day.weekday() < _SATURDAY


def read_moment(
    text: str, now: datetime, is_working_day: IsWorkingDay = weekday, zone: str = ZONE
) -> Window | None:
    """Return what is meant by `text`, typed at `now` (wall time in `zone`, without a zone).

    None means that it is not understood (yet). Raises `KnownError` where it is understood but
    cannot be: it is over already, or there is no such day or time.
    """
    reading = Reading(plain(text))
    there = ZoneInfo(zone)
    soon = reading.take(_SOON)
    if soon:
        if not reading.is_understood:
            return None
        return _window(None, _ahead(soon.groupdict(), now, there), now, is_working_day)
    hours = is_of_hours(reading, now.date())
    dashed = take_hours(reading) if hours else take_dashed(reading)
    day = take_day(reading, now.date(), is_working_day)
    span = take_span(reading, dashed)
    if day is not None and span is None and reading.take(_BEFORE_THAT):
        day = last_working_day_before(day, is_working_day)
    if not reading.is_understood or (day is None and span is None):
        return None
    after, before = span or END_OF_DAY
    day = day or now.date()
    start, said = (None, "") if after is None else _existing(day, after, there)
    end, said_of_end = _existing(day, before, there)
    if end <= now:
        raise KnownError(
            _("Dat moment is al voorbij: {moment}.").format(moment=_words(None, end, now)),
            _("Kies een later moment, of zet er een dag bij."),
        )
    if start is not None and (start <= now or start >= end):
        start = None
    return _window(start, end, now, is_working_day, said_of_end or said)


def _ahead(parts: dict[str, str | None], now: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment so much later by any clock, on the next five minutes."""
    if parts["odd"]:
        minutes = _ODD[parts["odd"].removeprefix("1 ")]
    else:
        minutes = int(parts["count"] or 0) * _UNITS[(parts["unit"] or "u")[0]]
    moment = now.replace(tzinfo=zone).astimezone(UTC) + timedelta(minutes=minutes)
    over = timedelta(
        minutes=moment.minute % _FIVE, seconds=moment.second, microseconds=moment.microsecond
    )
    if over or not minutes:
        moment += timedelta(minutes=_FIVE) - over
    return moment.astimezone(zone).replace(tzinfo=None)


def _existing(day: date, minutes: int, zone: ZoneInfo) -> tuple[datetime, str]:
    """Return a wall time, and what to say of it in a night in which the clock changes."""
    typed = moment = datetime.combine(day, clock(minutes))
    while not _exists(moment, zone):
        moment += _QUARTER - timedelta(minutes=moment.minute % 15)
    if moment != typed:
        return moment, _(
            "{time} uur bestaat die nacht niet: de klok gaat dan vooruit. Het is {moved} uur "
            "geworden."
        ).format(time=_clock(typed), moved=_clock(moment))
    first, second = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first != second:
        return moment, _(
            "{time} uur komt die nacht twee keer voor: de klok gaat dan terug. De eerste keer telt."
        ).format(time=_clock(moment))
    return moment, ""


def _exists(moment: datetime, zone: ZoneInfo) -> bool:
    there = moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None) == moment


def _window(
    after: datetime | None,
    before: datetime,
    now: datetime,
    is_working_day: IsWorkingDay,
    remark: str = "",
) -> Window:
    if not remark and not is_working_day(before.date()):
        remark = _("Let op: dat is geen werkdag.")
    return Window(after, before, _words(after, before, now), remark)


def _words(after: datetime | None, before: datetime, now: datetime) -> str:
    day = date_words(before, year=before.year != now.year)
    if after is None:
        return _("{day} voor {time} uur").format(day=day, time=_clock(before))
    return _("{day} tussen {start} en {end} uur").format(
        day=day, start=_clock(after), end=_clock(before)
    )


def _clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"
