"""The stop signs: always in one place, and ending in handing over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from reception_assistant.library.context import Moment
from reception_assistant.library.lists import StopSign
from tests.helpers.layout import assert_tidy
from tests.helpers.window import button, press, texts
from tests.ui.call.left_column import (
    EVERY_LOOK,
    EVERY_WIDTH,
    counted,
    fit,
    heard,
    here,
    labelled,
    standing,
)
from ui.call.stop_panel import StopPanel
from ui.theme.colors import LIGHT

KEYS = Qt.Key
CHOKING = StopSign(
    id="a",
    label="Benauwd, of kan niet slikken",
    to="112",
    say="Bel nu 112. Ik waarschuw hier de tandarts.",
)
FALLEN = StopSign(
    id="b",
    label="Tand of kies eruit na een klap",
    to="tandarts",
    say="Ik geef u nu de tandarts. Blijft u aan de lijn.",
)
FEVER = StopSign(id="c", label="Zwelling met koorts", to="tandarts", say=FALLEN.say)
HEAD = StopSign(
    id="d",
    label="Bewusteloos geweest, of het hoofd geraakt",
    to="112",
    say=CHOKING.say,
    owner="tandarts Bakker",
    confirmed="2026-11-01",
)
SIGNS = (CHOKING, FALLEN, FEVER, HEAD)
EXAMPLE = "Voorbeelden: laat uw praktijk ze nakijken."


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> Iterator[StopPanel]:
    """Give the panel with four signs."""
    made = StopPanel()
    made.show_signs(SIGNS)
    with standing(qapp, qtbot, made):
        yield made


FOR_112 = f"112: {CHOKING.label} · {HEAD.label}"
FOR_THE_DENTIST = f"tandarts: {FALLEN.label} · {FEVER.label}"


def test_the_signs_that_go_to_one_person_stand_on_one_line(panel: StopPanel) -> None:
    said = texts(panel)
    assert FOR_112 in said
    assert FOR_THE_DENTIST in said


def test_an_example_says_so_until_somebody_stands_for_it(panel: StopPanel) -> None:
    assert texts(panel).count(EXAMPLE) == 1
    panel.show_signs([HEAD])
    assert EXAMPLE not in texts(panel)


def test_a_sign_is_chosen_by_keyboard(panel: StopPanel) -> None:
    chosen = heard(panel.sign_chosen)
    panel.take_keys()
    press(KEYS.Key_Backtab)
    assert here() == f"{FALLEN.label} · {FEVER.label}. Overdragen: tandarts."
    press(KEYS.Key_Space)
    assert chosen == [FALLEN]


def test_without_signs_handing_over_is_still_there(panel: StopPanel) -> None:
    wanted = counted(panel.hand_over_requested)
    panel.show_signs(())
    assert "Geen stoptekens bij deze reden. Twijfel? Draag over." in texts(panel)
    button(panel, "Direct overdragen   F9").click()
    assert wanted() == 1


def test_handing_over_shows_what_to_say_and_asks_to_whom(panel: StopPanel) -> None:
    to = heard(panel.handed_over)
    panel.show_handing_over(CHOKING, ["112", "tandarts"])
    assert labelled(panel, f"“{CHOKING.say}”").property("role") == "title"
    assert here() == "Overdragen: 112"
    press(KEYS.Key_Right)
    press(KEYS.Key_Space)
    assert to == ["tandarts"]
    assert FOR_THE_DENTIST in texts(panel)


def test_enter_hands_over_to_the_first(panel: StopPanel) -> None:
    to = heard(panel.handed_over)
    panel.show_handing_over(CHOKING, ["112"])
    press(KEYS.Key_Return)
    assert to == ["112"]


def test_esc_does_not_hand_over(panel: StopPanel) -> None:
    left, to = counted(panel.hand_over_left), heard(panel.handed_over)
    panel.show_handing_over(None, ["112"])
    press(KEYS.Key_Escape)
    assert (left(), to) == (1, [])
    assert here() == "Direct overdragen   F9"
    panel.show_handing_over(None, ["112"])
    button(panel, "Toch niet   Esc").click()
    assert left() == 2


def test_without_a_sign_it_says_something_that_is_always_right(panel: StopPanel) -> None:
    panel.show_handing_over(None, [])
    assert "“Ik haal er meteen iemand bij. Blijft u aan de lijn.”" in texts(panel)
    assert here() == "Overdragen: een collega"
    panel.use_moment(Moment.DESK)
    panel.show_handing_over(None, [])
    assert "“Ik haal er meteen iemand bij. Een ogenblik.”" in texts(panel)


def test_many_signs_push_nothing_away(qapp: QApplication, qtbot: QtBot) -> None:
    panel = StopPanel()
    many = [StopSign(id=str(each), label=f"Teken {each}", to=f"arts {each}") for each in range(40)]
    panel.show_signs(many)
    with standing(qapp, qtbot, panel):
        assert panel.height() < 320
        panel.take_keys()
        press(KEYS.Key_Backtab)
        assert here() == "Teken 39. Overdragen: arts 39."
        focus = QApplication.focusWidget()
        assert focus is not None
        assert not focus.visibleRegion().isEmpty()


@pytest.mark.parametrize("width", range(200, 300, 12))
def test_there_is_no_bar_where_all_signs_fit(qapp: QApplication, qtbot: QtBot, width: int) -> None:
    panel = StopPanel()
    panel.show_signs((CHOKING, FALLEN))
    with standing(qapp, qtbot, panel, width=width) as window:
        (shelf,) = panel.findChildren(QScrollArea)
        assert not shelf.verticalScrollBar().isVisible()
        panel.show_handing_over(CHOKING, ["112"])
        panel.show_signs((CHOKING, FALLEN))
        fit(window)
        assert not shelf.verticalScrollBar().isVisible()


@EVERY_LOOK
@EVERY_WIDTH
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, width: int, scale: int) -> None:
    panel = StopPanel()
    panel.show_signs(SIGNS)
    with standing(qapp, qtbot, panel, width=width, look=(LIGHT, scale)) as window:
        assert_tidy(window)
        panel.show_handing_over(CHOKING, ["112", "tandarts", "Veilig Thuis"])
        fit(window)
        assert_tidy(window)
        panel.show_signs(())
        fit(window)
        assert_tidy(window)
