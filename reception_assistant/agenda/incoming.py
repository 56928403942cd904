"""What a reader understood of a file, before it is matched with what we know."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking
from reception_assistant.i18n import N_
from reception_assistant.naming.person import PersonName

_SHORT_TURN = 0.00005  # seconds
_AT_ONCE = 50

Progress = Callable[[float], None]
"""Told the part done, from 0 to 1; raises `Cancelled` when the user wants to stop."""


def no_progress(_part: float) -> None:
    """Take the place of a progress that nobody wants."""


class IncomingRow(Struct, frozen=True, kw_only=True):
    """One appointment as the source tells it.

    `line` is where it stands in the file, counted from 1; `start` is local wall time; `key` is
    that of the appointment and `number` that of the person in the source, empty when unknown;
    `minutes` is 0 when unknown.
    """

    line: int
    start: datetime
    minutes: int = 0
    key: str = ""
    number: str = ""
    name: PersonName
    birth_date: date | None = None
    phone: str = ""
    treatment: str = ""
    practitioner: str = ""
    animal: str = ""
    species: str = ""
    parent: str = ""
    marks: frozenset[Mark] = frozenset()
    pronunciation: str = ""
    booking: Booking = Booking.PLANNED
    remark: str = ""


class Rejected(Struct, frozen=True):
    """A row that could not be used: where it stands, why (in Dutch), and its key if it has one."""

    where: str
    reason: str
    key: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """All that a reader got out of a file; `columns` are the known ones that the file has.

    `place` is how the line of a row is told, with its field {number}. A file that is not `whole`
    tells of a few appointments, so that nothing is withdrawn because it is not in it. A file that
    looks ahead tells of every day up to and including `until`, also when nobody comes.
    """

    rows: tuple[IncomingRow, ...]
    columns: frozenset[str]
    rejected: tuple[Rejected, ...] = ()
    remarks: tuple[str, ...] = ()
    place: str = N_("regel {number}")
    whole: bool = True
    until: date | None = None


class Window(Struct, frozen=True):
    """The days that are wanted of an agenda, the last one included."""

    first: date
    last: date


@contextmanager
def in_bulk() -> Iterator[list[object]]:
    """Work on very many rows without keeping the other threads waiting.

    They get their turn more often than usual. Garbage is not looked for: rows hold no cycles, and
    looking takes longer than reading. What is put in the list that this gives is let go at the end.
    """
    bulk: list[object] = []
    collected, turn = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_SHORT_TURN)
    try:
        yield bulk
        let_go(bulk)
    finally:
        sys.setswitchinterval(turn)
        if collected:
            gc.enable()


def let_go(many: list[Any]) -> None:
    """Empty `many` bit by bit: all at once lets no other thread run for a third of a second."""
    while many:
        del many[-_AT_ONCE:]
