"""The sources of the agenda, and what each of them told before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.matching import KnownPerson
from reception_assistant.agenda.plan import Known, KnownAppointment

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database

BY_HAND = "met de hand"
"""The source of the people that were added at the desk."""

_AT_ONCE = 5_000

# Who is known by a name alone is loose.
_PERSONS = """
SELECT person_id, number, name_key, birth_date, phone_key, said,
    number = '' AND birth_date = '' AND phone_key = ''
FROM source_persons WHERE source_id = ? ORDER BY person_id
"""

_APPOINTMENT = """
SELECT a.id, a.source_key, a.starts, a.person_id, COALESCE(pr.name, ''), a.said,
    a.withdrawn_utc <> '',
    EXISTS (SELECT 1 FROM visit_events e WHERE e.appointment_id = a.id)
FROM appointments a LEFT JOIN practitioners pr ON pr.id = a.practitioner_id
"""


class Source(NamedTuple):
    """Where appointments come from, and the days that it covered so far ("" for none yet).

    `known_from` to `known_until` are the days that it knows without a gap, as it was read last.
    `signature` is by what the files of a source without a profile are known again.
    """

    id: str
    name: str
    kind: str
    first_day: str = ""
    last_day: str = ""
    read_utc: str = ""
    profile_id: str | None = None
    signature: str = ""
    known_from: str = ""
    known_until: str = ""


_COLUMNS = (
    "id, name, kind, first_day, last_day, read_utc, profile_id, signature, known_from, known_until"
)


def read_sources(connection: "Connection") -> list[Source]:
    """Return all sources but what was made by hand, by name."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM sources WHERE name <> ? ORDER BY name COLLATE NOCASE", (BY_HAND,)
    )
    return [Source._make(row) for row in rows]


def find_source(connection: "Connection", name: str) -> Source | None:
    """Return the source called `name`."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM sources WHERE name = ?", (name,)).fetchone()
    return Source._make(row) if row else None


def save_source(db: "Database", source: Source) -> None:
    """Add `source`, or keep what it covers and how it is known now."""
    db.execute(
        f"""INSERT INTO sources ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
            first_day = excluded.first_day, last_day = excluded.last_day,
            read_utc = excluded.read_utc, profile_id = excluded.profile_id,
            signature = excluded.signature, known_from = excluded.known_from,
            known_until = excluded.known_until, row_version = row_version + 1""",
        tuple(source),
    )


def known_persons(connection: "Connection", source_id: str) -> Iterator[KnownPerson]:
    """Give the people that a source told of, in the order in which they became known."""
    for row in connection.execute(_PERSONS, (source_id,)):
        yield KnownPerson._make((*row[:6], bool(row[6])))


def known_appointments(
    connection: "Connection", source_id: str, keys: Sequence[str], first: date, last: date
) -> Known:
    """Return what we have under `keys`, in the days `first` to `last`, and there added by hand."""
    span = (first.isoformat(), f"{last.isoformat()}T~")
    in_period, by_hand = (
        _appointments(
            connection,
            f"{_APPOINTMENT} WHERE a.starts >= ? AND a.starts < ? AND a.source_id IS ?",
            (*span, source),
        )
        for source in (source_id, None)
    )
    by_key = {each.source_key: each for each in in_period}
    missing = [key for key in keys if key not in by_key]
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"{_APPOINTMENT} WHERE a.source_id = ? AND a.source_key IN ({marks})"
        found = _appointments(connection, query, (source_id, *some))
        by_key.update((each.source_key, each) for each in found)
    return Known(by_key, in_period, {(each.starts, each.person_id): each for each in by_hand})


def _appointments(
    connection: "Connection", query: str, values: Iterable[object]
) -> list[KnownAppointment]:
    return [
        KnownAppointment._make((*row[:6], bool(row[6]), bool(row[7])))
        for row in connection.execute(query, tuple(values))
    ]
