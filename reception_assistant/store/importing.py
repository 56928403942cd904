"""Writing what an import planned: people, animals, practitioners and appointments in bulk."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reception_assistant.agenda.finding import words_of
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.moving import is_move
from reception_assistant.agenda.plan import AppointmentStep, PersonStep, Plan
from reception_assistant.agenda.telling import APPOINTMENT_FIELDS, PERSON_FIELDS, joined, name_from
from reception_assistant.ids import NewId
from reception_assistant.naming.listed import sort_key
from reception_assistant.store.first_day import as_kept
from reception_assistant.store.people import (
    INDEX_WORDS,
    SEARCHED_FIELDS,
    change_fields,
    last_change,
)
from reception_assistant.store.places import Places
from reception_assistant.store.visits import add_move
from reception_assistant.text import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

_AT_ONCE = 500  # each part holds up the other threads for a few milliseconds
_CACHE_KIB = 64_000  # room for the pages of a large import, so that each is written once
_Item = TypeVar("_Item")
_TOLD = {name: place for place, name in enumerate(APPOINTMENT_FIELDS)}

Step = Callable[[int], None]
"""Told how many more steps are done; raises `Cancelled` when the user wants to stop."""

ToUtc = Callable[[str], str]
"""Turns local wall time (ISO, to the minute) into UTC."""


class Context(NamedTuple):
    """What the writer of an import needs to know beside the plan."""

    source_id: str
    zone: str
    to_utc: ToUtc
    now_utc: str
    new_id: NewId


def write_plan(db: "Database", plan: Plan, context: Context, step: Step) -> None:
    """Do what `plan` says; the caller holds the transaction."""
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    added = [each for each in plan.persons if each.entry.is_new]
    known = [each for each in plan.persons if not each.entry.is_new]
    _add_persons(db, added, context, step)
    for person in known:
        _change_person(db, person, context)
    references = _References(db.conn, context.new_id)
    references.prepare(plan.appointments)
    new = [each for each in plan.appointments if each.known is None]
    _add_appointments(db.conn, new, references, context, step)
    for appointment in plan.appointments:
        if appointment.known is not None:
            _change_appointment(db.conn, appointment, references, context)
    db.conn.executemany(
        "UPDATE appointments SET withdrawn_utc = ?, row_version = row_version + 1 WHERE id = ?",
        [(context.now_utc, each.id) for each in plan.withdrawn],
    )
    db.execute("PRAGMA cache_size = -2000")  # as SQLite begins with


def _add_persons(db: "Database", steps: Sequence[PersonStep], context: Context, step: Step) -> None:
    places, changed = Places(db.conn), last_change(db.conn) + 1
    columns = ("id", "place", "changed", "loose", "sort_key", *PERSON_FIELDS)
    person = f"INSERT INTO persons ({', '.join(columns)}) VALUES ({_marks(len(columns))})"
    told = PERSON_FIELDS.index
    born, phone, title_spoken = told("birth_date"), told("phone"), told("title_spoken")
    names = [PERSON_FIELDS.index(name) for name in SEARCHED_FIELDS]
    for some in _in_parts(steps):
        persons, links, words = [], [], []
        for entry, values, _fields in some:
            key = as_kept(sort_key(name_from(values)))
            row = list(values)
            row[title_spoken] = "1" if values[title_spoken] else "0"
            place = places.next(key)
            persons.append((entry.person_id, place, changed, int(entry.loose), key, *row))
            links.append((context.source_id, entry.person_id, *entry.identity, joined(values)))
            text = words_of([values[place] for place in names], values[born], values[phone])
            words.append((place, text))
        db.conn.executemany(person, persons)
        db.conn.executemany(_LINK, links)
        db.conn.executemany(INDEX_WORDS, sorted(words))  # in order they are added much faster
        step(len(some))


_LINK = """
INSERT INTO source_persons (source_id, person_id, number, name_key, birth_date, phone_key, said)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (source_id, person_id) DO UPDATE SET number = excluded.number,
    name_key = excluded.name_key, birth_date = excluded.birth_date,
    phone_key = excluded.phone_key, said = excluded.said
"""


def _change_person(db: "Database", step: PersonStep, context: Context) -> None:
    """Take over what is told differently, except what was put right by hand."""
    entry = step.entry
    row = db.conn.execute(
        "SELECT corrected FROM persons WHERE id = ?", (entry.person_id,)
    ).fetchone()
    corrected = set(row[0].split())
    fields = {name: value for name, value in step.fields.items() if name not in corrected}
    db.conn.execute(_LINK, (context.source_id, entry.person_id, *entry.identity, joined(step.told)))
    if fields:
        change_fields(db.conn, entry.person_id, fields)


class _References:
    """The ids of practitioners and animals by name, made where they are new."""

    def __init__(self, connection: "Connection", new_id: NewId) -> None:
        self._connection = connection
        self._new_id = new_id
        self._practitioners: dict[str, str] = {
            name: key for key, name in connection.execute("SELECT id, name FROM practitioners")
        }
        self._animals: dict[tuple[str, str], str] = {}

    def prepare(self, steps: Sequence[AppointmentStep]) -> None:
        """Make every practitioner and animal that these steps name."""
        person, practitioner, animal = (
            _TOLD[field] for field in ("person_id", "practitioner", "animal")
        )
        with_animal = [step.told for step in steps if step.told[animal]]
        for owner in {told[person] for told in with_animal}:
            self._load_animals(owner)
        for name in {step.told[practitioner] for step in steps}:
            self._practitioner(name)
        for told in with_animal:
            self._animal(told)

    def practitioner(self, name: str) -> str | None:
        """Return the id of a practitioner; None without a name."""
        return self._practitioners.get(name)

    def animal(self, person_id: str, name: str) -> str | None:
        """Return the id of somebody's animal; None without a name."""
        return self._animals.get((person_id, fold(name))) if name else None

    def _practitioner(self, name: str) -> None:
        if not name or name in self._practitioners:
            return
        self._practitioners[name] = key = self._new_id()
        self._connection.execute("INSERT INTO practitioners (id, name) VALUES (?, ?)", (key, name))

    def _load_animals(self, owner: str) -> None:
        found = self._connection.execute(
            """SELECT an.id, an.name FROM animals an JOIN animal_owners o ON o.animal_id = an.id
            WHERE o.person_id = ?""",
            (owner,),
        )
        self._animals.update(((owner, fold(name)), key) for key, name in found)

    def _animal(self, told: tuple[str, ...]) -> None:
        owner, name, species = (told[_TOLD[field]] for field in ("person_id", "animal", "species"))
        key = self._animals.get((owner, fold(name)))
        if key is None:
            self._animals[owner, fold(name)] = key = self._new_id()
            self._connection.execute(
                "INSERT INTO animals (id, name, species) VALUES (?, ?, ?)", (key, name, species)
            )
            self._connection.execute("INSERT INTO animal_owners VALUES (?, ?)", (key, owner))
        elif species:
            self._connection.execute(
                "UPDATE animals SET species = ? WHERE id = ? AND species <> ?",
                (species, key, species),
            )
        if Mark.ANIMAL_DECEASED in told[_TOLD["marks"]].split():
            self._connection.execute("UPDATE animals SET deceased = 1 WHERE id = ?", (key,))


_NEW_APPOINTMENT = """
INSERT INTO appointments (id, source_id, source_key, person_id, practitioner_id, animal_id, starts,
    zone, starts_utc, minutes, treatment, parent, marks, remark, booking, said)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _add_appointments(
    connection: "Connection",
    steps: Sequence[AppointmentStep],
    references: _References,
    context: Context,
    step: Step,
) -> None:
    for some in _in_parts(steps):
        rows = []
        for each in some:
            starts, person_id, practitioner, animal, _species, minutes, *rest = each.told
            rows.append(
                (
                    each.id,
                    context.source_id,
                    each.key,
                    person_id,
                    references.practitioner(practitioner),
                    references.animal(person_id, animal),
                    starts,
                    context.zone,
                    context.to_utc(starts),
                    int(minutes),
                    *rest,
                    joined(each.told),
                )
            )
        connection.executemany(_NEW_APPOINTMENT, rows)
        step(len(some))


def _change_appointment(
    connection: "Connection", step: AppointmentStep, references: _References, context: Context
) -> None:
    """Take over what the source says differently; an appointment that is back stands again."""
    columns: dict[str, object] = {
        "source_id": context.source_id,
        "source_key": step.key,
        "said": joined(step.told),
        "withdrawn_utc": "",
    }
    told = dict(zip(APPOINTMENT_FIELDS, step.told, strict=True))
    for name in step.fields:
        if name == "practitioner":
            columns["practitioner_id"] = references.practitioner(told[name])
        elif name not in {"animal", "species"}:
            columns[name] = told[name]
    if not step.fields.keys().isdisjoint({"person_id", "animal", "species"}):
        columns["animal_id"] = references.animal(told["person_id"], told["animal"])
    if "starts" in step.fields:
        _note_move(connection, step, told["starts"], context)
        columns["starts_utc"] = context.to_utc(told["starts"])
        columns["zone"] = context.zone
    settings = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(
        f"UPDATE appointments SET {settings}, row_version = row_version + 1 WHERE id = ?",
        (*columns.values(), step.id),
    )


def _note_move(
    connection: "Connection", step: AppointmentStep, starts: str, context: Context
) -> None:
    before = datetime.fromisoformat(step.known.starts) if step.known else None
    other_person = "person_id" in step.fields
    if before is not None and not other_person and is_move(before, datetime.fromisoformat(starts)):
        add_move(connection, context.new_id(), step.id, before, context.now_utc)


def _in_parts(steps: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(steps), _AT_ONCE):
        yield steps[start : start + _AT_ONCE]


def _marks(number: int) -> str:
    return ", ".join("?" * number)
