"""What a reader understood of a file, before it is matched with what we know."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from msgspec import Struct

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Booking
from reception_assistant.naming.person import PersonName

Progress = Callable[[float], None]
"""Told the part done, from 0 to 1; raises `Cancelled` when the user wants to stop."""


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
    """All that a reader got out of a file; `columns` are the known ones that the file has."""

    rows: tuple[IncomingRow, ...]
    columns: frozenset[str]
    rejected: tuple[Rejected, ...] = ()
    remarks: tuple[str, ...] = ()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: rows hold no cycles, and looking takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
