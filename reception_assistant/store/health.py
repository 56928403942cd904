"""Whether the file of the database is whole."""

from typing import TYPE_CHECKING

from reception_assistant.store import driver

if TYPE_CHECKING:
    from sqlite3 import Connection


def is_whole(connection: "Connection") -> bool:
    """Look at every page of the file; takes seconds for a large one."""
    try:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except driver.Error as error:
        if driver.is_damage(error):
            return False
        raise
    return found is not None and found[0] == "ok"
