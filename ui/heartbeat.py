"""Each second: the time, and whether another process wrote."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception_assistant.desk.opening import Desk
from ui.changes import ChangeBridge
from ui.tasks import Runners

_SECOND = 1_000


class Heartbeat(QObject):
    """Tells the time as long as the window lives.

    Signals:
        ticked: a second has passed.
            arg: the wall time (datetime).
        minute_passed: the clock shows another minute.
            arg: the wall time (datetime).
    """

    ticked = Signal(object)  # datetime
    minute_passed = Signal(object)  # datetime

    def __init__(
        self, desk: Desk, runners: Runners, changes: ChangeBridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._runners, self._changes = desk, runners, changes
        self._asking_elsewhere = False
        self._minute = desk.time.now().minute
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)
        self._timer.start(_SECOND)

    def rest(self) -> None:
        """Beat no more by itself."""
        self._timer.stop()

    @Slot()
    def beat(self) -> None:
        """Tell the time now, and ask what was written elsewhere."""
        now = self._desk.time.now()
        self.ticked.emit(now)
        if now.minute != self._minute:
            self._minute = now.minute
            self.minute_passed.emit(now)
        if not self._asking_elsewhere:
            self._asking_elsewhere = True
            self._runners.write.run(
                self._desk.written_elsewhere, self._on_written_elsewhere, self._on_unanswered
            )

    def _on_written_elsewhere(self, written: bool) -> None:
        self._asking_elsewhere = False
        if written:
            self._changes.tell_foreign_write()

    def _on_unanswered(self, _error: Exception) -> None:
        self._asking_elsewhere = False  # the next write will say what is wrong
