"""Practitioners, and what the desk told of their running late."""

from typing import TYPE_CHECKING

from reception_assistant.staff.practitioner import Practitioner

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.ids import NewId


def practitioner_id(connection: "Connection", name: str, new_id: "NewId") -> str | None:
    """Return the id of a practitioner, who is added when new; None without a name."""
    if not name:
        return None
    connection.execute(
        "INSERT INTO practitioners (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        (new_id(), name),
    )
    row = connection.execute("SELECT id FROM practitioners WHERE name = ?", (name,)).fetchone()
    return str(row[0])


def read_practitioners(connection: "Connection") -> list[Practitioner]:
    """Return all practitioners by name."""
    rows = connection.execute(
        """SELECT id, name, spoken, EXISTS (
            SELECT 1 FROM appointments a WHERE a.practitioner_id = practitioners.id)
        FROM practitioners ORDER BY name"""
    )
    return [Practitioner(row[0], row[1], row[2], bool(row[3])) for row in rows]


def practitioner_names(connection: "Connection") -> list[str]:
    """Return the names of all practitioners, sorted."""
    return [row[0] for row in connection.execute("SELECT name FROM practitioners ORDER BY name")]


def save_practitioner(connection: "Connection", practitioner: Practitioner) -> None:
    """Add a practitioner by hand, or keep how one is called."""
    connection.execute(
        """INSERT INTO practitioners (id, name, spoken, by_hand) VALUES (?, ?, ?, 1)
        ON CONFLICT (id) DO UPDATE SET spoken = excluded.spoken, by_hand = 1,
            row_version = row_version + 1""",
        (practitioner.id, practitioner.name, practitioner.spoken),
    )


def add_delay(connection: "Connection", told: tuple[str, str, int | None, str, str]) -> None:
    """Note a delay: its id, the practitioner, minutes (None takes back), when (UTC), by whom."""
    connection.execute(
        """INSERT INTO delays (id, practitioner_id, minutes, at_utc, employee_id)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
        told,
    )


def works_here(connection: "Connection", practitioner_id: str) -> bool:
    """Tell whether an appointment names a practitioner, or somebody entered them by hand."""
    row = connection.execute(
        """SELECT by_hand OR EXISTS (
            SELECT 1 FROM appointments a WHERE a.practitioner_id = practitioners.id)
        FROM practitioners WHERE id = ?""",
        (practitioner_id,),
    ).fetchone()
    return row is not None and bool(row[0])


def remove_practitioner(connection: "Connection", practitioner_id: str) -> None:
    """Remove a practitioner whom no appointment names, with what was told of them."""
    connection.execute("DELETE FROM delays WHERE practitioner_id = ?", (practitioner_id,))
    connection.execute("DELETE FROM practitioners WHERE id = ?", (practitioner_id,))
