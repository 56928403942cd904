"""Days and times as practice systems write them; day and month come in Dutch order, unless told."""

import re
from datetime import date, time
from typing import NamedTuple

from reception_assistant.agenda.profile import DayOrder
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_FIRST_YEAR, _LAST_YEAR = 1850, 2199

# A day may carry a time of midnight: spreadsheets add it. Years have two or four digits.
_MIDNIGHT = r"(?:[ T]0?0:00(?::00(?:[.,]0+)?)?| 12:00(?::00)? ?[Aa][Mm])?"
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)" + _MIDNIGHT, re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _MIDNIGHT, re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)" + _MIDNIGHT, re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})[ -]?([a-z]{3,9})\.?[ -]?'?(\d{4}|\d\d)", re.ASCII)
# The name of the day of the week is not compared with the date.
_WEEKDAY = re.compile(
    r"(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?"
    r"|zo(?:ndag)?)\.?,? ?(?=\d)",
    re.IGNORECASE,
)
_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "febr", "februari", "february"),
    ("mrt", "maa", "maart", "mar", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH_BY_NAME = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?: ?(?:u|uur))?", re.ASCII)
_HALF_DAY = re.compile(r"(\d{1,2}(?:[:.]\d\d){0,2}) ?([ap])\.?m\.?", re.ASCII)
# A day together with a time, as one column of many systems has it, and Access a time alone.
_MOMENT = re.compile(
    r"(.*\d)(?:T|,? +(?:om )?)(\d{1,2} ?(?:[:.uh]? ?\d\d.*|u|uur|h|[ap]\.?m\.?))",
    re.ASCII | re.IGNORECASE,
)
# A hyphen says so only after seconds: "9:00-9:30" is a span of time.
_OFFSET = re.compile(
    r"(.*\d(?= ?[Z+])|\d\d:\d\d:\d\d(?:[.,]\d+)?) ?(Z|[+-]\d\d(?::?\d\d)?)", re.ASCII
)
_NOON = 12
_LONGEST_MOMENT = 64
_HOUR_WORD = re.compile(r"(\d{1,2}) ?(?:u|uur|h) ?(\d\d)?", re.ASCII)
_DIGITS = re.compile(r"(\d{1,2})(\d\d)|(\d\d)(\d\d)(\d\d)", re.ASCII)


def appointment_day(text: str, order: DayOrder = DayOrder.UNKNOWN) -> date:
    """Return the day of an appointment; a year of two digits is in this century."""
    if not text:
        raise NotUnderstoodError(_("Er staat geen datum bij deze afspraak."))
    parts = _day_parts(text, order)
    if not parts:
        raise NotUnderstoodError(_("De datum is niet te lezen. Schrijf hem zo: 3-11-2026."))
    year, month, day = parts
    try:
        return _possible(_full_year(year, 20), month, day)
    except ValueError:
        raise NotUnderstoodError(
            _("Deze datum bestaat niet: {day}-{month}-{year}.").format(
                day=day, month=month, year=year
            )
        ) from None


def birth_day(text: str, today: date, order: DayOrder = DayOrder.UNKNOWN) -> date:
    """Return a day of birth, never after `today`; a year of two digits is the last one possible."""
    parts = _day_parts(text, order)
    if not parts:
        raise NotUnderstoodError(_("De datum is niet te lezen."))
    year, month, day = parts
    try:
        future = (_full_year(year, 20), month, day) > (today.year, today.month, today.day)
        born = _possible(_full_year(year, 19 if future else 20), month, day)
    except ValueError:
        raise NotUnderstoodError(_("Deze datum bestaat niet.")) from None
    if born > today:
        raise NotUnderstoodError(_("Deze datum moet nog komen."))
    return born


def time_of_day(text: str) -> time:
    """Return the time that an appointment starts, to the minute."""
    if not text:
        raise NotUnderstoodError(_("Er staat geen tijd bij deze afspraak."))
    words = text.lower()
    if half := _HALF_DAY.fullmatch(words):
        return _afternoon(half[1], later=half[2] == "p")
    found = _CLOCK.fullmatch(words) or _HOUR_WORD.fullmatch(words) or _DIGITS.fullmatch(words)
    if not found:
        raise NotUnderstoodError(_("De tijd is niet te lezen. Schrijf hem zo: 9:05."))
    hour, minute, second = (*(int(part) for part in found.groups() if part), 0, 0)[:3]
    try:
        return time(hour, minute, second).replace(second=0)
    except ValueError:
        raise NotUnderstoodError(_("Deze tijd bestaat niet.")) from None


class Moment(NamedTuple):
    """A day and a time that stood together, as written; `offset` is that from UTC, or empty."""

    day: str
    time: str
    offset: str = ""


def split_moment(text: str) -> Moment | None:
    """Return the day and the time in `text`; None when it holds only one of them."""
    found = _MOMENT.fullmatch(text) if len(text) <= _LONGEST_MOMENT else None
    if not found or not _day_parts(found[1], DayOrder.UNKNOWN):
        return None
    offset = _OFFSET.fullmatch(found[2])
    return Moment(found[1], offset[1], offset[2]) if offset else Moment(found[1], found[2])


def first_numbers(text: str) -> tuple[int, int] | None:
    """Return the two numbers of a date of which only the order tells day from month."""
    weekday = _WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    found = _NUMBERS.fullmatch(text)
    if not found and (moment := split_moment(text)):
        found = _NUMBERS.fullmatch(moment.day)
    return (int(found[1]), int(found[3])) if found else None


def _afternoon(text: str, *, later: bool) -> time:
    clock = time_of_day(text if ":" in text else f"{text}:00")
    if not 1 <= clock.hour <= _NOON:
        raise NotUnderstoodError(_("Deze tijd bestaat niet."))
    return clock.replace(hour=clock.hour % _NOON + (_NOON if later else 0))


def _day_parts(text: str, order: DayOrder) -> tuple[str, int, int] | None:
    if found := _NUMBERS.fullmatch(text):
        day, month = int(found[1]), int(found[3])
        return (found[4], day, month) if order is DayOrder.MONTH_FIRST else (found[4], month, day)
    if found := _YEAR_FIRST.fullmatch(text):
        return found[1], int(found[3]), int(found[4])
    if found := _COMPACT.fullmatch(text):
        return found[1], int(found[2]), int(found[3])
    if weekday := _WEEKDAY.match(text):
        return _day_parts(text[weekday.end() :], order)
    words = _IN_WORDS.fullmatch(text.lower())
    if words and (named := _MONTH_BY_NAME.get(words[2])):
        return words[3], named, int(words[1])
    return None


def _full_year(year: str, century: int) -> int:
    return int(year) if len(year) == len("2026") else century * 100 + int(year)


def _possible(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError
    return date(year, month, day)
