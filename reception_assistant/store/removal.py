"""Removing a source: its appointments, and the people whom nobody else knows of."""

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.store.people import last_change
from reception_assistant.store.practitioners import remove_practitioner, works_here

if TYPE_CHECKING:
    from sqlite3 import Connection

# SQLite looks through a whole table for each row that goes where another may point at it; these
# make that quick, and are gone again at the end.
_WHILE_REMOVING = (
    ("removing_people", "source_persons (person_id)"),
    ("removing_animals", "appointments (animal_id) WHERE animal_id IS NOT NULL"),
    ("removing_practitioners", "appointments (practitioner_id) WHERE practitioner_id IS NOT NULL"),
    ("removing_complaints", "complaints (appointment_id) WHERE appointment_id IS NOT NULL"),
    ("removing_feedback", "feedback (person_id) WHERE person_id IS NOT NULL"),
)

# Only known through this source, without any appointment left, never put right by hand, and never
# spoken to: a call in the log keeps its caller, and one that is not there yet too. So do a promise,
# a complaint, what somebody told us, and an incident: somebody here still has to do with them.
_LEAVING = """
INSERT INTO temp.leaving
SELECT sp.person_id FROM source_persons sp JOIN persons p ON p.id = sp.person_id
WHERE sp.source_id = ? AND p.corrected = ''
    AND NOT EXISTS (SELECT 1 FROM source_persons o
        WHERE o.person_id = sp.person_id AND o.source_id <> sp.source_id)
    AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.person_id = sp.person_id)
    AND NOT EXISTS (SELECT 1 FROM calls c WHERE c.person_id = sp.person_id)
    AND NOT EXISTS (SELECT 1 FROM promises pr WHERE pr.person_id = sp.person_id)
    AND NOT EXISTS (SELECT 1 FROM complaints co WHERE co.person_id = sp.person_id)
    AND NOT EXISTS (SELECT 1 FROM feedback fb WHERE fb.person_id = sp.person_id)
    AND NOT EXISTS (SELECT 1 FROM incidents i WHERE i.person_id = sp.person_id)
    AND sp.person_id NOT IN (SELECT value FROM json_each(?))
"""
_OF_THOSE = "IN (SELECT id FROM temp.leaving)"

# Who stays, though nobody tells of them any more, is known by hand from now on: so that a file that
# tells of them again is recognised.
_STAYING = f"""
INSERT INTO source_persons (source_id, person_id, name_key, birth_date, phone_key, said)
SELECT h.id, sp.person_id, sp.name_key, sp.birth_date, sp.phone_key, ''
FROM source_persons sp JOIN sources h ON h.kind = 'hand'
WHERE sp.source_id = ? AND sp.person_id NOT {_OF_THOSE}
    AND NOT EXISTS (SELECT 1 FROM source_persons o
        WHERE o.person_id = sp.person_id AND o.source_id <> sp.source_id)
"""


class Holding(NamedTuple):
    """What a source holds: appointments, and those among them that the desk marked."""

    appointments: int
    marked: int


def holding(connection: "Connection", source_id: str) -> Holding:
    """Return what would go with a source."""
    row = connection.execute(
        """SELECT COUNT(*), COALESCE(SUM(EXISTS (
            SELECT 1 FROM visit_events e WHERE e.appointment_id = a.id)), 0)
        FROM appointments a WHERE a.source_id = ?""",
        (source_id,),
    ).fetchone()
    return Holding(*row)


def remove_source(connection: "Connection", source_id: str, talking: Collection[str] = ()) -> None:
    """Remove a source with all that it told; the caller holds the transaction.

    `talking` are the people in conversations that are not in the log yet: they stay.
    """
    for name, columns in _WHILE_REMOVING:
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    one = (source_id,)
    _remove_appointments(connection, source_id)
    _remove_people(connection, source_id, talking)
    connection.execute(
        """DELETE FROM reading_problems WHERE reading_id IN (
            SELECT id FROM readings WHERE source_id = ?)""",
        one,
    )
    for table in ("readings", "watches"):
        connection.execute(f"DELETE FROM {table} WHERE source_id = ?", one)
    profile = connection.execute("SELECT profile_id FROM sources WHERE id = ?", one).fetchone()
    connection.execute("DELETE FROM sources WHERE id = ?", one)
    if profile and profile[0]:
        connection.execute(
            """DELETE FROM profiles WHERE id = ?
                AND id NOT IN (SELECT profile_id FROM sources WHERE profile_id IS NOT NULL)""",
            profile,
        )
    for name, _columns in _WHILE_REMOVING:
        connection.execute(f"DROP INDEX {name}")


def _remove_appointments(connection: "Connection", source_id: str) -> None:
    """Remove the appointments, what was noted of them, and who then sees nobody any more."""
    one = (source_id,)
    practitioners = connection.execute(
        """SELECT DISTINCT practitioner_id FROM appointments
        WHERE source_id = ? AND practitioner_id IS NOT NULL""",
        one,
    ).fetchall()
    connection.execute(
        """DELETE FROM visit_events WHERE appointment_id IN (
            SELECT id FROM appointments WHERE source_id = ?)""",
        one,
    )
    connection.execute(
        """DELETE FROM moves WHERE appointment_id IN (
            SELECT id FROM appointments WHERE source_id = ?)""",
        one,
    )
    connection.execute(
        """UPDATE complaints SET appointment_id = NULL WHERE appointment_id IN (
            SELECT id FROM appointments WHERE source_id = ?)""",
        one,
    )
    connection.execute("DELETE FROM appointments WHERE source_id = ?", one)
    for practitioner in practitioners:
        if not works_here(connection, practitioner[0]):
            remove_practitioner(connection, practitioner[0])


def _remove_people(connection: "Connection", source_id: str, talking: Collection[str]) -> None:
    one = (source_id,)
    changed = last_change(connection)
    connection.execute("CREATE TEMP TABLE leaving (id TEXT PRIMARY KEY)")
    connection.execute(_LEAVING, (source_id, json.dumps(list(talking))))
    connection.execute(_STAYING, one)
    connection.execute("DELETE FROM source_persons WHERE source_id = ?", one)
    connection.execute(
        f"""DELETE FROM person_search WHERE rowid IN (
            SELECT place FROM persons WHERE id {_OF_THOSE})"""
    )
    connection.execute(f"DELETE FROM animal_owners WHERE person_id {_OF_THOSE}")
    connection.execute(
        """DELETE FROM animals WHERE id NOT IN (SELECT animal_id FROM animal_owners)
            AND id NOT IN (SELECT animal_id FROM appointments WHERE animal_id IS NOT NULL)"""
    )
    connection.execute(f"DELETE FROM persons WHERE id {_OF_THOSE}")
    connection.execute("DROP TABLE temp.leaving")
    # The count of writes never goes back: whoever holds people in memory would miss the next one.
    connection.execute(
        """UPDATE persons SET changed = ? WHERE id = (
            SELECT id FROM persons ORDER BY changed DESC LIMIT 1)""",
        (changed,),
    )
