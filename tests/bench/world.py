"""The databases of the benchmark: ten years of appointments of a large practice, and a tenth of it.

They are written straight into the tables, because that takes minutes, and kept in a temporary
folder under a name that changes with the schema and with what is made here.
"""

import hashlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reception_assistant.agenda.finding import phone_key, words_of
from reception_assistant.agenda.telling import NAME_FIELDS, joined
from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import open_desk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.ids import new_id
from reception_assistant.naming.listed import full_name, sort_key
from reception_assistant.paths import DATABASE
from reception_assistant.settings.catalogue import ZONE
from reception_assistant.store import driver
from reception_assistant.store.first_day import as_kept
from reception_assistant.store.people import INDEX_WORDS, SEARCHED_FIELDS
from reception_assistant.store.places import Places
from reception_assistant.text import fold
from tests.bench.names import BenchPerson, make_people

if TYPE_CHECKING:
    from sqlite3 import Connection

TODAY = date(2026, 11, 18)
"""The Wednesday around which everything lies; ten years before it and one after."""
MOMENT = datetime(2026, 11, 18, 8, 30, tzinfo=UTC)
QUIET_DAY = 60
"""So many appointments has each tenth working day, in both worlds: for comparing days."""
PRACTITIONERS = tuple(f"Behandelaar {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
TREATMENTS = ("controle", "consult", "vulling", "bloedprikken", "nacontrole", "gebitsreiniging")

_MAKING = 2  # counts up when what is made here changes
_SEED = 2026
_YEARS_BACK, _DAYS_AHEAD = 10, 365
_AT_ONCE = 20_000
_SATURDAY = 5
_SLOTS = [f"{hour:02d}:{minute:02d}" for hour in range(8, 18) for minute in range(0, 60, 5)]


class World(NamedTuple):
    """A database with its size."""

    folder: Path
    persons: int
    appointments: int

    @property
    def database(self) -> Path:
        """The file of the database."""
        return self.folder / DATABASE


def big() -> World:
    """Return the large world, made when it is not there yet."""
    return _world(100_000, 1_000_000)


def small() -> World:
    """Return a tenth of it."""
    return _world(10_000, 100_000)


def copy_of(world: World, folder: Path) -> World:
    """Return a copy of `world` in `folder`, to be written in."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(world.database, folder / DATABASE)
    return world._replace(folder=folder)


def working_days() -> list[date]:
    """Return all working days of the worlds."""
    first = TODAY.replace(year=TODAY.year - _YEARS_BACK)
    number = (TODAY - first).days + _DAYS_AHEAD
    days = (first + timedelta(days=each) for each in range(number))
    return [day for day in days if day.weekday() < _SATURDAY]


def quiet_days() -> list[date]:
    """Return the days that have as many appointments in both worlds."""
    return working_days()[::10]


def desk_day() -> date:
    """Return the day of `QUIET_DAY` appointments that comes last before today."""
    return max(day for day in quiet_days() if day <= TODAY)


def cache_folder() -> Path:
    """Return where the worlds are kept: a folder of this user in the place for temporary files."""
    name = f"balie-bench-{os.getuid()}" if hasattr(os, "getuid") else "balie-bench"
    return Path(tempfile.gettempdir()) / name


def _world(persons: int, appointments: int) -> World:
    folder = cache_folder() / f"{_fingerprint()}-{persons}"
    world = World(folder, persons, appointments)
    if not folder.exists():
        making = folder.with_name(f"{folder.name}-{os.getpid()}")
        shutil.rmtree(making, ignore_errors=True)
        _make(world._replace(folder=making))
        making.rename(folder)
    return world


def _fingerprint() -> str:
    """Return a short text that changes with the schema and with how a world is made."""
    with tempfile.TemporaryDirectory() as folder:
        _empty(Path(folder))
        connection = driver.connect(Path(folder) / DATABASE)
        rows = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
        connection.close()
    return hashlib.sha256(repr((_MAKING, rows)).encode()).hexdigest()[:12]


def _empty(folder: Path) -> None:
    with open_desk(folder, clock=StandingClock(MOMENT)):
        pass


def _make(world: World) -> None:
    _empty(world.folder)
    rng = random.Random(_SEED)  # noqa: S311  no secret
    people = make_people(rng, world.persons)
    ids = [new_id() for _person in people]
    connection = driver.connect(world.database)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    source, practitioners = _add_source(connection)
    _add_persons(connection, source, people, ids)
    _add_appointments(connection, _Making(rng, source, ids, practitioners), world.appointments)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _add_source(connection: "Connection") -> tuple[str, list[str]]:
    source, days = new_id(), working_days()
    connection.execute(
        "INSERT INTO sources (id, name, kind, first_day, last_day) VALUES (?, ?, ?, ?, ?)",
        (source, "eigen csv", "csv", days[0].isoformat(), days[-1].isoformat()),
    )
    practitioners = [(new_id(), name) for name in PRACTITIONERS]
    connection.executemany("INSERT INTO practitioners (id, name) VALUES (?, ?)", practitioners)
    return source, [key for key, _name in practitioners]


def _add_persons(
    connection: "Connection", source: str, people: list[BenchPerson], ids: list[str]
) -> None:
    fields = NAME_FIELDS[: NAME_FIELDS.index("pronoun")]
    columns = ("id", "place", "sort_key", "changed", *fields, "birth_date", "phone")
    insert = f"INSERT INTO persons ({','.join(columns)}) VALUES ({','.join('?' * len(columns))})"  # noqa: S608
    rows, links, words = [], [], []
    places = Places(connection)
    for person, key in zip(people, ids, strict=True):
        name, born, phone = person.name, person.birth_date.isoformat(), person.phone
        parts = [str(getattr(name, field)) for field in fields]
        sort = as_kept(sort_key(name))
        place = places.next(sort)
        rows.append((key, place, sort, 1, *parts, born, phone))
        said = joined([*parts, "", "", "", "NL", "", born, phone, "", ""])
        who = (person.number, fold(full_name(name)), born, phone_key(phone))
        links.append((source, key, *who, said))
        searched = [str(getattr(name, field)) for field in SEARCHED_FIELDS]
        words.append((place, words_of(searched, born, phone)))
    connection.executemany(insert, rows)
    connection.executemany("INSERT INTO source_persons VALUES (?, ?, ?, ?, ?, ?, ?)", links)
    connection.executemany(INDEX_WORDS, sorted(words))


class _Making(NamedTuple):
    rng: random.Random
    source: str
    persons: list[str]
    practitioners: list[str]


def _add_appointments(connection: "Connection", making: _Making, number: int) -> None:
    columns = "id, source_id, source_key, person_id, practitioner_id, starts, zone, starts_utc"
    insert = f"""INSERT INTO appointments ({columns}, minutes, treatment, booking, said)
        VALUES ({",".join("?" * 12)})"""  # noqa: S608
    some: list[tuple[object, ...]] = []
    for row in _appointments(making, number):
        some.append(row)
        if len(some) == _AT_ONCE:
            connection.executemany(insert, some)
            some.clear()
    connection.executemany(insert, some)


def _appointments(making: _Making, number: int) -> Iterator[tuple[object, ...]]:
    rng, time = making.rng, PracticeTime(StandingClock(MOMENT), ZONE.default)
    at = 0
    for day, persons in _visitors(making, number):
        slots = rng.choices(_SLOTS, k=len(persons))
        for person, slot in zip(persons, slots, strict=True):
            at += 1
            starts = f"{day}T{slot}"
            place = rng.randrange(len(making.practitioners))
            treatment = rng.choice(TREATMENTS)
            booking = "gekomen" if day < TODAY and rng.random() < 0.5 else "gepland"
            told = (starts, person, PRACTITIONERS[place], "", "", "10", treatment, "", "", "")
            said = joined((*told, booking))
            row = (new_id(), making.source, f"A{at:08d}", person, making.practitioners[place])
            when = (starts, time.zone, time.to_utc(starts), 10)
            yield (*row, *when, treatment, booking, said)


def _visitors(making: _Making, number: int) -> Iterator[tuple[date, list[str]]]:
    """Give for each day who comes: everybody comes in some years only, about twice a year."""
    rng, days = making.rng, working_days()
    by_day: list[list[str]] = [[] for _day in days]
    extra = rng.choices(range(len(making.persons)), k=number - len(making.persons))
    times = [1] * len(making.persons)
    for place in extra:
        times[place] += 1
    for person, often in zip(making.persons, times, strict=True):
        length, first = 130 * often, rng.randrange(len(days))
        for _visit in range(often):
            by_day[(first + rng.randrange(length)) % len(days)].append(person)
    for place in range(0, len(days), 10):
        quiet, after = by_day[place], by_day[place + 1] if place + 1 < len(days) else []
        while len(quiet) > QUIET_DAY and place + 1 < len(days):
            after.append(quiet.pop())
        while len(quiet) < QUIET_DAY and after:
            quiet.append(after.pop())
    yield from zip(days, by_day, strict=True)
