"""What is closed is freed: no window, form or box stays behind in memory."""

import gc
import weakref
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.saying import Manners
from reception_assistant.clock import StandingClock
from reception_assistant.desk.beginning import read_first
from reception_assistant.desk.opening import Desk
from tests.helpers.window import FakeAsk, OpenWindow, bury, press
from ui.ask import QtAsk
from ui.changes import ChangeBridge
from ui.completing import complete
from ui.front_desk.appointment_form import AppointmentEditor
from ui.front_desk.person_form import PersonEditor
from ui.front_desk.visit_card import VisitCard
from ui.main_window import MainWindow
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance
from ui.widgets.banner import Banner
from ui.widgets.found_list import FoundPopup
from ui.widgets.privacy import PrivacyScreen

NOW = datetime.fromisoformat("2026-11-24T09:00")
CONTROL = Qt.KeyboardModifier.ControlModifier
MAKERS: dict[str, Callable[[], QWidget]] = {
    "person form": lambda: PersonEditor(None, NOW),
    "appointment form": lambda: AppointmentEditor("1", "Anna", NOW, None, ["Bakker"]),
    "card": lambda: VisitCard(Manners()),
    "banner": Banner,
    "privacy screen": PrivacyScreen,
    "people found": lambda: FoundPopup(lambda _person: None, QWidget()),
}


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Tell whether a closed widget goes without the help of the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        made = make()
        made.show()
        left = weakref.ref(made)
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del made
        return left() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("what", MAKERS)
def test_what_is_closed_is_freed_at_once(qapp: QApplication, what: str) -> None:
    assert is_freed(MAKERS[what])


def test_forms_opened_and_closed_all_day_leave_nothing_behind(balie: OpenWindow) -> None:
    def open_and_close() -> int:
        for key in (Qt.Key.Key_E, Qt.Key.Key_N):
            press(key, CONTROL)
            press(Qt.Key.Key_Escape, times=2)
        bury()
        return len(balie.window.findChildren(QWidget))

    before = open_and_close()
    for _each in range(5):
        assert open_and_close() == before


def test_switching_employees_and_days_leaves_nothing_behind(balie: OpenWindow) -> None:
    everybody = balie.desk.staff.everybody()

    def switch() -> int:
        for each in everybody:
            balie.window.header.employee_chosen.emit(each)
        press(Qt.Key.Key_PageDown, CONTROL)
        press(Qt.Key.Key_Home, CONTROL)
        bury()
        return len(balie.window.findChildren(QWidget))

    before = switch()
    for _each in range(5):
        assert switch() == before


def test_the_whole_window_is_freed(
    qapp: QApplication, desk_and_clock: tuple[Desk, StandingClock], tmp_path: Path
) -> None:
    desk, _clock = desk_and_clock
    appearance = Appearance(qapp, LIGHT)
    runner = InlineRunner()

    def opened() -> "weakref.ref[MainWindow]":
        window = MainWindow(desk, appearance, read_first(desk))
        changes = ChangeBridge(desk.changes, window)
        complete(
            window, desk, Runners(runner, runner, runner, runner), appearance, FakeAsk(), changes
        )
        window.show()
        changes.close()
        window.close()
        window.deleteLater()
        return weakref.ref(window)

    left = opened()
    bury()
    gc.collect()
    appearance.undress()
    assert left() is None


def test_a_question_is_asked_and_answered_by_its_buttons(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    ask = QtAsk(window)
    for words, answer in (("Ja, haal ze weg", True), ("Niet doen", False)):
        QTimer.singleShot(0, lambda words=words: _click(words))
        assert ask.confirm("Mogen ze weg?", "Ja, haal ze weg") is answer
    bury()
    assert window.findChildren(QMessageBox) == []


def test_enter_gives_the_safe_answer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer.singleShot(0, lambda: QTest.keyClick(_box(), Qt.Key.Key_Return))
    assert QtAsk(window).confirm("Mogen ze weg?", "Ja, haal ze weg") is False


def _box() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def _click(words: str) -> None:
    next(each for each in _box().buttons() if each.text() == words).click()
