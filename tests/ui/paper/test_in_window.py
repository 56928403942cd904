"""Paper in the whole window: from the screen where one is, and back to it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception_assistant.complaints.listed import Search
from tests.helpers.window import OpenWindow, press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_hand_over_is_printed_from_the_promises_and_esc_goes_back(
    balie: OpenWindow, tmp_path: Path
) -> None:
    press(Qt.Key.Key_3, CTRL)
    before = balie.window.screens.currentWidget()
    assert before is not None
    keys = before.focusWidget()
    press(Qt.Key.Key_P, CTRL)
    page = balie.window.screens.currentWidget()
    assert page is not None
    assert page.objectName() == "paper"
    balie.ask.saved_to = tmp_path / "dienst.pdf"
    press(Qt.Key.Key_S, CTRL)
    assert balie.news == "Bewaard in dienst.pdf."
    assert balie.ask.saved_to.exists()
    press(Qt.Key.Key_Escape)
    assert balie.window.screens.currentWidget() is before
    assert before.focusWidget() is keys


def test_a_letter_is_asked_at_the_complaint_and_esc_goes_back_to_it(balie: OpenWindow) -> None:
    row = balie.desk.after.complaints.listed(Search())[0]
    balie.window.aftercare.open_complaint(row.id)
    before = balie.window.screens.currentWidget()
    balie.window.aftercare.complaints().screen.term.letter_requested.emit("ontvangst")
    page = balie.window.screens.currentWidget()
    assert page is not None
    assert page.objectName() == "paper"
    press(Qt.Key.Key_Escape)
    assert balie.window.screens.currentWidget() is before
    assert balie.window.aftercare.complaints().screen.shows_record()


@pytest.mark.parametrize("words", ["Jaaroverzicht van klachten", "Kaartje voor feedback"])
def test_the_menu_offers_paper_from_everywhere(balie: OpenWindow, qtbot: QtBot, words: str) -> None:
    menu = balie.window.header._more.menu()
    (action,) = (each for each in menu.actions() if each.text() == words)
    action.trigger()
    page = balie.window.screens.currentWidget()
    assert page is not None
    assert page.objectName() == "paper"
    press(Qt.Key.Key_Escape)
    below = balie.window.aftercare.complaints().screen
    assert balie.window.screens.currentWidget() is below
