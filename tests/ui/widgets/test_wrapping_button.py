"""Enter does what a click does, on every button that has the keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.call.left_column import counted
from ui.call.row_button import RowButton
from ui.widgets.wrapping_button import WrappingButton


def pressed(button: QPushButton, key: Qt.Key, *, held: bool = False) -> bool:
    """Press a key on `button`; tell whether it took it."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", held)
    event.ignore()
    QApplication.sendEvent(button, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [WrappingButton, RowButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_clicks_once(qtbot: QtBot, kind: type[QPushButton], key: Qt.Key) -> None:
    made = kind()
    clicks = counted(made.clicked)
    qtbot.addWidget(made)
    assert pressed(made, key)
    assert pressed(made, key, held=True)
    assert clicks() == 1


def test_ctrl_enter_is_for_somebody_else(qtbot: QtBot) -> None:
    made = WrappingButton("Weer tonen")
    clicks = counted(made.clicked)
    qtbot.addWidget(made)
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(made, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, control))
    assert clicks() == 0
