"""What lies over any screen: help and plain words, opened by a key and gone by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.window import OpenWindow, press, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_hard_word_is_looked_up_and_the_keys_go_back(balie: OpenWindow) -> None:
    press(Qt.Key.Key_J, CONTROL)
    write("caries")
    assert "gaatje" in balie.says()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not balie.window.plain_words.is_open()
    assert balie.agenda.hasFocus()


def test_help_is_about_where_one_is(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F1)
    assert "Aan de balie" in balie.says()
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Comma, CONTROL)
    press(Qt.Key.Key_F1)
    assert "Iemand komt binnen" not in balie.says()
    assert balie.window.help.is_open()


def test_help_follows_to_another_screen(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_Comma, CONTROL)
    assert "Iemand komt binnen" not in balie.says()
    press(Qt.Key.Key_1, CONTROL)
    assert "Iemand komt binnen" in balie.says()


def test_the_keys_stay_on_the_settings_when_the_search_is_left(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Comma, CONTROL)
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Escape)
    before = [visit.status for visit in balie.visits()]
    press(Qt.Key.Key_Return)
    assert [visit.status for visit in balie.visits()] == before


def test_a_word_that_is_taken_keeps_no_form_beneath(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL)
    number = len(balie.visits())
    press(Qt.Key.Key_J, CONTROL)
    write("caries")
    press(Qt.Key.Key_Return, CONTROL)
    assert len(balie.visits()) == number
    assert balie.window.work.editing.is_open()


def test_the_card_goes_with_the_screen_it_was_opened_on(balie: OpenWindow) -> None:
    press(Qt.Key.Key_J, CONTROL)
    press(Qt.Key.Key_Comma, CONTROL)
    assert not balie.window.plain_words.is_open()


def test_what_comes_late_takes_no_keys_behind_the_privacy_screen(balie: OpenWindow) -> None:
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    balie.window.show_desk()
    before = [visit.status for visit in balie.visits()]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [visit.status for visit in balie.visits()] == before
    assert balie.agenda.hasFocus()


def test_after_the_privacy_screen_the_keys_go_to_what_is_seen(balie: OpenWindow) -> None:
    """A file that was read meanwhile may have brought another screen."""
    press(Qt.Key.Key_Comma, CONTROL)
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    balie.window.show_desk()
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert not balie.window.settings.screen.isAncestorOf(focus)


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_J])
def test_the_privacy_screen_covers_them(balie: OpenWindow, key: Qt.Key) -> None:
    press(key, CONTROL if key is Qt.Key.Key_J else Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert balie.says() == [
        text
        for text in balie.says()
        if text in {"Balie", "09:00"} or "tonen" in text or "schermd" in text
    ]


def test_on_the_privacy_screen_neither_opens(balie: OpenWindow) -> None:
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_J, CONTROL)
    assert not balie.window.help.is_open()
    assert not balie.window.plain_words.is_open()
