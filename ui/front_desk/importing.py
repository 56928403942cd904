"""Reading an agenda file from the window: with progress, to be stopped, and told in one line."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.importing import Outcome
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import Cancelled
from reception_assistant.i18n import _
from ui.ask import Ask
from ui.tasks import Runners
from ui.widgets.banner import Banner

_QUIET_MILLISECONDS = 1_000
"""So long a job may take before its progress is shown."""
_MOST_SHOWN = 3


class Importing(QObject):
    """Reads one file at a time.

    Signals:
        finished: a file was read.
    """

    finished = Signal()
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
        self._went_on.connect(self._on_went_on, Qt.ConnectionType.QueuedConnection)

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._ask.agenda_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path, *, even_large: bool = False) -> None:
        """Read the file at `path` into the agenda."""
        by = self._by()
        self._stop.clear()
        self._since.start()

        def work() -> Outcome:
            return self._desk.imports.import_file(
                path, by, even_large=even_large, progress=self._progress
            )

        self._runners.write.run(work, lambda outcome: self._tell(outcome, path), self._fail)

    @Slot()
    def stop(self) -> None:
        """Stop reading; the agenda stays as it was."""
        self._stop.set()

    def _progress(self, part: float) -> None:
        """Pass on how far it is, from the thread that reads."""
        if self._stop.is_set():
            raise Cancelled(_("Gestopt. De agenda is nog zoals hij was."))
        self._went_on.emit(part)

    @Slot(float)
    def _on_went_on(self, part: float) -> None:
        if part < 1 and self._since.hasExpired(_QUIET_MILLISECONDS):
            self._banner.working(_("De agenda wordt ingelezen."), part, self.stop)

    def _tell(self, outcome: Outcome, path: Path) -> None:
        if outcome.kept_back and self._ask.confirm(
            _("{lines}\n\nKlopt het bestand, en mogen ze weg?").format(
                lines="\n".join(outcome.remarks)
            ),
            _("Ja, haal ze weg"),
        ):
            self.read(path, even_large=True)
            return
        self._banner.tell(_summary(outcome))
        self.finished.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._banner.tell(error.message)
        else:
            self._banner.trouble(error)


def _summary(outcome: Outcome) -> str:
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
    problems = [f"{each.where}: {each.reason}" for each in outcome.rejected]
    problems += outcome.remarks
    more = len(problems) - _MOST_SHOWN
    if more > 0:
        problems = [*problems[:_MOST_SHOWN], _("en nog {number} andere").format(number=more)]
    return "\n".join((line, *problems))
