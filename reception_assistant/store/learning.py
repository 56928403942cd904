"""Causes of complaints and improvements on disk."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import convert

from reception_assistant.complaints.complaint import Field
from reception_assistant.complaints.learning import Improvement

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

# A look back that was done in the list of promises counts here too, as long as no other one stands
# open: nobody writes it down twice.
_FIELDS = {
    "id": "i.id",
    "cause": "i.cause",
    "what": "i.what",
    "owner_id": "i.owner_id",
    "owner": "e.name",
    "since": "i.since",
    "review": "i.review",
    "complaint_id": "i.complaint_id",
    "script_id": "i.script_id",
    "rule": "i.rule",
    "worked": "COALESCE(NULLIF(i.worked, ''), p.helped, '')",
    "remark": "CASE WHEN i.worked = '' THEN COALESCE(p.result, i.remark) ELSE i.remark END",
    "row_version": "i.row_version",
}
_ALL = f"""SELECT {", ".join(_FIELDS.values())}
    FROM improvements i JOIN employees e ON e.id = i.owner_id
    LEFT JOIN (SELECT improvement_id, result, helped, MAX(closed_utc) FROM promises
        WHERE improvement_id IS NOT NULL AND kind = 'terugkijken' AND state <> 'gone'
        GROUP BY improvement_id HAVING SUM(state = 'open') = 0) p
    ON p.improvement_id = i.id AND p.helped IN ('ja', 'deels', 'nee')"""
_SOONEST_FIRST = "ORDER BY i.review, i.id"


def add_improvement(connection: "Connection", improvement: Improvement) -> None:
    """Keep what is done otherwise from now on."""
    connection.execute(
        """INSERT INTO improvements (id, cause, what, owner_id, since, review, complaint_id,
            script_id, rule)
        VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM complaints WHERE id = ?), ?, ?)""",
        (
            improvement.id,
            improvement.cause,
            improvement.what,
            improvement.owner_id,
            improvement.since,
            improvement.review,
            improvement.complaint_id,
            improvement.script_id,
            improvement.rule,
        ),
    )


def keep_improvement(connection: "Connection", improvement: Improvement) -> None:
    """Keep what changed of an improvement."""
    connection.execute(
        """UPDATE improvements SET owner_id = ?, review = ?, script_id = ?, rule = ?, worked = ?,
            remark = ?, row_version = row_version + 1 WHERE id = ?""",
        (
            improvement.owner_id,
            improvement.review,
            improvement.script_id,
            improvement.rule,
            improvement.worked or "",
            improvement.remark,
            improvement.id,
        ),
    )


def read_improvement(connection: "Connection", improvement_id: str) -> Improvement | None:
    """Return an improvement; None when there is none with this id."""
    found = _read(connection, "WHERE i.id = ?", (improvement_id,))
    return found[0] if found else None


def read_improvements(connection: "Connection") -> list[Improvement]:
    """Return all improvements, the one to look back at soonest first."""
    return _read(connection, "", ())


def of_complaint(connection: "Connection", complaint_id: str) -> list[Improvement]:
    """Return the improvements that a complaint led to."""
    return _read(connection, "WHERE i.complaint_id = ?", (complaint_id,))


def times_by_cause(connection: "Connection", first: str, last: str) -> Mapping[str, int]:
    """Return how many complaints of these days (ISO) had which cause, by its id as written."""
    return dict(
        connection.execute(
            """SELECT a.value, COUNT(*) FROM complaints c
            CROSS JOIN complaint_answers a ON a.complaint_id = c.id AND a.field = ?
            WHERE c.received_on BETWEEN ? AND ? AND a.value <> '' GROUP BY a.value""",
            (Field.CAUSE, first, last),
        ).fetchall()
    )


def promises_of(connection: "Connection", improvement_id: str) -> dict[str, bool]:
    """Return the promises to look back at it by their ids, and which of them are open."""
    rows: Rows = connection.execute(
        "SELECT id, state = 'open' FROM promises WHERE improvement_id = ?", (improvement_id,)
    ).fetchall()
    return {key: bool(is_open) for key, is_open in rows}


def _read(connection: "Connection", where: str, values: tuple[str, ...]) -> list[Improvement]:
    rows: Rows = connection.execute(f"{_ALL} {where} {_SOONEST_FIRST}", values).fetchall()
    return [_improvement(row) for row in rows]


def _improvement(row: Sequence[Any]) -> Improvement:
    fields = dict(zip(_FIELDS, row, strict=True))
    return convert({**fields, "worked": fields["worked"] or None}, Improvement)
