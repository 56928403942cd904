"""The conversations that are going on, in a file of their own beside the practice's database.

A long import holds the one place for writing in the database for minutes; a note must be safe
within two seconds. So each word and event goes here at once, and into the log when the
conversation is over.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reception_assistant.clock import Clock
from reception_assistant.errors import StoreError
from reception_assistant.i18n import _
from reception_assistant.ids import new_id
from reception_assistant.run.open_call import OpenCall, Told
from reception_assistant.store import driver, journal_file, journal_rows
from reception_assistant.store.health import is_whole
from reception_assistant.store.opening import move_aside

if TYPE_CHECKING:
    from sqlite3 import Connection

JOURNAL = "gesprekken.db"
"""How the file is called, beside the database."""

_REMEMBERED = timedelta(days=7)  # after it was logged: what comes late comes within days


class Journal:
    """Keeps what happens in a conversation, the moment it happens.

    It is opened at first use; one lock lets any thread ask. `notice` says in Dutch what happened
    at opening, when the user should know.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.notice = ""
        self._clock = clock
        self._writer = new_id()
        self._lock = threading.RLock()
        self._connection: Connection | None = None
        self._seen_version = -1

    def keep(self, told: Told, at_utc: str) -> int:
        """Keep how a conversation stands: all of it, or nothing when this fails.

        Returns the revision that it stands at now, to be told as `seen` with what comes next.
        Keeping the same once more changes nothing.

        Raises:
            KnownError: it went on somewhere else, or is over; nothing is overwritten.
        """
        with self._writing() as connection:
            return journal_rows.keep(connection, told, self._writer, at_utc)

    def read(self) -> list[OpenCall]:
        """Return all conversations that are not in the log yet, oldest first."""
        with self._using() as connection:
            connection.execute("BEGIN")
            try:
                return list(journal_rows.read(connection))
            finally:
                connection.execute("ROLLBACK")

    def knows(self, call_id: str) -> bool:
        """Tell whether a conversation was ever kept here; what was logged is forgotten in time."""
        with self._using() as connection:
            return journal_rows.is_known(connection, call_id)

    def is_waiting(self) -> bool:
        """Tell whether a conversation is over and not in the log yet; may be asked often."""
        if self._connection is None and not self.path.exists():
            return False
        with self._using() as connection:
            return journal_rows.is_waiting(connection)

    def forget(self, call_id: str) -> None:
        """Let go of a conversation that is in the log now.

        A week long it is remembered that it is over: what is kept late must not open it again.
        """
        now = self._clock.now()
        with self._writing() as connection:
            journal_rows.bury(connection, call_id, _utc_text(now))
            journal_rows.clear_up(connection, _utc_text(now - _REMEMBERED))

    def written_elsewhere(self) -> bool:
        """Tell whether another process wrote here since this was asked last."""
        with self._using() as connection:
            row = connection.execute("PRAGMA data_version").fetchone()
        before, self._seen_version = self._seen_version, int(row[0])
        return before not in (-1, self._seen_version)

    def is_whole(self) -> bool:
        """Look at every page of the file; opening has done so, and moved a broken one aside."""
        with self._using() as connection:
            return is_whole(connection)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _writing(self) -> Iterator["Connection"]:
        with self._using() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _using(self) -> Iterator["Connection"]:
        """Give the open file; one that turns out to be damaged is opened anew at the next use."""
        with self._lock:
            try:
                with driver.known_errors():
                    if self._connection is None:
                        self._connection = self._open()
                    yield self._connection
            except StoreError as error:
                if isinstance(error.__cause__, driver.Error) and driver.is_damage(error.__cause__):
                    self.close()
                raise

    def _open(self) -> "Connection":
        try:
            return journal_file.opened(self.path)
        except driver.Error as error:
            if not driver.is_damage(error):
                raise
        aside = move_aside(self.path, self._clock.now())
        self.notice = _(
            "Het bestand met de lopende gesprekken was niet te lezen. Het is bewaard als {name} en "
            "er is een nieuw begonnen. Laat iemand naar het oude bestand kijken."
        ).format(name=aside.name)
        return journal_file.opened(self.path)


def _utc_text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
