"""Our own window, in which one row after another is chosen; tells how long each took, in ms.

From the key to the card painted: the last paint of the card's parts that follows from it.
"""

import sys
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from tests.bench.children.hook import Hook
from tests.bench.children.our_window import standing_at

if TYPE_CHECKING:
    from types import ModuleType

_TIMES = 300
_LONGEST = 5.0  # seconds, to wait for a card
_SETTLING = 1.0  # seconds, for the steps after the first paint


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
        while watcher.painted < start and perf_counter() - start < _LONGEST:
            app.processEvents()
        app.processEvents()
        print(f"{(watcher.painted - start) * 1000:.3f}", flush=True)  # noqa: T201
        sleep(0.002)
    window.close()  # type: ignore[attr-defined]


def main() -> None:
    """Open the window on the folder and at the moment on the command line."""
    folder, moment = sys.argv[1:]

    def go_on(app: "ModuleType") -> None:
        settle = app._settle

        def settle_and_choose(window: object, *rest: object) -> None:
            settle(window, *rest)
            from PySide6.QtCore import QTimer  # noqa: PLC0415  after the program itself

            QTimer.singleShot(int(_SETTLING * 1000), lambda: _choose_and_tell(window))

        app._settle = settle_and_choose  # type: ignore[attr-defined]

    standing_at(moment)
    Hook({"ui.app": go_on})
    from reception_assistant.__main__ import main as run  # noqa: PLC0415  after the hooks

    sys.exit(run(["--data", folder]))


if __name__ == "__main__":
    main()
