"""What others may see or read: no name, number, reason or note in a title, a notice or the log.

Two hundred words that stand nowhere else are planted in an agenda, in what is typed and in what
goes wrong. After a busy day none of them is in any place outside the window itself.
"""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant import log
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import OWN_WORDS, PRACTICE_NAME, Settings
from reception_assistant.staff.employee import Role
from reception_assistant.store.audit import read_entries
from tests.helpers.window import OpenWindow, open_window, press, show, write
from ui.crash import CrashReporter
from ui.screenshots import screens

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADER = (
    "datum;tijd;kenmerk;patientnummer;voornaam;achternaam;ouder;uitspraak;telefoon;behandeling;"
    "behandelaar;opmerking;dier;kenmerken"
)
PEOPLE = 20
PLANTED = ("key", "nr", "given", "sur", "parent", "sound", "reason", "doctor", "remark", "pet")
MARKERS = frozenset(f"zq{kind}{number:02d}x" for number in range(PEOPLE) for kind in PLANTED)
PHONE = "0611223399"
pytestmark = pytest.mark.logs


class Outside:
    """All that can be seen or read without looking at the window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._titles: set[str] = set()

    def look(self) -> None:
        """Remember what every window and the program itself are called now."""
        windows: list[QWidget] = QApplication.topLevelWidgets()
        for each in windows:
            self._titles |= {each.windowTitle(), each.windowIconText(), each.windowFilePath()}
        self._titles |= {each.title() for each in QGuiApplication.topLevelWindows()}
        self._titles |= {QApplication.applicationName(), QGuiApplication.applicationDisplayName()}

    def everything(self) -> str:
        """Return all of it as one text."""
        files = [path for path in self._folder.rglob("*") if path.is_file()]
        read = [path.read_text(encoding="utf-8", errors="replace") for path in files]
        return "\n".join((*sorted(self._titles), *map(str, files), *read))


def _rows() -> Iterator[str]:
    for number in range(PEOPLE):
        of = {kind: f"zq{kind}{number:02d}x" for kind in PLANTED}
        yield ";".join(
            (
                f"24-11-2026;{8 + number // 6:02d}:{number % 6}5;{of['key']};{of['nr']}",
                f"{of['given']};{of['sur']};{of['parent']};{of['sound']};{PHONE}",
                f"{of['reason']};{of['doctor']};{of['remark']};{of['pet']}",
                "niet-hardop" if number % 3 == 0 else "gespannen",
            )
        )


def _plant(desk: Desk, folder: Path) -> None:
    """Let the markers stand in the agenda, in the settings and among the staff."""
    by = By(desk.staff.at_the_desk())
    file = folder / "agenda.csv"
    broken = "24-11-2026;geen tijd;zqkey00x;zqnr00x;zqgiven00x"
    file.write_text("\n".join((HEADER, *_rows(), broken)), encoding="utf-8")
    outcome = desk.imports.import_file(file, by)
    assert (outcome.new, len(outcome.rejected)) == (PEOPLE, 1)
    desk.settings.choose(PRACTICE_NAME, "zqreason01x", by)
    desk.settings.choose(OWN_WORDS, "zqreason02x = zqreason03x", by)
    desk.staff.add("zqgiven03x", Role.RECEPTIONIST, by)


def _work(opened: OpenWindow, outside: Outside) -> None:
    """Do what is done on a busy day, and look outside after each step."""
    for visit in opened.visits():
        assert opened.window.front_desk.panel.choose(visit.id)
        press(Qt.Key.Key_Return)
        outside.look()
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4):
        press(key)
        outside.look()
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_T, CONTROL)
    press(Qt.Key.Key_K, CONTROL)
    write("zqsur07x")
    outside.look()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CONTROL)
    write("zqremark08x")
    outside.look()
    press(Qt.Key.Key_Return, CONTROL)
    for open_screen in screens(opened.window).values():
        open_screen()
        outside.look()
    opened.window.hide_names()
    outside.look()


def _fail() -> None:
    """Raise an error whose words quote a name, as a bug of ours might."""
    raise ValueError("no zqsur05x " + PHONE, Settings({"zqreason06x": "zqremark06x"}))


def test_two_hundred_markers_are_nowhere_outside_the_window(
    qapp: QApplication,
    qtbot: QtBot,
    empty_desk: tuple[Desk, StandingClock],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    desk, clock = empty_desk
    outside = Outside(tmp_path / "log")
    root = logging.getLogger()
    level = root.level
    handler = log.start(tmp_path / "log")
    _plant(desk, tmp_path)
    with open_window(qapp, desk, clock, is_demo=False) as opened:
        show(qtbot, opened)
        crash = CrashReporter(tmp_path / "log", desk.time.now, opened.window.banner.tell)
        _work(opened, outside)
        try:
            _fail()
        except ValueError as error:
            crash.report(type(error), error, sys.exc_info()[2])
            root.exception("failed on %s", "zqsur05x")
        outside.look()
    log.stop(handler)
    root.setLevel(level)
    printed = capfd.readouterr()
    with desk.store.reading() as connection:
        audit = [f"{each.subject_id} {each.detail}" for each in read_entries(connection)]
    seen = "\n".join((outside.everything(), printed.out, printed.err, *audit))
    assert len(MARKERS) == 200
    assert "agenda read" in seen, "the log was written"
    assert "ValueError" in seen, "the crash was reported"
    assert [marker for marker in (*sorted(MARKERS), PHONE) if marker in seen] == []


def test_nothing_of_ours_speaks_outside_the_window() -> None:
    """No icon in the tray, no notice of the computer: there is no code for either."""
    ours = Path(__file__).parents[2] / "ui"
    for path in ours.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "QSystemTrayIcon" not in text
        assert "showMessage" not in text
