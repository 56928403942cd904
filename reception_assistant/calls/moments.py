"""Before when: the moments that a promise usually is for, and how a moment is said."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import clock_words_in_full, date_words, weekday_name

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SATURDAY = 5
_NOON, _END = time(12), time(17)
_AHEAD = timedelta(minutes=30)
"""What is nearer than this is not offered."""


class Moment(NamedTuple):
    """A moment to choose: `label` on the button, `before` in local wall time, and how it is said.

    `before` is ISO to the minute, as a promise keeps it.
    """

    label: str
    before: str
    spoken: str


def choices(now: datetime) -> tuple[Moment, ...]:
    """Return the usual moments after `now` (local wall time), the soonest first; no weekends."""
    return tuple(
        Moment(_label(moment, now), moment.isoformat(timespec="minutes"), _said(moment, now))
        for moment in _usual(now)
    )


def spoken_before(before: str, now: datetime) -> str:
    """Return how a moment is said in a sentence: "morgenochtend", "maandag voor vijf uur"."""
    return _said(datetime.fromisoformat(before), now)


def written(before: str) -> str:
    """Return a moment as it is read in a list: "24-11-2026 17:00"."""
    return f"{datetime.fromisoformat(before):%d-%m-%Y %H:%M}"


def _usual(now: datetime) -> Iterator[datetime]:
    today = now.date()
    following = _workday(today + _DAY)
    if today == _workday(today):
        for end in (_NOON, _END):
            if datetime.combine(today, end) - now >= _AHEAD:
                yield datetime.combine(today, end)
    yield datetime.combine(following, _NOON)
    yield datetime.combine(following, _END)
    yield datetime.combine(_workday(following + _DAY), _END)
    yield datetime.combine(_workday(today + _WEEK), _END)


def _workday(day: date) -> date:
    """Return `day`, or the Monday after it in a weekend."""
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day


def _label(moment: datetime, now: datetime) -> str:
    return _("{day} voor {time}").format(day=_day_words(moment, now), time=f"{moment:%H.%M}")


def _said(moment: datetime, now: datetime) -> str:
    if moment.time() == _NOON and moment.date() - now.date() == _DAY:
        return _("morgenochtend")
    return _("{day} voor {time}").format(
        day=_day_words(moment, now), time=clock_words_in_full(moment)
    )


def _day_words(moment: datetime, now: datetime) -> str:
    """Return how the day of `moment` is said; "volgende week" is the next one of the calendar."""
    away = moment.date() - now.date()
    if away == timedelta():
        return _("vandaag")
    if away == _DAY:
        return _("morgen")
    if _DAY < away < _WEEK:
        return weekday_name(moment)
    if away >= _WEEK and _monday_of(moment) - _monday_of(now) == _WEEK:
        return _("volgende week {weekday}").format(weekday=weekday_name(moment))
    return date_words(moment)


def _monday_of(moment: datetime) -> date:
    return moment.date() - timedelta(days=moment.weekday())
