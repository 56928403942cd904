"""Thinking ahead: all cues of a day, with what lies behind it read from the disk."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median

from reception_assistant.agenda.day import Day
from reception_assistant.agenda.visit import EventKind
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.settings.catalogue import BIRTHDAY, YES
from tests.bench import world
from tests.bench.measure import RUNS, Bar, Measured, Row, milliseconds, row

_MOST_MS = 20.0
_VISITS = 200
_HEADER = (
    "datum;tijd;duur;kenmerk;patientnummer;naam;geboortedatum;behandeling;behandelaar;ouder;"
    "kenmerken;uitspraak;status"
)
_MARKS = ("", "gespannen", "slechthorend", "tolk", "niet-hardop", "eerste-bezoek", "gevoelig")
_PAST = ((400, "gekomen"), (200, "gekomen"), (60, "niet-gekomen"), (20, "verzet"), (10, "verzet"))


def rows() -> Iterator[Row]:
    """Measure the cues of a day."""
    yield row("all cues of a day of 200, read and thought of", Bar(_MOST_MS, "ms"), _of_200)


def _of_200() -> Measured:
    clock = StandingClock(world.MOMENT)
    with tempfile.TemporaryDirectory() as name, open_desk(Path(name), clock=clock) as desk:
        day = _filled(desk, Path(name))
        figure = median(milliseconds(lambda: _all_cues(desk, day)) for _run in range(RUNS * 3))
        cues = _all_cues(desk, day)
    with open_desk(world.big().folder, clock=clock) as desk:
        busy = desk.agenda.day(world.TODAY, None)
        large = median(milliseconds(lambda: _all_cues(desk, busy)) for _run in range(RUNS))
    remark = f"{cues} cues; {large:.1f} ms for {len(busy.visits)} visits among a million"
    return Measured(figure, remark)


def _all_cues(desk: Desk, day: Day) -> int:
    now = desk.time.now()
    outlook = desk.ahead.outlook(day)
    return sum(len(outlook.cues(visit, now)) for visit in day.visits)


def _filled(desk: Desk, folder: Path) -> Day:
    """Return a day of 200 in which each kind of cue occurs."""
    file = folder / "day.csv"
    file.write_text("\n".join((_HEADER, *_lines())), encoding="utf-8")
    by = By(desk.staff.at_the_desk())
    desk.imports.import_file(file, by)
    desk.settings.choose(BIRTHDAY, YES, by)
    visits = desk.agenda.day(world.TODAY, None).visits
    for visit, kind in zip(visits, cycle((EventKind.ARRIVED, EventKind.TAKEN_IN)), strict=False):
        if visit.start <= desk.time.now():
            desk.agenda.mark(visit.id, kind, by)
    return desk.agenda.day(world.TODAY, desk.time.now())


def _lines() -> Iterator[str]:
    opens = datetime.combine(world.TODAY, time(8))
    for number, mark in zip(range(_VISITS), cycle(_MARKS), strict=False):
        person = f"{number};Achternaam{number:03d};{world.TODAY.replace(year=1960):%d-%m-%Y}"
        about = f"controle;Behandelaar {number % 8};{'oma' if number % 9 == 0 else ''};{mark};"
        start = opens + timedelta(minutes=2 * number)
        yield _line(start, f"n{number}", person, f"{about}ach-ter;gepland")
        for back, status in _PAST:
            before = start - timedelta(days=back)
            yield _line(before, f"p{number}-{back}", person, f"{about};{status}")
    yield _line(opens + timedelta(days=90), "later", "999;Laat;1-1-1960", "controle;;;;;gepland")


def _line(start: datetime, key: str, person: str, about: str) -> str:
    return f"{start:%d-%m-%Y;%H:%M};20;{key};{person};{about}"
