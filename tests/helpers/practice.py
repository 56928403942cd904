"""A practice to try things on: a real desk on a real file, Tuesday 24 November 2026 at nine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.agenda.visit import EventKind
from reception_assistant.audit.entry import Entry
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.importing import How, Outcome
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.store.audit import read_entries

TODAY = date(2026, 11, 24)
_HERE = ZoneInfo("Europe/Amsterdam")


def moment(day: date = TODAY, time: str = "09:00") -> datetime:
    """Return the moment at which the clock of the practice shows this."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=_HERE).astimezone(UTC)


class Ids:
    """Ids that a test can foresee, and that sort by the order in which they were made."""

    def __init__(self, series: int = 0) -> None:
        self._series = series
        self._made = 0

    def __call__(self) -> str:
        self._made += 1
        return f"{self._made:08x}-0000-7000-8000-{self._series:012x}"


class Practice:
    """The desk of a practice, with short ways to say what happens there."""

    def __init__(self, folder: Path, desk: Desk, clock: StandingClock) -> None:
        self.folder = folder
        self.desk = desk
        self.clock = clock

    @property
    def by(self) -> By:
        """Whoever is at the desk."""
        return By(self.desk.staff.at_the_desk())

    def at(self, time: str, day: date = TODAY) -> None:
        """Let the clock on the wall show `time`."""
        self.clock.moment = moment(day, time)

    def file(self, header: str, *rows: str) -> Path:
        """Write an agenda file and return where it lies."""
        path = self.folder / "agenda.csv"
        path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
        return path

    def read(self, header: str, *rows: str, yes: bool = False) -> Outcome:
        """Read an agenda with these lines."""
        return self.desk.imports.import_file(self.file(header, *rows), self.by, How(even_large=yes))

    def visits(self, day: date = TODAY, now: datetime | None = None) -> tuple[Visit, ...]:
        """Return the visits of `day`, also of those who do not come."""
        return self.desk.agenda.day(day, now).visits

    def visit(self, time: str = "", day: date = TODAY, now: datetime | None = None) -> Visit:
        """Return the only visit of `day`, or the only one at `time`."""
        (found,) = (
            visit for visit in self.visits(day, now) if not time or f"{visit.start:%H:%M}" == time
        )
        return found

    def mark(self, kind: EventKind, time: str = "") -> None:
        """Mark the only visit of today, or the only one at `time`."""
        self.desk.agenda.mark(self.visit(time).id, kind, self.by)

    def audit(self) -> list[Entry]:
        """Return who did what, oldest first."""
        with self.desk.store.reading() as connection:
            return read_entries(connection)

    def found(self, typed: str) -> list[Person]:
        """Return who is found."""
        return self.desk.people.find(typed, TODAY)


@contextmanager
def open_practice(
    folder: Path, clock: StandingClock | None = None, ids: Ids | None = None
) -> Iterator[Practice]:
    """Open the practice whose data lie in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = clock or StandingClock(moment())
    with open_desk(folder, clock=clock, ids=ids or Ids()) as desk:
        yield Practice(folder, desk, clock)


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    """Return how many rows were new, changed, unchanged and withdrawn."""
    return outcome.new, outcome.changed, outcome.unchanged, outcome.withdrawn


def surnames(people: Sequence[Person]) -> list[str]:
    """Return the surnames of `people`, in their order."""
    return [person.name.surname for person in people]
