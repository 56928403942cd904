"""Compliments, ideas and what else was told, on disk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import convert

from reception_assistant.complaints.feedback import Feedback, Sort

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

# What was answered in the list of promises counts here too: nobody writes it down twice.
_ALL = """SELECT f.id, f.sort, f.text, f.at_utc, f.employee_id, e.name, f.told_where, f.person_id,
    f.whom, f.about, f.reply_before, COALESCE(NULLIF(f.done, ''), p.result, ''),
    COALESCE(NULLIF(f.done_utc, ''), p.closed_utc, ''), f.row_version
    FROM feedback f JOIN employees e ON e.id = f.employee_id
    LEFT JOIN (SELECT feedback_id, result, MAX(closed_utc) AS closed_utc FROM promises
        WHERE feedback_id IS NOT NULL AND state = 'kept' GROUP BY feedback_id) p
    ON p.feedback_id = f.id"""
_FIELDS = (
    "id",
    "sort",
    "text",
    "at_utc",
    "employee_id",
    "employee",
    "where",
    "person_id",
    "whom",
    "about",
    "reply_before",
    "done",
    "done_utc",
    "row_version",
)
"""What the columns of `_ALL` are called in `Feedback`."""
_SAME = """sort = ? AND text = ? AND whom = ? AND about = ? AND employee_id = ?
    AND COALESCE(person_id, '') = ? AND at_utc >= ?"""


def add_feedback(connection: "Connection", told: Feedback) -> None:
    """Keep what was told."""
    connection.execute(
        """INSERT INTO feedback (id, sort, text, told_where, about, person_id, whom, at_utc,
            employee_id, reply_before)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            told.id,
            told.sort,
            told.text,
            told.where,
            told.about,
            told.person_id,
            told.whom,
            told.at_utc,
            told.employee_id,
            told.reply_before,
        ),
    )


def same_since(connection: "Connection", told: Feedback, since_utc: str) -> str:
    """Return the id of what the same employee kept in the same words since then; "" if nothing."""
    row = connection.execute(
        f"SELECT id FROM feedback WHERE {_SAME} ORDER BY at_utc DESC LIMIT 1",
        (
            told.sort,
            told.text,
            told.whom,
            told.about,
            told.employee_id,
            told.person_id or "",
            since_utc,
        ),
    ).fetchone()
    return str(row[0]) if row else ""


def read_feedback(connection: "Connection", feedback_id: str) -> Feedback | None:
    """Return what was told; None when there is nothing with this id."""
    rows: Rows = connection.execute(f"{_ALL} WHERE f.id = ?", (feedback_id,)).fetchall()
    return _feedback(rows[0]) if rows else None


def newest(connection: "Connection", sort: Sort | None, limit: int) -> list[Feedback]:
    """Return what was told last, the newest first."""
    where, values = ("WHERE f.sort = ?", (sort, limit)) if sort else ("", (limit,))
    rows: Rows = connection.execute(
        f"{_ALL} {where} ORDER BY f.at_utc DESC, f.id DESC LIMIT ?", values
    ).fetchall()
    return [_feedback(row) for row in rows]


def of_person(connection: "Connection", person_id: str, limit: int) -> list[Feedback]:
    """Return what somebody told, the newest first."""
    rows: Rows = connection.execute(
        f"{_ALL} WHERE f.person_id = ? ORDER BY f.at_utc DESC, f.id DESC LIMIT ?",
        (person_id, limit),
    ).fetchall()
    return [_feedback(row) for row in rows]


def keep_done(connection: "Connection", feedback_id: str, done: str, done_utc: str) -> None:
    """Keep what was done with it."""
    connection.execute(
        """UPDATE feedback SET done = ?, done_utc = ?, row_version = row_version + 1
        WHERE id = ?""",
        (done, done_utc, feedback_id),
    )


def numbers(connection: "Connection", from_utc: str, until_utc: str) -> dict[Sort, int]:
    """Return how much of each sort was told between two moments."""
    found = dict(
        connection.execute(
            "SELECT sort, COUNT(*) FROM feedback WHERE at_utc >= ? AND at_utc < ? GROUP BY sort",
            (from_utc, until_utc),
        ).fetchall()
    )
    return {sort: found.get(sort, 0) for sort in Sort}


def promises_of(connection: "Connection", feedback_id: str) -> dict[str, bool]:
    """Return the promises to answer it by their ids, and which of them are open."""
    rows: Rows = connection.execute(
        "SELECT id, state = 'open' FROM promises WHERE feedback_id = ?", (feedback_id,)
    ).fetchall()
    return {key: bool(is_open) for key, is_open in rows}


def _feedback(row: Sequence[Any]) -> Feedback:
    return convert(dict(zip(_FIELDS, row, strict=True)), Feedback)
