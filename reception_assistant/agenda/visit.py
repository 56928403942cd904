"""A visit: what the source says of it, what happened at the desk, and what state follows."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Booking(StrEnum):
    """What the source says of an appointment (its column `status`)."""

    PLANNED = "gepland"
    MOVED = "verzet"
    CANCELLED = "afgezegd"
    CAME = "gekomen"
    NO_SHOW = "niet-gekomen"


class EventKind(StrEnum):
    """What somebody at the desk noted; an event is never rewritten, only undone by a later one."""

    ARRIVED = "arrived"
    TAKEN_IN = "taken_in"
    LEFT = "left"
    NO_SHOW = "no_show"
    UNDONE = "undone"


class Status(StrEnum):
    """Where a visit stands."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    TAKEN_IN = "taken_in"
    LEFT = "left"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


OFF_THE_LIST = frozenset({Status.CANCELLED, Status.WITHDRAWN})
"""The states of somebody who is not coming; shown only when asked for."""

_BY_BOOKING = {
    Booking.PLANNED: Status.EXPECTED,
    Booking.MOVED: Status.CANCELLED,
    Booking.CANCELLED: Status.CANCELLED,
    Booking.CAME: Status.ARRIVED,
    Booking.NO_SHOW: Status.NO_SHOW,
}


class VisitEvent(NamedTuple):
    """One mark at the desk: `at_utc` in ISO form, `undoes` the id of the event it takes back."""

    id: str
    kind: EventKind
    at_utc: str
    employee_id: str
    undoes: str | None = None


def standing(events: Iterable[VisitEvent]) -> tuple[VisitEvent, ...]:
    """Return the events that were not undone, oldest first."""
    in_order = sorted(events, key=lambda event: (event.at_utc, event.id))
    undone = {event.undoes for event in in_order if event.kind is EventKind.UNDONE}
    return tuple(
        event for event in in_order if event.kind is not EventKind.UNDONE and event.id not in undone
    )


def status_of(booking: Booking, events: Iterable[VisitEvent], *, withdrawn: bool) -> Status:
    """Return where the visit stands: what the desk saw counts before what the source says."""
    seen = standing(events)
    if seen:
        return Status(seen[-1].kind.value)
    return Status.WITHDRAWN if withdrawn else _BY_BOOKING[booking]
