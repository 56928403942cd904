"""Why somebody calls: the usual reasons at once, all of them on request."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reception_assistant.library.context import Moment
from reception_assistant.library.lists import Reason
from tests.helpers.layout import assert_tidy
from tests.helpers.window import button, press, texts, write
from tests.ui.call.left_column import EVERY_LOOK, EVERY_WIDTH, fit, heard, here, standing
from ui.call.reason_panel import AT_ONCE, ReasonPanel
from ui.theme.colors import DARK

KEYS = Qt.Key
LABELS = (
    "Afspraak maken",
    "Verzetten of afzeggen",
    "Kiespijn",
    "Tand eruit of los na een klap",
    "Bloeden na het trekken",
    "Dikke wang of zwelling",
    "Vraag over plan of prijs",
    "Andere medicijnen of gezondheid",
    "Rekening of vergoeding",
    "Klacht",
    "Compliment of dank",
)
REASONS = [
    Reason(id=f"r{place}", label=label, aliases=(f"oud{place}",))
    for place, label in enumerate(LABELS)
]
BILL, COMPLAINT = REASONS[8], REASONS[9]


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> Iterator[ReasonPanel]:
    """Give the panel with eleven reasons, with the keys on the first."""
    made = ReasonPanel()
    made.show_reasons(REASONS, "")
    with standing(qapp, qtbot, made):
        made.take_keys()
        yield made


def chips(panel: ReasonPanel) -> list[str]:
    """Return the reasons that are offered now."""
    buttons: list[QPushButton] = panel.findChildren(QPushButton)
    return [each.text() for each in buttons if each.isVisible() and each.isCheckable()]


def test_the_usual_ones_are_offered_and_the_likely_ones_first(panel: ReasonPanel) -> None:
    assert chips(panel) == list(LABELS[:AT_ONCE])
    panel.show_reasons(REASONS, "", (COMPLAINT.id, "gone", BILL.id))
    assert chips(panel) == [COMPLAINT.label, BILL.label, *LABELS[: AT_ONCE - 2]]


def test_what_is_chosen_makes_way_for_all_else(panel: ReasonPanel) -> None:
    panel.show_reasons(REASONS, BILL.id)
    assert chips(panel) == [BILL.label]
    assert button(panel, BILL.label).isChecked()
    button(panel, "Andere reden").click()
    assert len(chips(panel)) == len(REASONS)


def test_a_reason_that_was_renamed_is_still_the_chosen_one(panel: ReasonPanel) -> None:
    panel.show_reasons(REASONS, BILL.aliases[0])
    assert button(panel, BILL.label).isChecked()


def test_a_reason_is_chosen_by_keyboard(panel: ReasonPanel) -> None:
    chosen = heard(panel.reason_chosen)
    write("k")
    press(KEYS.Key_Return)
    assert chosen == ["r2"]


def test_letters_of_a_reason_out_of_sight_find_it(panel: ReasonPanel) -> None:
    chosen = heard(panel.reason_chosen)
    for letter in "rek":  # the first letter goes to a chip, the others to the field
        write(letter)
    assert chips(panel) == [BILL.label, "Bloeden na het trekken"]
    press(KEYS.Key_Return)
    assert chosen == [BILL.id]
    assert chips(panel) == [BILL.label]
    assert here() == BILL.label


def test_all_reasons_unfold_with_a_field_and_esc_folds_them(panel: ReasonPanel) -> None:
    button(panel, "Alle redenen").click()
    assert chips(panel) == list(LABELS)
    assert here() == "Zoek een reden"
    write("klap")
    press(KEYS.Key_Down)
    assert here() == "Tand eruit of los na een klap"
    press(KEYS.Key_Escape)
    assert chips(panel) == list(LABELS[:AT_ONCE])
    assert here() == LABELS[0]


def test_typing_what_is_no_reason_says_so_and_enter_chooses_nothing(panel: ReasonPanel) -> None:
    chosen = heard(panel.reason_chosen)
    button(panel, "Alle redenen").click()
    press(KEYS.Key_Return)
    write("zzz")
    assert any("Deze reden staat er niet bij." in text for text in texts(panel))
    press(KEYS.Key_Return)
    assert chosen == []


def test_a_reason_that_starts_with_what_is_typed_comes_before_one_that_holds_it(
    panel: ReasonPanel,
) -> None:
    button(panel, "Alle redenen").click()
    write("vergoeding")
    assert chips(panel) == [BILL.label]
    press(KEYS.Key_Backspace, times=10)
    write("k")
    assert chips(panel)[:2] == ["Kiespijn", "Klacht"]


def test_a_short_list_has_nothing_to_unfold(panel: ReasonPanel) -> None:
    panel.show_reasons(REASONS[:AT_ONCE], "")
    assert "Alle redenen" not in texts(panel)


def test_at_the_desk_it_asks_what_the_visitor_comes_for(panel: ReasonPanel) -> None:
    panel.use_moment(Moment.DESK)
    assert "Waarvoor komt deze bezoeker?" in texts(panel)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleDescription() == "Waarvoor komt deze bezoeker?"


@EVERY_LOOK
@EVERY_WIDTH
def test_nothing_is_cut_off(qapp: QApplication, qtbot: QtBot, width: int, scale: int) -> None:
    panel = ReasonPanel()
    panel.show_reasons(REASONS, BILL.id)
    with standing(qapp, qtbot, panel, width=width, look=(DARK, scale)) as window:
        assert_tidy(window)
        button(window, "Andere reden").click()
        fit(window)
        assert_tidy(window)
