"""Days as people type them: "morgen", "vr", "volgende week dinsdag", "over 3 werkdagen"."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from reception_assistant.calls.typed_text import WEEKDAYS, Reading, words
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import weekday_name

IsWorkingDay = Callable[[date], bool]

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"jan(?:uari)?|febr?(?:uari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_FIRST_LETTERS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_OF_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAYS}) )?(?:de )?"
_CENTURY = 100
_LATEST_YEAR = 2199
_FRIDAY = 4

_ISO = words(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NUMERIC = words(
    _OF_WEEKDAY + r"(?P<day>\d{1,2})(?:(?P<sign>[-/])(?P<month>\d{1,2})"
    r"(?:(?P=sign)(?P<year>\d{4}|\d\d))?|\.(?P<month2>\d{1,2})\.(?P<year2>\d{4}))"
)
_NAMED = words(
    _OF_WEEKDAY + rf"(?P<day>\d{{1,2}})(?:e|ste|de)? ?(?P<name>{_MONTH})"
    r"(?: (?P<year>\d{4}|'\d\d)(?! ?(?:u|uur)\b))?"
)
_OF_MONTH = words(r"(?:de )?(?P<day>\d{1,2})(?:e|ste|de)")
_AHEAD = words(r"(?:over|binnen) (?P<count>\d{1,3}) (?P<unit>werkdag|dag|week|weken|maand)(?:en)?")
_NEXT_WORKING = words(r"(?:de )?volgende werkdag")
_SIMPLE = words(r"(?P<word>vandaag|over ?morgen|morgen)")
_AFTER_WEEKEND = words(r"na het weekend")
_BEFORE_WEEKEND = words(r"(?:nog )?voor (?:het weekend|volgende week)")
_END_OF = words(
    r"(?:(?:aan|voor|tegen) (?:het )?)?einde?(?: van)?(?: de| deze)? (?P<what>week|maand)"
)
_END_OF_NEXT = words(
    r"(?:(?:aan|voor|tegen) (?:het )?)?(?P<where>einde?|begin)(?: van)? volgende week"
)
_IN_WEEK = words(rf"(?P<which>deze|volgende) week (?:op )?(?P<weekday>{WEEKDAYS})")
_WEEK_BEHIND = words(rf"(?P<weekday>{WEEKDAYS}) (?P<which>deze|volgende) week")
_WHOLE_WEEK = words(r"(?P<which>deze|volgende) week")
_IN_MONTH = words(
    r"(?:(?:aan|voor|tegen) (?:het )?)?(?P<where>einde?|begin|half|medio)(?: van)? "
    rf"(?:(?P<name>{_MONTH})|(?:de )?volgende maand)"
)
_FIRST_DAYS, _HALF = 7, 15  # of a month
_BEFORE_CHRISTMAS = words(r"(?:nog )?voor (?:de )?kerst(?:mis)?")
_CHRISTMAS = (12, 25)
_WITH_HOURS = words(rf"(?P<weekday>{WEEKDAYS}) (?P<day>\d{{1,2}})-(?P<month>\d{{1,2}})")
_OFFICE_HOURS = range(7, 19)
_WEEKDAY = words(rf"(?:(?P<which>volgende) )?(?P<weekday>{WEEKDAYS})")


def take_day(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    """Take the day out of a text; None where none stands in it."""
    return (
        _dated(reading, today)
        or _ahead(reading, today, is_working_day)
        or _weekend(reading, today, is_working_day)
        or _in_month(reading, today, is_working_day)
        or _edge(reading, today, is_working_day)
        or _by_name(reading, today, is_working_day)
    )


def is_of_hours(reading: Reading, today: date) -> bool:
    """Tell whether the numbers of "ma 9-12" are hours: they are no Monday, and can be hours."""
    found = reading.find(_WITH_HOURS)
    if found is None:
        return False
    first, last = int(found["day"]), int(found["month"])
    if first not in _OFFICE_HOURS or last not in _OFFICE_HOURS or first >= last:
        return False
    try:
        _exact(found.groupdict(), today)
    except KnownError:
        return True
    return False


def _in_month(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    """Return the working day that ends the beginning, the first half or the whole of a month."""
    if reading.take(_BEFORE_CHRISTMAS):
        day = date(today.year, *_CHRISTMAS)
        day = day if day > today else day.replace(year=today.year + 1)
        return last_working_day_before(day, is_working_day)
    found = reading.take(_IN_MONTH)
    if found is None:
        return None
    name = found["name"]
    if not name:
        return _part_of(_in_months(today.replace(day=1), 1), found["where"], is_working_day)
    first = date(today.year, _month(name), 1)
    day = _part_of(first, found["where"], is_working_day)
    if day >= today:
        return day
    return _part_of(first.replace(year=today.year + 1), found["where"], is_working_day)


def _part_of(first: date, where: str, is_working_day: IsWorkingDay) -> date:
    if where.startswith("eind"):
        return last_working_day_before(_in_months(first, 1), is_working_day)
    last = _FIRST_DAYS if where == "begin" else _HALF
    return last_working_day_before(first.replace(day=last) + _DAY, is_working_day)


def _dated(reading: Reading, today: date) -> date | None:
    found = reading.take(_ISO) or reading.take(_NUMERIC) or reading.take(_NAMED)
    if found:
        parts = found.groupdict()
        return _exact(parts, today)
    found = reading.take(_OF_MONTH)
    return _of_month(int(found["day"]), today) if found else None


def _exact(parts: dict[str, str | None], today: date) -> date:
    """Return the day of a date; without a year it is the first one that lies ahead."""
    day = int(parts["day"] or 0)
    name = parts.get("name")
    month = _month(name) if name else int(parts.get("month") or parts.get("month2") or 0)
    year = parts.get("year") or parts.get("year2")
    if year:
        full = int(year.removeprefix("'"))
        found = _possible(full if full >= _CENTURY else 2000 + full, month, day)
    else:
        found = _possible(today.year, month, day, today.year + 1)
        if found < today:
            found = _possible(today.year + 1, month, day)
    weekday = parts.get("weekday")
    if weekday and _weekday(weekday) != found.weekday():
        raise KnownError(
            _("Dag en datum passen niet bij elkaar: dat is een {weekday}.").format(
                weekday=weekday_name(found)
            ),
            _("Kijk welke van de twee klopt."),
        )
    return found


def _possible(year: int, month: int, day: int, *other_years: int) -> date:
    """Return the day in the first of these years that has it."""
    for each in (year, *other_years):
        if each <= _LATEST_YEAR:
            try:
                return date(each, month, day)
            except ValueError:
                continue
    raise KnownError(_("Deze datum bestaat niet."), _("Schrijf hem zo: 25-11 of 25 november."))


def _month(name: str) -> int:
    """Return the number of a month by its first letters; "maart" is "mrt"."""
    return _MONTHS.index("mrt" if name == "maart" else name[:3]) + 1


def _of_month(day: int, today: date) -> date:
    """Return the next day with this number."""
    first = today.replace(day=1)
    for month in _months(first):
        if 1 <= day <= monthrange(month.year, month.month)[1] and month.replace(day=day) >= today:
            return month.replace(day=day)
    raise KnownError(_("Deze datum bestaat niet."), _("Schrijf hem zo: 25-11 of 25 november."))


def _months(first: date) -> Iterator[date]:
    for ahead in range(4):
        yield _in_months(first, ahead)


def _ahead(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    found = reading.take(_AHEAD)
    if not found:
        return working_days_on(today, 1, is_working_day) if reading.take(_NEXT_WORKING) else None
    count, unit = int(found["count"]), found["unit"]
    if unit == "werkdag":
        return working_days_on(today, count, is_working_day)
    if unit == "maand":
        return _in_months(today, count)
    return today + count * (_DAY if unit == "dag" else _WEEK)


def working_days_on(today: date, count: int, is_working_day: IsWorkingDay) -> date:
    """Return the day that is `count` working days after `today`; the next one is day 1."""
    day = today
    for _number in range(count):
        day = _first_working(day + _DAY, _DAY, is_working_day)
    return day


def _first_working(day: date, step: timedelta, is_working_day: IsWorkingDay) -> date:
    """Return `day`, or the first working day in the direction of `step`."""
    for number in range(60):
        if is_working_day(day + number * step):
            return day + number * step
    return day


def _in_months(day: date, count: int) -> date:
    """Return the same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _weekend(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    """Return the working day beside the weekend."""
    if reading.take(_AFTER_WEEKEND):
        monday = today + (7 - today.weekday()) * _DAY
        return _first_working(monday, _DAY, is_working_day)
    return _end_of_week(today, is_working_day) if reading.take(_BEFORE_WEEKEND) else None


def _edge(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    """Return the end or the beginning of a week or month: the working day nearest to it."""
    monday = today - today.weekday() * _DAY
    if found := reading.take(_END_OF_NEXT):
        if found["where"] == "begin":
            return _first_working(monday + _WEEK + _DAY, _DAY, is_working_day)
        return _end_of_week(monday + _WEEK, is_working_day)
    found = reading.take(_END_OF)
    if found is None:
        return None
    if found["what"] == "week":
        return _end_of_week(today, is_working_day)
    following = _in_months(today.replace(day=1), 1)
    return last_working_day_before(following, is_working_day)


def last_working_day_before(day: date, is_working_day: IsWorkingDay) -> date:
    """Return the last working day before `day`."""
    return _first_working(day - _DAY, -_DAY, is_working_day)


def _end_of_week(day: date, is_working_day: IsWorkingDay) -> date:
    """Return the last working day of the week of `day`; in the weekend that of the next week."""
    monday = day - day.weekday() * _DAY + (_WEEK if day.weekday() > _FRIDAY else timedelta())
    return _first_working(monday + _FRIDAY * _DAY, -_DAY, is_working_day)


def _by_name(reading: Reading, today: date, is_working_day: IsWorkingDay) -> date | None:
    monday = today - today.weekday() * _DAY
    if found := reading.take(_IN_WEEK) or reading.take(_WEEK_BEHIND):
        week = monday + (_WEEK if found["which"] == "volgende" else timedelta())
        return week + _weekday(found["weekday"]) * _DAY
    if found := reading.take(_WHOLE_WEEK):
        return _end_of_week(
            monday + _WEEK if found["which"] == "volgende" else today, is_working_day
        )
    if found := reading.take(_SIMPLE):
        word = found["word"]
        return today + _DAY * (0 if word == "vandaag" else 1 if word == "morgen" else 2)
    if found := reading.take(_WEEKDAY):
        number = _weekday(found["weekday"])
        if found["which"]:
            return monday + _WEEK + number * _DAY
        return today + _DAY * ((number - today.weekday() - 1) % 7 + 1)
    return None


def _weekday(word: str) -> int:
    return _FIRST_LETTERS.index(word[:2])
