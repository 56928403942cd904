"""What each reading of a source gave, and what of it was not understood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

_KEPT = 20  # readings of each source
_MOST_PROBLEMS = 500
_COLUMNS = """id, source_id, at_utc, place, rows_read, rows_new, rows_changed, rows_unchanged,
    rows_withdrawn, rows_rejected"""


class KeptReading(NamedTuple):
    """One reading: `place` is the file, folder or address that it came from."""

    id: str
    source_id: str
    at_utc: str
    place: str
    read: int
    new: int
    changed: int
    unchanged: int
    withdrawn: int
    rejected: int


class Problem(NamedTuple):
    """What was not understood: `place` is empty when it is about the whole."""

    place: str
    problem: str


def add_reading(
    connection: "Connection", reading: KeptReading, problems: Sequence[Problem]
) -> None:
    """Keep a reading with its problems; the oldest ones of the source go."""
    marks = ", ".join("?" * len(reading))
    connection.execute(f"INSERT INTO readings ({_COLUMNS}) VALUES ({marks})", tuple(reading))
    connection.executemany(
        "INSERT INTO reading_problems (reading_id, number, place, problem) VALUES (?, ?, ?, ?)",
        [
            (reading.id, number, each.place, each.problem)
            for number, each in enumerate(problems[:_MOST_PROBLEMS])
        ],
    )
    old = [
        row[0]
        for row in connection.execute(
            "SELECT id FROM readings WHERE source_id = ? ORDER BY at_utc DESC, id DESC",
            (reading.source_id,),
        )
    ][_KEPT:]
    for key in old:
        connection.execute("DELETE FROM reading_problems WHERE reading_id = ?", (key,))
        connection.execute("DELETE FROM readings WHERE id = ?", (key,))


def readings_of(connection: "Connection", source_id: str) -> list[KeptReading]:
    """Return the last readings of a source, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM readings WHERE source_id = ? ORDER BY at_utc DESC, id DESC",
        (source_id,),
    )
    return [KeptReading._make(row) for row in rows]


def last_source_from(connection: "Connection", place: str) -> str:
    """Return the id of the source that was last read from `place`; empty when none was."""
    row = connection.execute(
        "SELECT source_id FROM readings WHERE place = ? ORDER BY at_utc DESC, id DESC LIMIT 1",
        (place,),
    ).fetchone()
    return str(row[0]) if row else ""


def problems_of(connection: "Connection", reading_id: str) -> list[Problem]:
    """Return what was not understood at a reading, in order of the file."""
    rows = connection.execute(
        "SELECT place, problem FROM reading_problems WHERE reading_id = ? ORDER BY number",
        (reading_id,),
    )
    return [Problem._make(row) for row in rows]
