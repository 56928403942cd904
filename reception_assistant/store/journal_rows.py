"""The conversations in the journal as rows: kept, read back, and buried once they are logged."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reception_assistant.calls.call import CallHead, Ending
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from reception_assistant.run.event import Event
from reception_assistant.run.open_call import OpenCall, Told
from reception_assistant.run.tombstone import Over, Tombstone, is_same_event, tombstone_of

if TYPE_CHECKING:
    from sqlite3 import Connection

_HEAD = msgspec.json.Decoder(CallHead)
_EVENT = msgspec.json.Decoder(Event)
_ENDING = msgspec.json.Decoder(Ending)
_TOMBSTONE = msgspec.json.Decoder(Tombstone)

log = logging.getLogger(__name__)


class _Row(NamedTuple):
    """A row of `heads`; once it is logged, `facts` is its tombstone.

    `writer` wrote it last, and went on from revision `since`.
    """

    facts: str = ""
    ending: str = ""
    logged: bool = False
    revision: int = 0
    writer: str = ""
    since: int = 0


def keep(connection: "Connection", told: Told, writer: str, at_utc: str) -> int:
    """Keep what is told, and return the revision that `writer` knows from now on.

    Raises:
        KnownError: it went on somewhere else, or is over; nothing is overwritten.
    """
    row = _row(connection, told.head.id)
    if row is not None and (row.logged or row.ending):
        _tombstone(connection, told.head.id, row).refuse_new(told)
        return row.revision
    new = _unknown_events(connection, told)
    is_old = row is not None and _is_outdated(row, told.seen, writer)
    if not new and row is not None and _is_kept(connection, row, told):
        return told.seen or 0 if is_old else row.revision
    if is_old:
        raise _went_on_elsewhere()
    return _write(connection, told, new, _next_row(row, told, writer), at_utc)


def read(connection: "Connection") -> Iterator[OpenCall]:
    """Give all conversations that are not in the log yet, oldest first."""
    notes = dict(connection.execute("SELECT call_id, text FROM notes").fetchall())
    events: dict[str, list[str]] = {}
    rows = connection.execute("SELECT call_id, seq, facts FROM events ORDER BY call_id, seq")
    for call_id, seq, facts in rows:
        of_call = events.setdefault(call_id, [])
        if seq == len(of_call):  # after a gap nothing can be taken up again
            of_call.append(facts)
    heads = connection.execute(
        """SELECT id, facts, ending, changed_utc, revision FROM heads
        WHERE NOT logged ORDER BY id"""
    )
    for key, facts, ending, changed, revision in heads.fetchall():
        try:
            yield OpenCall(
                _HEAD.decode(facts),
                tuple(map(_EVENT.decode, events.get(key, ()))),
                notes.get(key, ""),
                changed,
                _ENDING.decode(ending) if ending else None,
                revision,
            )
        except msgspec.DecodeError:
            log.warning("the conversation %s cannot be read back; it stays in the file", key)


def is_known(connection: "Connection", call_id: str) -> bool:
    """Tell whether the journal knows of a conversation, be it only that it is over."""
    return _row(connection, call_id) is not None


def is_waiting(connection: "Connection") -> bool:
    """Tell whether a conversation is over and not in the log yet."""
    found = connection.execute("SELECT 1 FROM heads WHERE NOT logged AND ending <> '' LIMIT 1")
    return found.fetchone() is not None


def bury(connection: "Connection", call_id: str, at_utc: str) -> None:
    """Leave of a conversation that is in the log only what tells whether something new comes."""
    row = _row(connection, call_id)
    if row is None or row.logged:
        return
    left = msgspec.json.encode(_tombstone(connection, call_id, row)).decode()
    connection.execute(
        "UPDATE heads SET facts = ?, ending = '', logged = 1, changed_utc = ? WHERE id = ?",
        (left, at_utc, call_id),
    )
    for table in ("events", "notes"):
        connection.execute(f"DELETE FROM {table} WHERE call_id = ?", (call_id,))


def clear_up(connection: "Connection", before_utc: str) -> None:
    """Let go of what was logged before this moment; the log itself remembers it."""
    connection.execute("DELETE FROM heads WHERE logged AND changed_utc < ?", (before_utc,))


def _row(connection: "Connection", call_id: str) -> _Row | None:
    row = connection.execute(
        "SELECT facts, ending, logged, revision, writer, since FROM heads WHERE id = ?", (call_id,)
    ).fetchone()
    return _Row(*row) if row else None


def _tombstone(connection: "Connection", call_id: str, row: _Row) -> Tombstone:
    """Return what is remembered of a conversation that is over, logged or not yet."""
    if row.logged:
        return _TOMBSTONE.decode(row.facts)
    events = connection.execute("SELECT seq, facts FROM events WHERE call_id = ?", (call_id,))
    return tombstone_of(
        Over(
            _HEAD.decode(row.facts),
            _note(connection, call_id),
            _ENDING.decode(row.ending),
            [(seq, _EVENT.decode(facts)) for seq, facts in events.fetchall()],
        )
    )


def _note(connection: "Connection", call_id: str) -> str:
    row = connection.execute("SELECT text FROM notes WHERE call_id = ?", (call_id,)).fetchone()
    return str(row[0]) if row else ""


def _unknown_events(connection: "Connection", told: Told) -> list[tuple[str, int, str]]:
    """Return the rows of the events that are not kept yet."""
    kept = dict(
        connection.execute(
            "SELECT seq, facts FROM events WHERE call_id = ? AND seq >= ?",
            (told.head.id, told.first),
        ).fetchall()
    )
    new = []
    for seq, event in enumerate(told.events, start=told.first):
        if seq not in kept:
            new.append((told.head.id, seq, msgspec.json.encode(event).decode()))
        elif not is_same_event(_EVENT.decode(kept[seq]), event):
            raise _went_on_elsewhere()
    return new


def _is_outdated(row: _Row, seen: int | None, writer: str) -> bool:
    """Tell whether another window wrote since `seen`.

    What one window tells may stand in a row of waiting work, so that it was told before the answer
    to what it told earlier came: its own revisions never outdate it.
    """
    if seen is None:
        return False
    return seen < row.since if row.writer == writer else seen != row.revision


def _is_kept(connection: "Connection", row: _Row, told: Told) -> bool:
    """Tell whether all of it is here already, beside the events."""
    return (
        told.ending is None
        and row.facts == _encoded(told.head)
        and (told.note is None or told.note == _note(connection, told.head.id))
    )


def _next_row(row: _Row | None, told: Told, writer: str) -> _Row:
    """Return how the head stands once this is kept."""
    before = row or _Row(revision=told.seen or 0)
    return _Row(
        facts=_encoded(told.head),
        ending=_encoded(told.ending) if told.ending is not None else "",
        revision=before.revision + 1,
        writer=writer,
        since=before.since if before.writer == writer else before.revision,
    )


def _write(
    connection: "Connection", told: Told, new: list[tuple[str, int, str]], row: _Row, at_utc: str
) -> int:
    connection.execute(
        """INSERT INTO heads (id, facts, ending, changed_utc, revision, writer, since)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
            SET facts = excluded.facts, ending = excluded.ending,
                changed_utc = excluded.changed_utc, revision = excluded.revision,
                writer = excluded.writer, since = excluded.since""",
        (told.head.id, row.facts, row.ending, at_utc, row.revision, row.writer, row.since),
    )
    connection.executemany("INSERT INTO events (call_id, seq, facts) VALUES (?, ?, ?)", new)
    if told.note is not None:
        connection.execute(
            """INSERT INTO notes (call_id, text, saved_utc) VALUES (?, ?, ?)
            ON CONFLICT (call_id) DO UPDATE SET text = excluded.text,
                saved_utc = excluded.saved_utc""",
            (told.head.id, told.note, at_utc),
        )
    return row.revision


def _encoded(facts: CallHead | Ending) -> str:
    return msgspec.json.encode(facts).decode()


def _went_on_elsewhere() -> KnownError:
    return KnownError(
        _("Dit gesprek is intussen op een andere plaats verdergegaan."),
        _(
            "Er is niets overschreven. Uw notitie staat nog op dit scherm: kopieer die en open het "
            "gesprek opnieuw."
        ),
    )
