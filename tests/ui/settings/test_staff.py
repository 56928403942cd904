"""Medewerkers: who works here, what they do, and how the desk calls those whose agenda is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reception_assistant.desk.acting import By
from reception_assistant.staff.employee import Employee, Role
from reception_assistant.staff.practitioner import Practitioner
from tests.helpers.window import button, press, texts, write
from tests.ui.settings.conftest import OpenSettings
from ui.settings.screen import Subject
from ui.settings.staff_page import StaffPage
from ui.settings.staff_rows import AddRow, EmployeeRow, PractitionerRow
from ui.widgets.long_words import whole

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _staff(settings: OpenSettings) -> None:
    """Show the page Medewerkers."""
    settings.work.open_page(Subject.STAFF)
    settings.settle()


def staff_page(opened: OpenSettings) -> StaffPage:
    """Return the page."""
    page = opened.screen.page(Subject.STAFF)
    assert isinstance(page, StaffPage)
    return page


def employee(opened: OpenSettings, name: str) -> Employee:
    """Return an employee as they are kept."""
    (found,) = (each for each in opened.desk.staff.everybody() if each.name == name)
    return found


def practitioner(opened: OpenSettings, name: str) -> Practitioner:
    """Return a practitioner as they are kept."""
    (found,) = (each for each in opened.desk.practitioners.all() if each.name == name)
    return found


def row_of(opened: OpenSettings, name: str) -> EmployeeRow:
    """Return the row of an employee."""
    rows: list[EmployeeRow] = opened.screen.findChildren(EmployeeRow)
    (found,) = (row for row in rows if row.employee.name == name)
    return found


def naming_of(opened: OpenSettings, name: str) -> PractitionerRow:
    """Return the row of a practitioner."""
    rows: list[PractitionerRow] = opened.screen.findChildren(PractitionerRow)
    (found,) = (row for row in rows if row.practitioner.name == name)
    return found


def refill(entry: QWidget, text: str) -> None:
    """Type `text` over what stands in the field."""
    entry.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    write(text)


def shown_names(opened: OpenSettings) -> list[str]:
    """Return the employees from top to bottom."""
    rows: list[EmployeeRow] = opened.screen.findChildren(EmployeeRow)
    rows.sort(key=lambda row: row.mapTo(opened.screen, row.rect().topLeft()).y())
    return [row.name.entry.filled() for row in rows]


# --- employees


def test_everybody_is_shown_with_what_they_do(settings: OpenSettings) -> None:
    assert shown_names(settings) == ["Marijke", "Sanne"]
    assert row_of(settings, "Marijke").role.entry.filled() == Role.MANAGER
    assert row_of(settings, "Sanne").role.entry.filled() == Role.RECEPTIONIST
    assert {"Beheerder", "Baliemedewerker"} <= set(texts(settings.screen))


def test_a_colleague_is_added_by_name_and_role(settings: OpenSettings) -> None:
    row = staff_page(settings).new_employee
    refill(row.name, "Aisha   Kaya")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    settings.settle()
    assert employee(settings, "Aisha Kaya").role is Role.MANAGER
    assert shown_names(settings) == ["Aisha Kaya", "Marijke", "Sanne"]
    assert settings.news == "Toegevoegd: Aisha Kaya."
    assert row.name.filled() == ""
    assert row.name.hasFocus()
    write("Piet")
    press(Qt.Key.Key_Return)
    assert employee(settings, "Piet").role is Role.MANAGER


def test_a_name_that_is_there_already_is_refused_beneath_the_field(
    settings: OpenSettings,
) -> None:
    row = staff_page(settings).new_employee
    refill(row.name, "sanne")
    press(Qt.Key.Key_Return)
    assert "Er werkt hier al iemand met deze naam." in " ".join(texts(row))
    assert row.name.filled() == "sanne"
    assert row.name.property("wrong") == "true"
    assert settings.news == ""
    write(" B")
    assert "Er werkt hier al" not in " ".join(texts(row))
    press(Qt.Key.Key_Return)
    assert employee(settings, "sanne B").active


def test_somebody_is_renamed_and_named_back(settings: OpenSettings) -> None:
    row = row_of(settings, "Sanne")
    refill(row.name.entry, "Sanne de Wit")
    press(Qt.Key.Key_Tab)
    settings.settle()
    assert settings.news == "Bewaard: Sanne de Wit."
    assert row.employee == employee(settings, "Sanne de Wit")
    assert row.name.entry.accessibleName() == "Naam van Sanne de Wit"
    settings.undo()
    assert employee(settings, "Sanne").role is Role.RECEPTIONIST
    assert row.name.entry.filled() == "Sanne"


def test_a_name_that_cannot_be_stays_with_the_reason(settings: OpenSettings) -> None:
    row = row_of(settings, "Sanne")
    refill(row.name.entry, "Marijke")
    press(Qt.Key.Key_Return)
    settings.settle()
    assert "al iemand met deze naam" in whole(row.name.trouble.text())
    settings.desk.staff.add("Piet", Role.RECEPTIONIST, By(settings.manager))
    settings.settle()
    assert row.name.entry.filled() == "Marijke"
    assert employee(settings, "Sanne").active


def test_somebody_becomes_a_manager(settings: OpenSettings) -> None:
    row_of(settings, "Sanne").role.entry.setFocus()
    press(Qt.Key.Key_Down)
    assert employee(settings, "Sanne").role is Role.MANAGER
    settings.undo()
    assert employee(settings, "Sanne").role is Role.RECEPTIONIST


def test_the_last_manager_stays_one(settings: OpenSettings) -> None:
    row = row_of(settings, "Marijke")
    row.role.entry.setFocus()
    press(Qt.Key.Key_Up)
    settings.settle()
    assert "Dan is er geen beheerder meer." in whole(row.role.trouble.text())
    assert row.role.entry.filled() == Role.MANAGER
    assert employee(settings, "Marijke").role is Role.MANAGER


def test_somebody_leaves_and_comes_back(settings: OpenSettings) -> None:
    button(row_of(settings, "Sanne"), "Werkt hier niet meer").click()
    settings.settle()
    assert not employee(settings, "Sanne").active
    assert settings.news == "Sanne werkt hier niet meer."
    assert "Werken hier niet meer" in texts(settings.screen)
    assert not row_of(settings, "Sanne").role.isVisible()
    button(row_of(settings, "Sanne"), "Werkt hier weer").click()
    settings.settle()
    assert employee(settings, "Sanne").active
    assert settings.news == "Sanne werkt hier weer."
    assert "Werken hier niet meer" not in texts(settings.screen)
    settings.undo()
    assert not employee(settings, "Sanne").active


def test_who_left_stands_below_who_works_here(settings: OpenSettings) -> None:
    settings.desk.staff.add("Anna", Role.RECEPTIONIST, By(settings.manager))
    settings.settle()
    button(row_of(settings, "Anna"), "Werkt hier niet meer").click()
    settings.settle()
    assert shown_names(settings) == ["Marijke", "Sanne", "Anna"]


def test_who_sits_at_the_desk_cannot_be_sent_away(settings: OpenSettings) -> None:
    here = row_of(settings, "Marijke").here
    assert here.text() == "Zit nu aan de balie"
    assert not here.isEnabled()


def test_undo_leaves_what_somebody_else_changed_since(settings: OpenSettings) -> None:
    refill(row_of(settings, "Sanne").name.entry, "Sanne de Wit")
    press(Qt.Key.Key_Return)
    changed = employee(settings, "Sanne de Wit")._replace(role=Role.MANAGER)
    settings.desk.staff.change(changed, By(settings.manager))
    settings.undo()
    assert employee(settings, "Sanne").role is Role.MANAGER


def test_a_name_that_is_being_typed_survives_news(settings: OpenSettings) -> None:
    row = row_of(settings, "Sanne")
    refill(row.name.entry, "Sanne de")
    settings.desk.staff.add("Anna", Role.RECEPTIONIST, By(settings.manager))
    settings.settle()
    assert row.name.entry.filled() == "Sanne de"
    assert row.name.entry.hasFocus()
    settings.work.open_page(Subject.LOOK)
    assert employee(settings, "Sanne de").active


def test_tab_goes_from_top_to_bottom(settings: OpenSettings) -> None:
    settings.desk.staff.add("Anna", Role.RECEPTIONIST, By(settings.manager))
    settings.settle()
    row_of(settings, "Anna").name.entry.setFocus()
    walked = []
    for _each in range(11):
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.mapTo(staff_page(settings), focus.rect().topLeft()))
        press(Qt.Key.Key_Tab)
    down = [(point.y(), point.x()) for point in walked]
    lines = [(round(y / 20), x) for y, x in down]
    assert lines == sorted(lines)


# --- practitioners


def test_the_desk_calls_a_practitioner_otherwise_than_the_agenda(settings: OpenSettings) -> None:
    row = naming_of(settings, "Bakker")
    before = practitioner(settings, "Bakker").called
    assert "Zo noemt u Bakker" in texts(row)
    refill(row.spoken.entry, " dokter  Bakker")
    press(Qt.Key.Key_Tab)
    settings.settle()
    assert practitioner(settings, "Bakker").spoken == "dokter Bakker"
    assert "dokter Bakker" in texts(row)
    assert settings.news == "Bewaard: Zo noemt u Bakker."
    settings.undo()
    assert practitioner(settings, "Bakker").called == before
    assert before in texts(row)


def test_spaces_that_nobody_means_are_no_change(settings: OpenSettings) -> None:
    row = naming_of(settings, "Bakker")
    refill(row.spoken.entry, "dokter Bakker")
    press(Qt.Key.Key_Return)
    settings.banner.clear()
    write("  ")
    settings.work.reload()
    assert row.spoken.entry.filled() == "dokter Bakker"
    press(Qt.Key.Key_Tab)
    assert settings.news == ""
    assert "dokter Bakker" in texts(row)


def test_a_practitioner_is_added_and_taken_off_again(settings: OpenSettings) -> None:
    row = staff_page(settings).new_practitioner
    refill(row.name, "Visser")
    press(Qt.Key.Key_Return)
    settings.settle()
    assert practitioner(settings, "Visser").called == "Visser"
    refill(naming_of(settings, "Visser").spoken.entry, "dokter Visser")
    press(Qt.Key.Key_Return)
    button(naming_of(settings, "Visser"), "Weghalen").click()
    settings.settle()
    assert "Visser" not in [each.name for each in settings.desk.practitioners.all()]
    assert settings.news == "Weggehaald: Visser."
    settings.undo()
    assert practitioner(settings, "Visser").called == "dokter Visser"


def test_an_added_practitioner_is_undone(settings: OpenSettings) -> None:
    row = staff_page(settings).new_practitioner
    refill(row.name, "Visser")
    press(Qt.Key.Key_Return)
    settings.undo()
    assert "Visser" not in [each.name for each in settings.desk.practitioners.all()]


def test_whom_the_agenda_names_cannot_be_taken_off(settings: OpenSettings) -> None:
    assert practitioner(settings, "Bakker").in_agenda
    assert not naming_of(settings, "Bakker").remove.isVisible()


@pytest.mark.parametrize("name", ["bakker", "x" * 61, ""])
def test_a_practitioner_who_cannot_be_added_is_refused_beneath_the_field(
    settings: OpenSettings, name: str
) -> None:
    before = settings.desk.practitioners.all()
    row = staff_page(settings).new_practitioner
    refill(row.name, name)
    press(Qt.Key.Key_Return)
    assert row.name.property("wrong") == "true"
    assert row.name.filled() == name
    assert settings.desk.practitioners.all() == before
    assert settings.news == ""


def test_whoever_was_taken_off_elsewhere_goes_from_the_screen(settings: OpenSettings) -> None:
    by = By(settings.manager)
    added = settings.desk.practitioners.add("Visser", by)
    settings.settle()
    naming_of(settings, "Visser").spoken.entry.setFocus()
    settings.desk.practitioners.remove(added, by)
    settings.settle()
    rows: list[PractitionerRow] = settings.screen.findChildren(PractitionerRow)
    assert "Visser" not in [row.practitioner.name for row in rows]


def test_an_answer_for_a_row_that_is_gone_is_told_at_the_bottom(settings: OpenSettings) -> None:
    by = By(settings.manager)
    added = settings.desk.practitioners.add("Visser", by)
    settings.settle()
    refill(naming_of(settings, "Visser").spoken.entry, "x" * 61)
    settings.writing.held = True
    press(Qt.Key.Key_Return)
    settings.desk.practitioners.remove(added, by)
    settings.settle()
    settings.writing.let_go()
    assert settings.news != ""


# --- who may


def locked(row: EmployeeRow | PractitionerRow | AddRow) -> bool:
    """Tell whether nothing can be done in a row."""
    return not any(stop.isVisible() and stop.isEnabled() for stop in row.stops())


def test_a_receptionist_reads_and_changes_nothing(settings: OpenSettings) -> None:
    settings.sit_down(settings.receptionist)
    shown = " ".join(texts(settings.screen))
    assert "Alleen een beheerder kan dit veranderen. Dat is Marijke." in shown
    assert "Nieuwe medewerker" not in shown
    rows: list[EmployeeRow | PractitionerRow] = [
        *settings.screen.findChildren(EmployeeRow),
        *settings.screen.findChildren(PractitionerRow),
    ]
    assert rows
    assert all(locked(row) for row in rows)


def test_every_manager_is_named(settings: OpenSettings) -> None:
    by = By(settings.manager)
    for name in ("Anna", "Piet"):
        settings.desk.staff.add(name, Role.MANAGER, by)
    left = settings.desk.staff.add("Weg", Role.MANAGER, by)
    settings.desk.staff.change(left._replace(active=False), by)
    settings.sit_down(settings.receptionist)
    assert "Dat zijn Anna, Marijke en Piet." in " ".join(texts(settings.screen))


def test_who_is_no_manager_any_more_sees_the_pages_close(settings: OpenSettings) -> None:
    by = By(settings.manager)
    settings.desk.staff.change(settings.receptionist._replace(role=Role.MANAGER), by)
    settings.settle()
    row_of(settings, "Marijke").role.entry.setFocus()
    press(Qt.Key.Key_Up)
    settings.settle()
    assert employee(settings, "Marijke").role is Role.RECEPTIONIST
    assert locked(row_of(settings, "Marijke"))
    assert "Dat is Sanne." in " ".join(texts(settings.screen))
