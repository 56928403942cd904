"""Days and times as Dutch practice systems write them; day and month come in Dutch order."""

import re
from datetime import date, time

from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.i18n import _

_FIRST_YEAR, _LAST_YEAR = 1850, 2199

# A day may carry a time of midnight: spreadsheets add it. Years have two or four digits.
_MIDNIGHT = r"(?:[ T]0?0:00(?::00(?:[.,]0+)?)?)?"
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)" + _MIDNIGHT, re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _MIDNIGHT, re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})[ -]?([a-z]{3,9})\.?[ -]?'?(\d{4}|\d\d)", re.ASCII)
# The name of the day of the week is not compared with the date.
_WEEKDAY = re.compile(
    r"(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?"
    r"|zo(?:ndag)?)\.?,? ?(?=\d)",
    re.IGNORECASE,
)
_MONTHS = (
    ("jan", "januari"),
    ("feb", "febr", "februari"),
    ("mrt", "maa", "maart", "mar"),
    ("apr", "april"),
    ("mei",),
    ("jun", "juni"),
    ("jul", "juli"),
    ("aug", "augustus"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH_BY_NAME = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?(?: ?(?:u|uur))?", re.ASCII)
_HOUR_WORD = re.compile(r"(\d{1,2}) ?(?:u|uur) ?(\d\d)?", re.ASCII)
_DIGITS = re.compile(r"(\d{1,2})(\d\d)", re.ASCII)


def appointment_day(text: str) -> date:
    """Return the day of an appointment; a year of two digits is in this century."""
    if not text:
        raise NotUnderstoodError(_("Er staat geen datum bij deze afspraak."))
    parts = _day_parts(text)
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


def birth_day(text: str, today: date) -> date:
    """Return a day of birth, never after `today`; a year of two digits is the last one possible."""
    parts = _day_parts(text)
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
    found = _CLOCK.fullmatch(words) or _HOUR_WORD.fullmatch(words) or _DIGITS.fullmatch(words)
    if not found:
        raise NotUnderstoodError(_("De tijd is niet te lezen. Schrijf hem zo: 9:05."))
    hour, minute, second = (int(part or 0) for part in (*found.groups(), None)[:3])
    try:
        return time(hour, minute, second).replace(second=0)
    except ValueError:
        raise NotUnderstoodError(_("Deze tijd bestaat niet.")) from None


def _day_parts(text: str) -> tuple[str, int, int] | None:
    if found := _DAY_FIRST.fullmatch(text):
        return found[4], int(found[3]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        return found[1], int(found[3]), int(found[4])
    if weekday := _WEEKDAY.match(text):
        return _day_parts(text[weekday.end() :])
    found = _IN_WORDS.fullmatch(text.lower())
    if found and (month := _MONTH_BY_NAME.get(found[2])):
        return found[3], month, int(found[1])
    return None


def _full_year(year: str, century: int) -> int:
    return int(year) if len(year) == len("2026") else century * 100 + int(year)


def _possible(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError
    return date(year, month, day)
