"""Opening the practice's database: only ours, only where it is safe, never losing a broken one."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.errors import StoreError
from reception_assistant.i18n import _
from reception_assistant.store import damage, driver, migrations
from reception_assistant.store.database import Store
from reception_assistant.store.place import refuse_unsafe

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION_ID = 0x42414C49  # "BALI", in the header of the file
_MAGIC = b"SQLite format 3\0"
_COMPANIONS = ("-wal", "-shm")


def open_store(path: Path, moment: datetime) -> Store:
    """Open the database at `path`, made or brought up to date where needed.

    A file that cannot be read is moved aside, with `moment` in its name, and a new one begun; the
    store's notice then says so.

    Raises:
        StoreError: the place is unsafe, or the file is not ours, newer than this program, locked,
            or out of reach; the file is then untouched.
    """
    refuse_unsafe(path.parent)
    _make_folder(path.parent)
    with driver.known_errors():
        try:
            return Store(path, _opened(path, moment))
        except driver.Error as error:
            if not driver.is_damage(error):
                raise
        aside = move_aside(path, moment)
        return Store(path, _opened(path, moment), _moved_notice(aside))


def move_aside(path: Path, moment: datetime) -> Path:
    """Rename a broken database and its companions, and return its new path."""
    aside = _free_name(path, f"{path.stem}-beschadigd-{moment:%Y%m%d-%H%M%S}")
    for companion in ("", *_COMPANIONS):
        broken = Path(f"{path}{companion}")
        if broken.exists():
            broken.rename(f"{aside}{companion}")
    damage.forget(path)
    return aside


def _free_name(path: Path, stem: str) -> Path:
    """Return a path beside `path` that is not taken, so that nothing is ever written over."""
    free, number = path.with_name(f"{stem}{path.suffix}"), 1
    while any(Path(f"{free}{companion}").exists() for companion in ("", *_COMPANIONS)):
        number += 1
        free = path.with_name(f"{stem}-{number}{path.suffix}")
    return free


def _opened(path: Path, moment: datetime) -> "Connection":
    _see_whether_sqlite(path)
    connection = driver.connect(path)
    try:
        if _checked_version(connection, path) < migrations.VERSION:
            _bring_up_to_date(connection, path, moment)
    except BaseException:
        connection.close()
        raise
    return connection


def _see_whether_sqlite(path: Path) -> None:
    """Raise the error for damage when the file cannot be a database at all.

    SQLite finds out too, but not before it has thrown away the journal beside the file.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError:
        return  # not there yet, or out of reach: SQLite says which
    if start and start != _MAGIC:
        raise driver.damaged_error()


def _checked_version(connection: "Connection", path: Path) -> int:
    """Return the version of the schema; refuses a file that is not ours, or newer."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = int(connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
    if tables and application != APPLICATION_ID:
        raise StoreError(
            _("Het bestand {name} is van een ander programma.").format(name=path.name),
            _("Balie heeft er niets aan veranderd. Kies met --data een andere map."),
        )
    if version > migrations.VERSION:
        raise StoreError(
            _("Deze gegevens zijn gemaakt met een nieuwere Balie."),
            _("Er is niets veranderd. Werk Balie bij op deze computer en start opnieuw."),
        )
    if damage.is_noted(path):
        if _is_damaged(connection):
            raise driver.damaged_error()
        damage.forget(path)
    return version


def _is_damaged(connection: "Connection") -> bool:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    return found is None or found[0] != "ok"


def _bring_up_to_date(connection: "Connection", path: Path, moment: datetime) -> None:
    db = driver.tools(connection)
    if migrations.version_of(db) > 0:
        _back_up(connection, path, moment)
    driver.make_durable(connection)
    connection.execute("BEGIN IMMEDIATE")  # another process may be doing the same
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(db)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _back_up(connection: "Connection", path: Path, moment: datetime) -> None:
    """Copy the database before its schema changes, and see that the copy is whole."""
    folder = path.parent / "kopieen"
    folder.mkdir(exist_ok=True)
    copy = driver.connect(folder / f"{path.stem}-{moment:%Y%m%d-%H%M%S}{path.suffix}")
    try:
        connection.backup(copy)
        if _is_damaged(copy):
            raise StoreError(
                _("Er kon geen goede kopie van de gegevens worden gemaakt."),
                _("Er is niets veranderd. Kijk of de schijf vol is en start Balie opnieuw."),
            )
    finally:
        copy.close()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreError(
            _("De map voor de gegevens kan niet worden gemaakt."),
            _("Er is niets verloren. Kies met --data een map waarin u mag schrijven."),
        ) from error
    if not os.access(folder, os.R_OK | os.X_OK):
        raise StoreError(
            _("Balie mag niet in de map met gegevens kijken."),
            _("Er is niets verloren. Vraag wie uw computer beheert om toegang tot die map."),
        )


def _moved_notice(aside: Path) -> str:
    return _(
        "Het bestand met gegevens was niet te lezen. Het is bewaard als {name} en er is een nieuw "
        "begonnen. Lees de agenda opnieuw in en laat iemand naar het oude bestand kijken."
    ).format(name=aside.name)
