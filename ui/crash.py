"""When something of ours fails: a report without names, a line for the user, and on we go."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from reception_assistant import __version__
from reception_assistant.i18n import _
from reception_assistant.log import places

log = logging.getLogger(__name__)

_MOST_REPORTS = 20


class CrashReporter(QObject):
    """Writes each unexpected error to a file in `folder` and tells the user where it is.

    A report holds the kind of the error and the places in the code, never its message, which may
    quote what somebody typed. Whichever thread failed, the user is told in that of the window.
    """

    _to_tell = Signal(str)

    def __init__(
        self, folder: Path, now: Callable[[], datetime], tell: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._folder = folder
        self._now = now
        self._to_tell.connect(tell)
        self._reporting = False
        self._before = sys.excepthook
        self._hard: TextIO | None = None

    def install(self) -> None:
        """Catch what nobody caught, in every thread, and note where Qt itself goes down."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._hard = (self._folder / "hard.txt").open("w", encoding="utf-8")
            faulthandler.enable(self._hard)
        except OSError:
            log.exception("no place to note where Qt goes down")
        sys.excepthook = self.report
        threading.excepthook = self._report_of_thread

    def uninstall(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = self._before
        threading.excepthook = threading.__excepthook__
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
            self._hard = None

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Write a report of `error` and tell the user; a failure while reporting is let go."""
        if issubclass(kind, KeyboardInterrupt | SystemExit) or self._reporting:
            return
        self._reporting = True
        try:
            path = self._write(error)
            log.error("unexpected error, reported", exc_info=(kind, error, error.__traceback__))
            self._to_tell.emit(
                _(
                    "Er ging iets mis in Balie. Wat bewaard was, is er nog. Er is een verslag "
                    "zonder namen gemaakt voor de makers: {name}."
                ).format(name=path.name)
            )
        except OSError:
            log.exception("no crash report could be written")
            self._to_tell.emit(
                _("Er ging iets mis in Balie, en er kon geen verslag van worden gemaakt.")
            )
        finally:
            self._reporting = False

    def _report_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        if error is not None:
            self.report(type(error), error, arguments.exc_traceback)

    def _write(self, error: BaseException) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(self._folder.glob("fout-*.txt"))[: -_MOST_REPORTS + 1]:
            old.unlink(missing_ok=True)
        path = self._folder / f"fout-{self._now():%Y%m%d-%H%M%S}.txt"
        lines = (f"Balie {__version__}", f"Python {sys.version}", sys.platform, places(error), "")
        path.write_text("\n".join(lines), encoding="utf-8")
        return path
