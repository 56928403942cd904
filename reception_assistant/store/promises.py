"""What was promised in a conversation, and to whom; `follow_ups` has what becomes of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.calls.promise import Channel, Promise
from reception_assistant.follow_ups.follow_up import Kind

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows

COLUMNS = "p.what, p.before_local, p.owner_id, p.by_whom, p.channel, p.reach"
"""What `promise_of` takes."""

# What the call tells of a promise: what it was about, and how somebody who is not in the agenda is
# called, where that was written down.
_FROM_CALL = """
UPDATE promises SET
    subject = (SELECT c.reason_id FROM calls c WHERE c.id = promises.call_id),
    whom = CASE WHEN person_id IS NOT NULL THEN '' ELSE COALESCE(
        (SELECT trim(e.text) FROM call_events e
            WHERE e.call_id = promises.call_id AND e.name = 'naam' AND trim(e.text) <> ''
            ORDER BY e.seq DESC LIMIT 1), '') END
WHERE id = ? AND call_id IS NOT NULL
"""


class Promised(NamedTuple):
    """A promise with all that the log keeps of it; `zone` is that of its wall time."""

    id: str
    promise: Promise
    zone: str
    before_utc: str
    made_utc: str
    call_id: str | None = None
    person_id: str | None = None
    is_open: bool = True


class StillOpen(NamedTuple):
    """A promise that is not kept yet: who owns it, by name, and when it was made."""

    id: str
    promise: Promise
    owner: str
    made_utc: str


def promise_id(call_id: str) -> str:
    """Return the id of what was promised in a call, so that keeping it twice is keeping it once."""
    return f"{call_id}:1"


def add_promise(connection: "Connection", promised: Promised) -> None:
    """Keep a promise; keeping the same one again changes nothing.

    What it is about and who is called stands with the call that it was made in.
    """
    promise = promised.promise
    kind = Kind.CALLBACK if promise.channel is Channel.CALL else Kind.PROMISE
    done = connection.execute(
        """INSERT INTO promises (id, call_id, person_id, what, before_local, zone, before_utc,
            owner_id, by_whom, channel, reach, made_utc, state, kind)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
        (
            promised.id,
            promised.call_id,
            promised.person_id,
            promise.what,
            promise.before,
            promised.zone,
            promised.before_utc,
            promise.owner_id,
            promise.by,
            promise.channel,
            promise.reach,
            promised.made_utc,
            "open" if promised.is_open else "gone",
            kind.value,
        ),
    )
    if done.rowcount == 1:
        connection.execute(_FROM_CALL, (promised.id,))


def open_promises(connection: "Connection", person_id: str) -> list[StillOpen]:
    """Return what was promised to somebody and is not kept yet, what is due first before."""
    rows: Rows = connection.execute(
        f"""SELECT p.id, {COLUMNS}, e.name, p.made_utc
        FROM promises p JOIN employees e ON e.id = p.owner_id
        WHERE p.person_id = ? AND p.state = 'open' ORDER BY p.before_utc, p.id""",
        (person_id,),
    ).fetchall()
    return [StillOpen(row[0], promise_of(row[1:-2]), *row[-2:]) for row in rows]


def give_to(connection: "Connection", call_id: str, person_id: str) -> None:
    """Let what was promised in a call be promised to this person."""
    connection.execute(
        """UPDATE promises SET person_id = ?, whom = '', row_version = row_version + 1
        WHERE call_id = ? AND person_id IS NULL""",
        (person_id, call_id),
    )


def promise_of(columns: Sequence[str]) -> Promise:
    """Return the promise in `COLUMNS` of a row."""
    what, before, owner_id, by, channel, reach = columns
    return Promise(
        what=what, before=before, owner_id=owner_id, by=by, channel=Channel(channel), reach=reach
    )
