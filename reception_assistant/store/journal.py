"""The conversations that are going on, in a file of their own beside the practice's database.

A long import holds the one place for writing in the database for minutes; a note must be safe
within two seconds. So each word and event goes here at once, and into the log when the
conversation is over.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.clock import Clock
from reception_assistant.errors import KnownError, StoreError
from reception_assistant.i18n import _
from reception_assistant.run.event import Event
from reception_assistant.run.open_call import OpenCall
from reception_assistant.store import driver
from reception_assistant.store.health import is_whole
from reception_assistant.store.opening import move_aside

if TYPE_CHECKING:
    from sqlite3 import Connection

JOURNAL = "gesprekken.db"
"""How the file is called, beside the database."""

APPLICATION_ID = 0x42414C47  # "BALG", in the header of the file
VERSION = 1

_MAGIC = b"SQLite format 3\0"
# A head that is logged is empty and only says so, until the next start: what is kept late of that
# conversation must not open it again.
_TABLES = (
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
)
_HEAD = msgspec.json.Decoder(CallHead)
_EVENT = msgspec.json.Decoder(Event)
_ENDING = msgspec.json.Decoder(Ending)

log = logging.getLogger(__name__)


class _State(Enum):
    OPEN = auto()
    ENDED = auto()
    LOGGED = auto()


class Journal:
    """Keeps what happens in a conversation, the moment it happens.

    It is opened at first use; one lock lets any thread ask. `notice` says in Dutch what happened
    at opening, when the user should know.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.notice = ""
        self._clock = clock
        self._lock = threading.RLock()
        self._connection: Connection | None = None
        self._seen_version = -1

    def keep(
        self, head: CallHead, first: int, events: Sequence[Event], note: str | None, at_utc: str
    ) -> None:
        """Keep how a conversation stands: all of it, or nothing when this fails.

        `events` are those from number `first` on; `note` is None when it did not change. Keeping
        the same once more changes nothing.

        Raises:
            KnownError: it went on somewhere else, or is over; nothing is overwritten.
        """
        with self._writing() as connection:
            _keep(connection, head, first, events, note, at_utc)

    def end(
        self,
        head: CallHead,
        first: int,
        events: Sequence[Event],
        note: str,
        ending: Ending,
        at_utc: str,
    ) -> None:
        """Keep how a conversation stands, as `keep`, and that it is over."""
        with self._writing() as connection:
            _keep(connection, head, first, events, note, at_utc)
            connection.execute(
                "UPDATE heads SET ending = ? WHERE id = ? AND ending = '' AND NOT logged",
                (msgspec.json.encode(ending).decode(), head.id),
            )

    def read(self) -> list[OpenCall]:
        """Return all conversations that are not in the log yet, oldest first."""
        with self._using() as connection:
            connection.execute("BEGIN")
            try:
                return list(_read(connection))
            finally:
                connection.execute("ROLLBACK")

    def forget(self, call_id: str) -> None:
        """Let go of a conversation that is in the log now."""
        with self._writing() as connection:
            connection.execute("UPDATE heads SET facts = '', logged = 1 WHERE id = ?", (call_id,))
            for table in ("events", "notes"):
                connection.execute(f"DELETE FROM {table} WHERE call_id = ?", (call_id,))

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
            return _opened(self.path)
        except driver.Error as error:
            if not driver.is_damage(error):
                raise
        aside = move_aside(self.path, self._clock.now())
        self.notice = _(
            "Het bestand met de lopende gesprekken was niet te lezen. Het is bewaard als {name} en "
            "er is een nieuw begonnen. Laat iemand naar het oude bestand kijken."
        ).format(name=aside.name)
        return _opened(self.path)


def _opened(path: Path) -> "Connection":
    _see_whether_sqlite(path)
    connection = driver.connect(path)
    try:
        version = _checked_version(connection)
        driver.make_durable(connection)
        connection.execute("PRAGMA secure_delete = ON")  # what was taken out of a note is gone
        if not version:
            _make_tables(connection)
        connection.execute("DELETE FROM heads WHERE logged")
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
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = int(connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0])
    # All of it: it holds a day of conversations at most, so this takes a few milliseconds.
    if (tables and application != APPLICATION_ID) or not is_whole(connection):
        raise driver.damaged_error()
    if version > VERSION:
        raise StoreError(
            _("De lopende gesprekken zijn gemaakt met een nieuwere Balie."),
            _("Er is niets veranderd. Werk Balie bij op deze computer en start opnieuw."),
        )
    return version


def _make_tables(connection: "Connection") -> None:
    connection.execute("BEGIN IMMEDIATE")  # another process may be doing the same
    try:
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _keep(
    connection: "Connection",
    head: CallHead,
    first: int,
    events: Sequence[Event],
    note: str | None,
    at_utc: str,
) -> None:
    state = _state(connection, head.id)
    if state is _State.LOGGED:
        return
    new = _unknown_events(connection, head.id, first, events)
    if state is _State.ENDED:
        if new or _is_other_note(connection, head.id, note):
            raise KnownError(
                _("Dit gesprek is intussen afgerond."),
                _("Wat u hier nog schreef, staat op dit scherm. Begin er een nieuw gesprek voor."),
            )
        return
    connection.execute(
        """INSERT INTO heads (id, facts, changed_utc) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE
            SET facts = excluded.facts, changed_utc = excluded.changed_utc""",
        (head.id, msgspec.json.encode(head).decode(), at_utc),
    )
    connection.executemany("INSERT INTO events (call_id, seq, facts) VALUES (?, ?, ?)", new)
    if note is not None:
        connection.execute(
            """INSERT INTO notes (call_id, text, saved_utc) VALUES (?, ?, ?)
            ON CONFLICT (call_id) DO UPDATE SET text = excluded.text,
                saved_utc = excluded.saved_utc""",
            (head.id, note, at_utc),
        )


def _state(connection: "Connection", call_id: str) -> _State:
    row = connection.execute("SELECT ending, logged FROM heads WHERE id = ?", (call_id,)).fetchone()
    if row is None or not (row[0] or row[1]):
        return _State.OPEN
    return _State.LOGGED if row[1] else _State.ENDED


def _is_other_note(connection: "Connection", call_id: str, note: str | None) -> bool:
    """Tell whether `note` is not the one that was kept."""
    row = connection.execute("SELECT text FROM notes WHERE call_id = ?", (call_id,)).fetchone()
    return note is not None and note != (row[0] if row else "")


def _unknown_events(
    connection: "Connection", call_id: str, first: int, events: Sequence[Event]
) -> list[tuple[str, int, str]]:
    """Return the rows of the events that are not kept yet."""
    kept = dict(
        connection.execute(
            "SELECT seq, facts FROM events WHERE call_id = ? AND seq >= ?", (call_id, first)
        ).fetchall()
    )
    new = []
    for seq, event in enumerate(events, start=first):
        if seq not in kept:
            new.append((call_id, seq, msgspec.json.encode(event).decode()))
        elif not _is_same(_EVENT.decode(kept[seq]), event):
            raise KnownError(
                _("Dit gesprek is intussen op een andere plaats verdergegaan."),
                _(
                    "Er is niets overschreven. Uw notitie staat nog op dit scherm: kopieer die en "
                    "open het gesprek opnieuw."
                ),
            )
    return new


def _is_same(kept: Event, event: Event) -> bool:
    """Tell whether it is one event, also when digits were taken out of its text meanwhile."""
    return (kept.kind, kept.at_utc, kept.employee_id, kept.version, kept.step, kept.number) == (
        event.kind,
        event.at_utc,
        event.employee_id,
        event.version,
        event.step,
        event.number,
    )


def _read(connection: "Connection") -> Iterator[OpenCall]:
    notes = dict(connection.execute("SELECT call_id, text FROM notes").fetchall())
    events: dict[str, list[str]] = {}
    rows = connection.execute("SELECT call_id, seq, facts FROM events ORDER BY call_id, seq")
    for call_id, seq, facts in rows:
        of_call = events.setdefault(call_id, [])
        if seq == len(of_call):  # after a gap nothing can be taken up again
            of_call.append(facts)
    heads = connection.execute(
        "SELECT id, facts, ending, changed_utc FROM heads WHERE NOT logged ORDER BY id"
    )
    for key, facts, ending, changed in heads.fetchall():
        try:
            yield OpenCall(
                _HEAD.decode(facts),
                tuple(map(_EVENT.decode, events.get(key, ()))),
                notes.get(key, ""),
                changed,
                _ENDING.decode(ending) if ending else None,
            )
        except msgspec.DecodeError:
            log.warning("the conversation %s cannot be read back; it stays in the file", key)
