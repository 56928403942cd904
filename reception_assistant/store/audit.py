"""The audit on disk: entries are added and read, never changed."""

from typing import TYPE_CHECKING

from reception_assistant.audit.entry import Action, Entry

if TYPE_CHECKING:
    from sqlite3 import Connection


def add_entry(connection: "Connection", entry: Entry) -> None:
    """Keep `entry`."""
    connection.execute(
        """INSERT INTO audit (id, at_utc, employee_id, action, subject_id, detail)
        VALUES (?, ?, ?, ?, ?, ?)""",
        tuple(entry),
    )


def read_entries(connection: "Connection") -> list[Entry]:
    """Return all entries, oldest first."""
    rows = connection.execute(
        "SELECT id, at_utc, employee_id, action, subject_id, detail FROM audit ORDER BY at_utc, id"
    )
    return [Entry(row[0], row[1], row[2], Action(row[3]), row[4], row[5]) for row in rows]
