"""What one call led to belongs together: its promise and its complaint, and whom both are of."""

from typing import TYPE_CHECKING

from reception_assistant.store.complaints import NewEvent, add_event, complaint_id
from reception_assistant.store.promises import promise_id

if TYPE_CHECKING:
    from sqlite3 import Connection

_PROMISED = "promised"
# What was found out in the call after the complaint began; what stands in the record stays.
_TAKE_OVER = """UPDATE complaints SET
    person_id = COALESCE(person_id, :person),
    whom = CASE WHEN whom = '' AND person_id IS NULL AND :person IS NULL THEN :name ELSE whom END,
    reach = CASE WHEN reach = '' THEN :number ELSE reach END,
    row_version = row_version + 1
WHERE id = :complaint AND ((person_id IS NULL AND :person IS NOT NULL)
    OR (whom = '' AND person_id IS NULL AND :name <> '') OR (reach = '' AND :number <> ''))"""
_NAME = """SELECT trim(text) FROM call_events
WHERE call_id = ? AND name = 'naam' AND trim(text) <> '' ORDER BY seq DESC LIMIT 1"""
_TO_JOIN = """SELECT p.what, c.employee_id, k.phase, p.made_utc
FROM promises p JOIN calls c ON c.id = p.call_id JOIN complaints k ON k.id = ?
WHERE p.id = ? AND p.complaint_id IS NULL"""


def has_complaint(connection: "Connection", call_id: str) -> bool:
    """Tell whether a complaint began in this call."""
    found = connection.execute(
        "SELECT 1 FROM complaints WHERE id = ?", (complaint_id(call_id),)
    ).fetchone()
    return found is not None


def tie_together(
    connection: "Connection", call_id: str, person_id: str | None, number: str = ""
) -> bool:
    """Let the complaint that began in a call in the log know that call, who called and its promise.

    Tells whether there is such a complaint. Doing it again changes nothing.
    """
    complaint = complaint_id(call_id)
    person = connection.execute("SELECT id FROM persons WHERE id = ?", (person_id,)).fetchone()
    person_id = person[0] if person else None
    done = connection.execute(
        "UPDATE complaints SET call_id = ? WHERE id = ?", (call_id, complaint)
    )
    if done.rowcount != 1:
        return False
    name = connection.execute(_NAME, (call_id,)).fetchone()
    told = {"person": person_id, "name": name[0] if name else "", "number": number}
    connection.execute(_TAKE_OVER, {**told, "complaint": complaint})
    connection.execute(
        """UPDATE promises SET person_id = ?1, whom = '', row_version = row_version + 1
        WHERE complaint_id = ?2 AND person_id IS NULL AND ?1 IS NOT NULL""",
        (person_id, complaint),
    )
    _take_promise(connection, call_id, complaint)
    return True


def _take_promise(connection: "Connection", call_id: str, complaint: str) -> None:
    """Let what was promised in the call be promised because of the complaint as well."""
    promise = promise_id(call_id)
    found = connection.execute(_TO_JOIN, (complaint, promise)).fetchone()
    if found is None:
        return
    what, employee_id, phase, made_utc = found
    connection.execute("UPDATE promises SET complaint_id = ? WHERE id = ?", (complaint, promise))
    event = NewEvent(f"{promise}:{_PROMISED}", made_utc, employee_id, _PROMISED, phase, detail=what)
    add_event(connection, complaint, event)
