"""The first things that the window shows, read in a thread while Qt is still being loaded."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reception_assistant.agenda.day import Day
from reception_assistant.clock import Clock, SystemClock
from reception_assistant.desk.opening import Desk, make_desk
from reception_assistant.errors import BugError
from reception_assistant.settings.catalogue import AT_THE_DESK, Settings
from reception_assistant.staff.employee import Employee, at_the_desk
from reception_assistant.store.first_day import read_day
from reception_assistant.store.staff import read_employees, read_settings


class First(NamedTuple):
    """What the first painted window needs."""

    settings: Settings
    everybody: tuple[Employee, ...]
    at_the_desk: Employee
    day: Day


def read_first(desk: Desk) -> First:
    """Read what the first painted window needs."""
    now = desk.time.now()
    with desk.store.reading() as connection:
        settings = read_settings(connection)
        everybody = tuple(read_employees(connection))
        day = desk.treatments.in_day(read_day(connection, now.date(), now), settings)
    return First(settings, everybody, at_the_desk(everybody, settings.get(AT_THE_DESK)), day)


class Beginning:
    """Opens the data of a practice in a thread of its own."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Clock | None = None,
        prepare: Callable[[Path, Clock], None] | None = None,
    ) -> None:
        self.folder = folder
        self.clock = clock or SystemClock()
        self._prepare = prepare
        self._found: tuple[Desk, First] | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._read, name="beginning")
        self._thread.start()

    def wait(self) -> tuple[Desk, First]:
        """Return the open desk and what it says first.

        Raises:
            StoreError: the database cannot be opened.
        """
        self._thread.join()
        if self._error is not None:
            raise self._error
        if self._found is None:
            raise BugError("the beginning ended without a result")
        return self._found

    def _read(self) -> None:
        try:
            if self._prepare is not None:
                self._prepare(self.folder, self.clock)
            desk = make_desk(self.folder, clock=self.clock)
            self._found = desk, read_first(desk)
        except Exception as error:  # noqa: BLE001  handed to the thread that waits
            self._error = error
