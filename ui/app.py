"""The composition root of the window: named steps, each with its shutdown on the next line."""

import gc
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reception_assistant.desk.beginning import Beginning
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import StoreError
from reception_assistant.settings.catalogue import TEXT_SIZE, THEME
from ui import no_screen
from ui.main_window import MainWindow
from ui.theme.look import Appearance
from ui.window_lock import take_lock

if TYPE_CHECKING:
    from ui.tasks import Runners

_FAILED = 1
_QUIET = 2_500
"""So many milliseconds after the start nobody is likely to type."""
_UNSEEN = ("offscreen", "minimal")
"""Platforms on which nobody can close a box."""


def start(beginning: Beginning, *, demo: bool = False) -> int:
    """Open the window on the data of `beginning` and return when it is closed."""
    app = _application()
    with ExitStack() as shutdown:
        try:
            desk, first = beginning.wait()
            shutdown.callback(desk.close)
            lock = take_lock(beginning.folder)
        except StoreError as error:
            return _tell_unopened(error)
        if lock is None:
            return _show_the_other(beginning.folder)
        shutdown.callback(lock.close)
        appearance = Appearance(app, first.settings.get(THEME), first.settings.number(TEXT_SIZE))
        shutdown.callback(appearance.undress)
        window = MainWindow(desk, appearance, first, demo=demo)
        first_painted = window.front_desk.panel.first_painted
        first_painted.connect(lambda: _settle(window, desk, appearance, shutdown))
        window.show()
        return app.exec()


def take_screenshots(folder: Path) -> int:
    """Render every screen in both themes to PNG files in `folder`."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = _application()
    from ui.screenshots import render_all  # late: start  # noqa: PLC0415

    return render_all(app, folder)


def _application() -> QApplication:
    no_screen.watch_start()
    # Not by `setStyle`, which hands out a QStyle: that costs 7 ms before the first paint.
    os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Balie")
    app.setDesktopFileName("balie")
    no_screen.watch_run()
    return app


def _runners(shutdown: ExitStack) -> "Runners":
    from ui.tasks import Runners, ThreadRunner  # late: start  # noqa: PLC0415

    names = (("reading", 1), ("writing", 1), ("files", 2), ("journal", 1))
    threads = [ThreadRunner(name, number) for name, number in names]
    for runner in threads:
        shutdown.callback(runner.shutdown)
    return Runners(*threads)


def _settle(window: MainWindow, desk: Desk, appearance: Appearance, shutdown: ExitStack) -> None:
    """Take the steps that come after the first painted agenda."""
    gc.enable()  # switched off by `reception_assistant.__main__`
    import logging  # late: start  # noqa: PLC0415

    from reception_assistant import log as program_log  # late: start  # noqa: PLC0415
    from ui.ask import QtAsk  # late: start  # noqa: PLC0415
    from ui.changes import ChangeBridge  # late: start  # noqa: PLC0415
    from ui.completing import complete  # late: start  # noqa: PLC0415
    from ui.crash import CrashReporter  # late: start  # noqa: PLC0415
    from ui.language import speak_dutch  # late: start  # noqa: PLC0415

    log = logging.getLogger(__name__)
    folder = desk.folder
    handler = program_log.start(folder / "log")
    shutdown.callback(program_log.stop, handler)
    log.info("start: log")
    runners = _runners(shutdown)
    log.info("start: threads")
    changes = ChangeBridge(desk.changes, window)
    shutdown.callback(changes.close)
    log.info("start: news of the core")
    complete(window, desk, runners, appearance, QtAsk(window), changes)
    appearance.follow()
    log.info("start: window complete")
    crash = CrashReporter(folder / "log", desk.time.now, window.banner.tell)
    crash.install()
    shutdown.callback(crash.uninstall)
    log.info("start: crash reports")
    window.first_start.ask_if_needed()
    log.info("start: first questions")
    speak_dutch(window)
    log.info("start: words of Qt")
    today = desk.time.now().date()
    runners.read.run(lambda: desk.people.get_ready(today), _pass, window.banner.trouble)
    log.info("start: search")
    _listen(window, folder, shutdown)
    log.info("start: listening for a second start")


def _listen(window: MainWindow, folder: Path, shutdown: ExitStack) -> None:
    """Hear a second start and who is calling, and get the telephone ready once it is quiet."""
    from PySide6.QtCore import QTimer  # late: start  # noqa: PLC0415

    from ui.single_instance import InstanceServer  # late: start  # noqa: PLC0415

    server = InstanceServer(None if window.is_demo else folder, window)
    shutdown.callback(server.close)
    server.show_requested.connect(window.raise_)
    server.show_requested.connect(window.activateWindow)
    server.call_requested.connect(window.telephone.ring)
    QTimer.singleShot(_QUIET, window, window.telephone.work)
    QTimer.singleShot(2 * _QUIET, window, _leave_alone)


def _leave_alone() -> None:
    """Look no more for waste among what stays as long as the window: 40 ms, in the midst of a call.

    Each of Python's full collections walks past everything there is, also past scripts and screens.
    """
    gc.collect()
    gc.freeze()


def _pass(_result: object) -> None:
    """Take a result that nobody waits for."""


def _tell_unopened(error: StoreError) -> int:
    """Say why the data cannot be opened, in the terminal and, where somebody sees it, in a box."""
    from PySide6.QtWidgets import QWidget  # late: start  # noqa: PLC0415

    from ui.ask import QtAsk  # late: start  # noqa: PLC0415

    sys.stderr.write(f"{error}\n")
    if QApplication.platformName() not in _UNSEEN:
        QtAsk(QWidget()).tell(str(error))
    return _FAILED


def _show_the_other(folder: Path) -> int:
    """Bring the window that is already open forward."""
    from ui.single_instance import ask_to_show  # late: start  # noqa: PLC0415

    return 0 if ask_to_show(folder) else _FAILED
