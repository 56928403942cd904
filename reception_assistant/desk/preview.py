"""What a form shows while somebody is typing: nothing is read or written."""

from datetime import date, datetime, time

from reception_assistant.agenda.readers.dates import appointment_day, birth_day, time_of_day
from reception_assistant.agenda.readers.trouble import NotUnderstoodError
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.naming.greeting import greeting
from reception_assistant.naming.person import PersonName
from reception_assistant.naming.spoken import age_on, spoken_name


def greeting_of(
    name: PersonName, birth_date: date | None, now: datetime, *, aloud: bool = True
) -> str:
    """Return the sentence with which somebody of this name is greeted at `now`."""
    age = age_on(birth_date, now.date()) if birth_date else None
    return greeting(now, spoken_name(name, age) if aloud else "")


def birth_date_of(typed: str, today: date) -> date | None:
    """Return the birth date in `typed`; None when nothing was typed."""
    if not typed.strip():
        return None
    try:
        return birth_day(typed, today)
    except NotUnderstoodError as error:
        raise KnownError(
            _("Deze geboortedatum bestaat niet."), _("Schrijf hem als 14-3-1958.")
        ) from error


def day_of(typed: str) -> date:
    """Return the day in `typed`."""
    try:
        return appointment_day(typed)
    except NotUnderstoodError as error:
        raise KnownError(_("Deze datum bestaat niet."), _("Schrijf hem als 24-11-2026.")) from error


def time_in(typed: str) -> time:
    """Return the time of day in `typed`."""
    try:
        return time_of_day(typed)
    except NotUnderstoodError as error:
        raise KnownError(_("Deze tijd bestaat niet."), _("Schrijf hem als 9:10.")) from error
