"""Our own window, complete and at rest, handed to what is to be measured in it."""

import os
import sys
import traceback
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.bench.children.hook import Hook
from tests.bench.children.our_window import standing_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_SETTLING = 1_000
"""Milliseconds, for the steps after the first paint."""
_RESTING = 0.03
"""Seconds."""
LONGEST = 5.0
"""Seconds, to wait for a paint."""


def run_settled(folder: str, moment: str, measure: "Callable[[Any], None]") -> None:
    """Open the window on `folder` at `moment` (UTC, ISO), hand it over, and end with it."""

    def go_on(app: "ModuleType") -> None:
        settle = app._settle

        def settle_and_measure(window: Any, *rest: object) -> None:
            settle(window, *rest)
            from PySide6.QtCore import QTimer  # noqa: PLC0415  after the program itself

            def now() -> None:
                try:
                    measure(window)
                except Exception:  # noqa: BLE001  the program itself would go on after a report
                    traceback.print_exc()
                    os._exit(1)
                window.close()

            QTimer.singleShot(_SETTLING, now)

        app._settle = settle_and_measure  # type: ignore[attr-defined]

    standing_at(moment)
    Hook({"ui.app": go_on})
    from reception_assistant.__main__ import main as run  # noqa: PLC0415  after the hooks

    sys.exit(run(["--data", folder]))


class Paints:
    """Notes at which moment a window was last painted to the end, as seen after each turn."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415  after the program itself
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        paints, update = self, QEvent.Type.UpdateRequest

        class Watcher(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
                paints._painted |= event.type() == update
                return False

        self.last = 0.0
        self._painted = False
        self._watcher = Watcher()
        self._app = QApplication.instance() or QApplication([])
        window.window().installEventFilter(self._watcher)

    def wait(self, start: float, ready: "Callable[[], object]" = lambda: True) -> float:
        """Return after how many milliseconds the last paint was done, once it is `ready`."""
        self._painted = False
        while not (ready() and self.last > start) and perf_counter() - start < LONGEST:
            self._turn()
        self._turn()
        self._turn()
        return (self.last - start) * 1000 if ready() else -1.0

    def rest_until(self, ready: "Callable[[], object]" = lambda: True) -> None:
        """Wait until it is `ready`, and then let what still runs come to its end."""
        start = perf_counter()
        while not ready() and perf_counter() - start < LONGEST:
            self._app.processEvents()
        start = perf_counter()
        while perf_counter() - start < _RESTING:
            self._app.processEvents()

    def _turn(self) -> None:
        """Let Qt do what waits; a window that was to be painted is painted within it."""
        self._app.processEvents()
        if self._painted:
            self._painted, self.last = False, perf_counter()
