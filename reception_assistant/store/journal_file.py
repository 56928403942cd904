"""The file of the journal: opened, looked over, and given the tables that this version knows."""

from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.errors import StoreError
from reception_assistant.i18n import _
from reception_assistant.store import driver
from reception_assistant.store.health import is_whole

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION_ID = 0x42414C47  # "BALG", in the header of the file

_MAGIC = b"SQLite format 3\0"
# What brings each version to the next one.
_STEPS = (
    (
        """CREATE TABLE heads (
            id TEXT PRIMARY KEY,
            facts TEXT NOT NULL,
            ending TEXT NOT NULL DEFAULT '',
            changed_utc TEXT NOT NULL,
            logged INTEGER NOT NULL DEFAULT 0
        )""",
        """CREATE TABLE events (
            call_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            facts TEXT NOT NULL,
            PRIMARY KEY (call_id, seq)
        ) WITHOUT ROWID""",
        """CREATE TABLE notes (
            call_id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            saved_utc TEXT NOT NULL
        )""",
    ),
    (
        # They did not tell yet what was in the conversation; the log still does.
        "DELETE FROM heads WHERE logged",
        # Who wrote last, and which revision that writer went on from.
        "ALTER TABLE heads ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE heads ADD COLUMN writer TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE heads ADD COLUMN since INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX heads_not_logged ON heads (id) WHERE NOT logged",
    ),
)
VERSION = len(_STEPS)


def opened(path: Path) -> "Connection":
    """Open the journal at `path`, made when it is not there; errors are those of the driver.

    Raises:
        StoreError: it was made by a newer program; it is then untouched.
    """
    _see_whether_sqlite(path)
    connection = driver.connect(path)
    try:
        version = _checked_version(connection)
        driver.make_durable(connection)
        connection.execute("PRAGMA secure_delete = ON")  # what was taken out of a note is gone
        if version < VERSION:
            _bring_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _see_whether_sqlite(path: Path) -> None:
    """Raise the error for damage when this is no SQLite; that itself throws away what lies beside.

    See `store/opening.py`.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError:
        return
    if start and start != _MAGIC:
        raise driver.damaged_error()


def _checked_version(connection: "Connection") -> int:
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = _version(connection)
    tables = int(connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
    # All of it: it holds the conversations of a day and digests of a week: a few milliseconds.
    if (tables and application != APPLICATION_ID) or not is_whole(connection):
        raise driver.damaged_error()
    if version > VERSION:
        raise StoreError(
            _("De lopende gesprekken zijn gemaakt met een nieuwere Balie."),
            _("Er is niets veranderd. Werk Balie bij op deze computer en start opnieuw."),
        )
    return version


def _bring_up(connection: "Connection") -> None:
    connection.execute("BEGIN IMMEDIATE")  # another process may be doing the same
    try:
        for statement in (each for step in _STEPS[_version(connection) :] for each in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: "Connection") -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
