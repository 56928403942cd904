"""What is still to be done for somebody, on disk: kept, changed, tried, handed over and closed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from reception_assistant.calls.promise import Channel
from reception_assistant.follow_ups.follow_up import (
    Attempt,
    FollowUp,
    HandOver,
    Helped,
    Kind,
    NewFollowUp,
    Reached,
    Source,
    State,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

_TEXTS = {
    "after": "after_local",
    "by": "by_whom",
    "reach": "reach",
    "person_id": "person_id",
    "whom": "whom",
    "subject": "subject",
    "call_id": "call_id",
    "complaint_id": "complaint_id",
    "feedback_id": "feedback_id",
    "improvement_id": "improvement_id",
    "third_party": "third_party",
    "third_reach": "third_reach",
    "what": "what",
    "before": "before_local",
    "owner_id": "owner_id",
}
"""The fields of `NewFollowUp` that stand in a column as they are."""

_OWN = {
    **_TEXTS,
    "id": "id",
    "made_utc": "made_utc",
    "next_try": "next_try_local",
    "answer": "answer",
    "result": "result",
    "closed_utc": "closed_utc",
    "row_version": "row_version",
}
_FIELDS = tuple(_OWN)
_FACTS = ", ".join((*(f"p.{column}" for column in _OWN.values()), "p.kind, p.source, p.channel"))
_WHOLE = f"""SELECT {_FACTS}, p.state, p.helped, o.name, COALESCE(c.name, '')
    FROM promises p JOIN employees o ON o.id = p.owner_id
    LEFT JOIN employees c ON c.id = p.closed_by"""


class When(NamedTuple):
    """When something happens, as the file keeps it: `zone` is that of the wall time `before`."""

    made_utc: str
    zone: str
    before_utc: str


class Given(NamedTuple):
    """A hand-over, as it is to be kept."""

    id: str
    at_utc: str
    to_id: str
    note: str


def read(connection: "Connection", follow_up_id: str) -> FollowUp | None:
    """Return one with all that became of it; None when there is none with this id."""
    found = _all(connection, "p.id = ?", (follow_up_id,))
    return found[0] if found else None


def open_of(connection: "Connection", person_id: str) -> list[FollowUp]:
    """Return what is still to be done for somebody, what is due first before."""
    return _all(connection, "p.person_id = ? AND p.state = 'open'", (person_id,))


def of_complaint(connection: "Connection", complaint_id: str) -> list[FollowUp]:
    """Return all that was promised with a complaint, also what is done, in order of time."""
    return _all(connection, "p.complaint_id = ?", (complaint_id,))


def closed_of(connection: "Connection", person_id: str, limit: int) -> list[FollowUp]:
    """Return what was done for somebody, or turned out not to be needed, newest first."""
    return _all(
        connection,
        "p.person_id = ? AND p.state <> 'open' AND p.closed_utc <> ''",
        (person_id, limit),
        "p.closed_utc DESC, p.id DESC LIMIT ?",
    )


def number_of_call(connection: "Connection", follow_up: FollowUp) -> str:
    """Return the number that the call came from in which this was promised; "" for none."""
    row = connection.execute(
        "SELECT number FROM calls WHERE id = ?", (follow_up.call_id or "",)
    ).fetchone()
    return str(row[0]) if row else ""


def add(connection: "Connection", follow_up_id: str, new: NewFollowUp, when: When) -> bool:
    """Keep what is to be done; tells whether it was not there yet."""
    columns = {
        **_columns(new, when),
        "id": follow_up_id,
        "made_utc": when.made_utc,
    }
    done = connection.execute(
        f"""INSERT INTO promises ({", ".join(columns)}) VALUES ({", ".join("?" * len(columns))})
        ON CONFLICT (id) DO NOTHING""",
        tuple(columns.values()),
    )
    return done.rowcount == 1


def same_as(connection: "Connection", new: NewFollowUp) -> str:
    """Return the id of what is still to be done and is the very same; "" when there is none."""
    columns = {
        **{column: getattr(new, field) for field, column in _TEXTS.items()},
        "kind": new.kind.value,
        "channel": new.channel.value,
    }
    alike = " AND ".join(f"{column} IS ?" for column in columns if column != "owner_id")
    row = connection.execute(
        f"""SELECT id FROM promises
        WHERE owner_id = ? AND state = 'open' AND {alike} ORDER BY id LIMIT 1""",
        (new.owner_id, *(value for name, value in columns.items() if name != "owner_id")),
    ).fetchone()
    return str(row[0]) if row else ""


def following_id(follow_up_id: str, row_version: int) -> str:
    """Return the id of what follows when something is done at this version of it."""
    return f"{follow_up_id}:na{row_version}"


def following_of(connection: "Connection", done: FollowUp) -> str | None:
    """Return the id of what followed when this was done; None when nothing did."""
    key = following_id(done.id, done.row_version)
    found = connection.execute("SELECT 1 FROM promises WHERE id = ?", (key,)).fetchone()
    return key if found else None


def rewrite(connection: "Connection", follow_up_id: str, new: NewFollowUp, when: When) -> None:
    """Let it be what `new` says; what became of it stays."""
    change(connection, follow_up_id, _columns(new, when))


def add_attempt(
    connection: "Connection", follow_up_id: str, key: str, attempt: Attempt, next_try: str
) -> None:
    """Keep that somebody tried, and from when it makes sense to try again."""
    connection.execute(
        """INSERT INTO promise_attempts (id, promise_id, at_utc, employee_id, reached, note)
        VALUES (?, ?, ?, ?, ?, ?)""",
        (
            key,
            follow_up_id,
            attempt.at_utc,
            attempt.employee_id,
            attempt.reached.value,
            attempt.note,
        ),
    )
    change(connection, follow_up_id, {"next_try_local": next_try})


def hand_over(connection: "Connection", follow_up_id: str, given: Given) -> None:
    """Give it to another owner, with the note that goes with it."""
    connection.execute(
        """INSERT INTO promise_hand_overs (id, at_utc, to_id, note, promise_id, from_id)
        SELECT ?, ?, ?, ?, id, owner_id FROM promises WHERE id = ?""",
        (*given, follow_up_id),
    )
    change(connection, follow_up_id, {"owner_id": given.to_id, "by_whom": ""})


def answered(connection: "Connection", follow_up_id: str, answer: str) -> None:
    """Keep what the third party said: from now on the client waits for us."""
    change(connection, follow_up_id, {"answer": answer, "next_try_local": ""})


def close(
    connection: "Connection",
    follow_up_id: str,
    state: State,
    *,
    result: str,
    helped: Helped | None,
    closed_utc: str,
    closed_by: str,
) -> None:
    """Keep how it ended."""
    change(
        connection,
        follow_up_id,
        {
            "state": state.value,
            "result": result,
            "helped": helped.value if helped else "",
            "closed_utc": closed_utc,
            "closed_by": closed_by,
            "next_try_local": "",
        },
    )


def reopen(connection: "Connection", follow_up_id: str) -> None:
    """Let it be still to be done; what was said at its end stays readable until it ends again."""
    change(
        connection,
        follow_up_id,
        {"state": State.OPEN.value, "helped": "", "closed_utc": "", "closed_by": None},
    )


def change(connection: "Connection", follow_up_id: str, columns: Mapping[str, object]) -> None:
    """Change these columns of one, so that whoever read it before will notice."""
    settings = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(
        f"UPDATE promises SET {settings}, row_version = row_version + 1 WHERE id = ?",
        (*columns.values(), follow_up_id),
    )


def _columns(new: NewFollowUp, when: When) -> dict[str, object]:
    return {
        **{column: getattr(new, field) for field, column in _TEXTS.items()},
        "kind": new.kind.value,
        "source": new.source.value,
        "channel": new.channel.value,
        "zone": when.zone,
        "before_utc": when.before_utc,
    }


def _all(
    connection: "Connection",
    where: str,
    values: tuple[object, ...],
    order: str = "p.before_utc, p.id",
) -> list[FollowUp]:
    rows: Rows = connection.execute(f"{_WHOLE} WHERE {where} ORDER BY {order}", values).fetchall()
    return [_follow_up(connection, row) for row in rows]


def _follow_up(connection: "Connection", row: tuple[Any, ...]) -> FollowUp:
    kind, source, channel, state, helped, owner, closed_by = row[len(_FIELDS) :]
    facts = dict(zip(_FIELDS, row, strict=False))
    return FollowUp(
        **facts,
        kind=Kind(kind),
        source=Source(source),
        channel=Channel(channel),
        state=State(state),
        helped=Helped(helped) if helped else None,
        owner=owner,
        closed_by=closed_by,
        attempts=_attempts(connection, facts["id"]),
        hand_overs=_hand_overs(connection, facts["id"]),
    )


def _attempts(connection: "Connection", follow_up_id: str) -> tuple[Attempt, ...]:
    rows: Rows = connection.execute(
        """SELECT a.at_utc, a.employee_id, e.name, a.reached, a.note
        FROM promise_attempts a JOIN employees e ON e.id = a.employee_id
        WHERE a.promise_id = ? ORDER BY a.at_utc, a.id""",
        (follow_up_id,),
    ).fetchall()
    return tuple(
        Attempt(at_utc=at, employee_id=key, employee=name, reached=Reached(reached), note=note)
        for at, key, name, reached, note in rows
    )


def _hand_overs(connection: "Connection", follow_up_id: str) -> tuple[HandOver, ...]:
    rows: Rows = connection.execute(
        """SELECT h.at_utc, f.name, t.name, h.note
        FROM promise_hand_overs h
        JOIN employees f ON f.id = h.from_id JOIN employees t ON t.id = h.to_id
        WHERE h.promise_id = ? ORDER BY h.at_utc, h.id""",
        (follow_up_id,),
    ).fetchall()
    return tuple(
        HandOver(at_utc=at, from_name=before, to_name=after, note=note)
        for at, before, after, note in rows
    )
