"""The right column of a call in every state, narrow, with small and large letters."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.calls.bsn import without_bsn
from reception_assistant.calls.finishing import Lacking
from tests.helpers.layout import assert_tidy
from tests.helpers.window import press, write
from tests.ui.call.right_column import (
    MADE,
    OUTCOMES,
    PEOPLE,
    Person,
    answered_words,
    dressed,
    matcher,
    moments,
    settle,
    shown,
)
from tests.ui.test_freed import is_freed
from ui.call.finish_panel import FinishPanel
from ui.call.note_panel import NotePanel
from ui.theme.colors import DARK, LIGHT

# How it looks, how large the letters are, how wide it is, and how high for all to be in sight.
LOOKS = (
    (LIGHT, 100, 280, 1200),
    (DARK, 100, 340, 1200),
    (LIGHT, 150, 340, 2700),
    (DARK, 150, 280, 2700),
    (LIGHT, 200, 280, 4800),
)
LONG = Person("3", "Maximiliana Theodora van Oosterhout-Donaudampfschifffahrt")
OTHER_MOMENT = Qt.Key(Qt.Key.Key_1 + len(moments()))
Look = tuple[str, int, int, int]


@pytest.mark.parametrize("look", LOOKS)
def test_of_the_note_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    theme, scale, width, height = look
    with dressed(qapp, theme, scale), shown(qtbot, NotePanel, width, height) as note:
        settle()
        assert_tidy(note.window())
        note.use_matcher(matcher())
        note.show_saved("Bewaard om 09:12:44")
        note.setFocus()
        write("BSN 123456782. Fluoride-applicatie bij endodontische behandeling")
        note.show_without_bsn(without_bsn(note.text()).text)
        settle()
        assert_tidy(note.window())


@pytest.mark.parametrize("look", LOOKS)
def test_of_the_plain_words_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    theme, scale, width, height = look
    with dressed(qapp, theme, scale), shown(qtbot, answered_words, width, height) as words:
        for text in ("", "endo", "u moet", "nabloeding", "qqqqqq"):
            words.ask(text)
            settle()
            assert_tidy(words.window())


@pytest.mark.parametrize("look", LOOKS)
def test_of_the_end_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    theme, scale, width, height = look
    with dressed(qapp, theme, scale), shown(qtbot, FinishPanel, width, height) as panel:
        for bring in states(panel):
            bring()
            settle()
            assert_tidy(panel.window())


def states(panel: FinishPanel) -> Iterator[Callable[[], None]]:
    """Give how to bring the panel to each state, each from the one before."""
    people, number = (*PEOPLE, LONG), "0612345678"
    made = replace(MADE, what="bellen", reach=number)
    yield lambda: panel.show_likely(OUTCOMES[:3])
    yield lambda: panel.open_for(OUTCOMES, people, LONG.id, moments(), number, made)
    yield lambda: press(Qt.Key.Key_9)
    yield lambda: press(Qt.Key.Key_Down, times=2)
    yield lambda: press(Qt.Key.Key_4)
    yield lambda: panel.show_lacking(Lacking.ALTERNATIVE)
    yield lambda: write("bellen")
    yield lambda: press(Qt.Key.Key_Return)
    yield lambda: press(OTHER_MOMENT)
    yield panel.questions.promise_form.who.open
    yield lambda: panel.show_lacking(Lacking.WHAT)
    yield panel.close_form
    yield lambda: panel.ask_promise(people, LONG.id, moments(), "", None)


@pytest.mark.parametrize("make", [NotePanel, FinishPanel, answered_words])
def test_what_is_closed_is_freed(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert is_freed(make)
