"""When something of ours fails: a report without names, a line for the user, and on it goes."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from reception_assistant import log as program_log
from ui.crash import CrashReporter

HEALTH = "mevrouw Vertrouwelijk heeft een wortelpuntontsteking"
pytestmark = pytest.mark.logs


class Told:
    """Hears what the user is told, and in which thread."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.threads: list[QThread] = []

    def tell(self, text: str) -> None:
        self.lines.append(text)
        self.threads.append(QThread.currentThread())


class Moving:
    """A clock that goes on a second each time it is looked at."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001  wall time

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def crash(qapp: object, tmp_path: Path, told: Told) -> Iterator[CrashReporter]:
    """Give a reporter that is installed; Python's own hooks come back afterwards."""
    reporter = CrashReporter(tmp_path / "log", Moving(), told.tell)
    hooks = sys.excepthook, threading.excepthook
    reporter.install()
    yield reporter
    reporter.uninstall()
    sys.excepthook, threading.excepthook = hooks
    faulthandler.enable()


def fail() -> str:
    """Fail in the way that a slip in our code does, with somebody's name in the message."""
    known: dict[str, str] = {}
    try:
        return known[HEALTH]
    except KeyError as error:
        raise ValueError(HEALTH) from error


def caught() -> ValueError:
    with pytest.raises(ValueError, match="Vertrouwelijk") as raised:
        fail()
    return raised.value


def reports(folder: Path) -> list[Path]:
    return sorted((folder / "log").glob("fout-*.txt"))


def test_the_report_has_kind_and_place_and_no_word_of_the_message(
    crash: CrashReporter, tmp_path: Path
) -> None:
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    (report,) = reports(tmp_path)
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "Vertrouwelijk" not in text
    assert "wortelpunt" not in text


def test_the_log_has_no_word_of_the_message_either(crash: CrashReporter, tmp_path: Path) -> None:
    handler = program_log.start(tmp_path / "log")
    try:
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        program_log.stop(handler)
    text = (tmp_path / "log" / "balie.log").read_text(encoding="utf-8")
    assert "unexpected error, reported" in text
    assert "Vertrouwelijk" not in text


def test_the_user_hears_what_happened_and_where_the_report_is(
    crash: CrashReporter, told: Told, tmp_path: Path
) -> None:
    error = caught()
    crash.report(type(error), error, error.__traceback__)
    (line,) = told.lines
    assert "Wat bewaard was, is er nog." in line
    assert reports(tmp_path)[0].name in line
    assert "Vertrouwelijk" not in line


def test_an_error_in_another_thread_is_told_in_the_thread_of_the_window(
    crash: CrashReporter, told: Told, qtbot: QtBot, tmp_path: Path
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told.lines))
    assert told.threads == [crash.thread()]
    assert len(reports(tmp_path)) == 1


def test_stopping_the_program_is_no_crash(crash: CrashReporter, told: Told, tmp_path: Path) -> None:
    for error in (KeyboardInterrupt(), SystemExit(0)):
        crash.report(type(error), error, None)
    assert told.lines == []
    assert reports(tmp_path) == []


def test_a_failing_disk_is_survived_and_told(
    crash: CrashReporter, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    error = caught()
    crash.report(type(error), error, error.__traceback__)
    assert told.lines == ["Er ging iets mis in Balie, en er kon geen verslag van worden gemaakt."]


def test_without_a_place_for_reports_the_program_starts_all_the_same(
    qapp: object, tmp_path: Path, told: Told
) -> None:
    (tmp_path / "log").write_text("in the way", encoding="utf-8")
    reporter = CrashReporter(tmp_path / "log", Moving(), told.tell)
    hooks = sys.excepthook, threading.excepthook
    reporter.install()
    reporter.uninstall()
    sys.excepthook, threading.excepthook = hooks
    faulthandler.enable()


def test_only_the_newest_reports_are_kept(crash: CrashReporter, tmp_path: Path) -> None:
    error = caught()
    for _each in range(25):
        crash.report(type(error), error, error.__traceback__)
    found = reports(tmp_path)
    assert len(found) == 20
    assert found[-1].name == "fout-20261124-090025.txt"


def test_an_error_while_reporting_does_not_go_round_in_circles(
    qapp: object, tmp_path: Path
) -> None:
    def fails_again(_text: str) -> None:
        error = caught()
        reporter.report(type(error), error, None)

    reporter = CrashReporter(tmp_path / "log", Moving(), fails_again)
    error = caught()
    reporter.report(type(error), error, None)
    assert len(reports(tmp_path)) == 1


def test_afterwards_errors_are_left_to_python_again(qapp: object, tmp_path: Path) -> None:
    before = sys.excepthook
    reporter = CrashReporter(tmp_path / "log", Moving(), logging.getLogger(__name__).info)
    reporter.install()
    assert sys.excepthook != before
    reporter.uninstall()
    assert sys.excepthook == before
    faulthandler.enable()
