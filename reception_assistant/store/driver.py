"""One way to open SQLite: sqlcipher3, with the same settings everywhere.

sqlcipher3 brings a current SQLite (the one in many Python builds can lose commits under WAL with
two connections, mended in 3.51.3) and encryption for later. sqlite-utils looks for its driver
under the name pysqlite3; it is registered there before sqlite-utils is imported, because without
it the errors of sqlcipher3 pass its `except` clauses by.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, cast

import sqlcipher3  # type: ignore[import-untyped]
from sqlcipher3 import dbapi2

from reception_assistant.errors import BugError, StoreError
from reception_assistant.i18n import _

if TYPE_CHECKING:
    # The desk may speak of them under these names; it imports no SQL itself.
    from sqlite3 import Connection as Connection  # noqa: PLC0414  lent to others

    from sqlite_utils import Database as Database  # noqa: PLC0414  lent to others

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

OLDEST_SQLITE = (3, 51, 3)
BUSY_MILLISECONDS = 5_000
_PAUSE = 0.02  # seconds between two tries

Error = cast("type[Exception]", dbapi2.Error)
_DatabaseError = cast("type[Exception]", dbapi2.DatabaseError)

# Primary result codes of SQLite (sqlite.org/rescode.html) that are the world's fault.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_PERM, _AUTH, _NOMEM = 3, 23, 7
_DAMAGED = frozenset({_CORRUPT, _NOTADB})


def sqlite_version() -> tuple[int, ...]:
    """Return the version of the SQLite that is really in use."""
    return tuple(int(part) for part in dbapi2.sqlite_version.split("."))


def connect(path: Path) -> "Connection":
    """Open the file at `path`, without touching it yet; errors are those of the driver."""
    if sqlite_version() < OLDEST_SQLITE:
        raise BugError(f"SQLite {dbapi2.sqlite_version} can lose commits; 3.51.3 is needed")
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    return cast("Connection", connection)


def make_durable(connection: "Connection") -> None:
    """Let readers and one writer work side by side, and let no commit be lost in a power cut."""
    end = monotonic() + BUSY_MILLISECONDS / 1_000
    while not _keeps_journal(connection, patient=monotonic() < end):
        sleep(_PAUSE)
    connection.execute("PRAGMA synchronous = FULL")


def _keeps_journal(connection: "Connection", *, patient: bool) -> bool:
    """Change to WAL; tells whether that was done, or raises when there is no patience left.

    SQLite does not wait here for another process that is doing the same, whatever its time-out.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except _DatabaseError as error:
        if not patient or result_code(error) != _BUSY:
            raise
        return False
    return True


def tools(connection: "Connection") -> "Database":
    """Return sqlite-utils over `connection`, for writing; imported at the first write."""
    from sqlite_utils import Database  # late: start  # noqa: PLC0415

    return Database(connection, execute_plugins=False, recursive_triggers=False)


def result_code(error: Exception) -> int:
    """Return the primary SQLite result code of `error`; 0 when it has none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def is_damage(error: Exception) -> bool:
    """Tell whether `error` says that the file is damaged, or no database at all."""
    return result_code(error) in _DAMAGED


def is_busy(error: Exception) -> bool:
    """Tell whether `error`, as it is told to the user, is only that somebody else is writing."""
    cause = error.__cause__
    return isinstance(cause, Error) and result_code(cause) in (_BUSY, _LOCKED)


def damaged_error() -> Exception:
    """Return the error that the driver gives for a damaged file."""
    error = _DatabaseError("quick_check")
    error.sqlite_errorcode = _CORRUPT  # type: ignore[attr-defined]
    return error


@contextmanager
def known_errors() -> Iterator[None]:
    """Turn what the world does to a database into a `StoreError` in Dutch.

    Raises:
        StoreError: busy, full, read-only, damaged, unreachable.
        BugError: any other error of SQLite, which is ours.
    """
    try:
        yield
    except _DatabaseError as error:
        raise explained(error) from error


def explained(error: Exception) -> StoreError | BugError:
    """Return the error to show for `error` of the driver."""
    code = result_code(error)
    if code in _explanations():
        return StoreError(*_explanations()[code])
    return BugError(f"SQLite result {code}")


def _explanations() -> dict[int, tuple[str, str]]:
    busy = (
        _("De gegevens zijn nu even bezet door een ander venster of een andere opdracht."),
        _("Er is niets veranderd en niets verloren. Probeer het zo nog eens."),
    )
    read_only = (
        _("Balie mag niet schrijven in de map met gegevens."),
        _("Er is niets verloren. Vraag wie uw computer beheert om schrijfrechten op die map."),
    )
    damaged = (
        _("Het bestand met gegevens is beschadigd."),
        _("Er is niets gewist. Sluit Balie en start opnieuw: het bestand wordt dan apart gezet."),
    )
    unreachable = (
        _("Balie kan niet bij het bestand met gegevens."),
        _("Er is niets gewist. Kijk of de map er nog is en of de schijf is aangesloten."),
    )
    full = (
        _("De schijf is vol. Dit laatste is niet bewaard; wat er al was, is er nog."),
        _("Maak ruimte op de schijf en probeer het opnieuw."),
    )
    memory = (
        _("De computer heeft te weinig geheugen vrij."),
        _("Er is niets verloren. Sluit een ander programma en probeer het opnieuw."),
    )
    return {
        _BUSY: busy,
        _LOCKED: busy,
        _READONLY: read_only,
        _PERM: read_only,
        _AUTH: read_only,
        _CORRUPT: damaged,
        _NOTADB: damaged,
        _CANTOPEN: unreachable,
        _IOERR: unreachable,
        _FULL: full,
        _NOMEM: memory,
    }


Rows = list[tuple[Any, ...]]
"""What a query gives back, before it is made into facts."""
