"""Profiles of agenda files, what each source told at each reading, and sources that are watched."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # signature is by what the files of this system are known again; choices are kept as JSON that
    # only the program looks into.
    """
    CREATE TABLE profiles (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        signature TEXT NOT NULL,
        choices TEXT NOT NULL,
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    "ALTER TABLE sources ADD COLUMN profile_id TEXT REFERENCES profiles (id)",
    "ALTER TABLE sources ADD COLUMN signature TEXT NOT NULL DEFAULT ''",
    # place is a file, a folder or a web address; seen says which state of it was read last, and
    # trouble what was told about it last, so that it is told once.
    """
    CREATE TABLE watches (
        source_id TEXT PRIMARY KEY REFERENCES sources (id),
        place TEXT NOT NULL,
        every_minutes INTEGER NOT NULL DEFAULT 0,
        seen TEXT NOT NULL DEFAULT '',
        trouble TEXT NOT NULL DEFAULT '',
        row_version INTEGER NOT NULL DEFAULT 1
    )""",
    """
    CREATE TABLE readings (
        id TEXT PRIMARY KEY,
        source_id TEXT NOT NULL REFERENCES sources (id),
        at_utc TEXT NOT NULL,
        place TEXT NOT NULL,
        rows_read INTEGER NOT NULL,
        rows_new INTEGER NOT NULL,
        rows_changed INTEGER NOT NULL,
        rows_unchanged INTEGER NOT NULL,
        rows_withdrawn INTEGER NOT NULL,
        rows_rejected INTEGER NOT NULL
    )""",
    """
    CREATE TABLE reading_problems (
        reading_id TEXT NOT NULL REFERENCES readings (id),
        number INTEGER NOT NULL,
        place TEXT NOT NULL DEFAULT '',
        problem TEXT NOT NULL,
        PRIMARY KEY (reading_id, number)
    )""",
    "CREATE INDEX readings_by_source ON readings (source_id, at_utc)",
)


def apply(db: "Database") -> None:
    """Make the tables of the second version."""
    for statement in _STATEMENTS:
        db.execute(statement)
