"""Work that the window does not wait for: one thread that reads, one that writes, a few for files.

Screens hand over a call of the core and what to do with its result; `done` and `failed` run in the
window's own thread. In tests `InlineRunner` does everything at once.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

Result = TypeVar("Result")
Failed = Callable[[Exception], None]


class Runner(Protocol):
    """Runs work of the core somewhere else, in the order in which it was asked."""

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        """Run `work`, then `done` with its result, or `failed` with what it raised."""


class Runners(NamedTuple):
    """Where work goes: reading and writing the database, and files."""

    read: Runner
    write: Runner
    files: Runner


class InlineRunner:
    """Runs work at once, for tests and pictures."""

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        """Run `work` here and now."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001  the caller decides what it means
            failed(error)
        else:
            done(result)


class _Finished(NamedTuple):
    future: "Future[Any]"
    done: Callable[[Any], None]
    failed: Failed


class ThreadRunner(QObject):
    """Runs work in threads of its own; it must live in the thread of the window.

    Signals:
        idle: nothing is waiting or running any more.
    """

    idle = Signal()
    _finished = Signal(object)  # _Finished

    def __init__(self, name: str, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._waiting = 0
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        """Run `work` in a thread of this runner."""
        self._waiting += 1
        future = self._executor.submit(work)
        future.add_done_callback(lambda over: self._finished.emit(_Finished(over, done, failed)))

    def shutdown(self) -> None:
        """Wait for what is running; what was still waiting is done first."""
        self._executor.shutdown(wait=True)

    @Slot(object)
    def _on_finished(self, finished: _Finished) -> None:
        self._waiting -= 1
        error = finished.future.exception()
        try:
            if error is None:
                finished.done(finished.future.result())
            elif isinstance(error, Exception):
                finished.failed(error)
            else:
                raise error
        finally:
            if not self._waiting:
                self.idle.emit()
