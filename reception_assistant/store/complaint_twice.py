"""Whether the same complaint was begun a moment ago, as with a key that was pressed twice."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.complaints.complaint import NewComplaint

_SAME = """SELECT id FROM complaints
WHERE state = 'open' AND received_on = ? AND made_utc >= ? AND call_id IS NULL
    AND subject = ? AND reason = ? AND form = ? AND told_where = ? AND regime = ? AND owner_id = ?
    AND COALESCE(person_id, '') = ? AND whom = ? AND animal = ? AND reach = ?
ORDER BY made_utc DESC, id DESC LIMIT 1"""


def same_since(connection: "Connection", new: "NewComplaint", since_utc: str) -> str:
    """Return the id of an open complaint that began since then with all the same; "" without."""
    row = connection.execute(
        _SAME,
        (
            new.received,
            since_utc,
            new.subject,
            new.reason,
            new.form.value,
            new.where.value,
            new.regime,
            new.owner_id,
            new.person_id or "",
            new.whom,
            new.animal,
            new.reach,
        ),
    ).fetchone()
    return str(row[0]) if row else ""
