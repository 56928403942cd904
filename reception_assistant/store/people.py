"""People: kept, put right, and found while somebody is typing."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.day import Following, Person
from reception_assistant.agenda.finding import words_of
from reception_assistant.naming.listed import sort_key
from reception_assistant.store.first_day import PERSON_COLUMNS, as_kept, following_of, person_of
from reception_assistant.store.places import Places, begin_alike

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
INDEX_WORDS = "INSERT INTO person_search (rowid, words) VALUES (?, ?)"

_NEAR_IDS = """
SELECT group_concat(person_id, ' ')
FROM (SELECT person_id FROM appointments WHERE starts >= ? AND starts < ?
    ORDER BY starts, person_id)
"""
_AT_ONCE = 1_000
_FEW = 200

_NEXT = """
SELECT a.starts, coalesce(nullif(pr.spoken, ''), pr.name), a.treatment
FROM appointments a LEFT JOIN practitioners pr ON pr.id = a.practitioner_id
WHERE a.person_id = ? AND a.starts > ? AND a.booking = 'gepland' AND a.withdrawn_utc = ''
ORDER BY a.starts LIMIT 1
"""


class _Near(NamedTuple):
    """Somebody with an appointment near today, in order of the list."""

    sort_key: str
    id: str
    place: int
    words: str


class _NearOnes:
    """The people with an appointment near today, with all their words as one text to look in.

    Putting that text together takes long for very many people, so what a few writes change is
    kept beside it.
    """

    def __init__(self) -> None:
        self._gone: set[str] = set()
        self._come: list[_Near] = []
        self._gather([])

    def change(self, gone: Set[str], come: list[_Near]) -> None:
        """Leave out those with an id in `gone`, and take in `come`."""
        self._gone |= gone
        self._come = [each for each in self._come if each.id not in gone] + come
        if len(self._gone) + len(self._come) > _FEW:
            kept = [each for each in self._people if each.id not in self._gone]
            self._gather(sorted([*kept, *self._come]))

    def _gather(self, people: list[_Near]) -> None:
        self._people = people
        self._text = "\n".join([each.words for each in people])
        self._starts = [0, *accumulate([len(each.words) + 1 for each in people])]
        self._gone.clear()
        self._come = []

    def matching(self, phrases: Sequence[str]) -> list[int]:
        """Return the places of the first 50 in whose words all `phrases` occur, and some more."""
        text, starts = self._text, self._starts
        # A guess at what is rare: "de vries" is looked for by "vries".
        rarest = max(reversed(phrases), key=lambda phrase: len(phrase.strip()))
        places: list[int] = []
        at = text.find(rarest)
        while at >= 0 and len(places) < AT_MOST:
            number = bisect_right(starts, at) - 1
            start, end = starts[number], starts[number + 1]
            each = self._people[number]
            if each.id not in self._gone and all(
                text.find(phrase, start, end) >= 0 for phrase in phrases
            ):
                places.append(each.place)
            at = text.find(rarest, end)
        come = [each for each in self._come if all(phrase in each.words for phrase in phrases)]
        return places + [each.place for each in come]


class Finder:
    """Finds people by the start of a name part, three letters anywhere, birth date or phone.

    The people with an appointment near today are few and asked for all day; they are held in
    memory, and after a write only those whom it touched are read again. Everybody else is found
    through the index of the file, which gives them in order of the list.
    """

    def __init__(self) -> None:
        self._held: tuple[date, int] | None = None
        self._ids = ""
        self._wanted: set[str] = set()
        self._changed = 0
        self._near = _NearOnes()

    def find(self, connection: "Connection", phrases: Sequence[str], today: date) -> list[Person]:
        """Return at most 50 people in whose words all `phrases` occur, the near ones first."""
        if not phrases:
            return []
        self._hold_near(connection, today)
        places = self._near.matching(phrases)
        found = _at_places(connection, places, AT_MOST)
        if len(found) < AT_MOST:
            already = set(places)
            others = [each for each in _matching(connection, phrases) if each not in already]
            found += _at_places(connection, others, AT_MOST - len(found))
        return found

    def _hold_near(self, connection: "Connection", today: date) -> None:
        written = int(connection.execute("PRAGMA data_version").fetchone()[0])
        if self._held == (today, written):
            return
        span = ((today - NEAR).isoformat(), f"{(today + NEAR).isoformat()}T~")
        ids = connection.execute(_NEAR_IDS, span).fetchone()[0] or ""
        changed = last_change(connection)
        if (ids, changed) != (self._ids, self._changed):
            since = "SELECT id FROM persons WHERE changed > ?"
            stale = {row[0] for row in connection.execute(since, (self._changed,))}
            wanted = self._wanted if ids == self._ids else set(ids.split())
            gone = (self._wanted - wanted) | stale
            missing = (wanted - self._wanted) | (wanted & stale)
            self._near.change(gone, list(_read_near(connection, sorted(missing))))
            self._ids, self._wanted, self._changed = ids, wanted, changed
        self._held = (today, written)


def _read_near(connection: "Connection", ids: Sequence[str]) -> Iterator[_Near]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        rows = connection.execute(
            f"""SELECT p.sort_key, p.id, p.place, s.words
            FROM persons p JOIN person_search s ON s.rowid = p.place
            WHERE p.id IN ({_marks(len(some))})""",
            some,
        )
        yield from map(_Near._make, rows)


def _matching(connection: "Connection", phrases: Sequence[str]) -> list[int]:
    """Return the places of the first people who match, and of all who begin like the last."""
    match = " AND ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    rows = connection.execute(
        "SELECT rowid FROM person_search WHERE words MATCH ? ORDER BY rowid", (match,)
    )
    places: list[int] = []
    for (place,) in rows:
        if len(places) >= AT_MOST and not begin_alike(place, places[-1]):
            break
        places.append(place)
    rows.close()
    return places


def _at_places(connection: "Connection", places: Sequence[int], at_most: int) -> list[Person]:
    rows = connection.execute(
        f"""SELECT {PERSON_COLUMNS} FROM persons p WHERE p.place IN ({_marks(len(places))})
        ORDER BY p.sort_key, p.id LIMIT ?""",
        (*places, at_most),
    )
    return [person_of(row) for row in rows]


def read_person(connection: "Connection", person_id: str) -> Person | None:
    """Return a person; None when there is none with this id."""
    row = connection.execute(
        f"SELECT {PERSON_COLUMNS} FROM persons p WHERE p.id = ?",
        (person_id,),
    ).fetchone()
    return person_of(row) if row else None


def animals_of(connection: "Connection", person_id: str) -> list[str]:
    """Return the names of somebody's animals that live, by name."""
    rows = connection.execute(
        """SELECT an.name FROM animals an JOIN animal_owners o ON o.animal_id = an.id
        WHERE o.person_id = ? AND an.deceased = 0 AND an.name <> '' ORDER BY an.name""",
        (person_id,),
    )
    return [str(row[0]) for row in rows]


def next_of(connection: "Connection", person_id: str, after: str) -> Following | None:
    """Return the first appointment of somebody after `after` (local wall time)."""
    row = connection.execute(_NEXT, (person_id, after)).fetchone()
    return following_of(row) if row else None


def last_change(connection: "Connection") -> int:
    """Return the number of the last write to people."""
    row = connection.execute("SELECT COALESCE(MAX(changed), 0) FROM persons").fetchone()
    return int(row[0])


def add_person(connection: "Connection", person_id: str, fields: Mapping[str, str]) -> None:
    """Add somebody with these fields."""
    connection.execute(
        "INSERT INTO persons (id, place, sort_key, changed) VALUES (?, ?, '', 0)",
        (person_id, Places(connection).next("")),
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
    key = as_kept(sort_key(person.name))
    was = connection.execute("SELECT place FROM persons WHERE id = ?", (person_id,)).fetchone()[0]
    place = was if key == as_kept(person.sort_key) else Places(connection).next(key)
    connection.execute(
        "UPDATE persons SET sort_key = ?, place = ?, changed = ? WHERE id = ?",
        (key, place, last_change(connection) + 1, person_id),
    )
    names = [str(getattr(person.name, name)) for name in SEARCHED_FIELDS]
    born = person.birth_date.isoformat() if person.birth_date else ""
    connection.execute("DELETE FROM person_search WHERE rowid = ?", (was,))
    connection.execute(INDEX_WORDS, (place, words_of(names, born, person.phone)))


def _marks(number: int) -> str:
    return ", ".join("?" * number)


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
