"""Complaints on disk: a row each, and one for each thing that the record of a complaint holds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.day import Person
from reception_assistant.complaints.complaint import (
    Complaint,
    Event,
    Extension,
    Field,
    Form,
    NewComplaint,
    Phase,
    State,
    Where,
)
from reception_assistant.store.first_day import PERSON_COLUMNS, person_of
from reception_assistant.text import fold

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.complaints.listed import Search
    from reception_assistant.store.driver import Rows

_OF_A_CALL = ":klacht"
_ONE = """SELECT c.id, c.subject, c.received_on, c.form, c.told_where, c.regime, c.owner_id, e.name,
    c.made_utc, c.phase, c.reason, c.person_id, c.whom, c.animal, c.reach, c.call_id,
    c.appointment_id, c.mandates, c.loops, c.state, c.closed_utc, c.closed_reason, c.row_version
FROM complaints c JOIN employees e ON e.id = c.owner_id WHERE c.id = ?"""
_LISTED = f"""SELECT c.id, c.subject, c.phase, c.state, c.whom, c.person_id, c.owner_id, e.name,
    e.active, {PERSON_COLUMNS}
FROM complaints c JOIN employees e ON e.id = c.owner_id
    LEFT JOIN persons p ON p.id = c.person_id"""
_LISTED_WIDTH = 9
_SEARCHED_ANSWERS = ", ".join(
    f"'{field}'" for field in (Field.WORDS, Field.WISH, Field.SOLUTION, Field.CAUSE_TEXT)
)
_TO_SEARCH = f"""c.subject || ' ' || c.whom || ' ' || c.animal || ' ' || COALESCE((
    SELECT s.words FROM persons p JOIN person_search s ON s.rowid = p.place
    WHERE p.id = c.person_id), '') || ' ' || COALESCE((
    SELECT group_concat(a.value, ' ') FROM complaint_answers a
    WHERE a.complaint_id = c.id AND a.field IN ({_SEARCHED_ANSWERS})), '')"""
# Of what was promised to whoever complained; what was not needed in the end does not count.
_PROMISED = """SELECT EXISTS (SELECT 1 FROM promises WHERE complaint_id = ? AND state <> 'gone'
    AND kind IN ('belofte', 'terugbellen', 'wij-bellen-zelf', 'nakijken'))"""
_AT_ONCE = 500
_SEPARATOR = "\n"


class Key(NamedTuple):
    """What decides the place of a complaint in the register: `weeks` is how much it was extended.

    `end` is when it was closed (UTC), "" while it is open; `to_answer` tells whether it is known
    who waits for an answer.
    """

    id: str
    received: str
    form: Form
    regime: str
    weeks: int
    state: State
    end: str
    to_answer: bool


class Found(NamedTuple):
    """A complaint as it is listed; `person` is None for somebody who is not in the agenda."""

    id: str
    subject: str
    phase: Phase
    state: State
    whom: str
    owner_id: str
    owner: str
    owner_left: bool
    person: Person | None


class Answered(NamedTuple):
    """What stands in a field now, who wrote it and when (UTC)."""

    value: str
    version: int
    employee_id: str
    employee: str
    at_utc: str


class NewEvent(NamedTuple):
    """Something that happened with a complaint now, for its step log."""

    id: str
    at_utc: str
    employee_id: str
    kind: str
    phase: int = 0
    field: str = ""
    detail: str = ""


def complaint_id(call_id: str) -> str:
    """Return the id of the complaint of a call, so that beginning it twice is beginning it once."""
    return f"{call_id}{_OF_A_CALL}"


def add_complaint(
    connection: "Connection", complaint: str, new: NewComplaint, made_utc: str
) -> bool:
    """Begin a complaint without its answers; tells whether it was not there yet.

    What it names and is not here is left out: a call is in the log only when it is over.
    """
    columns = {
        "id": complaint,
        "person_id": _known(connection, "persons", new.person_id),
        "whom": new.whom,
        "animal": new.animal,
        "subject": new.subject,
        "reason": new.reason,
        "received_on": new.received,
        "form": new.form,
        "told_where": new.where,
        "regime": new.regime,
        "owner_id": new.owner_id,
        "reach": new.reach,
        "call_id": _known(connection, "calls", new.call_id),
        "appointment_id": new.appointment_id,
        "made_utc": made_utc,
    }
    done = connection.execute(
        f"""INSERT INTO complaints ({", ".join(columns)}) VALUES ({_marks(len(columns))})
        ON CONFLICT (id) DO NOTHING""",
        tuple(columns.values()),
    )
    return done.rowcount == 1


def is_of_logged_call(connection: "Connection", complaint: str) -> bool:
    """Tell whether a complaint began in a call that is in the log by now."""
    found = connection.execute(
        "SELECT 1 FROM complaints WHERE id = ? AND call_id IS NOT NULL", (complaint,)
    ).fetchone()
    return found is not None


def change_complaint(
    connection: "Connection", complaint: str, columns: Mapping[str, object]
) -> None:
    """Change some columns of a complaint."""
    changes = (*(f"{name} = ?" for name in columns), "row_version = row_version + 1")
    connection.execute(
        f"UPDATE complaints SET {', '.join(changes)} WHERE id = ?", (*columns.values(), complaint)
    )


def put_answer(
    connection: "Connection",
    complaint: str,
    field: Field,
    value: str,
    written: tuple[str, str],
) -> None:
    """Keep what stands in a field from now on; `written` is when (UTC) and by which employee."""
    connection.execute(
        """INSERT INTO complaint_answers (complaint_id, field, value, at_utc, employee_id)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (complaint_id, field) DO UPDATE SET value = excluded.value,
            at_utc = excluded.at_utc, employee_id = excluded.employee_id,
            row_version = row_version + 1""",
        (complaint, field, value, *written),
    )


def add_event(connection: "Connection", complaint: str, event: NewEvent) -> None:
    """Add a line to the step log of a complaint."""
    connection.execute(
        """INSERT INTO complaint_events
            (complaint_id, id, at_utc, employee_id, kind, phase, field, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (complaint, *event),
    )


def add_extension(
    connection: "Connection", complaint: str, extension: Extension, made: tuple[str, str]
) -> None:
    """Keep that there is more time; `made` is the id of the extension and the employee."""
    connection.execute(
        """INSERT INTO complaint_extensions
            (id, complaint_id, at_utc, employee_id, weeks, reason)
        VALUES (?, ?, ?, ?, ?, ?)""",
        (made[0], complaint, extension.at_utc, made[1], extension.weeks, extension.reason),
    )


def read_complaint(connection: "Connection", complaint: str) -> Complaint | None:
    """Return a complaint with all that its record holds, also what is private."""
    row = connection.execute(_ONE, (complaint,)).fetchone()
    if row is None:
        return None
    answers = read_answers(connection, complaint)
    events = tuple(_events(connection, complaint))
    return Complaint(
        id=row[0],
        subject=row[1],
        received=row[2],
        form=Form(row[3]),
        where=Where(row[4]),
        regime=row[5],
        owner_id=row[6],
        owner=row[7],
        made_utc=row[8],
        phase=Phase(row[9]),
        reason=row[10],
        person_id=row[11],
        whom=row[12],
        animal=row[13],
        reach=row[14],
        call_id=row[15] or _call_of(row[0]),
        appointment_id=row[16],
        answers={field: each.value for field, each in answers.items()},
        versions={field: each.version for field, each in answers.items()},
        mandates=tuple(row[17].split(_SEPARATOR)) if row[17] else (),
        extensions=tuple(_extensions(connection, complaint)),
        events=events,
        hand_overs=sum(event.kind == "handed_over" for event in events),
        loops=row[18],
        promised=bool(connection.execute(_PROMISED, (complaint,)).fetchone()[0]),
        state=State(row[19]),
        closed_utc=row[20],
        closed_reason=row[21],
        row_version=row[22],
    )


def read_answers(connection: "Connection", complaint: str) -> dict[str, Answered]:
    """Return what the record of a complaint holds, by field."""
    rows: Rows = connection.execute(
        """SELECT a.field, a.value, a.row_version, e.id, e.name, a.at_utc
        FROM complaint_answers a JOIN employees e ON e.id = a.employee_id
        WHERE a.complaint_id = ? ORDER BY a.field""",
        (complaint,),
    ).fetchall()
    return {row[0]: Answered(*row[1:]) for row in rows}


def joined_mandates(mandate_ids: Iterable[str]) -> str:
    """Return what was offered as its column keeps it."""
    return _SEPARATOR.join(dict.fromkeys(mandate_ids))


def of_person(connection: "Connection", person_id: str) -> list[Key]:
    """Return the complaints of somebody, the newest first."""
    return _keys(connection, "c.person_id = ? ORDER BY c.received_on DESC, c.id DESC", [person_id])


def search_keys(connection: "Connection", search: "Search") -> list[Key]:
    """Return the complaints that fit a search, in no order; what is private is not searched."""
    wheres, values = _wheres(search)
    where = " AND ".join(wheres)
    words = fold(search.text).split()
    if not words:
        return _keys(connection, where, values)
    found = [
        row[0]
        for row in connection.execute(
            f"SELECT c.id, {_TO_SEARCH} FROM complaints c WHERE {where}", values
        )
        if _has_all(fold(row[1]), words)
    ]
    return [
        key
        for start in range(0, len(found), _AT_ONCE)
        for key in _keys(
            connection,
            f"c.id IN ({_marks(len(found[start : start + _AT_ONCE]))})",
            found[start : start + _AT_ONCE],
        )
    ]


def number_open(connection: "Connection") -> int:
    """Return how many complaints are open."""
    found = connection.execute("SELECT COUNT(*) FROM complaints WHERE state = 'open'").fetchone()
    return int(found[0])


def read_listed(connection: "Connection", ids: Sequence[str]) -> dict[str, Found]:
    """Return complaints as they are listed, by id."""
    found: dict[str, Found] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in connection.execute(f"{_LISTED} WHERE c.id IN ({_marks(len(some))})", some):
            found[row[0]] = Found(
                id=row[0],
                subject=row[1],
                phase=Phase(row[2]),
                state=State(row[3]),
                whom=row[4],
                owner_id=row[6],
                owner=row[7],
                owner_left=not row[8],
                person=person_of(row[_LISTED_WIDTH:]) if row[5] else None,
            )
    return found


def _wheres(search: "Search") -> tuple[list[str], list[object]]:
    """Return the conditions of a search, and their values."""
    wheres, values = ["1"], list[object]()
    for condition, value in (
        ("c.state = ?", search.state),
        ("c.form = ?", search.form),
        ("c.owner_id = ?", search.owner_id),
        ("c.reason = ?", search.reason),
        ("c.received_on >= ?", search.first),
        ("c.received_on <= ?", search.last),
        (
            """EXISTS (SELECT 1 FROM complaint_answers a WHERE a.complaint_id = c.id
            AND a.field = 'oorzaak' AND a.value = ?)""",
            search.cause,
        ),
    ):
        if value:
            wheres.append(condition)
            values.append(value)
    return wheres, values


def _keys(connection: "Connection", where: str, values: Sequence[object]) -> list[Key]:
    rows: Rows = connection.execute(
        f"""SELECT c.id, c.received_on, c.form, c.regime, COALESCE((SELECT SUM(x.weeks)
            FROM complaint_extensions x WHERE x.complaint_id = c.id), 0), c.state, c.closed_utc,
            c.person_id IS NOT NULL OR c.whom <> '' OR c.reach <> ''
        FROM complaints c WHERE {where}""",
        tuple(values),
    ).fetchall()
    forms, states = {each.value: each for each in Form}, {each.value: each for each in State}
    return [
        Key(key, received, forms[form], regime, weeks, states[state], end, bool(to_answer))
        for key, received, form, regime, weeks, state, end, to_answer in rows
    ]


def _events(connection: "Connection", complaint: str) -> Iterable[Event]:
    for row in connection.execute(
        """SELECT v.at_utc, e.name, v.kind, v.phase, v.field, v.detail
        FROM complaint_events v JOIN employees e ON e.id = v.employee_id
        WHERE v.complaint_id = ? ORDER BY v.at_utc, v.id""",
        (complaint,),
    ):
        yield Event(
            at_utc=row[0], employee=row[1], kind=row[2], phase=row[3], field=row[4], detail=row[5]
        )


def _extensions(connection: "Connection", complaint: str) -> Iterable[Extension]:
    for row in connection.execute(
        """SELECT at_utc, weeks, reason FROM complaint_extensions
        WHERE complaint_id = ? ORDER BY at_utc, id""",
        (complaint,),
    ):
        yield Extension(at_utc=row[0], weeks=row[1], reason=row[2])


def _call_of(complaint: str) -> str | None:
    """Return the call that a complaint began in, also when that is not in the log yet."""
    return complaint.removesuffix(_OF_A_CALL) if complaint.endswith(_OF_A_CALL) else None


def _has_all(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)


def _known(connection: "Connection", table: str, key: str | None) -> str | None:
    """Return `key` when `table` has it."""
    if not key:
        return None
    found = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone()
    return key if found else None


def _marks(number: int) -> str:
    return ", ".join("?" * number)
