"""How the caller sounds: three moods, and calming down one key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.library.context import Moment, Mood
from tests.helpers.layout import assert_tidy
from tests.helpers.window import button, press, texts, write
from tests.ui.call.left_column import EVERY_LOOK, EVERY_WIDTH, counted, heard, here, standing
from ui.actions import Do, words
from ui.call.mood_panel import MoodPanel
from ui.theme.colors import DARK

KEYS = Qt.Key


def test_a_mood_is_chosen_with_its_letter_and_let_go_again(
    qapp: QApplication, qtbot: QtBot
) -> None:
    panel = MoodPanel()
    moods = heard(panel.mood_chosen)
    with standing(qapp, qtbot, panel):
        panel.take_keys()
        write("b")
        press(KEYS.Key_Return)
        press(KEYS.Key_Return)
    assert moods == [Mood.ANGRY, None]
    assert isinstance(moods[0], Mood)


def test_what_is_known_is_shown_without_being_told(qapp: QApplication, qtbot: QtBot) -> None:
    panel = MoodPanel()
    moods = heard(panel.mood_chosen)
    with standing(qapp, qtbot, panel) as window:
        panel.show_mood(Mood.TENSE)
        assert button(window, "Gespannen").isChecked()
        panel.take_keys()
        assert here() == "Gespannen"
        panel.show_mood(None)
        assert not button(window, "Gespannen").isChecked()
    assert moods == []


def test_calming_and_the_boundary_are_buttons_with_their_keys(
    qapp: QApplication, qtbot: QtBot
) -> None:
    panel = MoodPanel()
    calm, boundary = counted(panel.calm_requested), counted(panel.boundary_requested)
    with standing(qapp, qtbot, panel) as window:
        panel.take_keys()
        press(KEYS.Key_Tab)
        assert here() == words(Do.CALM)
        press(KEYS.Key_Space)
        button(window, "Grens   Shift+F8").click()
    assert (calm(), boundary()) == (1, 1)


def test_at_the_desk_it_asks_how_the_visitor_is(qapp: QApplication, qtbot: QtBot) -> None:
    panel = MoodPanel()
    with standing(qapp, qtbot, panel) as window:
        assert "Hoe klinkt de beller?" in texts(window)
        panel.use_moment(Moment.DESK)
        assert "Hoe komt deze bezoeker over?" in texts(window)
        assert "Hoe klinkt de beller?" not in texts(window)


@EVERY_LOOK
@EVERY_WIDTH
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, width: int, scale: int) -> None:
    panel = MoodPanel()
    panel.show_mood(Mood.TENSE)
    with standing(qapp, qtbot, panel, width=width, look=(DARK, scale)) as window:
        assert_tidy(window)


@pytest.mark.parametrize("mood", list(Mood))
def test_every_mood_can_be_shown(qapp: QApplication, mood: Mood) -> None:
    MoodPanel().show_mood(mood)
