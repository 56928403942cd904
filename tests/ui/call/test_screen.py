"""Three columns, a drawer or one of them: everything stays in reach of the keys."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.window import bury, button, press, texts, write
from tests.ui.call.dressing import dressed
from tests.ui.call.hearing import Heard
from tests.ui.call.steps import ASKED, CALM, JANSEN, LONG_NAME, OFFERS, UNKNOWN
from ui.call.call_tabs import CallTabs
from ui.call.fold_bar import Part
from ui.call.screen import CallScreen
from ui.call.script_panel import ScriptPanel
from ui.theme.look import Appearance
from ui.widgets.blocks import card_of

WIDE, TIGHT, NARROW = 1366, 1024, 700


class Opened:
    """The screen with a field in each column at the sides."""

    def __init__(self) -> None:
        self.caller, self.note, self.panel = QLineEdit(), QPlainTextEdit(), ScriptPanel()
        self.tabs = CallTabs()
        self.screen = CallScreen(
            self.tabs, [card_of(self.caller)], [self.panel], [card_of(self.note)]
        )

    def shown(self) -> tuple[bool, bool, bool]:
        """Tell which of caller, script and note are there."""
        return self.caller.isVisible(), self.panel.isVisible(), self.note.isVisible()

    def widen(self, width: int) -> None:
        """Give the screen so much room."""
        self.screen.resize(width, 700)
        QApplication.sendPostedEvents()

    def has_keys(self) -> QWidget | None:
        """Return what has the keys."""
        return QApplication.focusWidget()


@pytest.fixture(scope="module")
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    with dressed(qapp) as worn:
        yield worn


@pytest.fixture
def opened(qtbot: QtBot, appearance: Appearance) -> Iterator[Opened]:
    made = Opened()
    made.tabs.show_calls([JANSEN])
    made.screen.resize(WIDE, 700)
    with qtbot.waitExposed(made.screen):
        made.screen.show()
    made.screen.activateWindow()
    qtbot.waitUntil(made.screen.isActiveWindow)
    made.panel.show_step(ASKED)
    yield made
    made.screen.close()
    made.screen.deleteLater()
    bury()


# --- columns


def test_f6_walks_through_the_columns_and_round(opened: Opened) -> None:
    opened.panel.setFocus()
    assert opened.shown() == (True, True, True)
    walked = []
    for _step in range(4):
        opened.screen.walk()
        walked.append(opened.has_keys())
    assert walked == [opened.note, opened.caller, opened.panel, opened.note]


def test_in_a_tight_window_the_note_is_a_drawer(opened: Opened) -> None:
    opened.panel.setFocus()
    opened.widen(TIGHT)
    assert opened.shown() == (True, True, False)
    opened.screen.walk()
    assert opened.shown() == (True, True, True)
    assert opened.has_keys() is opened.note
    opened.screen.walk()
    assert opened.shown() == (True, True, False)
    assert opened.has_keys() is opened.caller


def test_the_drawer_has_a_button_that_opens_and_closes_it(opened: Opened) -> None:
    opened.widen(TIGHT)
    drawer = button(opened.screen, "Notitie en afronden")
    drawer.click()
    assert opened.has_keys() is opened.note
    assert drawer.isChecked()
    drawer.click()
    assert opened.shown() == (True, True, False)
    assert opened.has_keys() is opened.panel
    assert not drawer.isChecked()


def test_in_a_narrow_window_there_is_one_column_at_a_time(opened: Opened) -> None:
    opened.panel.setFocus()
    opened.widen(NARROW)
    seen = []
    for _step in range(3):
        seen.append(opened.shown())
        opened.screen.walk()
    assert seen == [(False, True, False), (False, False, True), (True, False, False)]
    button(opened.screen, "Beller").click()
    assert opened.shown() == (True, False, False)
    assert opened.has_keys() is opened.caller


def test_larger_letters_fold_as_a_smaller_window_does(
    appearance: Appearance, opened: Opened
) -> None:
    for scale, there in ((100, 3), (150, 2), (200, 1), (100, 3)):
        appearance.set_scale(scale)
        QApplication.sendPostedEvents()
        assert sum(opened.shown()) == there


def test_who_types_in_a_column_that_folds_goes_on_typing(opened: Opened) -> None:
    opened.note.setFocus()
    for width in (TIGHT, NARROW, WIDE):
        opened.widen(width)
        write("a")
    assert opened.note.toPlainText() == "aaa"


def test_esc_leads_from_a_field_at_the_side_to_the_script_and_then_out_of_the_detour(
    opened: Opened,
) -> None:
    heard = Heard(opened.panel, "came_back_requested")
    opened.panel.show_step(CALM)
    opened.widen(TIGHT)
    opened.screen.bring(Part.NOTE)
    press(Qt.Key.Key_Escape)
    assert opened.has_keys() is opened.panel
    assert opened.shown() == (True, True, False)
    assert heard == []
    press(Qt.Key.Key_Escape)
    assert heard == [("came_back_requested",)]


def test_a_column_can_be_opened_for_what_is_in_it(opened: Opened) -> None:
    opened.widen(NARROW)
    opened.screen.reveal(opened.note)
    opened.note.setFocus()
    assert opened.has_keys() is opened.note


def test_plain_digits_work_again_after_the_keys_come_back(opened: Opened) -> None:
    heard = Heard(opened.panel, "answered")
    opened.panel.show_step(CALM)
    press(Qt.Key.Key_Tab)
    opened.note.setFocus()
    press(Qt.Key.Key_Escape)
    write("1")
    assert heard == [("answered", 0)]


# --- conversations


def test_with_one_conversation_there_is_nothing_to_choose(opened: Opened) -> None:
    assert not opened.tabs.isVisible()
    opened.tabs.show_calls([JANSEN, UNKNOWN])
    assert opened.tabs.isVisible()
    assert {"meneer Jansen", "sinds 09:08", "Beller onbekend", "geparkeerd 4 min"} <= set(
        texts(opened.tabs)
    )
    assert "meneer Jansen, sinds 09:08, nu op het scherm" in texts(opened.tabs)


def test_arrows_walk_along_the_conversations_and_enter_chooses(opened: Opened) -> None:
    heard = Heard(opened.tabs, "call_chosen", "new_requested")
    opened.tabs.show_calls([JANSEN, UNKNOWN, LONG_NAME])
    button(opened.tabs, "+ Nieuw gesprek").setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Left, times=3)
    press(Qt.Key.Key_Return)
    assert heard == [
        ("new_requested",),
        ("call_chosen", "2"),
        ("call_chosen", "3"),
        ("new_requested",),
    ]


def test_a_click_leaves_the_mark_where_it_is_until_the_call_is_there(opened: Opened) -> None:
    opened.tabs.show_calls([JANSEN, UNKNOWN])
    chips = {each.accessibleName(): each for each in opened.tabs.findChildren(QWidget)}
    now, other = (
        chips["meneer Jansen, sinds 09:08, nu op het scherm"],
        chips["Beller onbekend, geparkeerd 4 min"],
    )
    other.click()  # type: ignore[attr-defined]  # a button
    assert now.isChecked()  # type: ignore[attr-defined]  # a button
    assert not other.isChecked()  # type: ignore[attr-defined]  # a button


def test_without_a_conversation_one_can_begin_or_take_up_another(opened: Opened) -> None:
    heard = Heard(opened.tabs, "call_chosen", "new_requested")
    begun = Heard(opened.screen.idle, "script_chosen")
    opened.tabs.show_calls([UNKNOWN])
    opened.screen.idle.show_offers(OFFERS)
    opened.screen.take_keys()
    assert opened.shown() == (False, False, False)
    assert {"Er wacht een gesprek op u.", "Beller onbekend", OFFERS[1].title} <= set(
        texts(opened.screen)
    )
    write("1")
    write("3")
    button(opened.screen, "Gesprek starten").click()
    assert heard == [("call_chosen", "2"), ("new_requested",)]
    assert begun == [("script_chosen", "klacht")]
    opened.tabs.show_calls([JANSEN, UNKNOWN])
    opened.screen.take_keys()
    assert opened.shown() == (True, True, True)
    assert opened.has_keys() is opened.panel


def test_new_conversations_stand_before_the_button_in_the_order_of_tab(opened: Opened) -> None:
    opened.tabs.show_calls([JANSEN, UNKNOWN, LONG_NAME])
    button(opened.tabs, "+ Nieuw gesprek").setFocus()
    press(Qt.Key.Key_Backtab)
    named = opened.has_keys()
    assert named is not None
    assert named.accessibleName().startswith("mevrouw De Heusch")


def test_the_screen_is_freed_when_it_is_closed(qapp: QApplication) -> None:
    gc.collect()
    gc.disable()
    try:
        opened = Opened()
        opened.screen.show()
        opened.tabs.show_calls([JANSEN, UNKNOWN])
        opened.screen.idle.show_offers(OFFERS)
        left = weakref.ref(opened.screen)
        opened.screen.close()
        opened.screen.deleteLater()
        bury()
        del opened
        assert left() is None
    finally:
        gc.enable()
