"""Somebody made up, to try a script on: a line of proefpersonen.csv."""

from typing import NamedTuple

from reception_assistant.library.context import Sign
from reception_assistant.naming.person import PersonName


class SamplePerson(NamedTuple):
    """A caller to try with; `birth_year` is 0 when it is not known."""

    id: str
    description: str
    name: PersonName
    birth_year: int = 0
    animal: str = ""
    has_next_appointment: bool = False
    signs: frozenset[Sign] = frozenset()
