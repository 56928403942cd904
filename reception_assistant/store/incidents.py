"""Incidents on disk: facts of them, until their term is over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import convert

from reception_assistant.complaints.incident import Incident

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

_FIELDS = {
    "id": "i.id",
    "day": "i.day",
    "facts": "i.facts",
    "employee_id": "i.employee_id",
    "employee": "e.name",
    "told": "i.told",
    "expires": "i.expires_on",
    "made_utc": "i.made_utc",
    "person_id": "i.person_id",
    "whom": "i.whom",
    "call_id": "i.call_id",
    "complaint_id": "i.complaint_id",
    "warned": "i.warned",
    "ended": "i.ended",
    "reported": "i.reported",
    "aftercare": "i.aftercare",
    "row_version": "i.row_version",
}
_ALL = f"""SELECT {", ".join(_FIELDS.values())}
    FROM incidents i JOIN employees e ON e.id = i.employee_id"""
_NEWEST_FIRST = "ORDER BY i.day DESC, i.id DESC LIMIT ?"


def add_incident(connection: "Connection", incident: Incident) -> None:
    """Keep an incident; of a call or a complaint that is not there the link is left out."""
    connection.execute(
        """INSERT INTO incidents (id, day, facts, person_id, whom, call_id, complaint_id,
            employee_id, told, warned, ended, reported, expires_on, made_utc)
        VALUES (?, ?, ?, ?, ?, (SELECT id FROM calls WHERE id = ?),
            (SELECT id FROM complaints WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)""",
        (
            incident.id,
            incident.day,
            incident.facts,
            incident.person_id,
            incident.whom,
            incident.call_id,
            incident.complaint_id,
            incident.employee_id,
            incident.told,
            incident.warned,
            incident.ended,
            incident.reported,
            incident.expires,
            incident.made_utc,
        ),
    )


def same_day(connection: "Connection", incident: Incident) -> str:
    """Return the id of what the same employee kept of that day in the same words, or ""."""
    row = connection.execute(
        """SELECT id FROM incidents WHERE day = ? AND facts = ? AND employee_id = ?
            AND COALESCE(person_id, '') = ? AND whom = ?""",
        (
            incident.day,
            incident.facts,
            incident.employee_id,
            incident.person_id or "",
            incident.whom,
        ),
    ).fetchone()
    return str(row[0]) if row else ""


def read_incident(connection: "Connection", incident_id: str, today: str) -> Incident | None:
    """Return an incident whose term is not over; None when there is none with this id."""
    found = _read(connection, "i.id = ? AND", (incident_id, today), 1)
    return found[0] if found else None


def of_person(connection: "Connection", person_id: str, today: str) -> list[Incident]:
    """Return the incidents with somebody whose term is not over, the newest first."""
    return _read(connection, "i.person_id = ? AND", (person_id, today), -1)


def newest(connection: "Connection", today: str, limit: int) -> list[Incident]:
    """Return the incidents whose term is not over, the newest first."""
    return _read(connection, "", (today,), limit)


def keep_aftercare(connection: "Connection", incident_id: str, aftercare: str) -> None:
    """Keep how the employee is doing."""
    connection.execute(
        "UPDATE incidents SET aftercare = ?, row_version = row_version + 1 WHERE id = ?",
        (aftercare, incident_id),
    )


def keep_until(connection: "Connection", incident_id: str, expires: str) -> None:
    """Keep an incident until another day."""
    connection.execute(
        "UPDATE incidents SET expires_on = ?, row_version = row_version + 1 WHERE id = ?",
        (expires, incident_id),
    )


def remove_over(connection: "Connection", today: str) -> int:
    """Remove what is over before `today`; returns how many."""
    return connection.execute("DELETE FROM incidents WHERE expires_on < ?", (today,)).rowcount


def anything_over(connection: "Connection", today: str) -> bool:
    """Tell whether there is something to remove."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM incidents WHERE expires_on < ?)", (today,)
    ).fetchone()
    return bool(row[0])


def _read(
    connection: "Connection", where: str, values: tuple[str, ...], limit: int
) -> list[Incident]:
    rows: Rows = connection.execute(
        f"{_ALL} WHERE {where} i.expires_on >= ? {_NEWEST_FIRST}", (*values, limit)
    ).fetchall()
    return [_incident(row) for row in rows]


def _incident(row: Sequence[Any]) -> Incident:
    return convert(dict(zip(_FIELDS, row, strict=True)), Incident, strict=False)
