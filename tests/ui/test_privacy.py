"""One key, and no name is on the screen any more."""

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reception_assistant.agenda.calling import called
from reception_assistant.agenda.visit import Status
from tests.helpers.window import OpenWindow, button, press, texts, write

CONTROL = Qt.KeyboardModifier.ControlModifier
HIDE = CONTROL | Qt.KeyboardModifier.ShiftModifier


def names(balie: OpenWindow) -> set[str]:
    """Return every part of the name of everybody in the agenda."""
    parts = set()
    for visit in balie.visits():
        name = visit.person.name
        parts |= {name.surname, name.given_name, name.partner_surname, called(visit).spoken}
    return {part for part in parts if part}


def seen_names(balie: OpenWindow) -> list[str]:
    """Return the texts on screen that hold a name of somebody."""
    words = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names(balie)))
    return [text for text in balie.says() if words.search(text)]


def test_ctrl_shift_l_hides_every_name(balie: OpenWindow) -> None:
    assert seen_names(balie)
    press(Qt.Key.Key_L, HIDE)
    assert seen_names(balie) == []
    assert "09:00" in balie.says()


def test_only_the_time_and_the_free_key_are_shown(balie: OpenWindow) -> None:
    press(Qt.Key.Key_L, HIDE)
    labels: list[QLabel] = balie.window.privacy.findChildren(QLabel)
    assert [each.text() for each in labels] == ["09:00"]
    buttons: list[QPushButton] = balie.window.findChildren(QPushButton)
    shown = [each.text() for each in buttons if each.isVisible()]
    assert shown == ["Weer tonen   Ctrl+Shift+L"]


def test_names_in_news_a_form_and_the_search_list_are_hidden_too(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_K, CONTROL)
    write("van")
    press(Qt.Key.Key_L, HIDE)
    assert seen_names(balie) == []


def test_the_button_in_the_header_hides_names_too(balie: OpenWindow) -> None:
    QTest.mouseClick(balie.window.header._hide, Qt.MouseButton.LeftButton)
    assert seen_names(balie) == []


def test_all_other_keys_are_dead_meanwhile(balie: OpenWindow) -> None:
    chosen = balie.chosen().id
    press(Qt.Key.Key_L, HIDE)
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        press(key)
    for key in (Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_O):
        press(key, CONTROL)
    assert seen_names(balie) == []
    assert balie.ask.asked == []
    press(Qt.Key.Key_L, HIDE)
    assert balie.chosen().id == chosen
    assert balie.stored().status is Status.EXPECTED
    assert not balie.window.work.editing.is_open()


def test_the_screen_comes_back_as_it_was(balie: OpenWindow) -> None:
    balie.choose("10:00")
    before = texts(balie.window)
    press(Qt.Key.Key_L, HIDE)
    press(Qt.Key.Key_L, HIDE)
    assert texts(balie.window) == before
    assert balie.agenda.hasFocus()


def test_a_form_comes_back_with_the_cursor_where_it_was(balie: OpenWindow) -> None:
    press(Qt.Key.Key_E, CONTROL)
    write("abc")
    press(Qt.Key.Key_L, HIDE)
    press(Qt.Key.Key_L, HIDE)
    write("def")
    form = balie.window.work.editing.form()
    assert form is not None
    assert "abcdef" in form.given_name.text()  # type: ignore[attr-defined]


def test_space_or_a_click_brings_the_names_back(balie: OpenWindow) -> None:
    press(Qt.Key.Key_L, HIDE)
    press(Qt.Key.Key_Space)
    assert seen_names(balie)
    press(Qt.Key.Key_L, HIDE)
    QTest.mouseClick(button(balie.window, "Weer tonen"), Qt.MouseButton.LeftButton)
    assert seen_names(balie)


def test_the_time_goes_on_without_names(balie: OpenWindow) -> None:
    press(Qt.Key.Key_L, HIDE)
    balie.clock.moment = balie.clock.moment.replace(minute=31)
    balie.window.heart.beat()
    assert "09:31" in balie.says()
    assert seen_names(balie) == []


def test_the_title_of_the_window_never_has_a_name(balie: OpenWindow) -> None:
    titles = {balie.window.windowTitle()}
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_F3):
        press(key)
        titles.add(balie.window.windowTitle())
    press(Qt.Key.Key_E, CONTROL)
    titles.add(balie.window.windowTitle())
    assert titles == {"Balie"}
