"""What still stands between people and the practice: open promises, calls alike, complaints."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

    from reception_assistant.store.driver import Rows


class PromiseRow(NamedTuple):
    """An open promise: what, before when (local ISO), who owns it, and what it is about."""

    id: str
    kind: str
    what: str
    before: str
    owner_id: str
    owner: str
    subject: str


class Alike(NamedTuple):
    """How often somebody was spoken with about one reason, and when first (UTC)."""

    reason: str
    times: int
    first_utc: str


class StandingRows(NamedTuple):
    """All of one person: promises the soonest first, and the day of the oldest open complaint."""

    promises: tuple[PromiseRow, ...] = ()
    alike: tuple[Alike, ...] = ()
    complaint: str = ""


_OF_DAY = """IN (SELECT person_id FROM appointments
    WHERE starts >= :first AND starts < :last AND withdrawn_utc = '')"""
_OF_ONE = "= :person"


def standing_of(connection: "Connection", person_id: str, since_utc: str) -> StandingRows:
    """Return what stands for one person; calls alike count from `since_utc` on."""
    found = _read(connection, _OF_ONE, {"person": person_id, "since": since_utc})
    return found.get(person_id, StandingRows())


def standing_of_day(connection: "Connection", day: str, since_utc: str) -> dict[str, StandingRows]:
    """Return what stands for everybody with an appointment on `day` (ISO), by their ids."""
    return _read(connection, _OF_DAY, {"first": day, "last": f"{day}T~", "since": since_utc})


def _read(
    connection: "Connection", whom: str, values: Mapping[str, str]
) -> dict[str, StandingRows]:
    promises: Rows = connection.execute(
        f"""SELECT p.person_id, p.id, p.kind, p.what, p.before_local, p.owner_id, e.name, p.subject
        FROM promises p JOIN employees e ON e.id = p.owner_id
        WHERE p.state = 'open' AND p.person_id {whom} ORDER BY p.before_utc, p.id""",
        values,
    ).fetchall()
    calls: Rows = connection.execute(
        f"""SELECT person_id, reason_id, COUNT(*), MIN(started_utc) FROM calls
        WHERE person_id {whom} AND started_utc >= :since AND reason_id <> ''
        GROUP BY person_id, reason_id HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, reason_id""",
        values,
    ).fetchall()
    complaints: Rows = connection.execute(
        f"""SELECT person_id, MIN(received_on) FROM complaints
        WHERE state = 'open' AND person_id {whom} GROUP BY person_id""",
        values,
    ).fetchall()
    found: dict[str, StandingRows] = {}
    for key, *row in promises:
        was = found.get(key, StandingRows())
        found[key] = was._replace(promises=(*was.promises, PromiseRow(*row)))
    for key, *row in calls:
        was = found.get(key, StandingRows())
        found[key] = was._replace(alike=(*was.alike, Alike(*row)))
    for key, received in complaints:
        found[key] = found.get(key, StandingRows())._replace(complaint=received)
    return found
