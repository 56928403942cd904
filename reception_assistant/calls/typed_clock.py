"""Times of a day as people type them: "voor 12", "tussen 11 en half een", "16u", "eind middag"."""

import re
from datetime import time
from typing import NamedTuple

from reception_assistant.calls.typed_text import Reading, words
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _


class Span(NamedTuple):
    """From when until when on a day, in minutes after midnight; `after` None is at once."""

    after: int | None
    before: int


def _at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


END_OF_DAY = Span(None, _at(17))
"""A day without a time."""

_PART = words(r"deel-([a-z-]+)")
_PARTS = {
    "ochtend": Span(_at(8), _at(12)),
    "begin-ochtend": Span(_at(8), _at(10)),
    "eind-ochtend": Span(_at(10), _at(12)),
    "lunch": Span(_at(12), _at(13)),
    "middag": Span(_at(12), _at(17)),
    "begin-middag": Span(_at(12), _at(14)),
    "eind-middag": Span(_at(15), _at(17)),
    "avond": Span(_at(18), _at(21)),
    "begin-avond": Span(_at(18), _at(20)),
    "eind-avond": Span(_at(20), _at(22)),
}
# Within which minutes a time must lie that is typed with a part of the day.
_BOUNDS = {
    "nacht": (0, _at(6)),
    "ochtend": (0, _at(12)),
    "lunch": (_at(12), _at(14)),
    "middag": (_at(12), _at(18)),
    "avond": (_at(17), _at(23, 59)),
}
_WHOLE_DAY = (0, _at(23, 59))
_HALF_A_DAY = _at(12)
_OFFICE_FROM = 7
"""A bare hour below this is one of the afternoon: "half drie" is 14.30."""
_HALF_AN_HOUR = 30
_LONGEST = _at(8)
"""An end before the beginning is one of the afternoon ("tussen 6 en 7") up to so much later."""
_AFTER_HOURS, _LATEST = _at(2), _at(23, 45)
_HOURS, _MINUTES = 24, 60

_SUFFIX = r"(?: ?(?:uur|u|h))"
_SAID = (
    r"half \d{1,2}|kwart (?:voor|over) \d{1,2}"
    r"|\d{1,2} (?:minuten )?(?:voor|over) half \d{1,2}"
    r"|\d{1,2} (?:minuten )?(?:voor|over) \d{1,2}"
)
_MARKED = (
    rf"(?:(?:{_SAID}|\d{{1,2}}[:.]\d\d){_SUFFIX}?|\d{{1,2}} ?(?:uur|u|h) ?\d\d|\d{{1,2}}{_SUFFIX})"
)
_ANY = rf"(?:{_MARKED}|\d{{1,2}})"
_EXACT = r"\d{1,2}[:.]\d\d"

_BETWEEN = words(rf"(?:tussen|van) ({_ANY}) (?:en|tot) ({_ANY})")
_DASHED = words(
    rf"(?:tussen |van )?({_EXACT}) ?- ?({_EXACT}){_SUFFIX}?|(\d{{1,2}}) ?- ?(\d{{1,2}}){_SUFFIX}"
    r"|(?:tussen|van) (\d{1,2}) ?- ?(\d{1,2})"
)
_BARE_DASHED = words(r"(\d{1,2})-(\d{1,2})")
# "1.12" is ten past one for the one, and the first of December for the other.
_AS_DATE = r"(?!0?[1-6]\.(?:0[1-9]|1[0-2])(?! ?(?:uur|u|h)\b))"
_AROUND = words(rf"(?:rond|omstreeks) ({_ANY})")
_AFTER = words(rf"(?:na|vanaf) ({_ANY})")
_BEFORE = words(rf"(?:uiterlijk )?(?:voor|tot|tegen|om|uiterlijk) ({_ANY})|({_AS_DATE}{_MARKED})")

_FORMS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<half>half) (?P<hour>\d+)",
        r"(?P<quarter>kwart) (?P<way>voor|over) (?P<hour>\d+)",
        r"(?P<count>\d+) (?:minuten )?(?P<way>voor|over) (?P<half>half) (?P<hour>\d+)",
        r"(?P<count>\d+) (?:minuten )?(?P<way>voor|over) (?P<hour>\d+)",
        r"(?P<hour>\d+)(?:[:.]| ?(?:uur|u|h) ?)(?P<minute>\d\d)",
        r"(?P<hour>\d+)",
    )
)
_END = re.compile(rf"{_SUFFIX}$")


def take_dashed(reading: Reading) -> tuple[str, str] | None:
    """Take "9:00-10:30" or "9-11 uur", before "9-11" is taken for a day."""
    found = reading.take(_DASHED)
    if not found:
        return None
    start, end = filter(None, found.groups())
    return start, end


def take_hours(reading: Reading) -> tuple[str, str] | None:
    """Take "9-12" where it is known to be no day."""
    found = reading.take(_BARE_DASHED)
    return (found.group(1), found.group(2)) if found else None


def take_span(reading: Reading, dashed: tuple[str, str] | None) -> Span | None:
    """Take the time of the day out of a text; None where none stands in it."""
    part = _part(reading)
    bounds = _bounds(part)
    if dashed is not None:
        return _between(dashed[0], dashed[1], bounds)
    if found := reading.take(_BETWEEN):
        return _between(found.group(1), found.group(2), bounds)
    if found := reading.take(_AROUND):
        moment = _minutes(found.group(1), bounds)
        return Span(max(0, moment - _HALF_AN_HOUR), min(_LATEST, moment + _HALF_AN_HOUR))
    if found := reading.take(_AFTER):
        return _from(_minutes(found.group(1), bounds))
    if found := reading.take(_BEFORE):
        return Span(None, _minutes(found.group(1) or found.group(2), bounds))
    return _PARTS.get(part)


def _part(reading: Reading) -> str:
    found = reading.take(_PART)
    return found.group(1) if found else ""


def _bounds(part: str) -> tuple[int, int]:
    return _BOUNDS.get(part.rpartition("-")[2], _WHOLE_DAY)


def _between(start: str, end: str, bounds: tuple[int, int]) -> Span:
    after, before = _minutes(start, bounds), _minutes(end, bounds)
    if before <= after and before + _HALF_A_DAY - after <= _LONGEST:
        before += _HALF_A_DAY
    if before <= after:
        raise KnownError(
            _("Het eind ligt voor het begin."), _("Schrijf het zo: tussen 11 en 12 uur.")
        )
    return Span(after, before)


def _from(moment: int) -> Span:
    """Return from a moment until the end of the day, or two hours when that is over by then."""
    end = END_OF_DAY.before
    if moment >= end:
        end = min(_LATEST, moment + _AFTER_HOURS)
    if moment >= end:
        raise KnownError(_("Zo laat op de dag is te laat."), _("Kies een eerder moment."))
    return Span(moment, end)


def _minutes(text: str, bounds: tuple[int, int]) -> int:
    """Return a time in minutes; of an hour that may be two, the one in `bounds` or by daytime."""
    raw = _END.sub("", text.strip()).strip()
    moment, padded = _read(raw)
    low, high = bounds
    if bounds is not _WHOLE_DAY:
        for each in (moment, moment + _HALF_A_DAY, moment - _HALF_A_DAY):
            if low <= each <= high and (each == moment or not padded):
                return each
        raise KnownError(
            _("Deze tijd valt niet in dat deel van de dag."), _("Kies een van de twee.")
        )
    if not padded and 0 < moment < _at(_OFFICE_FROM):
        moment += _HALF_A_DAY
    return moment


def _read(raw: str) -> tuple[int, bool]:
    """Return minutes after midnight as they stand there, and whether the hour is beyond doubt."""
    found = next(found for form in _FORMS if (found := form.fullmatch(raw)))
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise KnownError(_("Deze tijd bestaat niet."), _("Schrijf de tijd zo: 14.30 uur."))
    moment = _at(hour, minute)
    if parts.get("half"):
        moment -= _HALF_AN_HOUR
    if parts.get("way"):
        away = int(parts.get("count") or 15)
        moment += away if parts["way"] == "over" else -away
    if moment < 0:
        moment += _at(_HOURS)
    return moment % _at(_HOURS), raw.startswith("0") or hour > _HALF_A_DAY // 60


def clock(minutes: int) -> time:
    """Return minutes after midnight as a time."""
    return time(*divmod(minutes, 60))
