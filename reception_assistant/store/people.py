"""People: kept, put right, and found while somebody is typing."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reception_assistant.agenda.day import Following, Person
from reception_assistant.agenda.finding import words_of
from reception_assistant.naming.listed import sort_key
from reception_assistant.store.first_day import PERSON_COLUMNS, following_of, person_of

if TYPE_CHECKING:
    from sqlite3 import Connection

AT_MOST = 50
NEAR = timedelta(days=30)
"""People with an appointment this near, before or after, come first among those found."""

SEARCHED_FIELDS = (
    "given_name",
    "call_name",
    "initials",
    "prefix",
    "surname",
    "partner_prefix",
    "partner_surname",
    "as_received",
)
INDEX_WORDS = "INSERT INTO person_search (rowid, words, person_id, sort_key) VALUES (?, ?, ?, ?)"

_NEAR = """
SELECT p.id, p.sort_key, s.words
FROM (SELECT DISTINCT person_id FROM appointments WHERE starts >= ? AND starts < ?) a
JOIN persons p ON p.id = a.person_id
JOIN person_search s ON s.rowid = p.number
ORDER BY p.sort_key, p.id
"""
_MATCHING = "SELECT person_id FROM person_search WHERE words MATCH ?"
_FEW = 3_000  # up to so many matches sorting them costs less than walking everybody in order

_NEXT = """
SELECT a.starts, pr.name, a.treatment
FROM appointments a LEFT JOIN practitioners pr ON pr.id = a.practitioner_id
WHERE a.person_id = ? AND a.starts > ? AND a.booking = 'gepland' AND a.withdrawn_utc = ''
ORDER BY a.starts LIMIT 1
"""


class Finder:
    """Finds people by the start of a name part, three letters anywhere, birth date or phone.

    The people with an appointment near today are few and asked for all day; their words are held
    in memory until something is written. Everybody else is found through the index of the file.
    """

    def __init__(self) -> None:
        self._near: list[tuple[str, str]] = []  # person id and words, in order of the list
        self._held: tuple[date, int] | None = None

    def find(self, connection: "Connection", phrases: Sequence[str], today: date) -> list[Person]:
        """Return at most 50 people in whose words all `phrases` occur, the near ones first."""
        if not phrases:
            return []
        self._hold_near(connection, today)
        found = [key for key, words in self._near if all(phrase in words for phrase in phrases)][
            :AT_MOST
        ]
        if len(found) < AT_MOST:
            already = set(found)
            others = _in_order(connection, phrases, AT_MOST + len(found))
            found += [key for key in others if key not in already]
        return [person for key in found[:AT_MOST] if (person := read_person(connection, key))]

    def _hold_near(self, connection: "Connection", today: date) -> None:
        written = int(connection.execute("PRAGMA data_version").fetchone()[0])
        if self._held == (today, written):
            return
        span = ((today - NEAR).isoformat(), f"{(today + NEAR).isoformat()}T~")
        self._near = [(row[0], row[2]) for row in connection.execute(_NEAR, span)]
        self._held = (today, written)


def read_person(connection: "Connection", person_id: str) -> Person | None:
    """Return a person; None when there is none with this id."""
    row = connection.execute(
        f"SELECT {PERSON_COLUMNS} FROM persons p WHERE p.id = ?",
        (person_id,),
    ).fetchone()
    return person_of(row) if row else None


def next_of(connection: "Connection", person_id: str, after: str) -> Following | None:
    """Return the first appointment of somebody after `after` (local wall time)."""
    row = connection.execute(_NEXT, (person_id, after)).fetchone()
    return following_of(row) if row else None


def next_number(connection: "Connection") -> int:
    """Return the number under which the next person can be found."""
    row = connection.execute("SELECT COALESCE(MAX(number), 0) + 1 FROM persons").fetchone()
    return int(row[0])


def add_person(connection: "Connection", person_id: str, fields: Mapping[str, str]) -> None:
    """Add somebody with these fields."""
    connection.execute(
        "INSERT INTO persons (id, number, sort_key) VALUES (?, ?, '')",
        (person_id, next_number(connection)),
    )
    change_fields(connection, person_id, fields)


def change_fields(connection: "Connection", person_id: str, fields: Mapping[str, str]) -> None:
    """Change some fields of somebody, and how they are sorted and found."""
    settings = ", ".join(f"{name} = ?" for name in fields)
    values = [_column(name, value) for name, value in fields.items()]
    connection.execute(
        f"UPDATE persons SET {settings}, row_version = row_version + 1 WHERE id = ?",
        (*values, person_id),
    )
    person = read_person(connection, person_id)
    if person is None:
        return
    key = sort_key(person.name)
    connection.execute("UPDATE persons SET sort_key = ? WHERE id = ?", (key, person_id))
    number = connection.execute("SELECT number FROM persons WHERE id = ?", (person_id,)).fetchone()[
        0
    ]
    names = [str(getattr(person.name, name)) for name in SEARCHED_FIELDS]
    born = person.birth_date.isoformat() if person.birth_date else ""
    connection.execute("DELETE FROM person_search WHERE rowid = ?", (number,))
    connection.execute(INDEX_WORDS, (number, words_of(names, born, person.phone), person_id, key))


def _in_order(connection: "Connection", phrases: Sequence[str], at_most: int) -> list[str]:
    """Return the ids of people who match, by sort key.

    Few matches are sorted; of many, the first are soon met when walking everybody in order.
    """
    match = " AND ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    few = connection.execute(
        f"SELECT COUNT(*) FROM ({_MATCHING} LIMIT {_FEW})",
        (match,),
    ).fetchone()[0]
    if few < _FEW:
        query = f"{_MATCHING} ORDER BY sort_key, person_id LIMIT ?"
        return [row[0] for row in connection.execute(query, (match, at_most))]
    conditions = " AND ".join("instr(s.words, ?) > 0" for _phrase in phrases)
    query = f"""SELECT p.id FROM persons p INDEXED BY persons_by_sort_key
        CROSS JOIN person_search s ON s.rowid = p.number
        WHERE {conditions} ORDER BY p.sort_key, p.id LIMIT ?"""
    return [row[0] for row in connection.execute(query, (*phrases, at_most))]


def _column(name: str, value: str) -> object:
    return int(bool(value)) if name == "title_spoken" else value


def link_by_hand(
    connection: "Connection", person_id: str, name_key: str, birth_date: str, phone: str
) -> None:
    """Keep who was added at the desk, so that a file that knows them too is recognised."""
    connection.execute(
        """INSERT INTO source_persons
            (source_id, person_id, name_key, birth_date, phone_key, said)
        SELECT id, ?, ?, ?, ?, '' FROM sources WHERE kind = 'hand'""",
        (person_id, name_key, birth_date, phone),
    )
