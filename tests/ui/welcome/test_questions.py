"""The first start, by keyboard, from the first question to the desk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from reception_assistant.desk.welcome import Answers
from reception_assistant.errors import KnownError
from reception_assistant.settings.catalogue import CLIENT_TERM, WELCOMED
from reception_assistant.staff.employee import Role
from tests.helpers.window import button, press, write
from tests.ui.welcome.conftest import FirstStart
from ui.actions import Do, key_text, words
from ui.welcome.name_list import NameChip, NameList
from ui.widgets.text_field import TextField

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
FILLED = Answers("De Vier Linden", "dierenarts", "Sanne", ("Ayla", "Piet"), ("Bakker",))


def go_on() -> None:
    press(ENTER, CONTROL)


def skip() -> None:
    press(Qt.Key.Key_Right, ALT)


def back() -> None:
    press(Qt.Key.Key_Left, ALT)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def fill_in_practice() -> None:
    """Answer the first question with nothing but Enter and an arrow."""
    write("De Vier Linden")
    press(ENTER)
    press(Qt.Key.Key_Right)
    press(ENTER)


def fill_in_people() -> None:
    """Answer the second question with nothing but Enter."""
    write("Sanne")
    press(ENTER)
    for name in ("Ayla", "Piet"):
        write(name)
        press(ENTER)
    press(ENTER)
    write("Bakker")
    press(ENTER, times=2)


def test_everything_filled_in_with_enter_alone(first: FirstStart) -> None:
    """A newcomer types and presses Enter, and stands at the desk with all of it kept."""
    assert "Vraag 1 van 3" in first.says()
    assert first.screen.practice.name.hasFocus()
    fill_in_practice()
    press(ENTER)
    assert "Vraag 2 van 3" in first.says()
    fill_in_people()
    press(ENTER)
    assert "Vraag 3 van 3" in first.says()
    assert first.files == 0
    press(ENTER)
    assert first.files == 1
    first.work.agenda_read()
    assert first.page == "LOOK"
    press(ENTER)
    assert not first.is_shown
    assert first.kept() == FILLED
    roles = {each.name: each.role for each in first.desk.staff.everybody()}
    assert roles == {
        "Sanne": Role.MANAGER,
        "Ayla": Role.RECEPTIONIST,
        "Piet": Role.RECEPTIONIST,
    }
    assert first.desk.settings.all().get(CLIENT_TERM) == "baasje"
    assert not first.welcome.needed()


def test_everything_skipped_leaves_everything_as_it_was(first: FirstStart) -> None:
    for _each in range(3):
        skip()
    assert first.page == "LOOK"
    go_on()
    assert first.times_left == 1
    assert first.kept() == Answers(discipline="anders")  # as it is without an answer
    assert first.desk.settings.all().yes(WELCOMED)
    assert not first.welcome.needed()


def test_every_answer_is_kept_at_its_own_step(first: FirstStart) -> None:
    fill_in_practice()
    assert first.kept() == Answers()
    go_on()
    assert first.kept() == Answers("De Vier Linden", "dierenarts")
    fill_in_people()
    go_on()
    assert first.kept() == FILLED
    assert not first.desk.settings.all().yes(WELCOMED)


def test_skipping_forgets_what_was_typed_at_that_question_only(first: FirstStart) -> None:
    fill_in_practice()
    go_on()
    fill_in_people()
    skip()
    assert first.page == "AGENDA"
    back()
    assert first.screen.people.own_name.text() == ""
    assert first.screen.people.colleagues.names() == ()
    back()
    assert first.screen.practice.name.text() == "De Vier Linden"
    assert first.kept() == Answers("De Vier Linden", "dierenarts")


def test_back_and_forth_doubles_nobody(first: FirstStart) -> None:
    fill_in_practice()
    go_on()
    fill_in_people()
    go_on()
    before = first.desk.staff.everybody()
    for _each in range(3):
        back()
        back()
        go_on()
        go_on()
    assert first.page == "AGENDA"
    assert first.kept() == FILLED
    assert first.desk.staff.everybody() == before


def test_a_mistake_found_on_the_way_back_can_be_put_right(first: FirstStart) -> None:
    skip()
    press(ENTER)
    write("Petre")
    press(ENTER)
    go_on()
    assert first.kept().colleagues == ("Petre",)
    back()
    button_of(first.screen.people.colleagues, "Petre").click()
    assert first.screen.people.colleagues.field.hasFocus()
    write("Petra")
    go_on()
    assert first.kept().colleagues == ("Petra",)


def button_of(names: NameList, name: str) -> QToolButton:
    """Return the cross that takes `name` off."""
    (chip,) = (each for each in names.findChildren(NameChip) if each.name == name)
    return chip.cross


def test_a_name_is_taken_off_by_keyboard(first: FirstStart) -> None:
    skip()
    press(ENTER)
    for name in ("Ayla", "Piet"):
        write(name)
        press(ENTER)
    press(Qt.Key.Key_Tab, times=2)
    assert focus().accessibleName() == "Haal Ayla weg"
    press(ENTER)
    assert first.screen.people.colleagues.names() == ("Piet",)


def test_a_name_typed_without_enter_counts(first: FirstStart) -> None:
    skip()
    press(ENTER)
    write("Piet")
    press(Qt.Key.Key_Tab, times=2)
    assert first.screen.people.practitioners.field.hasFocus()
    write("Bakker")
    go_on()
    assert first.page == "AGENDA"
    assert (first.kept().colleagues, first.kept().practitioners) == (("Piet",), ("Bakker",))


def test_a_name_that_is_there_already_is_said_under_the_field(first: FirstStart) -> None:
    skip()
    press(ENTER)
    for name in ("Piet", "PIET"):
        write(name)
        press(ENTER)
    names = first.screen.people.colleagues
    assert names.names() == ("Piet",)
    assert "Deze naam staat er al." in first.told()
    assert names.field.hasFocus()
    go_on()
    assert first.page == "PEOPLE"
    write("er")
    assert "Deze naam staat er al." not in first.told()
    go_on()
    assert first.kept().colleagues == ("PIETer", "Piet")


def test_ones_own_name_is_no_colleague(first: FirstStart) -> None:
    skip()
    write("Sanne")
    press(ENTER)
    write("sanne")
    press(ENTER)
    assert "Deze naam staat er al." in first.told()


def test_a_colleague_with_ones_own_name_is_said_before_anything_is_kept(first: FirstStart) -> None:
    skip()
    press(ENTER)
    write("Sanne")
    press(ENTER)
    first.screen.people.own_name.setFocus()
    write("Sanne")
    go_on()
    assert first.page == "PEOPLE"
    assert "U staat zelf ook bij uw collega's." in first.told()
    assert first.kept() == Answers()
    write(" de Wit")
    assert "U staat zelf ook bij uw collega's." not in first.told()
    go_on()
    assert first.page == "AGENDA"
    assert first.kept().own_name == "Sanne de Wit"


def test_the_name_of_somebody_who_left_is_said_too(first: FirstStart) -> None:
    staff = first.desk.staff
    gone = staff.add("Marijke", Role.RECEPTIONIST, first.work._by())
    staff.change(gone._replace(active=False), first.work._by())
    skip()
    write("Marijke")
    go_on()
    assert first.page == "PEOPLE"
    assert "al iemand met deze naam" in first.told()


@pytest.mark.parametrize("list_of", ["colleagues", "practitioners"])
def test_a_name_that_is_too_long_is_said_and_not_cut(first: FirstStart, list_of: str) -> None:
    skip()
    names: NameList = getattr(first.screen.people, list_of)
    names.setFocus()
    write("x" * 61)
    go_on()
    assert first.page == "PEOPLE"
    assert "60 letters" in first.told()
    assert names.field.text() == "x" * 61
    press(Qt.Key.Key_Backspace)
    go_on()
    assert first.page == "AGENDA"


# --- Esc, and windows that close


def test_esc_leaves_the_field_first_and_then_the_questions(first: FirstStart) -> None:
    write("De Linde")
    press(ESCAPE)
    assert first.screen.hasFocus()
    press(ESCAPE)
    assert not first.is_shown
    assert first.times_left == 1
    assert first.kept().practice == "De Linde"
    assert not first.welcome.needed()
    assert "later invullen bij Instellingen" in first.banner.text()


def test_esc_at_the_first_look_says_nothing_more(first: FirstStart) -> None:
    for _each in range(3):
        skip()
    press(ESCAPE, times=2)
    assert not first.is_shown
    assert first.banner.text() == ""


def test_a_window_that_closes_in_the_middle_loses_nothing(first: FirstStart) -> None:
    fill_in_practice()
    go_on()
    write("Sanne")
    press(ENTER)
    write("Piet")
    first.work.keep()  # as the window says it closes
    first.window.close()
    assert first.kept() == Answers("De Vier Linden", "dierenarts", "Sanne", ("Piet",))


def test_half_an_answer_is_not_asked_again_from_who_closed_after_the_first(
    first: FirstStart,
) -> None:
    fill_in_practice()
    first.window.close()
    assert first.kept().practice == "De Vier Linden"
    assert not first.welcome.needed()


def test_who_closed_before_the_first_letter_is_asked_again(first: FirstStart) -> None:
    first.window.close()
    assert first.welcome.needed()


def test_half_a_name_is_not_added_when_something_else_is_shown_for_a_moment(
    first: FirstStart,
) -> None:
    skip()
    press(ENTER)
    write("Pe")
    first.screens.setCurrentWidget(first.elsewhere)
    first.work.come_back()
    assert first.is_shown
    assert first.kept().colleagues == ()
    assert first.screen.people.colleagues.field.text() == "Pe"


def test_what_cannot_be_kept_when_the_window_goes_elsewhere_is_said_there(
    first: FirstStart,
) -> None:
    skip()
    press(ENTER)
    write("Sanne")
    press(ENTER)
    first.screen.people.own_name.setText("Sanne")
    first.go_elsewhere()
    assert "U staat zelf ook bij uw collega's." in first.banner.text()


# --- the agenda and the demo


def test_an_agenda_that_is_read_leads_to_the_first_look(first: FirstStart, agenda: Path) -> None:
    skip()
    skip()
    first.desk.imports.import_file(agenda, first.work._by())
    first.go_elsewhere()
    first.work.agenda_read()
    assert first.is_shown
    assert first.page == "LOOK"
    assert first.desk.settings.all().yes(WELCOMED)


def test_an_agenda_dropped_early_is_not_asked_for_again(first: FirstStart) -> None:
    write("De Linde")
    first.go_elsewhere()
    first.work.agenda_read()
    assert first.is_shown
    assert first.page == "PRACTICE"
    assert first.screen.practice.name.hasFocus()
    assert first.screen.practice.name.text() == "De Linde"
    go_on()
    go_on()
    assert first.page == "LOOK"


def test_an_agenda_read_after_the_first_start_changes_no_screen(first: FirstStart) -> None:
    press(ESCAPE, times=2)
    first.work.agenda_read()
    assert not first.is_shown
    first.work.come_back()
    assert not first.is_shown


def test_who_goes_elsewhere_is_left_alone(first: FirstStart) -> None:
    write("De Linde")
    first.go_elsewhere()
    first.work.put_away()
    first.work.agenda_read()
    assert not first.is_shown
    assert not first.work.is_open()
    assert first.kept().practice == "De Linde"


def test_a_file_is_not_chosen_twice_by_a_stopped_choice(first: FirstStart) -> None:
    skip()
    skip()
    go_on()
    first.work.come_back()
    assert first.page == "AGENDA"
    assert button(first.screen, "Kies het bestand").hasFocus()


@pytest.mark.parametrize(
    ("steps", "discipline"),
    [(0, "tandarts"), (1, "dierenarts"), (2, "huisarts"), (3, "welzijn"), (4, "tandarts")],
)
def test_the_demo_is_of_ones_own_discipline(first: FirstStart, steps: int, discipline: str) -> None:
    press(ENTER)
    press(Qt.Key.Key_Right, times=steps)
    press(ENTER, times=2)
    go_on()
    assert first.page == "AGENDA"
    demo = button(first.screen, "Bekijk eerst de demo")
    demo.setFocus()
    press(ENTER)
    assert first.demos == [discipline]
    assert "De demo opent in een eigen venster. Uw eigen gegevens blijven" in first.told()
    assert first.page == "AGENDA"


def test_an_impatient_second_click_opens_one_demo(first: FirstStart) -> None:
    skip()
    skip()
    for _each in range(3):
        button(first.screen, "Bekijk eerst de demo").click()
    assert first.demos == ["tandarts"]


def test_a_demo_that_does_not_open_is_said_under_the_question(first: FirstStart) -> None:
    first.demo_trouble = KnownError("De demo gaat niet open.", "U kunt gewoon verder.")
    skip()
    skip()
    button(first.screen, "Bekijk eerst de demo").click()
    assert "De demo gaat niet open. U kunt gewoon verder." in first.says()
    first.demo_trouble = None
    button(first.screen, "Bekijk eerst de demo").click()
    assert first.demos == ["tandarts"]
    assert "De demo gaat niet open." not in first.told()


# --- once more, and by whom


def test_the_questions_asked_again_show_what_is_known(first: FirstStart, agenda: Path) -> None:
    fill_in_practice()
    go_on()
    fill_in_people()
    go_on()
    first.desk.imports.import_file(agenda, first.work._by())
    press(ESCAPE, times=2)
    first.work.start()
    assert first.is_shown
    assert first.page == "PRACTICE"
    assert first.screen.practice.name.text() == "De Vier Linden"
    assert first.screen.practice.disciplines.chosen() == "dierenarts"
    go_on()
    people = first.screen.people
    assert people.own_name.text() == "Sanne"
    assert people.colleagues.names() == ("Ayla", "Piet")
    assert people.practitioners.names() == ("Bakker", "El Amrani")
    # Who works here already is taken off at Instellingen, not in passing.
    assert not any(each.cross.isVisible() for each in people.findChildren(NameChip))


def test_a_receptionist_is_told_who_may_and_can_skip(first: FirstStart) -> None:
    manager = first.sitting
    first.sitting = first.desk.staff.add("Sanne", Role.RECEPTIONIST, first.work._by())
    first.work.start()
    write("De Linde")
    go_on()
    assert first.page == "PRACTICE"
    assert "Dit kan alleen een beheerder." in first.told()
    for _each in range(3):
        skip()
    go_on()
    assert not first.is_shown
    assert first.welcome.answers(manager).practice == ""


# --- what stands on the pages


def test_every_field_is_called_by_its_question(first: FirstStart) -> None:
    fields = [*first.screen.findChildren(TextField), *first.screen.findChildren(QLineEdit)]
    assert sorted(each.accessibleName() for each in fields) == [
        "Bij wie hebben mensen een afspraak?",
        "Hoe heet u?",
        "Hoe heet uw praktijk?",
        "Wie zitten er nog meer aan de balie?",
    ]


def test_the_first_look_says_what_is_where_with_the_keys_of_the_program(
    first: FirstStart,
) -> None:
    for _each in range(3):
        skip()
    said = first.says()
    assert "Vraag 3 van 3" not in said
    for what in (Do.SEARCH, Do.SETTINGS, Do.HELP, Do.PRIVACY):
        assert words(what) in said
        assert key_text(what) in said
    assert f"{key_text(Do.ARRIVED)} · {key_text(Do.LEFT)}" in said
    assert button(first.screen, "Naar de balie").hasFocus()


def test_there_is_no_way_back_from_the_first_question_and_no_skipping_of_the_look(
    first: FirstStart,
) -> None:
    back()
    assert first.page == "PRACTICE"
    for _each in range(4):
        skip()
    assert first.page == "LOOK"
    back()
    assert first.page == "AGENDA"
