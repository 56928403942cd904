"""Our own window, in which one row after another is chosen; tells how long each took, in ms.

From the key to the card painted: the last paint of the card's parts that follows from it.
"""

import sys
from time import perf_counter, sleep

from tests.bench.children.settled import LONGEST, run_settled

_TIMES = 300


def _choose_and_tell(window: object) -> None:
    from PySide6.QtCore import QEvent, QObject, Qt  # noqa: PLC0415  after the program itself
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415

    class Watcher(QObject):
        """Notes the last moment at which a part of the card was painted."""

        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == paint:
                self.painted = perf_counter()
            return False

    app = QApplication.instance() or QApplication([])
    view = window.front_desk.panel.view  # type: ignore[attr-defined]
    card = window.findChild(QWidget, "card")  # type: ignore[attr-defined]
    watcher = Watcher()
    for part in card.findChildren(QWidget):
        part.installEventFilter(watcher)
    paint = QEvent.Type.Paint
    last = view.model().rowCount() - 1
    key = Qt.Key.Key_Down
    for _time in range(_TIMES):
        row = view.currentIndex().row()
        key = {0: Qt.Key.Key_Down, last: Qt.Key.Key_Up}.get(row, key)
        start = perf_counter()
        QTest.keyClick(view, key)
        while watcher.painted < start and perf_counter() - start < LONGEST:
            app.processEvents()
        app.processEvents()
        print(f"{(watcher.painted - start) * 1000:.3f}", flush=True)  # noqa: T201
        sleep(0.002)


if __name__ == "__main__":
    data, moment = sys.argv[1:]
    run_settled(data, moment, _choose_and_tell)
