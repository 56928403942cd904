"""Reading an agenda file from the window: with progress, to be stopped, and told in one line."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from reception_assistant.agenda.profile import Profile
from reception_assistant.desk.acting import By
from reception_assistant.desk.agenda_files import AgendaFile
from reception_assistant.desk.assistant import Look
from reception_assistant.desk.importing import How, Outcome
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.web_calendar import take
from reception_assistant.errors import Cancelled
from reception_assistant.i18n import _
from reception_assistant.naming.spoken_time import date_words
from ui.ask import Ask
from ui.sources.problems import shortened
from ui.tasks import Runners
from ui.widgets.banner import Banner

_QUIET_MILLISECONDS = 1_000
"""So long a job may take before its progress is shown."""
_MOST_SHOWN = 3


class Importing(QObject):
    """Reads one file at a time.

    Signals:
        finished: a file was read.
            arg: the file (AgendaFile).
        choice_requested: somebody must say how a file is to be read.
            args: what it is (Look), and the id of the source that is to be read otherwise, or
                an empty text.
    """

    finished = Signal(object)  # AgendaFile
    choice_requested = Signal(object, str)  # Look
    _went_on = Signal(float)

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        banner: Banner,
        ask: Ask,
        by: Callable[[], By],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._banner = desk, runners, banner
        self._ask, self._by = ask, by
        self._stop = threading.Event()
        self._since = QElapsedTimer()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_QUIET_MILLISECONDS)
        self._slow.timeout.connect(self._on_slow)
        self._went_on.connect(self._on_went_on, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file, and read it or ask how."""
        path = self._ask.agenda_file()
        if path is not None:
            self.open(path)

    def open(self, place: str | Path, changes: str = "") -> None:
        """Read what is at a path or an address, or first ask how where that is not clear.

        With the id of a source in `changes` it asks anyhow: its files are to be read otherwise.
        """
        self._stop.clear()
        self._slow.start()
        desk = self._desk

        def looked(look: Look) -> None:
            self._slow.stop()
            if self._stop.is_set():
                self._fail(_stopped())
            elif look.clear and not changes:
                self.read(look.file, How())
            else:
                self._banner.clear()
                self.choice_requested.emit(look, changes)

        def look_at(profiles: list[Profile]) -> None:
            # The assistant is loaded there too, and not in the window's own thread.
            self._runners.files.run(
                lambda: desk.assistant.look(take(place), profiles), looked, self._fail
            )

        self._runners.read.run(desk.profiles.all, look_at, self._fail)

    def read(self, file: AgendaFile, how: How) -> None:
        """Read `file` into the agenda."""
        by = self._by()
        self._stop.clear()
        self._since.start()
        desk = self._desk
        self._runners.write.run(
            lambda: desk.imports.import_taken(file, by, how, progress=self._progress),
            lambda outcome: self._tell(outcome, file, how),
            self._fail,
        )

    @Slot()
    def stop(self) -> None:
        """Stop reading; the agenda stays as it was."""
        self._stop.set()

    def _progress(self, part: float) -> None:
        """Pass on how far it is, from the thread that reads."""
        if self._stop.is_set():
            raise _stopped()
        self._went_on.emit(part)

    @Slot(float)
    def _on_went_on(self, part: float) -> None:
        if part < 1 and self._since.hasExpired(_QUIET_MILLISECONDS):
            self._banner.working(_("De agenda wordt ingelezen."), part, self.stop)

    @Slot()
    def _on_slow(self) -> None:
        self._banner.working(_("Het bestand wordt bekeken."), 0, self.stop)

    def _tell(self, outcome: Outcome, file: AgendaFile, how: How) -> None:
        if outcome.kept_back and self._ask.confirm(
            _("{lines}\n\nKlopt het bestand, en mogen ze weg?").format(
                lines="\n".join(outcome.remarks)
            ),
            _("Ja, haal ze weg"),
        ):
            self.read(file, replace(how, even_large=True))
            return
        self._banner.tell(summary(outcome))
        self.finished.emit(file)

    def _fail(self, error: Exception) -> None:
        self._slow.stop()
        if isinstance(error, Cancelled):
            self._banner.tell(error.message)
        else:
            self._banner.trouble(error)


def _stopped() -> Cancelled:
    return Cancelled(_("Gestopt. De agenda is nog zoals hij was."))


def summary(outcome: Outcome) -> str:
    """Return in one line what was read, and the first things that were not understood."""
    line = _(
        "Agenda ingelezen: {new} nieuw, {changed} veranderd, {unchanged} hetzelfde, "
        "{withdrawn} verdwenen."
    ).format(
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        withdrawn=outcome.withdrawn,
    )
    if outcome.first and outcome.last:
        line += " " + _days(outcome.first, outcome.last)
    problems = [f"{each.where}: {each.reason}" for each in outcome.rejected]
    problems += outcome.remarks
    return "\n".join((line, *shortened(problems, _MOST_SHOWN)))


def _days(first: date, last: date) -> str:
    if first == last:
        return _("Alles is van {day}.").format(day=date_words(first))
    return _("De afspraken zijn van {first} tot en met {last}.").format(
        first=date_words(first), last=date_words(last)
    )
