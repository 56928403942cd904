"""Every action has one key, a picture, and somebody who does it."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.helpers.window import OpenWindow, press
from ui.actions import TABLE, Action, Do, button_words, key_text
from ui.theme.icons import GLYPHS

OF_DESK = {"visit", "person", "appointment", "day", "practitioner"}
"""What the ids of actions begin with that rest on every other screen."""


def _screen(action: Action) -> str:
    """Return where the key of an action works; "" for everywhere."""
    begins = action.id.partition(".")[0]
    if begins in OF_DESK:
        return "desk"
    return "" if action.everywhere else begins


def test_every_action_has_an_id_of_its_own() -> None:
    assert len({action.id for action in TABLE}) == len(TABLE)


def test_no_two_actions_of_one_screen_share_a_key() -> None:
    keys = {action: QKeySequence(action.shortcut).toString() for action in TABLE if action.shortcut}
    assert all(keys.values())
    for one, other in combinations(keys, 2):
        met = _screen(one) == _screen(other) or "" in (_screen(one), _screen(other))
        assert not (met and keys[one] == keys[other]), (one, other)


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


@pytest.mark.parametrize(
    ("screen", "begins", "without"),
    [
        (Qt.Key.Key_3, "follow_up.", set[Do]()),
        (Qt.Key.Key_4, "register.", {Do.FIND_COMPLAINT, Do.STEP_ON}),
    ],
)
def test_the_screens_for_afterwards_say_the_keys_of_the_table(
    balie: OpenWindow, screen: Qt.Key, begins: str, without: set[Do]
) -> None:
    """Each button of such an action names its key, but for a field and a button that tells more."""
    press(screen, Qt.KeyboardModifier.ControlModifier)
    shown = balie.window.screens.currentWidget()
    assert shown is not None
    buttons: list[QAbstractButton] = shown.findChildren(QAbstractButton)
    said = {each.text() for each in buttons}
    here = {action.id for action in TABLE if action.id.startswith(begins)} - without
    assert {button_words(what) for what in here} <= said


def test_keys_are_called_as_on_a_dutch_keyboard() -> None:
    assert key_text(Do.ARRIVED) == "Enter"
    assert key_text(Do.DAY_AFTER) == "Ctrl+PgDn"
    assert key_text(Do.STEP_BACK) == "Alt+←"
    assert button_words(Do.NO_SHOW) == "Niet gekomen   Shift+F4"


def test_the_menu_offers_what_has_no_button_of_its_own(balie: OpenWindow) -> None:
    menu = balie.window.header._more.menu()
    offered = [each.text() for each in menu.actions() if each.text()]
    for words in ("Agenda inlezen", "Nieuwe persoon", "Een dag verder", "Letters groter"):
        assert words in offered
    press(Qt.Key.Key_Escape)
