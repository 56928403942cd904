"""Following the watched sources from the window: looking each second, reading what is new."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.watching import Followed, News, Watching
from reception_assistant.errors import KnownError
from reception_assistant.i18n import _
from ui.tasks import Runners
from ui.widgets.banner import Tell

_EACH_MILLISECONDS = 1_000


class Following(QObject):
    """Looks at the watched places, one round at a time; trouble is told once."""

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        tell: Tell,
        by: Callable[[], By],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._tell, self._by = desk, runners, tell, by
        self._busy = False
        self._told = ""  # why it could not even look, until it can again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EACH_MILLISECONDS)

    @Slot()
    def look(self) -> None:
        """Look at every watched place, unless that is being done already."""
        if self._busy:
            return
        self._busy = True
        desk = self._desk

        def look_at(watching: Watching) -> None:
            self._runners.read.run(
                watching.watches,
                lambda watches: self._runners.files.run(
                    lambda: watching.look_at_all(watches), self._read, self._give_up
                ),
                self._give_up,
            )

        # What it needs is loaded there, and not in the window's own thread.
        self._runners.read.run(lambda: desk.watching, look_at, self._give_up)

    def _read(self, found: list[News]) -> None:
        self._told = ""
        if not found:
            self._busy = False
            return
        by = By(self._by().employee)  # no origin: the day itself must hear of it
        watching = self._desk.watching
        self._runners.write.run(
            lambda: [watching.read(news, by) for news in found], self._done, self._give_up
        )

    def _done(self, followed: list[Followed]) -> None:
        self._busy = False
        for each in followed:
            if each.trouble:
                self._tell.trouble(
                    KnownError(
                        _(
                            "Een agenda die u volgt, kon niet worden bijgewerkt. "
                            "Wat u ziet, is van de vorige keer."
                        ),
                        each.trouble,
                    )
                )

    def _give_up(self, error: Exception) -> None:
        self._busy = False
        if str(error) != self._told:
            self._told = str(error)
            self._tell.trouble(error)
