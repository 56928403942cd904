"""Putting somebody's data right, with the sentence shown while typing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.desk.people import PersonForm
from reception_assistant.naming.person import PersonName, Salutation
from tests.helpers.window import OpenWindow, button, press, write
from ui.front_desk.person_form import PersonEditor

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_form(balie: OpenWindow, time: str = "09:00") -> PersonEditor:
    balie.choose(time)
    press(Qt.Key.Key_E, CONTROL)
    return form_of(balie)


def form_of(balie: OpenWindow) -> PersonEditor:
    form = balie.window.work.editing.form()
    assert isinstance(form, PersonEditor)
    return form


def heard(form: PersonEditor) -> str:
    return form._heard.text()


def keep() -> None:
    press(Qt.Key.Key_Return, CONTROL)


def test_ctrl_e_opens_the_data_with_the_cursor_in_the_first_field(balie: OpenWindow) -> None:
    form = open_form(balie)
    assert heard(form) == "Goedemorgen mevrouw De Vries."
    assert form.given_name.hasFocus()
    assert (form.given_name.text(), form.prefix.text(), form.surname.text()) == (
        "Marieke",
        "de",
        "Vries",
    )


def test_the_spoken_sentence_follows_every_letter(balie: OpenWindow) -> None:
    form = open_form(balie)
    form.surname.setFocus()
    form.surname.selectAll()
    seen = []
    for letter in "Groot":
        write(letter)
        seen.append(heard(form))
    assert seen[0] == "Goedemorgen mevrouw De G."
    assert seen[-1] == "Goedemorgen mevrouw De Groot."


def test_the_sentence_follows_the_choices_too(balie: OpenWindow) -> None:
    form = open_form(balie)
    choose(form.salutation, "weet ik niet")
    assert heard(form) == "Goedemorgen Marieke de Vries."
    form.title.setText("dr.")
    form.title_spoken.click()
    choose(form.salutation, "mevrouw")
    assert heard(form) == "Goedemorgen doctor De Vries."
    form._mark_boxes[Mark.NOT_ALOUD].click()
    assert heard(form) == "Goedemorgen."


def choose(field: QComboBox, words: str) -> None:
    field.setCurrentIndex(field.findText(words))
    assert field.currentText() == words


def test_what_was_kept_is_in_the_database_on_the_card_and_in_the_list(balie: OpenWindow) -> None:
    form = open_form(balie)
    form.surname.setFocus()
    form.surname.selectAll()
    write("Groot-Wassink")
    form.birth_date.setFocus()
    form.birth_date.selectAll()
    write("3 mei 1980")
    form._mark_boxes[Mark.INTERPRETER].click()
    keep()
    assert not balie.window.work.editing.is_open()
    person = balie.stored().person
    assert person.name.surname == "Groot-Wassink"
    assert person.birth_date == date(1980, 5, 3)
    assert Mark.INTERPRETER in person.marks
    assert "Goedemorgen mevrouw De Groot-Wassink." in balie.card_says()
    assert "mevrouw De Groot-Wassink" in balie.says()
    assert balie.news == "De gegevens zijn bewaard."
    assert balie.agenda.hasFocus()


def test_the_number_pad_keeps_too_and_so_does_the_button(balie: OpenWindow) -> None:
    form = open_form(balie)
    form.surname.setText("Een")
    press(Qt.Key.Key_Enter, CONTROL)
    assert balie.stored().person.name.surname == "Een"
    form = open_form(balie)
    form.surname.setText("Twee")
    QTest.mouseClick(button(form, "Bewaren"), Qt.MouseButton.LeftButton)
    assert balie.stored().person.name.surname == "Twee"


def test_a_wrong_birth_date_is_marked_while_typing_and_refused_with_a_sentence(
    balie: OpenWindow,
) -> None:
    before = balie.stored().person
    form = open_form(balie)
    form.birth_date.setFocus()
    form.birth_date.selectAll()
    write("31-2-1980")
    assert form.birth_date.property("wrong") == "true"
    keep()
    assert balie.window.work.editing.is_open()
    assert any("Deze geboortedatum bestaat niet." in text for text in balie.says())
    assert balie.stored().person == before
    form.birth_date.selectAll()
    write("28-2-1980")
    assert form.birth_date.property("wrong") == "false"
    assert not any("Deze geboortedatum bestaat niet." in text for text in balie.says())
    keep()
    assert balie.stored().person.birth_date == date(1980, 2, 28)


def test_esc_leaves_the_field_first_and_then_the_form(balie: OpenWindow) -> None:
    before = balie.stored().person
    form = open_form(balie)
    write("abc")
    press(Qt.Key.Key_Escape)
    assert balie.window.work.editing.is_open()
    assert form.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not balie.window.work.editing.is_open()
    assert balie.stored().person == before
    assert balie.agenda.hasFocus()


@pytest.mark.parametrize(
    "field", ["salutation", "birth_date", "title_spoken", "pronunciation", "surname"]
)
def test_esc_leaves_every_kind_of_field(balie: OpenWindow, field: str) -> None:
    form = open_form(balie)
    getattr(form, field).setFocus()
    press(Qt.Key.Key_Escape)
    assert form.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not balie.window.work.editing.is_open()


def test_enter_ctrl_z_and_ctrl_delete_in_a_field_belong_to_the_text(balie: OpenWindow) -> None:
    press(Qt.Key.Key_Return)
    form = open_form(balie)
    form.surname.setFocus()
    form.surname.selectAll()
    write("Jansen")
    press(Qt.Key.Key_Z, CONTROL)
    assert form.surname.text() == "Vries"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete, CONTROL)
    assert form.surname.text() == ""
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Delete):
        form.birth_date.setFocus()
        press(key, CONTROL)
    assert balie.stored().status is Status.ARRIVED
    assert balie.window.work.editing.is_open()


def test_tab_walks_the_fields(balie: OpenWindow) -> None:
    form = open_form(balie)
    press(Qt.Key.Key_Tab)
    assert form.call_name.hasFocus()
    press(Qt.Key.Key_Backtab, SHIFT)
    assert form.given_name.hasFocus()


def test_keys_of_other_forms_never_throw_away_what_is_filled_in(balie: OpenWindow) -> None:
    form = open_form(balie)
    write("abc")
    form.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_Delete):
        press(key, CONTROL)
        press(key, CONTROL | SHIFT)
    assert form_of(balie) is form
    assert "abc" in form.given_name.text()
    assert balie.stored().status is Status.EXPECTED
    assert balie.news == "Bewaar eerst wat u aan het invullen bent, of sluit het."


def test_walking_through_the_list_leaves_the_form_alone(balie: OpenWindow) -> None:
    """The form goes on being about the person it was opened for."""
    form = open_form(balie)
    asked = balie.chosen().id
    form.surname.setText("Groot")
    balie.agenda.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert form_of(balie) is form
    keep()
    assert balie.stored(asked).person.name.surname == "Groot"


def test_somebody_new_is_added(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    form = form_of(balie)
    write("Wout")
    form.surname.setFocus()
    write("Zonderling")
    choose(form.salutation, "meneer")
    assert heard(form) == "Goedemorgen meneer Zonderling."
    keep()
    assert balie.found("zonderling").name == PersonName(
        given_name="Wout", surname="Zonderling", salutation=Salutation.MENEER
    )
    assert "meneer Zonderling" in balie.card_says()


def test_nobody_without_a_name_is_added(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    keep()
    assert balie.window.work.editing.is_open()
    assert any("Er is nog geen naam ingevuld." in text for text in balie.says())


def test_who_was_put_right_by_a_colleague_meanwhile_is_not_overwritten(balie: OpenWindow) -> None:
    form = open_form(balie)
    form.surname.setText("Groot")
    person = balie.stored().person
    theirs = PersonForm(name=person.name._replace(surname="Klein"), phone=person.phone)
    balie.desk.people.correct(person, theirs, balie.by)
    keep()
    assert any("net door iemand anders veranderd" in text for text in balie.says())
    assert balie.stored().person.name.surname == "Klein"


def test_how_a_name_came_in_is_shown_where_it_could_not_be_taken_apart(balie: OpenWindow) -> None:
    open_form(balie, "12:00")
    assert "Zo kwam de naam binnen: Ali bin Mohammed" in balie.says()


def test_from_the_form_of_somebody_without_appointment_esc_leads_back_to_them(
    balie: OpenWindow,
) -> None:
    name = PersonName(given_name="Wout", surname="Zonderling")
    balie.desk.people.add(PersonForm(name=name), balie.by)
    balie.window.work.show_person(balie.found("zonderling"))
    press(Qt.Key.Key_E, CONTROL)
    press(Qt.Key.Key_Escape, times=2)
    assert "Wout Zonderling" in balie.card_says()


def test_a_name_of_any_length_can_be_read_in_its_field(balie: OpenWindow, qtbot: QtBot) -> None:
    form = open_form(balie)
    low = form.surname.height()
    form.surname.setText("Boetzelaer van Oosterhout tot Asperen en Langerak van Nieuwerkerk")
    qtbot.waitUntil(lambda: form.surname.height() > low)
    assert form.surname.verticalScrollBar().maximum() == 0


def test_what_is_pasted_becomes_one_line(balie: OpenWindow) -> None:
    form = open_form(balie)
    QApplication.clipboard().setText("van der\r\n\tBerg\n" + "x" * 1000)
    form.surname.setFocus()
    form.surname.selectAll()
    form.surname.paste()
    assert form.surname.text().startswith("van der Berg xxx")
    assert len(form.surname.text()) <= 200
