"""Every action has one key, a picture, and somebody who does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.helpers.window import OpenWindow, press
from ui.actions import TABLE, Action, Do, button_words, key_text
from ui.theme.icons import GLYPHS


def test_no_two_actions_share_an_id_or_a_key() -> None:
    assert len({action.id for action in TABLE}) == len(TABLE)
    keys = [QKeySequence(action.shortcut).toString() for action in TABLE if action.shortcut]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_every_action_of_the_list_is_in_the_table() -> None:
    assert {action.id for action in TABLE} == set(Do)


def test_every_action_has_words_and_a_picture_that_exists() -> None:
    assert [action.id for action in TABLE if not action.text or action.icon not in GLYPHS] == []


def test_somebody_does_every_action(balie: OpenWindow) -> None:
    made: list[QAction] = balie.window.findChildren(QAction)
    names = {each.objectName() for each in made}
    assert {action.id.value for action in TABLE if action.everywhere} <= names


def test_a_button_shows_the_key_that_works(balie: OpenWindow) -> None:
    """Each button of an action names its key; the key itself triggers that action."""
    buttons: list[QAbstractButton] = balie.window.findChildren(QAbstractButton)
    named = {each.objectName(): each.text() for each in buttons if each.objectName()}
    for action in TABLE:
        text = named.get(f"button.{action.id.value}")
        assert text in (None, button_words(action.id))
    actions: list[QAction] = balie.window.findChildren(QAction)
    made = {each.objectName(): each for each in actions}
    for action in TABLE:
        if action.everywhere and action.shortcut:
            assert made[action.id.value].shortcut() == QKeySequence(action.shortcut)


@pytest.mark.parametrize("action", [each for each in TABLE if each.everywhere])
def test_pressing_the_key_triggers_the_action(balie: OpenWindow, action: Action) -> None:
    what, shortcut = action.id, action.shortcut
    made = balie.window.findChild(QAction, what.value)
    assert made is not None
    triggered = []
    made.triggered.connect(lambda: triggered.append(what))
    QTest.keySequence(balie.agenda, QKeySequence(shortcut))
    assert triggered == [what]


def test_keys_are_called_as_on_a_dutch_keyboard() -> None:
    assert key_text(Do.ARRIVED) == "Enter"
    assert key_text(Do.DAY_AFTER) == "Ctrl+PgDn"
    assert button_words(Do.NO_SHOW) == "Niet gekomen   Shift+F4"


def test_the_menu_offers_what_has_no_button_of_its_own(balie: OpenWindow) -> None:
    menu = balie.window.header._more.menu()
    offered = [each.text() for each in menu.actions() if each.text()]
    for words in ("Agenda inlezen", "Nieuwe persoon", "Een dag verder", "Letters groter"):
        assert words in offered
    press(Qt.Key.Key_Escape)
