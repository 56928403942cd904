"""Work leaves the thread of the window, and comes back to it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ui.tasks import InlineRunner, Runner, ThreadRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[ThreadRunner]:
    made = ThreadRunner("database")
    yield made
    made.shutdown()


def unexpected(result: object) -> None:
    raise AssertionError(result)


def test_work_leaves_the_thread_of_the_window(qtbot: QtBot, runner: ThreadRunner) -> None:
    seen: list[str] = []
    with qtbot.waitSignal(runner.idle, timeout=5000):
        runner.run(lambda: threading.current_thread().name, seen.append, unexpected)
    assert seen[0].startswith("database")


def test_the_result_is_handed_over_in_the_thread_of_the_window(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    where: list[QThread] = []
    with qtbot.waitSignal(runner.idle, timeout=5000):
        runner.run(lambda: 1, lambda _one: where.append(QThread.currentThread()), unexpected)
    assert where == [runner.thread()]


def test_an_error_is_handed_over_in_the_thread_of_the_window(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    failed: list[tuple[Exception, QThread]] = []
    with qtbot.waitSignal(runner.idle, timeout=5000):
        runner.run(
            lambda: 1 // 0,
            unexpected,
            lambda error: failed.append((error, QThread.currentThread())),
        )
    ((error, where),) = failed
    assert isinstance(error, ZeroDivisionError)
    assert where == runner.thread()


def test_what_is_no_ordinary_error_is_raised_again(qtbot: QtBot, runner: ThreadRunner) -> None:
    class NoOrdinaryError(BaseException):
        pass

    def leave() -> int:
        raise NoOrdinaryError

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(runner.idle, timeout=5000):
        runner.run(leave, unexpected, unexpected)
    assert [kind for kind, _error, _trace in raised] == [NoOrdinaryError]


def test_an_error_while_handing_over_does_not_stop_what_follows(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    seen: list[int] = []

    def fails(_result: int) -> None:
        raise ValueError

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(runner.idle, timeout=5000):
        runner.run(lambda: 1, fails, unexpected)
        runner.run(lambda: 2, seen.append, unexpected)
    assert seen == [2]
    assert [kind for kind, _error, _trace in raised] == [ValueError]


def test_work_is_done_in_the_order_in_which_it_was_asked(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    seen: list[int] = []
    with qtbot.waitSignal(runner.idle, timeout=5000):
        for number in range(50):
            runner.run(lambda number=number: number, seen.append, unexpected)  # type: ignore[misc]
    assert seen == list(range(50))


def test_idle_is_told_once_when_all_is_done(qtbot: QtBot, runner: ThreadRunner) -> None:
    go_on = threading.Event()
    told: list[int] = []
    done: list[object] = []
    runner.idle.connect(lambda: told.append(len(done)))
    runner.run(lambda: go_on.wait(5), done.append, unexpected)
    runner.run(lambda: 2, done.append, unexpected)
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [2]


def test_closing_waits_for_what_was_asked(runner: ThreadRunner) -> None:
    """Nothing that the user asked for is lost at the end of the day."""
    go_on = threading.Event()
    written: list[str] = []
    runner.run(lambda: go_on.wait(5), lambda _set: None, unexpected)
    runner.run(lambda: written.append("kept"), lambda _none: None, unexpected)
    threading.Timer(0.05, go_on.set).start()
    runner.shutdown()
    assert written == ["kept"]


def test_closing_without_any_work_is_no_trouble() -> None:
    ThreadRunner("never").shutdown()


def test_at_once_the_same_is_promised() -> None:
    runner: Runner = InlineRunner()
    seen: list[object] = []
    runner.run(lambda: 5, seen.append, seen.append)
    runner.run(lambda: 1 // 0, seen.append, lambda error: seen.append(type(error)))
    assert seen == [5, ZeroDivisionError]
