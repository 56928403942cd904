"""Marking with one key, and taking it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.desk.acting import By
from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, button, press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_enter_notes_that_somebody_arrived(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    assert balie.stored().status is Status.ARRIVED
    assert balie.news == "mevrouw De Vries is aangemeld."
    assert "wachtkamer" in balie.says()


def test_the_enter_of_the_number_pad_does_the_same(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Enter)
    assert balie.stored().status is Status.ARRIVED


def test_f3_notes_that_somebody_went_in(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F3)
    assert balie.stored().status is Status.TAKEN_IN


def test_f4_notes_that_somebody_left(balie: OpenWindow) -> None:
    balie.choose("08:50")
    press(Qt.Key.Key_F4)
    assert balie.stored().status is Status.LEFT
    assert balie.news == "meneer Van Dam is vertrokken."


def test_shift_f4_notes_that_somebody_did_not_come(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F4, SHIFT)
    assert balie.stored().status is Status.NO_SHOW


def test_marking_is_in_the_name_of_who_is_at_the_desk(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    undone = balie.desk.agenda.undo(balie.by)
    assert undone == (balie.chosen().id, EventKind.ARRIVED)


def test_who_was_marked_stays_selected(balie: OpenWindow) -> None:
    before = balie.chosen().id
    press(Qt.Key.Key_Return)
    assert balie.chosen().id == before
    assert balie.agenda.hasFocus()


def test_the_step_that_comes_next_stands_out(balie: OpenWindow) -> None:
    assert button(balie.card, "Aangemeld").property("kind") == "primary"
    press(Qt.Key.Key_Return)
    assert button(balie.card, "Naar binnen").property("kind") == "primary"
    assert not button(balie.card, "Aangemeld").isEnabled()


def test_a_click_on_the_card_marks_and_leaves_the_keys_with_the_list(balie: OpenWindow) -> None:
    QTest.mouseClick(button(balie.card, "Aangemeld"), Qt.MouseButton.LeftButton)
    assert balie.stored().status is Status.ARRIVED
    assert balie.agenda.hasFocus()


def test_ctrl_z_takes_back_own_marks_newest_first(balie: OpenWindow) -> None:
    first = balie.chosen().id
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    second = balie.chosen().id
    press(Qt.Key.Key_F4, SHIFT)
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.stored(second).status is Status.EXPECTED
    assert balie.stored(first).status is Status.ARRIVED
    assert balie.news == "Ongedaan gemaakt: Robin de Wit is niet gekomen."
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.stored(first).status is Status.EXPECTED
    assert balie.chosen().id == first


def test_ctrl_z_leaves_the_marks_of_a_colleague(balie: OpenWindow) -> None:
    manager = next(each for each in balie.desk.staff.everybody() if each.name == "Marijke")
    visit = balie.choose("13:00")
    balie.desk.agenda.mark(visit.id, EventKind.NO_SHOW, By(manager))
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.stored(visit.id).status is Status.NO_SHOW


def test_when_nothing_is_left_to_take_back_it_says_so(balie: OpenWindow) -> None:
    for _each in range(60):
        if balie.desk.agenda.undo(balie.by) is None:
            break
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.news == "Er is vandaag niets meer ongedaan te maken."


def test_the_line_about_a_mark_takes_it_back_by_a_click(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    offer = button(balie.window.banner, "Ongedaan maken")
    assert "Ctrl+Z" in offer.text()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert balie.stored().status is Status.EXPECTED


def test_the_line_takes_back_the_mark_of_who_made_it(balie: OpenWindow) -> None:
    """Also when a colleague sat down meanwhile, who has marks of her own."""
    manager = next(each for each in balie.desk.staff.everybody() if each.name == "Marijke")
    other = balie.choose("13:00").id
    balie.desk.agenda.mark(other, EventKind.NO_SHOW, By(manager))
    mine = balie.choose("09:10").id
    press(Qt.Key.Key_Return)
    balie.window.header.employee_chosen.emit(manager)
    QTest.mouseClick(button(balie.window.banner, "Ongedaan maken"), Qt.MouseButton.LeftButton)
    assert balie.stored(mine).status is Status.EXPECTED
    assert balie.stored(other).status is Status.NO_SHOW


def test_the_same_mark_twice_is_one_mark(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return, times=2)
    press(Qt.Key.Key_Z, CONTROL)
    assert balie.stored().status is Status.EXPECTED


def test_a_day_to_come_cannot_be_marked_yet(balie: OpenWindow) -> None:
    press(Qt.Key.Key_PageDown, CONTROL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "Deze afspraak is pas op een andere dag." in balie.news
    assert "Er is niets genoteerd." in balie.news


def test_with_a_form_open_no_key_marks_anybody(balie: OpenWindow) -> None:
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Return)
    assert balie.stored().status is Status.EXPECTED


def test_without_anybody_selected_nothing_is_marked(balie: OpenWindow) -> None:
    press(Qt.Key.Key_PageUp, CONTROL)
    press(Qt.Key.Key_F3)
    assert balie.news == ""
    assert [each.status for each in balie.desk.agenda.day(TODAY, None).visits].count(
        Status.TAKEN_IN
    ) == 3
