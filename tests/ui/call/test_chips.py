"""Chips: one of them is chosen, and the keyboard is enough."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.window import press, write
from tests.ui.call.left_column import heard, here, standing
from ui.widgets.chips import Chip, ChipGroup

KEYS = Qt.Key
CHIPS = [
    Chip("make", "Afspraak maken"),
    Chip("move", "Verzetten"),
    Chip("price", "Prijs & rekening"),
    Chip("pain", "Pijn"),
]


@pytest.fixture
def group(qapp: QApplication, qtbot: QtBot) -> Iterator[ChipGroup]:
    """Give four chips between two fields, with the keys on the first chip."""
    made = ChipGroup(last=QPushButton("Meer"))
    made.call("Waarom?")
    made.offer(CHIPS)
    with standing(qapp, qtbot, QLineEdit(), made, QLineEdit()):
        made.take_keys()
        yield made


def test_arrows_walk_and_enter_or_space_chooses(group: ChipGroup) -> None:
    chosen = heard(group.chosen)
    press(KEYS.Key_Right)
    assert (here(), chosen) == ("Verzetten", [])
    press(KEYS.Key_Return)
    press(KEYS.Key_Down)
    press(KEYS.Key_Space)
    assert chosen == ["move", "price"]
    press(KEYS.Key_Left, times=3)
    assert here() == "Pijn"
    press(KEYS.Key_Home)
    assert here() == "Afspraak maken"


def test_one_is_chosen_at_most_and_choosing_it_again_lets_go(group: ChipGroup) -> None:
    chosen = heard(group.chosen)
    press(KEYS.Key_Return)
    press(KEYS.Key_Right)
    press(KEYS.Key_Return)
    assert group.choice == "move"
    press(KEYS.Key_Return)
    assert group.choice == ""
    assert chosen == ["make", "move", ""]


def test_tab_comes_to_what_is_chosen_and_then_leaves(group: ChipGroup) -> None:
    group.choose("price")
    press(KEYS.Key_Tab)
    assert here() == "Meer"
    press(KEYS.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    group.choose("price")
    press(KEYS.Key_Backtab, times=2)
    assert here() == "Prijs & rekening"
    press(KEYS.Key_Backtab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_first_letters_go_to_a_chip(group: ChipGroup) -> None:
    write("pi")
    assert here() == "Pijn"


def test_the_same_letter_again_goes_on_to_the_next(group: ChipGroup) -> None:
    write("p")
    assert here() == "Prijs & rekening"
    write("p")
    assert here() == "Pijn"
    write("p")
    assert here() == "Prijs & rekening"


def test_letters_of_no_chip_are_told_and_a_digit_is_left_alone(group: ChipGroup) -> None:
    sought = heard(group.sought)
    write("kl")
    assert sought == ["k", "kl"]
    assert here() == "Afspraak maken"
    press(KEYS.Key_1)
    assert sought == ["k", "kl"]


def test_a_choice_shown_from_outside_is_not_told(group: ChipGroup) -> None:
    chosen = heard(group.chosen)
    group.choose("pain")
    group.offer(CHIPS[1:], "pain")
    assert (group.choice, chosen) == ("pain", [])
    group.offer(CHIPS[:2], "")
    assert group.choice == ""


def test_an_ampersand_is_an_ampersand(group: ChipGroup) -> None:
    press(KEYS.Key_P, Qt.KeyboardModifier.AltModifier)
    assert group.choice == ""
    press(KEYS.Key_End)
    press(KEYS.Key_Left)
    assert here() == "Prijs & rekening"


def test_a_screen_reader_hears_what_is_asked(group: ChipGroup) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleDescription() == "Waarom?"
    assert isinstance(focus, QPushButton)
    assert focus.isCheckable()


def test_a_chip_keeps_its_size_when_it_is_chosen(group: ChipGroup) -> None:
    sizes = [each.size() for each in group.findChildren(QPushButton)]
    press(KEYS.Key_Return)
    QApplication.sendPostedEvents()
    assert [each.size() for each in group.findChildren(QPushButton)] == sizes
