"""Reading a little in the database beside everything else: nobody in this process is waited for.

The connection that all screens read with is lent to one thread at a time, and a long read keeps it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.store import driver

if TYPE_CHECKING:
    from sqlite3 import Connection

_PATIENCE = 100  # milliseconds


@contextmanager
def reading_apart(path: Path) -> Iterator["Connection"]:
    """Give a connection of its own to the database at `path`, for a moment.

    Raises:
        StoreError: it cannot be read now.
    """
    with driver.known_errors():
        connection = driver.connect(path)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()
