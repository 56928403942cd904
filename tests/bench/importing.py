"""Reading in a large agenda file, against sqlite-utils with rows that are already taken apart."""

import csv
import io
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from reception_assistant.agenda.incoming import Progress
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.importing import Outcome
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.errors import Cancelled
from reception_assistant.store import driver
from tests.bench import world
from tests.bench.csv_file import ROWS, write_csv
from tests.bench.measure import RUNS, Bar, Measured, Row, milliseconds, row

_MOST_TIMES = 2.5
_MOST_MS = 50.0
_PAUSE = 0.01  # seconds between two reads of the day
_FEWEST_NEWS = 20  # so often progress is told at least
_STOP_AT = 0.8


def rows() -> Iterator[Row]:
    """Measure reading in 100,000 new rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_csv(folder / "agenda.csv")
        times, most = Bar(_MOST_TIMES, "x"), Bar(_MOST_MS, "ms")
        against = "import of 100,000 rows against sqlite-utils"
        yield row(f"{against}, first file", times, lambda: _against(folder, _new))
        yield row(f"{against}, into the large world", times, lambda: _against(folder, _large))
        yield row("longest read of the day meanwhile, other process", most, lambda: _away(folder))
        yield row("longest read of the day meanwhile, other thread", most, lambda: _aside(folder))
        _check_stopping(folder)


def _against(folder: Path, prepare: Callable[[Path], None]) -> Measured:
    pairs = [(_ours(folder, prepare), _theirs(folder)) for _run in range(RUNS)]
    ours, theirs = (median(figures) / 1000 for figures in zip(*pairs, strict=True))
    ratio = median(mine / other for mine, other in pairs)
    return Measured(ratio, f"{ours:.1f} s against {theirs:.1f} s")


def _ours(folder: Path, prepare: Callable[[Path], None]) -> float:
    told: list[float] = []
    with _practice(folder, prepare) as desk:
        took = milliseconds(lambda: _import(folder, desk, told.append))
    if len(told) < _FEWEST_NEWS or told != sorted(told):
        raise RuntimeError("progress was not told often enough, or went back")
    return took


def _theirs(folder: Path) -> float:
    text = (folder / "agenda.csv").read_text(encoding="utf-8")
    parsed = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    with tempfile.TemporaryDirectory(dir=folder) as place:
        connection = driver.connect(Path(place) / "theirs.db")
        driver.make_durable(connection)
        db = driver.tools(connection)
        took = milliseconds(lambda: db.table("appointments").insert_all(parsed, pk="kenmerk"))
        connection.close()
    return took


def _away(folder: Path) -> Measured:
    """Return the longest read of the day by another process while the file is read in."""
    figures: list[tuple[float, int]] = []
    for _run in range(RUNS):
        with _practice(folder, _large) as desk:
            command = [sys.executable, "-m", "tests.bench.children.read_day", str(desk.folder)]
            pipe = subprocess.PIPE
            with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as reader:  # noqa: S603
                if reader.stdout is None or reader.stdout.readline() != "ready\n":
                    raise RuntimeError("the reading process did not start")
                _import(folder, desk, lambda _part: None)
                told = reader.communicate("stop\n")[0].split()
            figures.append((float(told[0]), int(told[1])))
    return _longest(figures)


def _aside(folder: Path) -> Measured:
    """Return the longest read of the day by another thread while the file is read in."""
    figures: list[tuple[float, int]] = []
    for _run in range(RUNS):
        with _practice(folder, _large) as desk:
            took: list[float] = []
            over = threading.Event()
            reader = threading.Thread(target=_read_on, args=(desk, over, took))
            reader.start()
            _import(folder, desk, lambda _part: None)
            over.set()
            reader.join()
            figures.append((max(took), len(took)))
    return _longest(figures)


def _read_on(desk: Desk, over: threading.Event, took: list[float]) -> None:
    day = world.desk_day()
    while not over.wait(_PAUSE):
        took.append(milliseconds(lambda: desk.agenda.day(day, world.MOMENT.replace(tzinfo=None))))


def _longest(figures: list[tuple[float, int]]) -> Measured:
    longest = sorted(figure for figure, _reads in figures)
    reads = sum(number for _figure, number in figures)
    return Measured(median(longest), f"{reads} reads; in all runs at most {longest[-1]:.0f} ms")


def _check_stopping(folder: Path) -> None:
    """See that an import that is stopped near its end leaves everything as it was."""

    def stop(part: float) -> None:
        if part > _STOP_AT:
            raise Cancelled("")

    with _practice(folder, _new) as desk:
        try:
            _import(folder, desk, stop)
        except Cancelled:
            pass
        else:
            raise RuntimeError("the import did not stop")
        if desk.people.find("a", world.TODAY) or desk.agenda.practitioners():
            raise RuntimeError("an import that was stopped left something behind")


def _import(folder: Path, desk: Desk, progress: Progress) -> Outcome:
    by = By(desk.staff.at_the_desk())
    outcome = desk.imports.import_file(folder / "agenda.csv", by, progress=progress)
    if outcome.new != ROWS:
        raise RuntimeError(f"{outcome.new} of {ROWS} rows are new")
    return outcome


@contextmanager
def _practice(folder: Path, prepare: Callable[[Path], None]) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        prepare(Path(place))
        with open_desk(Path(place), clock=StandingClock(world.MOMENT)) as desk:
            yield desk


def _new(_place: Path) -> None:
    pass


def _large(place: Path) -> None:
    world.copy_of(world.big(), place)
