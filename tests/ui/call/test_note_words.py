"""Plain words in the column of a call: looked up there, and from there in the note."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.window import button, press, texts, write
from tests.ui.call.right_column import answered_words, dressed, settle, shown
from ui.call.words_panel import WordsPanel


@pytest.fixture(scope="module")
def light(qapp: QApplication) -> Iterator[None]:
    """Dress the program once."""
    with dressed(qapp):
        yield


@pytest.fixture
def words(light: None, qtbot: QtBot) -> Iterator[WordsPanel]:
    """Give the panel, shown and answered."""
    with shown(qtbot, answered_words) as panel:
        yield panel


def test_what_is_selected_elsewhere_is_looked_up_with_the_keys_here(words: WordsPanel) -> None:
    words.ask("extractie")
    assert "tand of kies trekken" in texts(words)
    write("u moet")
    assert "Wel: Wilt u mij daarbij helpen?" in texts(words)


def test_enter_takes_the_word_over_and_makes_room_again(words: WordsPanel) -> None:
    taken: list[str] = []
    words.word_taken.connect(taken.append)
    words.ask("anesthesie")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert taken == ["narcose"]
    assert not any("narcose" in text for text in texts(words))


def test_the_button_does_the_same(words: WordsPanel) -> None:
    taken: list[str] = []
    words.word_taken.connect(taken.append)
    words.ask("extractie")
    QTest.mouseClick(button(words, "Overnemen"), Qt.MouseButton.LeftButton)
    assert taken == ["tand of kies trekken"]


def test_without_an_answer_enter_takes_nothing(words: WordsPanel, qtbot: QtBot) -> None:
    words.ask("qqqqqq")
    with qtbot.assertNotEmitted(words.word_taken):
        press(Qt.Key.Key_Return)


def test_escape_leaves_and_is_its_own(words: WordsPanel, qtbot: QtBot) -> None:
    words.ask("extractie")
    focus = QApplication.focusWidget()
    assert focus is not None
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(focus, event)
    assert event.isAccepted()
    with qtbot.waitSignal(words.left, timeout=100):
        press(Qt.Key.Key_Escape)
    assert "tand of kies trekken" not in texts(words)


def test_empty_it_takes_no_more_room_than_its_field(words: WordsPanel) -> None:
    empty = words.sizeHint().height()
    words.ask("extractie")
    settle()
    assert words.sizeHint().height() > empty
    words.clear()
    settle()
    assert words.sizeHint().height() == empty
