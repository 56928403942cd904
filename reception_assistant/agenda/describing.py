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
    born = born_words(person, age)
    born = _("geboren op {born}").format(born=born) if born else ""
    return " · ".join(filter(None, (born, person.phone)))


def born_words(person: Person, age: int | None) -> str:
    """Return birth date and age, short; "" when they are not known."""
    if person.birth_date is None:
        return ""
    return _("{day} ({age} jaar)").format(day=_written(person.birth_date), age=age)


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
