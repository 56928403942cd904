"""The demo practice: a fictional day around this moment, read in like any other agenda."""

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from reception_assistant.agenda.visit import EventKind
from reception_assistant.clock import Clock, StandingClock, SystemClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.practice_time import PracticeTime
from reception_assistant.paths import scripts_nl
from reception_assistant.settings.catalogue import PRACTICE_NAME, ZONE
from reception_assistant.staff.employee import Employee, Role

_PRACTICE = "Tandartspraktijk De Linde"
_AT_THE_DESK = "Sanne"
_MANAGER = "Marijke"
_DAY = timedelta(days=1)
_SLOT = 10
_FIRST, _LAST = timedelta(minutes=-150), timedelta(minutes=240)
_FIRST_WEEKEND_DAY = 5
_OWN_COLUMNS = (
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
)
# A visit that is over went through all of these, each so many minutes after its time.
_PASSED = {
    "arrived": ((EventKind.ARRIVED, -5),),
    "taken_in": ((EventKind.ARRIVED, -5), (EventKind.TAKEN_IN, 2)),
    "left": ((EventKind.ARRIVED, -5), (EventKind.TAKEN_IN, 2), (EventKind.LEFT, 22)),
    "no_show": ((EventKind.NO_SHOW, 15),),
    "expected": (),
}


@contextmanager
def demo_folder() -> Iterator[Path]:
    """Give an empty folder for a demo, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="balie-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def fill(folder: Path, clock: Clock | None = None) -> None:
    """Make the demo practice in `folder`, around the moment of `clock`."""
    clock = clock or SystemClock()
    now = PracticeTime(clock, ZONE.default).now()
    middle = _middle(now)
    rows = _rows()
    agenda = folder / "demo.csv"
    agenda.write_text(_own_csv(rows, middle), encoding="utf-8")
    with open_desk(folder, clock=clock) as desk:
        by = By(_staff(desk))
        desk.settings.choose(PRACTICE_NAME, _PRACTICE, By(desk.staff.at_the_desk()))
        desk.imports.import_file(agenda, by)
    past = StandingClock(clock.now())
    with open_desk(folder, clock=past) as desk:
        _mark_the_past(desk, past, rows, middle, now)


def _staff(desk: Desk) -> Employee:
    """Let Sanne sit at the desk; the employee of the first start becomes the manager."""
    first = desk.staff.at_the_desk()
    by = By(first)
    desk.staff.change(first._replace(name=_MANAGER), by)
    sanne = desk.staff.add(_AT_THE_DESK, Role.RECEPTIONIST, by)
    desk.staff.sit_down(first)
    return sanne


def _rows() -> list[dict[str, str]]:
    text = scripts_nl("demo", "tandarts.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _middle(now: datetime) -> datetime:
    """Return the moment around which the demo's day lies, so that it stays within one day."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    rounded = now - timedelta(minutes=now.minute % _SLOT, seconds=now.second, microseconds=0)
    rounded = rounded.replace(microsecond=0)
    earliest, latest = midnight - _FIRST, midnight + _DAY - _LAST - timedelta(minutes=_SLOT)
    return max(earliest, min(latest, rounded))


def _own_csv(rows: list[dict[str, str]], middle: datetime) -> str:
    """Return the demo as a file in our own form, with real dates."""
    text = io.StringIO()
    of_person = ("patientnummer", *_OWN_COLUMNS, "geboortedatum")
    of_visit = ("behandeling", "behandelaar", "kenmerken", "opmerking")
    table = csv.writer(text, delimiter=";")
    table.writerow(("datum", "tijd", "duur", "kenmerk", *of_person, *of_visit))
    for number, row in enumerate(rows, start=1):
        start = middle + timedelta(minutes=int(row["plek"]))
        person = [row[name] for name in _OWN_COLUMNS] + [_born(row["leeftijd"], middle.date())]
        with_whom = row["behandelaar"]
        today = (row["behandeling"], with_whom, row["kenmerken"], row["opmerking"])
        visits = [(start, f"D{number}", *today)]
        if row["over_dagen"]:
            following = _working_day(middle.date() + timedelta(days=int(row["over_dagen"])))
            moment = datetime.fromisoformat(f"{following}T{row['volgende_tijd']}")
            visits.append((moment, f"V{number}", row["volgende_behandeling"], with_whom, "", ""))
        for moment, key, *told in visits:
            when = (f"{moment:%d-%m-%Y}", f"{moment:%H:%M}", row["duur"], key)
            table.writerow((*when, number, *person, *told))
    return text.getvalue()


def _born(age: str, day: date) -> str:
    return f"{(day - timedelta(days=int(int(age) * 365.25) + 100)):%d-%m-%Y}" if age else ""


def _working_day(day: date) -> date:
    while day.weekday() >= _FIRST_WEEKEND_DAY:
        day += _DAY
    return day


def _mark_the_past(
    desk: Desk, clock: StandingClock, rows: list[dict[str, str]], middle: datetime, now: datetime
) -> None:
    """Note what happened before this moment, each at its own time."""
    at_the_desk = next(each for each in desk.staff.everybody() if each.name == _AT_THE_DESK)
    by = By(at_the_desk)
    this_moment = clock.moment
    visits = {visit.start: visit.id for visit in desk.agenda.day(middle.date(), None).visits}
    midnight = middle.replace(hour=0, minute=0)  # nobody can be marked on the day before
    marks = [
        (max(midnight, start + timedelta(minutes=after)), visits[start], kind)
        for row in rows
        if (start := middle + timedelta(minutes=int(row["plek"]))) in visits
        for kind, after in _PASSED[row["stand"]]
    ]
    for moment, visit_id, kind in sorted(marks):
        if moment <= now:
            clock.moment = this_moment - (now - moment)
            desk.agenda.mark(visit_id, kind, by)
    clock.moment = this_moment
    desk.staff.sit_down(at_the_desk)
