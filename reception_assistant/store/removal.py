"""Removing a source: its appointments, and the people whom nobody else told of."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

# Only known through this source, without any appointment left, and never put right by hand.
_ALONE = """
SELECT sp.person_id FROM source_persons sp JOIN persons p ON p.id = sp.person_id
WHERE sp.source_id = ? AND p.corrected = ''
    AND NOT EXISTS (SELECT 1 FROM source_persons o
        WHERE o.person_id = sp.person_id AND o.source_id <> sp.source_id)
    AND NOT EXISTS (SELECT 1 FROM appointments a WHERE a.person_id = sp.person_id)
"""
_OF_THOSE = "IN (SELECT id FROM temp.leaving)"


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


def remove_source(connection: "Connection", source_id: str) -> None:
    """Remove a source with all that it told; the caller holds the transaction."""
    one = (source_id,)
    connection.execute(
        """DELETE FROM visit_events WHERE appointment_id IN (
            SELECT id FROM appointments WHERE source_id = ?)""",
        one,
    )
    connection.execute("DELETE FROM appointments WHERE source_id = ?", one)
    _remove_people(connection, source_id)
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
        connection.execute("DELETE FROM profiles WHERE id = ?", (profile[0],))


def _remove_people(connection: "Connection", source_id: str) -> None:
    connection.execute("CREATE TEMP TABLE leaving (id TEXT PRIMARY KEY)")
    try:
        connection.execute(f"INSERT INTO temp.leaving {_ALONE}", (source_id,))
        connection.execute("DELETE FROM source_persons WHERE source_id = ?", (source_id,))
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
    finally:
        connection.execute("DROP TABLE temp.leaving")
