"""How practitioners are called, when they run late, and how often an appointment was moved."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # spoken is how the desk calls them ("tandarts Bakker"); name stays as the source writes it.
    # Whoever was entered or changed by hand stays when the last source that tells of them goes.
    "ALTER TABLE practitioners ADD COLUMN spoken TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE practitioners ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0",
    # Told at the desk; of one practitioner the newest counts: 0 minutes is on time, and NULL takes
    # back what was told before.
    """
    CREATE TABLE delays (
        id TEXT PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioners (id),
        minutes INTEGER,
        at_utc TEXT NOT NULL,
        employee_id TEXT NOT NULL REFERENCES employees (id)
    )""",
    # One row for each time that an appointment went to another day or hour; starts is where it
    # stood before, in local wall time.
    """
    CREATE TABLE moves (
        id TEXT PRIMARY KEY,
        appointment_id TEXT NOT NULL REFERENCES appointments (id),
        starts TEXT NOT NULL,
        at_utc TEXT NOT NULL
    )""",
    # The days that the source knows without a gap, as of its last reading.
    "ALTER TABLE sources ADD COLUMN known_from TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE sources ADD COLUMN known_until TEXT NOT NULL DEFAULT ''",
    # What was undone is asked of each mark in a person's past.
    "CREATE INDEX visit_events_undone ON visit_events (undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX delays_by_time ON delays (at_utc)",
    "CREATE INDEX moves_by_appointment ON moves (appointment_id)",
)


def apply(db: "Database") -> None:
    """Make the tables of the third version."""
    for statement in _STATEMENTS:
        db.execute(statement)
