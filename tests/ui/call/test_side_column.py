"""The column at the left: the stop signs stay in sight, and what gets the keys is shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.window import bury, press
from tests.ui.call.dressing import dressed
from ui.call.side_column import SideColumn
from ui.theme.look import Appearance
from ui.widgets.blocks import card_of, label

FACTS = "Geboren op 14 maart 1958. "


class Opened:
    """A caller of whom much is known, reasons, moods and stop signs."""

    def __init__(self) -> None:
        self.field, self.stop = QLineEdit(), QPushButton("Direct overdragen")
        self.reason, self.calm = QPushButton("Rekening"), QPushButton("Kalmeren")
        self.caller = card_of(self.field, label("body", FACTS * 60))
        self.mood = card_of(label("body", "Hoe klinkt de beller?"), self.calm)
        self.column = SideColumn(
            [
                self.caller,
                card_of(label("body", "Waarom belt deze beller? " * 6), self.reason),
                self.mood,
                card_of(label("body", "benauwd"), self.stop),
            ],
            stays=True,
        )

    def high(self, height: int) -> None:
        """Give the column this height."""
        self.column.resize(298, height)
        for _again in range(6):
            QApplication.sendPostedEvents()

    def sees(self, widget: QWidget) -> bool:
        """Tell whether all of `widget` is in sight."""
        return widget.visibleRegion().boundingRect().contains(widget.rect())


@pytest.fixture(scope="module")
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    with dressed(qapp) as worn:
        yield worn


@pytest.fixture
def opened(qtbot: QtBot, appearance: Appearance) -> Iterator[Opened]:
    made = Opened()
    with qtbot.waitExposed(made.column):
        made.column.show()
    made.column.activateWindow()
    qtbot.waitUntil(made.column.isActiveWindow)
    yield made
    made.column.close()
    made.column.deleteLater()
    bury()


@pytest.mark.parametrize("height", [900, 650, 450, 300])
def test_the_stop_signs_are_always_in_sight(opened: Opened, height: int) -> None:
    opened.high(height)
    assert opened.sees(opened.stop)


def test_with_room_enough_only_the_caller_scrolls(opened: Opened) -> None:
    opened.high(650)
    assert opened.sees(opened.reason)
    assert opened.sees(opened.calm)
    assert not opened.sees(opened.caller)
    opened.high(3_000)
    assert opened.sees(opened.caller)


@pytest.mark.parametrize("height", range(560, 700, 9))
def test_no_line_of_the_caller_is_shown_by_half(opened: Opened, height: int) -> None:
    opened.high(height)
    (words,) = (each for each in opened.caller.findChildren(QLabel) if len(each.text()) > 1000)
    seen = words.visibleRegion().boundingRect().height()
    assert seen % words.fontMetrics().lineSpacing() in (0, words.fontMetrics().lineSpacing() - 1)


def test_whatever_gets_the_keys_is_shown_and_keeps_them(opened: Opened) -> None:
    opened.high(300)
    assert not opened.sees(opened.calm)
    for each in (opened.calm, opened.reason, opened.field, opened.stop):
        each.setFocus()
        assert opened.sees(each)
    opened.calm.setFocus()
    for height in (900, 300, 650):
        opened.high(height)
        assert opened.calm.hasFocus()


def test_tab_walks_from_the_top_to_the_bottom(opened: Opened) -> None:
    for height in (650, 300):
        opened.high(height)
        opened.field.setFocus()
        walked = []
        for _step in range(3):
            press(Qt.Key.Key_Tab)
            walked.append(QApplication.focusWidget())
        assert walked == [opened.reason, opened.calm, opened.stop]
