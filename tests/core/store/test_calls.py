"""The log on disk: each call once, whatever it names, and found without looking through all."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from reception_assistant.calls.call import CallHead, CallRecord, Direction, Ending
from reception_assistant.calls.promise import Channel, Promise
from reception_assistant.errors import BugError
from reception_assistant.run.event import Event, Kind
from reception_assistant.run.open_call import OpenCall
from reception_assistant.store import calls, promises
from reception_assistant.store.calls import Filing
from reception_assistant.store.database import Store
from reception_assistant.store.opening import open_store

if TYPE_CHECKING:
    from sqlite3 import Connection

DESK = "00000000-0000-7000-8000-000000000001"
AT = "2026-11-24T08:00:00.000"
PROMISE = Promise(
    what="Bellen", before="2026-11-24T17:00", owner_id=DESK, by="Sanne", channel=Channel.MAIL
)
HEAD = CallHead(id="call", employee_id=DESK, started_utc=AT, number="+31 6 12345678")
ENDING = Ending(outcome="niets-nodig", ended_utc=AT, employee_id=DESK, promise=PROMISE)
EVENTS = (
    Event(kind=Kind.BEGUN, at_utc=AT, employee_id="wie", version="weg", step="een"),
    Event(kind=Kind.PROMISED, at_utc=AT, employee_id="wie", promise=PROMISE),
)
FILING = Filing(DESK, "Europe/Amsterdam", "2026-11-24T16:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a new open database."""
    store = open_store(tmp_path / "balie.db", datetime(2026, 11, 24, 12, tzinfo=UTC))
    yield store
    store.close()


def added(store: Store, head: CallHead = HEAD, ending: Ending = ENDING) -> bool:
    with store.writing() as db:
        return calls.add_call(db.conn, OpenCall(head, EVENTS, "notitie"), ending, FILING)


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(query).fetchall()


def test_a_call_is_added_once_with_its_events_and_its_promise(store: Store) -> None:
    assert [added(store), added(store)] == [True, False]
    assert rows(store, "SELECT COUNT(*) FROM calls") == [(1,)]
    assert rows(store, "SELECT seq, kind, version, step FROM call_events") == [
        (0, "begun", "weg", "een"),
        (1, "promised", "", ""),
    ]
    assert rows(store, "SELECT what, before_utc, zone, channel, state, call_id FROM promises") == [
        ("Bellen", "2026-11-24T16:00", "Europe/Amsterdam", "mailen", "open", "call")
    ]
    with store.reading() as connection:
        record = calls.read_record(connection, "call")
        assert calls.read_record(connection, "another") is None
    assert record is not None
    assert (record.promise, record.note, record.path) == (PROMISE, "notitie", ())


def test_calls_of_one_number_are_alike_however_it_was_written(store: Store) -> None:
    added(store)
    added(store, replace(HEAD, id="two", number="06-12345678"))
    assert rows(store, "SELECT DISTINCT number_key FROM calls") == [("0612345678",)]


def test_what_is_not_known_here_does_not_stop_a_call(store: Store) -> None:
    head = replace(
        HEAD, person_id="weg", appointment_id="weg", script_version="weg", employee_id="weg"
    )
    promise = replace(PROMISE, owner_id="weg")
    assert added(store, head, replace(ENDING, employee_id="weg", promise=promise))
    assert rows(
        store, "SELECT person_id, appointment_id, script_version, employee_id FROM calls"
    ) == [(None, None, None, DESK)]
    assert rows(store, "SELECT owner_id FROM promises") == [(DESK,)]


def test_what_is_no_call_is_refused_by_the_database(store: Store) -> None:
    with pytest.raises(BugError), store.writing() as db:
        db.execute(
            """INSERT INTO calls (id, direction, outcome_id, employee_id, started_utc, ended_utc)
            VALUES ('x', 'omhoog', 'y', ?, '', '')""",
            (DESK,),
        )
    assert rows(store, "SELECT * FROM calls") == []


def test_a_call_of_another_log_is_read_back_as_it_was_told(store: Store) -> None:
    record = CallRecord(
        id="elders",
        direction=Direction.OUT,
        started_utc=AT,
        ended_utc=AT,
        employee_id="weg",
        employee="Sanne",
        outcome="onbekend",
        person_id="weg",
        script_id="rekening",
        script_version="weg",
        path=("rekening/een",),
        promise=replace(PROMISE, owner_id="weg"),
    )
    with store.writing() as db:
        assert calls.add_record(db.conn, record, FILING, is_open=True)
        assert not calls.add_record(db.conn, replace(record, note="x"), FILING, is_open=True)
    with store.reading() as connection:
        assert calls.read_records(connection, "", "~") == [record]
        assert calls.of_nobody(connection, 9) == [record]
        assert calls.times_helped(connection, {"onbekend"}, ["rekening"]) == {"rekening": 1}


def _asked(connection: "Connection", ask: Callable[["Connection"], object]) -> list[str]:
    """Return how SQLite looks for what `ask` asks."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    ask(connection)
    connection.set_trace_callback(None)
    return [row[3] for each in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {each}")]


@pytest.mark.parametrize(
    "ask",
    [
        lambda connection: calls.of_person(connection, "p", 20),
        lambda connection: calls.of_nobody(connection, 20),
        lambda connection: calls.read_record(connection, "c"),
        lambda connection: calls.read_tombstone(connection, "c"),
        lambda connection: calls.read_records(connection, "2026-11-24", "2026-11-25"),
        lambda connection: promises.open_promises(connection, "p"),
    ],
    ids=["of_person", "of_nobody", "record", "tombstone", "records", "promises"],
)
def test_nothing_looks_through_all_calls(store: Store, ask: Callable[..., object]) -> None:
    with store.reading() as connection:
        steps = _asked(connection, ask)
    assert steps
    assert not any(
        step.startswith("SCAN") and "USING INDEX calls_of_nobody" not in step for step in steps
    )
