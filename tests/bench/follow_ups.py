"""The Opvolging screen of a practice that promised very much and did nothing of it."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import Kind, NewFollowUp, Reached, Source
from reception_assistant.settings.catalogue import ZONE
from reception_assistant.store import follow_ups as store
from tests.bench import lists, world
from tests.bench.measure import Row, row

_PROMISES = 20_000
_KINDS = (Kind.CALLBACK, Kind.CALLBACK, Kind.PROMISE, Kind.THIRD_PARTY, Kind.SOLVED)
_TRIED_EACH = 3
"""One in so many was tried before."""


def rows() -> Iterator[Row]:
    """Measure the list of follow-ups."""
    what = f"open the list of {_PROMISES:,} open promises, with the card of the first"
    measure = partial(lists.opened, "follow_ups", _fill)
    yield row(what, lists.PAINTED, measure)


def _fill(desk: Desk, persons: list[str], staff: list[By]) -> None:
    """Promise as much as that, from months ago until months to come."""
    made = lists.utc(world.MOMENT - timedelta(days=100))
    zone = desk.settings.all().get(ZONE)
    with desk.store.writing() as db:
        for number in range(_PROMISES):
            new = _promise(number, persons, staff)
            before_utc = desk.time.to_utc(new.before)
            key = f"{number:08x}-0000-7000-8000-000000000000"
            store.add(db.conn, key, new, store.When(made, zone, before_utc))
            if number % _TRIED_EACH == 0:
                me = staff[0].employee.id
                db.execute(
                    """INSERT INTO promise_attempts (id, promise_id, at_utc, employee_id, reached)
                    VALUES (?, ?, ?, ?, ?)""",
                    (f"a{number}", key, made, me, _reached(number)),
                )


def _promise(number: int, persons: list[str], staff: list[By]) -> NewFollowUp:
    owner = staff[number % len(staff)].employee
    due = world.MOMENT + timedelta(minutes=15 * (number - _PROMISES // 2))
    kind = _KINDS[number % len(_KINDS)]
    known = number % 10 != 0
    return NewFollowUp(
        kind=kind,
        source=Source.CALL,
        what=lists.NOTE[: 20 + number % 50],
        before=f"{due:%Y-%m-%dT%H:%M}",
        owner_id=owner.id,
        by=owner.name,
        reach="0612345678",
        person_id=persons[number % len(persons)] if known else None,
        whom="" if known else f"mevrouw {number}",
        subject="rekening",
        third_party="verzekeraar" if kind is Kind.THIRD_PARTY else "",
    )


def _reached(number: int) -> Reached:
    return Reached.SPOKEN if number % 2 else Reached.NOT_REACHED
