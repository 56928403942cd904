"""The Klachten screen of a practice that heard very many complaints, half of them still open."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from reception_assistant.complaints.complaint import Field, Form, NewComplaint, Phase, Where
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.store import complaints as store
from tests.bench import lists, world
from tests.bench.measure import Row, row

_COMPLAINTS = 5_000
_DAYS = 900
"""They came in over so many days."""


def rows() -> Iterator[Row]:
    """Measure the register."""
    what = f"another half of the register of {_COMPLAINTS:,} complaints, open or closed"
    yield row(what, lists.PAINTED, partial(lists.opened, "complaints", _fill))


def _fill(desk: Desk, persons: list[str], staff: list[By]) -> None:
    causes = [each.id for each in desk.after.learning.causes()]
    regimes = [each.id for each in desk.after.complaints.regimes()]
    made, closed = lists.utc(world.MOMENT), lists.utc(world.MOMENT - timedelta(days=1))
    with desk.store.writing() as db:
        for number in range(_COMPLAINTS):
            key = f"{number:08x}-0000-7000-8000-000000000000"
            owner = staff[number % len(staff)].employee.id
            regime = regimes[number % len(regimes)]
            new = _complaint(number, persons, owner, regime)
            store.add_complaint(db.conn, key, new, made)
            cause = causes[number % len(causes)]
            for field, text in ((Field.WORDS, lists.NOTE), (Field.CAUSE, cause)):
                store.put_answer(db.conn, key, field, text, (made, owner))
            columns: dict[str, object] = {"phase": int(Phase(number % len(Phase) + 1))}
            if number % 2:
                columns |= {"state": "gesloten", "closed_utc": closed}
            store.change_complaint(db.conn, key, columns)


def _complaint(number: int, persons: list[str], owner_id: str, regime: str) -> NewComplaint:
    known = number % 10 != 0
    return NewComplaint(
        subject=lists.NOTE[: 20 + number % 50],
        received=f"{world.TODAY - timedelta(days=number % _DAYS)}",
        form=Form.WRITTEN if number % 4 < 2 else Form.SPOKEN,
        where=Where.MAIL if number % 4 < 2 else Where.PHONE,
        owner_id=owner_id,
        regime=regime,
        reason="rekening",
        person_id=persons[number % len(persons)] if known else None,
        whom="" if known else f"mevrouw {number}",
    )
