"""The rule of a repetition (RRULE) as it stands in a calendar."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

from reception_assistant.agenda.readers.ical.content import Property
from reception_assistant.agenda.readers.ical.moments import LATEST, Moment, Moments
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_DAY = re.compile(r"([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_FINER = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_PARTS = (
    "INTERVAL COUNT UNTIL WKST BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYSETPOS BYHOUR"
    " BYMINUTE BYSECOND"
)
_WEEKS_A_YEAR, _DAYS_A_YEAR = 53, 366


class Frequency(IntEnum):
    """How often something comes back."""

    DAILY = 0
    WEEKLY = 1
    MONTHLY = 2
    YEARLY = 3


class Rule(Struct, frozen=True, kw_only=True):
    """When something comes back; a list that is empty forbids nothing.

    `weekdays` are each with the how manyeth of the month or year, 0 for every. `until` is the last
    moment, `count` how often in all, 0 for ever.
    """

    frequency: Frequency
    interval: int = 1
    count: int = 0
    until: Moment | None = None
    week_start: int = 0
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    places: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()


def read_rule(found: Property, moments: Moments) -> Rule:
    """Return the rule in a property; raises `NotUnderstoodError` with what to remark about it."""
    written: dict[str, str] = {}
    for part in found.value.upper().split(";"):
        name, _equals, value = part.partition("=")
        if part.strip():
            written[name.strip()] = value.strip()
    frequency = written.pop("FREQ", "")
    if frequency in _FINER:
        raise NotUnderstoodError(
            _(
                "deze afspraak komt vaker dan elke dag terug; "
                "zo’n herhaling leest Balie niet, alleen de eerste keer is gelezen."
            )
        )
    try:
        if not written.keys() <= set(_PARTS.split()):
            # It is another repetition than the one we would write out.
            raise NotUnderstoodError(frequency)
        until = moments.bare(written["UNTIL"], found.line) if "UNTIL" in written else None
        return _rule(Frequency[frequency], written, until)
    except (KeyError, ValueError):
        raise NotUnderstoodError(
            _("de herhaling van deze afspraak is niet te lezen; alleen de eerste keer is gelezen.")
        ) from None


def completed(rule: Rule, start: datetime) -> Rule:
    """Return `rule` with what it leaves to the first time: its day, and its time."""
    rule = replace(
        rule,
        hours=rule.hours or (start.hour,),
        minutes=rule.minutes or (start.minute,),
        seconds=rule.seconds or (start.second,),
    )
    if rule.month_days or rule.year_days or rule.weekdays:
        return rule
    if rule.frequency is Frequency.WEEKLY or (rule.weeks and rule.frequency is not Frequency.DAILY):
        return replace(rule, weekdays=((0, start.weekday()),))
    if rule.frequency is Frequency.MONTHLY:
        return replace(rule, month_days=(start.day,))
    if rule.frequency is Frequency.YEARLY:
        return replace(rule, months=rule.months or (start.month,), month_days=(start.day,))
    return rule


def last_wall(rule: Rule, wall: Callable[[Moment], datetime]) -> datetime:
    """Return the last wall time that `rule` allows; of a bare day that is its end.

    `wall` tells a moment in the wall time of the repetition.
    """
    if rule.until is None:
        return LATEST
    if rule.until.whole_day:
        return rule.until.wall + timedelta(hours=23, minutes=59, seconds=59)
    return wall(rule.until)


def _rule(frequency: Frequency, written: dict[str, str], until: Moment | None) -> Rule:
    def numbers(name: str, least: int, most: int) -> tuple[int, ...]:
        return _numbers(written.get(name, ""), least, most)

    return Rule(
        frequency=frequency,
        interval=_positive(written.get("INTERVAL", "1")),
        count=_positive(written["COUNT"]) if "COUNT" in written else 0,
        until=until,
        week_start=_WEEKDAYS[written.get("WKST", "MO")],
        months=numbers("BYMONTH", 1, 12),
        month_days=numbers("BYMONTHDAY", -31, 31),
        year_days=numbers("BYYEARDAY", -_DAYS_A_YEAR, _DAYS_A_YEAR),
        weeks=numbers("BYWEEKNO", -_WEEKS_A_YEAR, _WEEKS_A_YEAR),
        weekdays=_weekdays(written.get("BYDAY", "")),
        places=numbers("BYSETPOS", -_DAYS_A_YEAR, _DAYS_A_YEAR),
        hours=numbers("BYHOUR", 0, 23),
        minutes=numbers("BYMINUTE", 0, 59),
        seconds=numbers("BYSECOND", 0, 59),
    )


def _positive(text: str) -> int:
    if not _NUMBER.fullmatch(text) or int(text) < 1:
        raise ValueError
    return int(text)


def _numbers(text: str, least: int, most: int) -> tuple[int, ...]:
    numbers = set()
    for word in text.split(",") if text else ():
        if not _NUMBER.fullmatch(word.strip()):
            raise ValueError
        number = int(word)
        if not least <= number <= most or (least < 0 and not number):
            raise ValueError
        numbers.add(number)
    return tuple(sorted(numbers))


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    days = set()
    for word in text.split(",") if text else ():
        found = _DAY.fullmatch(word.strip())
        if not found:
            raise ValueError
        days.add((int(found[1] or 0), _WEEKDAYS[found[2]]))
    return tuple(sorted(days))
