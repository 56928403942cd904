"""Making, moving and cancelling an appointment by hand."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception_assistant.agenda.day import Visit
from reception_assistant.agenda.marks import Mark
from reception_assistant.agenda.visit import Status
from reception_assistant.desk.people import PersonForm
from reception_assistant.naming.person import PersonName
from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, button, press, write
from ui.front_desk.appointment_form import AppointmentEditor

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def form_of(balie: OpenWindow) -> AppointmentEditor:
    form = balie.window.work.editing.form()
    assert isinstance(form, AppointmentEditor)
    return form


def when(form: AppointmentEditor) -> str:
    return form._when.text()


def keep() -> None:
    press(Qt.Key.Key_Return, CONTROL)


def at(balie: OpenWindow, moment: str) -> list[Visit]:
    """Return the visits that begin at `moment`."""
    start = datetime.fromisoformat(moment)
    return [
        each for each in balie.desk.agenda.day(start.date(), None).visits if each.start == start
    ]


def test_ctrl_n_asks_for_an_appointment_of_who_is_shown(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL)
    form = form_of(balie)
    assert "mevrouw De Vries" in balie.says()
    assert form.day.hasFocus()
    write("8 december 2026")
    form.time.setFocus()
    form.time.selectAll()
    write("kwart over 9".replace("kwart over 9", "9.15"))
    form.treatment.setFocus()
    write("controle")
    form.practitioner.setFocus()
    write("Bakker")
    form._mark_boxes[Mark.SENSITIVE].click()
    keep()
    (made,) = at(balie, "2026-12-08T09:15")
    assert made.person.id == balie.chosen().person.id
    assert (made.treatment, made.practitioner) == ("controle", "Bakker")
    assert made.marks == {Mark.SENSITIVE}
    assert balie.news == "De afspraak staat in de agenda."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8-12-2026", "Dat is dinsdag 8 december 2026 om 09:00."),
        ("8 dec 2026", "Dat is dinsdag 8 december 2026 om 09:00."),
        ("2026-12-08", "Dat is dinsdag 8 december 2026 om 09:00."),
        ("8/12/26", "Dat is dinsdag 8 december 2026 om 09:00."),
        ("dinsdag 8 december 2026", "Dat is dinsdag 8 december 2026 om 09:00."),
    ],
)
def test_a_date_may_be_typed_as_it_is_said_and_is_shown_in_words(
    balie: OpenWindow, typed: str, words: str
) -> None:
    press(Qt.Key.Key_N, CONTROL)
    write(typed)
    assert when(form_of(balie)) == words


@pytest.mark.parametrize(
    ("day", "time", "trouble"),
    [
        ("31-11-2026", "9:00", "Deze datum bestaat niet."),
        ("8-12-2026", "25:00", "Deze tijd bestaat niet."),
        ("", "9:00", "Deze datum bestaat niet."),
        ("8-12-2026", "straks", "Deze tijd bestaat niet."),
    ],
)
def test_a_slip_in_the_date_or_time_is_refused_with_a_sentence(
    balie: OpenWindow, day: str, time: str, trouble: str
) -> None:
    before = balie.visits()
    press(Qt.Key.Key_N, CONTROL)
    form = form_of(balie)
    form.day.setText(day)
    form.time.setText(time)
    keep()
    assert form_of(balie) is form
    assert any(trouble in text for text in balie.says())
    assert balie.visits() == before


def test_ctrl_shift_e_moves_the_appointment(balie: OpenWindow) -> None:
    visit = balie.choose("09:20")
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    form = form_of(balie)
    assert (form.day.text(), form.time.text()) == ("24-11-2026", "09:20")
    assert (form.treatment.text(), form.practitioner.text()) == ("mondhygiëne", "Preventie")
    form.time.setText("14:30")
    keep()
    moved = balie.stored(visit.id)
    assert f"{moved.start:%H:%M}" == "14:30"
    assert moved.treatment == "mondhygiëne"
    assert balie.chosen().id == visit.id, "who was moved stays selected"


def test_moved_to_another_day_it_is_gone_from_this_one(balie: OpenWindow) -> None:
    visit = balie.choose("09:20")
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    form_of(balie).day.setText("1-12-2026")
    keep()
    assert visit.id not in {each.id for each in balie.visits()}
    assert [each.id for each in at(balie, "2026-12-01T09:20")] == [visit.id]
    assert "meneer IJzerman-'t Hart" in balie.card_says()


def test_ctrl_delete_cancels_and_lets_it_stand_again(balie: OpenWindow) -> None:
    visit = balie.choose("09:20")
    press(Qt.Key.Key_Delete, CONTROL)
    assert balie.stored(visit.id).status is Status.CANCELLED
    assert balie.news == "Afgezegd: meneer IJzerman-'t Hart."
    QTest.mouseClick(button(balie.card, "Gaat toch door"), Qt.MouseButton.LeftButton)
    assert balie.stored(visit.id).status is Status.EXPECTED
    assert balie.news == "De afspraak van meneer IJzerman-'t Hart gaat door."


def test_a_cancelled_appointment_stays_in_sight(balie: OpenWindow) -> None:
    visit = balie.choose("09:20")
    press(Qt.Key.Key_Delete, CONTROL)
    assert balie.chosen().id == visit.id
    assert "afgezegd" in balie.says()


def test_an_appointment_changed_by_a_colleague_meanwhile_is_not_overwritten(
    balie: OpenWindow,
) -> None:
    visit = balie.choose("09:20")
    press(Qt.Key.Key_E, CONTROL | SHIFT)
    form_of(balie).time.setText("14:30")
    balie.desk.agenda.cancel(visit.id, visit.version, balie.by)
    keep()
    assert any("net door iemand anders veranderd" in text for text in balie.says())
    assert f"{balie.stored(visit.id).start:%H:%M}" == "09:20"


def test_who_had_no_appointment_is_in_the_list_when_it_is_made(balie: OpenWindow) -> None:
    name = PersonName(given_name="Wout", surname="Zonderling")
    balie.desk.people.add(PersonForm(name=name), balie.by)
    balie.window.work.show_person(balie.found("zonderling"))
    press(Qt.Key.Key_N, CONTROL)
    form_of(balie).time.setText("9:05")
    keep()
    assert balie.chosen().person.name == name
    assert "Goedemorgen Wout Zonderling." in balie.card_says()


def test_known_practitioners_are_offered_while_typing(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL)
    field = form_of(balie).practitioner
    field.setFocus()
    write("prev")
    assert field.completer().currentCompletion() == "Preventie"


def test_an_appointment_begins_at_a_round_time(balie: OpenWindow) -> None:
    balie.clock.moment += timedelta(minutes=13)
    press(Qt.Key.Key_N, CONTROL)
    assert form_of(balie).time.text() == "09:10"


def test_without_anybody_shown_it_says_whom_to_look_for(balie: OpenWindow) -> None:
    press(Qt.Key.Key_PageUp, CONTROL)
    press(Qt.Key.Key_N, CONTROL)
    assert balie.news == "Zoek eerst voor wie de afspraak is, of voeg de persoon toe."


def test_esc_in_the_number_of_minutes_leaves_the_field_first(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CONTROL)
    form = form_of(balie)
    form.minutes.setFocus()
    press(Qt.Key.Key_Escape)
    assert form.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not balie.window.work.editing.is_open()
    assert len(balie.visits()) == len(balie.desk.agenda.day(TODAY, None).visits)
