"""The sources that are read again by themselves."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

_COLUMNS = "source_id, place, every_minutes, seen, trouble"


class Watch(NamedTuple):
    """One watched source: a file, a folder, or a web address that is asked every so many minutes.

    `seen` is the state of the place that was read last; `trouble` what was told of it last.
    """

    source_id: str
    place: str
    every_minutes: int = 0
    seen: str = ""
    trouble: str = ""


def read_watches(connection: "Connection") -> list[Watch]:
    """Return all watched sources."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM watches ORDER BY source_id")
    return [Watch._make(row) for row in rows]


def save_watch(connection: "Connection", watch: Watch) -> None:
    """Watch a source, or watch it otherwise."""
    connection.execute(
        f"""INSERT INTO watches ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (source_id) DO UPDATE SET place = excluded.place,
            every_minutes = excluded.every_minutes, seen = excluded.seen,
            trouble = excluded.trouble, row_version = row_version + 1""",
        tuple(watch),
    )


def move_watch(connection: "Connection", source_id: str, to_id: str) -> None:
    """Let what is watched for one source feed another, in the place of what fed that."""
    delete_watch(connection, to_id)
    connection.execute(
        "UPDATE watches SET source_id = ?, row_version = row_version + 1 WHERE source_id = ?",
        (to_id, source_id),
    )


def delete_watch(connection: "Connection", source_id: str) -> None:
    """Watch a source no more."""
    connection.execute("DELETE FROM watches WHERE source_id = ?", (source_id,))
