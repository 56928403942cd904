"""When a repetition of a number of times ends, where that can be said without counting."""

from datetime import date, datetime, timedelta

from reception_assistant.agenda.readers.ical.moments import LATEST
from reception_assistant.agenda.readers.ical.rule import Frequency, Rule

_WEEK = 7
_MONTHS = 12
_IN_EVERY_MONTH = 28


def last_of_count(rule: Rule, start: datetime) -> datetime | None:
    """Return the last time of a plain rule with a count, None where it takes counting.

    A calendar of years is full of those that ended long ago.
    """
    days = rule.frequency in {Frequency.DAILY, Frequency.WEEKLY}
    narrowed = rule.months or rule.month_days or rule.year_days or rule.weeks or rule.places
    timed = rule.hours or rule.minutes or rule.seconds
    if not rule.count or narrowed or timed:
        return None
    if rule.weekdays and rule.frequency is not Frequency.WEEKLY:
        return None
    try:
        if days:
            return start + timedelta(days=_days_later(rule, start))
        return _months_later(rule, start)
    except (OverflowError, ValueError):
        return LATEST


def _days_later(rule: Rule, start: datetime) -> int:
    if rule.frequency is Frequency.DAILY:
        return (rule.count - 1) * rule.interval
    begin = (start.weekday() - rule.week_start) % _WEEK
    weekdays = {weekday for _number, weekday in rule.weekdays} or {start.weekday()}
    places = sorted((weekday - rule.week_start) % _WEEK for weekday in weekdays)
    skipped = sum(place < begin for place in places)
    weeks, place = divmod(rule.count - 1 + skipped, len(places))
    return weeks * _WEEK * rule.interval + places[place] - begin


def _months_later(rule: Rule, start: datetime) -> datetime | None:
    if start.day > _IN_EVERY_MONTH:
        return None
    months = (rule.count - 1) * rule.interval
    if rule.frequency is Frequency.YEARLY:
        months *= _MONTHS
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    return datetime.combine(date(year, month + 1, start.day), start.time())
