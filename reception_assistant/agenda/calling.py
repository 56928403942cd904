"""How the list calls somebody."""

from typing import NamedTuple

from reception_assistant.agenda.day import Visit
from reception_assistant.naming.spoken import age_on, spoken_name

_GROWN_UP = 18


class Called(NamedTuple):
    """How somebody is called in the list: `age` for those below 18, `look_at` when uncertain."""

    spoken: str
    age: int | None
    look_at: bool


def called(visit: Visit) -> Called:
    """Return how the list calls the person of this visit."""
    person = visit.person
    age = age_on(person.birth_date, visit.start.date()) if person.birth_date else None
    young = age if age is not None and 0 <= age < _GROWN_UP else None
    return Called(spoken_name(person.name, age), young, bool(person.name.as_received))
