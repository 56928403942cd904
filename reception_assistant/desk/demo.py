"""The demo practice: a fictional day around this moment, read in like any other agenda.

What happens there is data: each discipline has a file in `scripts_nl/demo`, one row for each
appointment of the day. In it, minutes are counted from the middle of the day and days from today:

- `plek` is when it is, and `stand` how far it is now;
- `binnen_na` is how long after that somebody went in, and `weg_na` how long they were inside, where
  that is not as usual;
- `vorige_dagen` are the earlier appointments, the last one first, and `vorige_stand` is how the
  last one went; `verzet_dagen` are the ones that were moved; `over_dagen` is the next one;
- `jarig` is how long ago the last birthday was.

Rows with one telephone number are of one person, who comes twice.
"""

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from reception_assistant.agenda.visit import Booking, EventKind
from reception_assistant.clock import Clock, StandingClock, SystemClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.demo_after import fill_after
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.paths import scripts_nl
from reception_assistant.settings.catalogue import (
    BIRTHDAY,
    CLIENT_TERM,
    DISCIPLINE,
    PRACTICE_NAME,
    WELCOMED,
    YES,
    ZONE,
    pair_of,
)
from reception_assistant.staff.employee import Employee, Role

DISCIPLINES = ("tandarts", "dierenarts", "huisarts", "welzijn")
"""The kinds of practice that have a demo, the usual one first."""

_DAY = timedelta(days=1)
_SLOT = 10
_FIRST, _LAST = timedelta(minutes=-150), timedelta(minutes=240)
_FIRST_WEEKEND_DAY = 5
_OPENS, _OPEN = timedelta(hours=9), timedelta(hours=7)
_OF_PERSON = (
    "naam",
    "voornaam",
    "roepnaam",
    "voorletters",
    "voorvoegsel",
    "achternaam",
    "naamgebruik",
    "partner_voorvoegsel",
    "partner_achternaam",
    "aanspreekvorm",
    "aanspreken",
    "titel",
    "titel_gebruiken",
    "land",
    "ouder",
    "uitspraak",
    "telefoon",
    "dier",
    "diersoort",
    "behandelaar",
    "duur",
)
_OF_VISIT = ("datum", "tijd", "kenmerk", "behandeling", "status", "kenmerken", "opmerking")
_PASSED = {
    "expected": (),
    "arrived": (EventKind.ARRIVED,),
    "taken_in": (EventKind.ARRIVED, EventKind.TAKEN_IN),
    "left": (EventKind.ARRIVED, EventKind.TAKEN_IN, EventKind.LEFT),
    "no_show": (EventKind.NO_SHOW,),
}
_ARRIVED_AFTER, _IN_AFTER, _NO_SHOW_AFTER = -5, 2, 15

_Row = dict[str, str]


class _Practice(NamedTuple):
    """Whose demo it is: its name, how it calls people, who is at the desk and who manages."""

    discipline: str
    name: str
    client_term: str
    at_the_desk: str
    manager: str
    practitioners: str
    """How each is called, as "name = called", one after the other."""


class _Told(NamedTuple):
    """What the file tells of one appointment; `key` is its own in the whole file."""

    start: datetime
    key: str
    treatment: str
    booking: Booking = Booking.PLANNED
    marks: str = ""
    remark: str = ""


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give an empty folder for a demo, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="balie-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def fill(folder: Path, clock: Clock | None = None, discipline: str = DISCIPLINES[0]) -> None:
    """Make the demo practice of a discipline in `folder`, around the moment of `clock`."""
    clock = clock or SystemClock()
    now = PracticeTime(clock, ZONE.default).now()
    middle = _middle(now)
    practice, rows = _practice(discipline), _rows(discipline)
    agenda = folder / "demo.csv"
    agenda.write_text(_own_csv(rows, middle), encoding="utf-8")
    with open_desk(folder, clock=clock) as desk:
        by = By(_staff(desk, practice))
        _settle(desk, practice)
        desk.imports.import_file(agenda, by)
    past = StandingClock(clock.now())
    with open_desk(folder, clock=past) as desk:
        _mark_the_past(desk, past, rows, middle, now)
    past.moment = clock.now()
    with open_desk(folder, clock=past) as desk:
        fill_after(desk, past, _rows("na-afloop"), By(desk.staff.at_the_desk()))


def _staff(desk: Desk, practice: _Practice) -> Employee:
    """Let somebody sit at the desk; the employee of the first start becomes the manager."""
    first = desk.staff.at_the_desk()
    by = By(first)
    desk.staff.change(first._replace(name=practice.manager), by)
    receptionist = desk.staff.add(practice.at_the_desk, Role.RECEPTIONIST, by)
    desk.staff.sit_down(first)
    return receptionist


def _settle(desk: Desk, practice: _Practice) -> None:
    """Choose what the practice chose."""
    by = By(desk.staff.at_the_desk())
    for setting, value in (
        (PRACTICE_NAME, practice.name),
        (DISCIPLINE, practice.discipline),
        (CLIENT_TERM, practice.client_term),
        (BIRTHDAY, YES),
        (WELCOMED, YES),
    ):
        desk.settings.choose(setting, value, by)
    for pair in filter(None, map(pair_of, practice.practitioners.split("|"))):
        name, spoken = pair
        desk.practitioners.call(desk.practitioners.add(name, by), spoken, by)


def _practice(discipline: str) -> _Practice:
    known = {row["soort"]: _Practice(*row.values()) for row in _rows("praktijken")}
    return known[discipline]


def _rows(name: str) -> list[_Row]:
    text = scripts_nl("demo", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _middle(now: datetime) -> datetime:
    """Return the moment around which the demo's day lies, so that it stays within one day."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    rounded = now - timedelta(minutes=now.minute % _SLOT, seconds=now.second, microseconds=0)
    rounded = rounded.replace(microsecond=0)
    earliest, latest = midnight - _FIRST, midnight + _DAY - _LAST - timedelta(minutes=_SLOT)
    return max(earliest, min(latest, rounded))


def _own_csv(rows: list[_Row], middle: datetime) -> str:
    """Return the demo as a file in our own form, with real dates."""
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow((*_OF_VISIT, "patientnummer", "geboortedatum", *_OF_PERSON))
    numbers: dict[str, int] = {}
    for place, row in enumerate(rows, start=1):
        number = numbers.setdefault(row["telefoon"], place)
        born = _born(row["leeftijd"], row["jarig"], middle.date())
        person = (number, born, *(row.get(name, "") for name in _OF_PERSON))
        for start, *told in (_today(row, place, middle), *_other_days(row, place, middle.date())):
            table.writerow((f"{start:%d-%m-%Y}", f"{start:%H:%M}", *told, *person))
    return text.getvalue()


def _today(row: _Row, place: int, middle: datetime) -> _Told:
    return _Told(
        _start(row, middle),
        f"D{place}",
        row["behandeling"],
        marks=row["kenmerken"],
        remark=row["opmerking"],
    )


def _start(row: _Row, middle: datetime) -> datetime:
    return middle + timedelta(minutes=int(row["plek"]))


def _other_days(row: _Row, place: int, today: date) -> Iterator[_Told]:
    """Give the earlier appointments of somebody, those that were moved, and the next one."""
    midnight = datetime.fromisoformat(f"{today}T00:00")
    time = _OPENS + timedelta(minutes=_SLOT * place) % _OPEN
    came = Booking(row["vorige_stand"] or Booking.CAME)
    for nth, days in enumerate(row["vorige_dagen"].split()):
        start = _working_day(midnight - int(days) * _DAY) + time
        booking = Booking.CAME if nth else came
        yield _Told(start, f"E{place}-{nth}", row["vorige_behandeling"], booking)
    for nth, days in enumerate(row["verzet_dagen"].split()):
        start = _working_day(midnight - int(days) * _DAY) + time
        yield _Told(start, f"M{place}-{nth}", row["behandeling"], Booking.MOVED)
    if row["over_dagen"]:
        hour, _colon, minute = row["volgende_tijd"].partition(":")
        day = _working_day(midnight + int(row["over_dagen"]) * _DAY)
        start = day.replace(hour=int(hour), minute=int(minute))
        yield _Told(start, f"V{place}", row["volgende_behandeling"])


def _born(age: str, since_birthday: str, day: date) -> str:
    """Return the date of birth of somebody of this age; empty when that is not known."""
    if not age:
        return ""
    birthday = day - int(since_birthday) * _DAY
    year = birthday.year - int(age)
    if (birthday.month, birthday.day) == (2, 29):
        year -= year % 4  # on that day nobody was born in another year
    return f"{birthday:%d-%m}-{year}"


def _working_day(day: datetime) -> datetime:
    while day.weekday() >= _FIRST_WEEKEND_DAY:
        day += _DAY
    return day


def _mark_the_past(
    desk: Desk, clock: StandingClock, rows: list[_Row], middle: datetime, now: datetime
) -> None:
    """Note what happened before this moment, each at its own time."""
    receptionist = next(each for each in desk.staff.everybody() if each.role is Role.RECEPTIONIST)
    by = By(receptionist)
    this_moment = clock.moment
    visits = {visit.start: visit.id for visit in desk.agenda.day(middle.date(), None).visits}
    midnight = middle.replace(hour=0, minute=0)  # nobody can be marked on the day before
    marks = [
        (max(midnight, start + timedelta(minutes=after)), visits[start], kind)
        for row in rows
        if (start := _start(row, middle)) in visits
        for kind, after in _passed(row)
    ]
    for moment, visit_id, kind in sorted(marks):
        if moment <= now:
            clock.moment = this_moment - (now - moment)
            desk.agenda.mark(visit_id, kind, by)
    clock.moment = this_moment
    desk.staff.sit_down(receptionist)


def _passed(row: _Row) -> Iterator[tuple[EventKind, int]]:
    """Give what a visit went through, each so many minutes after its time."""
    went_in = int(row["binnen_na"] or _IN_AFTER)
    after = {
        EventKind.ARRIVED: _ARRIVED_AFTER,
        EventKind.TAKEN_IN: went_in,
        EventKind.LEFT: went_in + int(row["weg_na"] or row["duur"]),
        EventKind.NO_SHOW: _NO_SHOW_AFTER,
    }
    for kind in _PASSED[row["stand"]]:
        yield kind, after[kind]
