"""The assistant, by keyboard: from a file with unknown columns to people greeted right."""

import gc
import json
import weakref
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from reception_assistant.store import driver
from tests.helpers.spreadsheets import xlsx
from tests.helpers.window import OpenWindow, bury, press, texts, write
from ui.sources.assistant import AssistantPage
from ui.sources.calendar_choices import CalendarChoicesForm
from ui.sources.table_choices import TableChoicesForm

CONTROL = Qt.KeyboardModifier.ControlModifier
ROSTER = (
    "Wanneer;Wie;Geplande actie;Kamer\n"
    "24-11-2026 9:10;Vries, J. de;controle;Bakker\n"
    "24-11-2026 9:30;mevr. A. Smit;vulling;Bakker\n"
)
CALENDAR = """BEGIN:VCALENDAR
PRODID:-//Praktijk//NL
X-WR-CALNAME:Kamer 2
BEGIN:VEVENT
UID:1
DTSTART:20261124T091000
DTEND:20261124T093000
SUMMARY:mevr. J. de Vries - controle
END:VEVENT
END:VCALENDAR
"""
FHIR = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {
            "resource": {
                "resourceType": "Appointment",
                "id": "a1",
                "status": "booked",
                "start": "2026-11-24T09:10:00+01:00",
                "minutesDuration": 20,
                "participant": [{"actor": {"reference": "Patient/p1"}, "status": "accepted"}],
            }
        },
        {
            "resource": {
                "resourceType": "Patient",
                "id": "p1",
                "name": [{"family": "Jansen", "given": ["Piet"]}],
            }
        },
    ],
}


def drop_in(opened: OpenWindow, path: Path, content: str) -> AssistantPage:
    """Read a file with Ctrl+O; the assistant must ask."""
    path.write_text(content, encoding="utf-8")
    return open_page(opened, path)


def open_page(opened: OpenWindow, path: Path) -> AssistantPage:
    """Read the file at `path` with Ctrl+O; the assistant must ask."""
    opened.ask.file = path
    press(Qt.Key.Key_O, CONTROL)
    return opened_page(opened)


def opened_page(opened: OpenWindow) -> AssistantPage:
    page = opened.window.sources.page()
    assert page is not None
    assert page.isVisible()
    return page


def pick(words: str) -> None:
    """Choose in the field with the cursor, with the arrow keys."""
    field = QApplication.focusWidget()
    assert isinstance(field, QComboBox)
    press(Qt.Key.Key_Home)
    for _each in range(field.count()):
        if field.currentText().startswith(words):
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(words)


def sentences(page: AssistantPage) -> list[str]:
    return [text for text in texts(page.preview) if text.startswith("Goede")]


def test_unknown_columns_are_chosen_by_keyboard_and_known_again(
    window: OpenWindow, tmp_path: Path
) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    form = page.form
    assert isinstance(form, TableChoicesForm)
    # Day with time and name are proposed by what stands in them; the cursor is on the first.
    assert QApplication.focusWidget() is form.field("Wanneer")
    assert form.field("Wanneer").currentText() == "dag en tijd"
    assert sentences(page) == ["Goedemorgen J. de Vries.", "Goedemorgen mevrouw Smit."]
    press(Qt.Key.Key_Tab, times=2)
    assert QApplication.focusWidget() is form.field("Geplande actie")
    pick("waarvoor")
    press(Qt.Key.Key_Tab)
    pick("bij wie")
    page.ask_preview()
    assert "controle · Bakker" in texts(page.preview)
    press(Qt.Key.Key_Return, CONTROL)
    assert window.window.sources.page() is None
    assert window.window.screens.currentWidget() is window.window.front_desk
    assert window.news.startswith("Agenda ingelezen: 2 nieuw")
    assert [visit.treatment for visit in window.visits()] == ["controle", "vulling"]
    assert "Goedemorgen J. de Vries." in window.card_says()
    # The same form of file is known now, also with other people in it.
    (tmp_path / "rooster.csv").write_text(
        ROSTER + "24-11-2026 9:50;Jansen, P.;controle;Smit\n", encoding="utf-8"
    )
    press(Qt.Key.Key_O, CONTROL)
    assert window.window.sources.page() is None
    assert window.news.startswith("Agenda ingelezen: 1 nieuw, 0 veranderd, 2 hetzelfde")


def test_a_calendar_is_greeted_by_the_part_before_the_sign(
    window: OpenWindow, tmp_path: Path
) -> None:
    page = drop_in(window, tmp_path / "kamer.ics", CALENDAR)
    form = page.form
    assert isinstance(form, CalendarChoicesForm)
    assert sentences(page) == ["Goedemorgen mevrouw De Vries."]
    pick("in de titel, maar")
    page.ask_preview()
    assert sentences(page) == ["Goedemorgen mevr. J. de Vries - controle."]
    assert "kijk na" in texts(page.preview)
    pick("in de titel, vóór")
    press(Qt.Key.Key_Return, CONTROL)
    assert [visit.treatment for visit in window.visits()] == ["controle"]
    assert "Goedemorgen mevrouw De Vries." in window.card_says()


def test_fhir_has_nothing_to_choose_and_is_read_with_one_key(
    window: OpenWindow, tmp_path: Path
) -> None:
    page = drop_in(window, tmp_path / "afspraken.json", json.dumps(FHIR))
    assert page.form is None
    assert sentences(page) == ["Goedemorgen Piet Jansen."]
    press(Qt.Key.Key_Return, CONTROL)
    assert [visit.person.name.surname for visit in window.visits()] == ["Jansen"]


def test_a_number_that_does_not_belong_here_is_never_shown(
    window: OpenWindow, tmp_path: Path
) -> None:
    content = "Wanneer;Wie;BSN\n24-11-2026 9:10;Vries, J. de;123456782\n"
    page = drop_in(window, tmp_path / "rooster.csv", content)
    shown = " ".join(texts(page))
    assert "123456782" not in shown
    assert "burgerservicenummers" in shown


def test_two_columns_that_mean_the_same_are_told(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_Tab, times=2)
    pick("hele naam")
    assert "Twee kolommen zijn hetzelfde. Balie leest de bovenste." in texts(page)
    pick("overslaan")
    assert "Twee kolommen zijn hetzelfde. Balie leest de bovenste." not in texts(page)


def test_without_a_name_nothing_is_read_and_it_says_why(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_Tab)
    pick("overslaan")
    page.ask_preview()
    assert "Er is nog geen kolom gekozen voor de naam." in " ".join(texts(page.preview))
    press(Qt.Key.Key_Return, CONTROL)
    assert window.window.sources.page() is page
    assert window.visits() == ()


def test_escape_leaves_the_field_and_then_the_assistant(window: OpenWindow, tmp_path: Path) -> None:
    drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_Escape, times=2)
    assert window.window.sources.page() is None
    assert window.window.screens.currentWidget() is window.window.front_desk
    assert window.desk.profiles.all() == []
    assert window.visits() == ()


def test_keys_of_the_desk_rest_while_the_assistant_asks(window: OpenWindow, tmp_path: Path) -> None:
    drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_N, CONTROL)
    press(Qt.Key.Key_F4)
    assert not window.window.work.editing.is_open()
    assert window.news == ""


def test_the_file_may_be_followed_from_then_on(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    page.follow.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CONTROL)
    (watch,) = window.desk.watching.watches()
    assert watch.place == str(tmp_path / "rooster.csv")
    (view,) = window.desk.sources.all()
    assert watch.source_id == view.source.id


def test_privacy_hides_the_assistant_too(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not page.isVisible()


def test_the_assistant_is_freed_when_it_is_left(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    gone = weakref.ref(page)
    gc.disable()
    try:
        press(Qt.Key.Key_Escape, times=2)
        del page
        bury()
        assert gone() is None
    finally:
        gc.enable()


def test_somebody_who_types_a_name_keeps_it(window: OpenWindow, tmp_path: Path) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER)
    page.name.setFocus()
    page.name.selectAll()
    write("Kamer van Bakker")
    press(Qt.Key.Key_Return, CONTROL)
    assert [profile.name for profile in window.desk.profiles.all()] == ["Kamer van Bakker"]
    assert [view.source.name for view in window.desk.sources.all()] == ["Kamer van Bakker"]


def test_a_spreadsheet_goes_the_same_way(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "rooster.xlsx"
    moment = datetime(2026, 11, 24, 9, 10)  # noqa: DTZ001  a cell knows no zone
    path.write_bytes(xlsx([["Wanneer", "Wie", "Telefoon"], [moment, "mevr. A. Smit", 612345678.0]]))
    page = open_page(window, path)
    assert sentences(page) == ["Goedemorgen mevrouw Smit."]
    press(Qt.Key.Key_Return, CONTROL)
    (visit,) = window.visits()
    assert visit.person.phone == "612345678"
    assert "begint niet met een 0" in window.news


def test_the_table_of_a_database_is_chosen_and_nothing_in_it_changes(
    window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "ander.db"
    connection = driver.connect(path)
    connection.execute("CREATE TABLE log (Wat TEXT, Wie TEXT)")
    connection.execute("INSERT INTO log VALUES ('gestart', 'systeem')")
    connection.execute("CREATE TABLE rooster (Wanneer TEXT, Wie TEXT)")
    connection.execute("INSERT INTO rooster VALUES ('2026-11-24 09:10', 'mevr. A. Smit')")
    connection.close()
    before = path.read_bytes()
    page = open_page(window, path)
    form = page.form
    assert isinstance(form, TableChoicesForm)
    form.table.setFocus()
    form.table.setCurrentText("rooster")
    form.table.textActivated.emit("rooster")
    page = opened_page(window)
    assert sentences(page) == ["Goedemorgen mevrouw Smit."]
    press(Qt.Key.Key_Return, CONTROL)
    assert [visit.person.name.surname for visit in window.visits()] == ["Smit"]
    assert path.read_bytes() == before


def test_reading_otherwise_puts_nobody_in_the_day_twice(window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "agenda.csv"
    path.write_text("datum;tijd;naam;Kamer\n24-11-2026;9:10;Jansen, P.;Bakker\n", encoding="utf-8")
    window.ask.file = path
    press(Qt.Key.Key_O, CONTROL)
    press(Qt.Key.Key_Comma, CONTROL)
    (view,) = window.desk.sources.all()
    window.window.sources.screen.change_requested.emit(view)
    page = opened_page(window)
    form = page.form
    assert isinstance(form, TableChoicesForm)
    form.field("Kamer").setFocus()
    pick("bij wie")
    press(Qt.Key.Key_Return, CONTROL)
    (visit,) = window.visits()
    assert visit.practitioner == "Bakker"
    assert len(window.desk.sources.all()) == 1


def test_another_file_after_a_change_that_failed_is_a_source_of_its_own(
    window: OpenWindow, tmp_path: Path
) -> None:
    """What was wanted of one source is forgotten when its file turns out to be of no use."""
    path = tmp_path / "agenda.csv"
    path.write_text("datum;tijd;naam\n24-11-2026;9:10;Jansen, P.\n", encoding="utf-8")
    window.ask.file = path
    press(Qt.Key.Key_O, CONTROL)
    press(Qt.Key.Key_Comma, CONTROL)
    (view,) = window.desk.sources.all()
    path.write_bytes(b"\x89PNG" + bytes(100))
    window.window.sources.screen.change_requested.emit(view)
    assert window.window.sources.page() is None
    drop_in(window, tmp_path / "rooster.csv", ROSTER)
    press(Qt.Key.Key_Return, CONTROL)
    held = {each.source.name: each.holding.appointments for each in window.desk.sources.all()}
    assert held == {"eigen csv": 1, "rooster": 2}


def test_what_was_read_is_told_also_when_the_file_is_followed(
    window: OpenWindow, tmp_path: Path
) -> None:
    page = drop_in(window, tmp_path / "rooster.csv", ROSTER + "straks;Bos, A.;controle;Smit\n")
    page.follow.setChecked(True)
    press(Qt.Key.Key_Return, CONTROL)
    assert window.news.startswith("Agenda ingelezen: 2 nieuw")
    assert "regel 4" in window.news
    assert len(window.desk.watching.watches()) == 1
