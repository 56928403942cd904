"""Lines that describe somebody on a card: when they come again, born when, and by which number."""

from datetime import date, datetime

from reception_assistant.agenda.day import Following, Person
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words


def following_sentence(following: Following | None, now: datetime) -> str:
    """Return the line about the next appointment: when, with whom, what for; "" without one."""
    if following is None:
        return ""
    start = following.start
    sentence = _("Volgende afspraak: {day} om {time}").format(
        day=date_words(start.date(), year=start.year != now.year), time=f"{start:%H:%M}"
    )
    if following.practitioner:
        sentence += _(" bij {practitioner}").format(practitioner=following.practitioner)
    if following.what_for:
        sentence += f" ({following.what_for})"
    return f"{sentence}."


def facts_line(person: Person, age: int | None) -> str:
    """Return birth date, age and phone number, as far as they are known."""
    born = ""
    if person.birth_date is not None:
        written = _written(person.birth_date)
        born = _("geboren op {day} ({age} jaar)").format(day=written, age=age)
    return " · ".join(filter(None, (born, person.phone)))


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
