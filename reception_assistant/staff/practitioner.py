"""Somebody who sees people here: a dentist, a vet, a room."""

from typing import NamedTuple


class Practitioner(NamedTuple):
    """Somebody whose agenda is kept.

    `name` is as the agenda writes it; `spoken` how the desk calls them ("tandarts Bakker"), empty
    when that is the same. `in_agenda` tells whether an appointment names them.
    """

    id: str
    name: str
    spoken: str = ""
    in_agenda: bool = False

    @property
    def called(self) -> str:
        """How the desk calls them."""
        return self.spoken or self.name
