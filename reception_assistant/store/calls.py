"""The log of calls on disk: added once, read by person and by day, never rewritten."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from reception_assistant.calls.call import CallRecord, Direction, Ending, Remembered
from reception_assistant.calls.phone import number_key
from reception_assistant.calls.promise import Promise
from reception_assistant.library.context import Mood
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.shown_steps import steps_shown, versions_named
from reception_assistant.run.tombstone import Over, Tombstone, tombstone_of
from reception_assistant.store import promises
from reception_assistant.store.library import read_versions
from reception_assistant.store.of_one_call import tie_together

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.run.open_call import OpenCall
    from reception_assistant.store.driver import Rows

_FACTS = f"""c.id, c.direction, c.started_utc, c.ended_utc, c.employee_id, e.name, c.outcome_id,
    c.number, c.person_id, c.reason_id, c.mood_start, c.mood_end, v.script_id, c.script_version,
    c.note, c.alternative, c.elsewhere, {promises.COLUMNS}"""
_FROM = """FROM calls c
    JOIN employees e ON e.id = c.employee_id
    LEFT JOIN script_versions v ON v.id = c.script_version
    LEFT JOIN promises p ON p.id = c.id || ':1'"""
_EVENT_COLUMNS = "seq, kind, at_utc, employee_id, version, step, number, name, label, text, promise"
_RECORD = msgspec.json.Decoder(CallRecord)
_PROMISE = msgspec.json.Decoder(Promise)


class Filing(NamedTuple):
    """What is needed to write a call into the log beside the call: whom to name, and when.

    `employee_id` stands in for one who is not known here; `zone` and `before_utc` are of the
    promise.
    """

    employee_id: str
    zone: str = ""
    before_utc: str = ""


def add_call(
    connection: "Connection", opened: "OpenCall", ending: "Ending", filing: Filing
) -> bool:
    """Write a call that is over into the log; tells whether it was not there yet.

    A complaint that began in it learns whose it is and what was promised.
    """
    head = opened.head
    person_id = _known(connection, "persons", head.person_id)
    added = _insert(
        connection,
        {
            "id": head.id,
            "direction": head.direction,
            "number": head.number,
            "number_key": number_key(head.number),
            "person_id": person_id,
            "appointment_id": _known(connection, "appointments", head.appointment_id),
            "reason_id": head.reason,
            "mood_start": head.mood_start or "",
            "mood_end": head.mood_end or "",
            "script_version": _known(connection, "script_versions", head.script_version),
            "note": opened.note,
            "outcome_id": ending.outcome,
            "alternative": ending.alternative,
            "employee_id": _known(connection, "employees", ending.employee_id)
            or filing.employee_id,
            "started_utc": head.started_utc,
            "ended_utc": ending.ended_utc,
        },
    )
    if added:
        _add_events(connection, head.id, opened.events)
        _count_use(connection, _scripts_begun(connection, opened.events), ending.outcome)
        if ending.promise is not None:
            _add_promise(connection, head.id, person_id, ending.promise, ending.ended_utc, filing)
        tie_together(connection, head.id, person_id, head.number)
    return added


def add_record(
    connection: "Connection", record: CallRecord, filing: Filing, *, is_open: bool
) -> bool:
    """Add a call as another log wrote it down, unless it is here; tells whether it was added.

    What it names is linked as far as it is known here, and kept as it was told in any case.
    `is_open` tells whether its promise is still to be kept.
    """
    person_id = _known(connection, "persons", record.person_id)
    added = _insert(
        connection,
        {
            "id": record.id,
            "direction": record.direction,
            "number": record.number,
            "number_key": number_key(record.number),
            "person_id": person_id,
            "reason_id": record.reason,
            "mood_start": record.mood_start or "",
            "mood_end": record.mood_end or "",
            "script_version": _known(connection, "script_versions", record.script_version),
            "note": record.note,
            "outcome_id": record.outcome,
            "alternative": record.alternative,
            "employee_id": _known(connection, "employees", record.employee_id)
            or filing.employee_id,
            "started_utc": record.started_utc,
            "ended_utc": record.ended_utc,
            "elsewhere": msgspec.json.encode(record).decode(),
        },
    )
    if added:
        _count_use(connection, {record.script_id} - {""}, record.outcome)
    if added and record.promise is not None:
        told = record.promise, record.ended_utc
        _add_promise(connection, record.id, person_id, *told, filing, is_open=is_open)
    return added


def attach(connection: "Connection", call_id: str, person_id: str) -> bool:
    """Let a call that belongs to nobody belong to somebody; tells whether it did."""
    done = connection.execute(
        """UPDATE calls SET person_id = ?, row_version = row_version + 1
        WHERE id = ? AND person_id IS NULL""",
        (person_id, call_id),
    )
    if done.rowcount == 1:
        promises.give_to(connection, call_id, person_id)
        tie_together(connection, call_id, person_id)
    return done.rowcount == 1


def read_record(connection: "Connection", call_id: str) -> CallRecord | None:
    """Return a call as the log keeps it; None when there is none with this id."""
    found = _with_events(connection, "c.id = ?", (call_id,))
    return found[0] if found else None


def read_tombstone(connection: "Connection", call_id: str) -> Tombstone | None:
    """Return what tells whether something new comes of a call; None when it is not in the log."""
    found = _newest(connection, "c.id = ?", (call_id, 1))
    if not found:
        return None
    (record,) = found
    ending = Ending(
        outcome=record.outcome,
        ended_utc=record.ended_utc,
        employee_id=record.employee_id,
        alternative=record.alternative,
        promise=record.promise,
    )
    rows: Rows = connection.execute(
        f"SELECT {_EVENT_COLUMNS} FROM call_events WHERE call_id = ?", (call_id,)
    ).fetchall()
    return tombstone_of(Over(record, record.note, ending, [(r[0], _event(r)) for r in rows]))


def read_records(connection: "Connection", from_utc: str, until_utc: str) -> list[CallRecord]:
    """Return the calls that began from the one moment on until before the other, oldest first."""
    return _with_events(
        connection, "c.started_utc >= ? AND c.started_utc < ?", (from_utc, until_utc)
    )


def of_person(connection: "Connection", person_id: str, limit: int) -> list[CallRecord]:
    """Return the newest calls with somebody, without path and what was remembered."""
    return _newest(connection, "c.person_id = ?", (person_id, limit))


def of_nobody(connection: "Connection", limit: int) -> list[CallRecord]:
    """Return the newest calls that belong to nobody, without path and what was remembered."""
    return _newest(connection, "c.person_id IS NULL", (limit,))


def times_helped(
    connection: "Connection", helping: Collection[str], script_ids: Sequence[str]
) -> dict[str, int]:
    """Return how often each of these scripts ran in a call that ended with one of `helping`."""
    rows: Rows = connection.execute(
        f"""SELECT script_id, SUM(times) FROM script_use
        WHERE script_id IN ({_marks(script_ids)}) AND outcome_id IN ({_marks(helping)})
        GROUP BY script_id""",
        (*script_ids, *helping),
    ).fetchall()
    return dict(rows)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _known(connection: "Connection", table: str, key: str | None) -> str | None:
    """Return `key` when `table` has it."""
    if not key:
        return None
    found = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone()
    return key if found else None


def _insert(connection: "Connection", columns: Mapping[str, object]) -> bool:
    done = connection.execute(
        f"""INSERT INTO calls ({", ".join(columns)}) VALUES ({", ".join("?" * len(columns))})
        ON CONFLICT (id) DO NOTHING""",
        tuple(columns.values()),
    )
    return done.rowcount == 1


def _add_events(connection: "Connection", call_id: str, events: Iterable[Event]) -> None:
    connection.executemany(
        f"INSERT INTO call_events (call_id, {_EVENT_COLUMNS}) VALUES ({', '.join('?' * 12)})",
        [
            (
                call_id,
                seq,
                event.kind,
                event.at_utc,
                event.employee_id,
                event.version,
                event.step,
                event.number,
                event.name,
                event.label,
                event.text,
                msgspec.json.encode(event.promise).decode() if event.promise else "",
            )
            for seq, event in enumerate(events)
        ],
    )


def _scripts_begun(connection: "Connection", events: Iterable[Event]) -> set[str]:
    versions = {event.version for event in events if event.kind is Kind.BEGUN}
    rows: Rows = connection.execute(
        f"""SELECT DISTINCT script_id FROM script_versions
        WHERE id IN ({", ".join("?" * len(versions))})""",
        tuple(versions),
    ).fetchall()
    return {row[0] for row in rows}


def _count_use(connection: "Connection", script_ids: Iterable[str], outcome: str) -> None:
    connection.executemany(
        """INSERT INTO script_use (script_id, outcome_id, times) VALUES (?, ?, 1)
        ON CONFLICT (script_id, outcome_id) DO UPDATE SET times = times + 1""",
        [(script_id, outcome) for script_id in script_ids],
    )


def _add_promise(
    connection: "Connection",
    call_id: str,
    person_id: str | None,
    promise: Promise,
    made_utc: str,
    filing: Filing,
    *,
    is_open: bool = True,
) -> None:
    owner = _known(connection, "employees", promise.owner_id) or filing.employee_id
    promises.add_promise(
        connection,
        promises.Promised(
            promises.promise_id(call_id),
            msgspec.structs.replace(promise, owner_id=owner),
            filing.zone,
            filing.before_utc,
            made_utc,
            call_id,
            person_id,
            is_open,
        ),
    )


def _newest(connection: "Connection", where: str, values: tuple[object, ...]) -> list[CallRecord]:
    rows: Rows = connection.execute(
        f"SELECT {_FACTS} {_FROM} WHERE {where} ORDER BY c.started_utc DESC, c.id DESC LIMIT ?",
        values,
    ).fetchall()
    return [_record(row) for row in rows]


def _with_events(
    connection: "Connection", where: str, values: tuple[object, ...]
) -> list[CallRecord]:
    events: dict[str, list[Event]] = {}
    for row in connection.execute(
        f"""SELECT call_id, {_EVENT_COLUMNS} FROM call_events
        WHERE call_id IN (SELECT c.id FROM calls c WHERE {where}) ORDER BY call_id, seq""",
        values,
    ):
        events.setdefault(row[0], []).append(_event(row[1:]))
    named = frozenset[str]().union(*map(versions_named, events.values()))
    scripts = read_versions(connection, named)
    rows: Rows = connection.execute(
        f"SELECT {_FACTS} {_FROM} WHERE {where} ORDER BY c.started_utc, c.id", values
    ).fetchall()
    return [
        _record(row, steps_shown(events[row[0]], scripts), _remembered(events[row[0]]))
        if row[0] in events
        else _record(row)
        for row in rows
    ]


def _event(columns: Sequence[Any]) -> Event:
    _seq, kind, at_utc, employee_id, version, step, number, name, label, text, promise = columns
    return Event(
        kind=Kind(kind),
        at_utc=at_utc,
        employee_id=employee_id,
        version=version,
        step=step,
        number=number,
        name=name,
        label=label,
        text=text,
        promise=_PROMISE.decode(promise) if promise else None,
    )


def _remembered(events: Iterable[Event]) -> tuple[Remembered, ...]:
    """Return what was written down, each as it was put last."""
    found: dict[str, Remembered] = {}
    for event in events:
        if event.kind is Kind.REMEMBERED:
            found[event.name] = Remembered(id=event.name, label=event.label, text=event.text)
    return tuple(each for each in found.values() if each.text.strip())


def _record(
    row: Sequence[Any],
    path: tuple[str, ...] = (),
    remembered: tuple[Remembered, ...] = (),
) -> CallRecord:
    key, direction, started, ended, employee_id, employee, outcome, number, person_id, *rest = row
    reason, mood_start, mood_end, script_id, version, note, alternative, elsewhere, *promise = rest
    if elsewhere:
        told = _RECORD.decode(elsewhere)
        return msgspec.structs.replace(told, person_id=person_id or told.person_id)
    return CallRecord(
        id=key,
        direction=Direction(direction),
        started_utc=started,
        ended_utc=ended,
        employee_id=employee_id,
        employee=employee,
        outcome=outcome,
        number=number,
        person_id=person_id,
        reason=reason,
        mood_start=Mood(mood_start) if mood_start else None,
        mood_end=Mood(mood_end) if mood_end else None,
        script_id=script_id or "",
        script_version=version or "",
        path=path,
        remembered=remembered,
        note=note,
        alternative=alternative,
        promise=promises.promise_of(promise) if promise[0] is not None else None,
    )
