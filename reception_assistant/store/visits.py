"""Appointments made by hand, and what the desk noted of visits."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.visit import Booking, EventKind, Status, VisitEvent, status_of
from reception_assistant.text import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.ids import NewId

_EVENT_COLUMNS = "id, kind, at_utc, employee_id, undoes"


class Standing(NamedTuple):
    """Where an appointment stands, for deciding what may be done with it."""

    start: datetime
    status: Status


def read_standing(connection: "Connection", appointment_id: str) -> Standing | None:
    """Return where an appointment stands; None when there is none with this id."""
    row = connection.execute(
        "SELECT starts, booking, withdrawn_utc FROM appointments WHERE id = ?", (appointment_id,)
    ).fetchone()
    if row is None:
        return None
    status = status_of(
        Booking(row[1]), events_of(connection, appointment_id), withdrawn=bool(row[2])
    )
    return Standing(datetime.fromisoformat(row[0]), status)


def events_of(connection: "Connection", appointment_id: str) -> list[VisitEvent]:
    """Return all that was noted of a visit, oldest first."""
    rows = connection.execute(
        f"SELECT {_EVENT_COLUMNS} FROM visit_events WHERE appointment_id = ? ORDER BY at_utc, id",
        (appointment_id,),
    )
    return [VisitEvent(row[0], EventKind(row[1]), *row[2:]) for row in rows]


def add_event(connection: "Connection", appointment_id: str, event: VisitEvent) -> None:
    """Note `event` of a visit; noting the same one again changes nothing."""
    connection.execute(
        """INSERT INTO visit_events (id, appointment_id, kind, at_utc, employee_id, undoes)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
        (event.id, appointment_id, event.kind, event.at_utc, event.employee_id, event.undoes),
    )


def last_own_event(
    connection: "Connection", employee_id: str, since_utc: str
) -> tuple[str, VisitEvent] | None:
    """Return the newest mark of an employee since a moment that still stands, and its visit."""
    row = connection.execute(
        """SELECT e.appointment_id, e.id, e.kind, e.at_utc, e.employee_id, e.undoes
        FROM visit_events e
        WHERE e.employee_id = ? AND e.at_utc >= ? AND e.kind <> 'undone'
            AND NOT EXISTS (SELECT 1 FROM visit_events u WHERE u.undoes = e.id)
        ORDER BY e.at_utc DESC, e.id DESC LIMIT 1""",
        (employee_id, since_utc),
    ).fetchone()
    return (row[0], VisitEvent(row[1], EventKind(row[2]), *row[3:])) if row else None


def add_appointment(
    connection: "Connection", appointment_id: str, columns: Mapping[str, object]
) -> None:
    """Add an appointment; adding the same one again changes nothing."""
    names = ("id", *columns)
    connection.execute(
        f"""INSERT INTO appointments ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})
        ON CONFLICT (id) DO NOTHING""",
        (appointment_id, *columns.values()),
    )


def add_move(
    connection: "Connection", move_id: str, appointment_id: str, starts: datetime, at_utc: str
) -> None:
    """Note that an appointment went away from `starts`; noting it again changes nothing."""
    connection.execute(
        """INSERT INTO moves (id, appointment_id, starts, at_utc) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING""",
        (move_id, appointment_id, starts.isoformat(timespec="minutes"), at_utc),
    )


def change_appointment(
    connection: "Connection", appointment_id: str, version: int, columns: Mapping[str, object]
) -> bool:
    """Change an appointment that is still at `version`; tells whether it was."""
    settings = ", ".join(f"{name} = ?" for name in columns)
    done = connection.execute(
        f"""UPDATE appointments SET {settings}, row_version = row_version + 1
        WHERE id = ? AND row_version = ?""",
        (*columns.values(), appointment_id, version),
    )
    return done.rowcount == 1


def animal_id(
    connection: "Connection", person_id: str, name: str, species: str, new_id: "NewId"
) -> str | None:
    """Return the id of somebody's animal, which is added when new; None without a name."""
    if not name:
        return None
    owned = connection.execute(
        """SELECT an.id, an.name FROM animals an JOIN animal_owners o ON o.animal_id = an.id
        WHERE o.person_id = ?""",
        (person_id,),
    ).fetchall()
    for key, known in owned:
        if fold(known) == fold(name):
            return str(key)
    key = new_id()
    connection.execute(
        "INSERT INTO animals (id, name, species) VALUES (?, ?, ?)", (key, name, species)
    )
    connection.execute("INSERT INTO animal_owners VALUES (?, ?)", (key, person_id))
    return key
