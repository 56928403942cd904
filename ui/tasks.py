"""Work that the window does not wait for: threads that read, that write, and for files.

Screens hand over a call of the core and what to do with its result; `done` and `failed` run in the
window's own thread. In tests `InlineRunner` does everything at once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")
Failed = Callable[[Exception], None]


class Runner(Protocol):
    """Runs work of the core somewhere else, in the order in which it was asked."""

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        """Run `work`, then `done` with its result, or `failed` with what it raised."""


class Runners(NamedTuple):
    """Where work goes: reading and writing the database, files and addresses, and the journal.

    The journal of the conversations is apart so that no long write keeps a note waiting.
    """

    read: Runner
    write: Runner
    files: Runner
    journal: Runner


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
        self._name, self._threads = name, threads
        self._executor: ThreadPoolExecutor | None = None
        self._waiting = 0

    def run(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Failed
    ) -> None:
        """Run `work` in a thread of this runner."""
        self._waiting += 1
        future = self._started().submit(work)
        future.add_done_callback(lambda over: self._finished.emit(_Finished(over, done, failed)))

    def shutdown(self) -> None:
        """Wait for what is running; what was still waiting is done first."""
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def _started(self) -> "ThreadPoolExecutor":
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # late: start  # noqa: PLC0415

            queued = QtCore.Qt.ConnectionType.QueuedConnection
            self._finished.connect(self._on_finished, queued)
            self._executor = ThreadPoolExecutor(self._threads, thread_name_prefix=self._name)
        return self._executor

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
