"""The open practice database: one connection that reads, one that writes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.errors import StoreError
from reception_assistant.store import damage, driver

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database


class Store:
    """The open database of a practice.

    Reading belongs to one thread and writing to one other; under WAL a reader sees the last
    commit, so that a long import never keeps the day waiting. `notice` says in Dutch what
    happened at opening, when the user should know.
    """

    def __init__(self, path: Path, reader: "Connection", notice: str = "") -> None:
        self.path = path
        self.notice = notice
        self._reader = reader
        self._writer: Database | None = None
        self._seen_version = -1
        self._one_reader = threading.RLock()  # one connection, asked by more than one thread
        reader.execute("PRAGMA query_only = ON")

    @contextmanager
    def reading(self) -> Iterator["Connection"]:
        """Give the connection to read with; all reads within see the same moment."""
        with self._one_reader, self._known_errors():
            self._reader.execute("BEGIN")
            try:
                yield self._reader
            finally:
                if self._reader.in_transaction:
                    self._reader.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator["Database"]:
        """Give the database to write to; all of it is kept, or nothing when an error passes."""
        with self._known_errors():
            db = self._open_writer()
            db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.conn.execute("COMMIT")
            except BaseException:
                if db.conn.in_transaction:
                    db.conn.execute("ROLLBACK")
                raise

    def written_elsewhere(self) -> bool:
        """Tell whether another process committed since this was asked last; writer's thread."""
        with self._known_errors():
            row = self._open_writer().conn.execute("PRAGMA data_version").fetchone()
        before, self._seen_version = self._seen_version, int(row[0])
        return before not in (-1, self._seen_version)

    def note_damage(self) -> None:
        """Remember that the file is damaged: the next opening moves it aside."""
        damage.note(self.path)

    def close(self) -> None:
        """Close both connections; the last one out folds the journal into the file."""
        self._reader.close()
        if self._writer is not None:
            self._writer.conn.close()

    @contextmanager
    def _known_errors(self) -> Iterator[None]:
        """Say errors in Dutch, and remember damage for the next opening."""
        try:
            with driver.known_errors():
                yield
        except StoreError as error:
            if isinstance(error.__cause__, driver.Error) and driver.is_damage(error.__cause__):
                self.note_damage()
            raise

    def _open_writer(self) -> "Database":
        if self._writer is None:
            connection = driver.connect(self.path)
            driver.make_durable(connection)
            self._writer = driver.tools(connection)
        return self._writer
