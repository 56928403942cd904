"""Instellingen: where the agenda comes from, what was read, following and removing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.window import OpenWindow, button, press, texts, write

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADER = "datum;tijd;kenmerk;voornaam;achternaam"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.csv"
    rows = ("24-11-2026;9:10;K1;Anna;Groot", "24-11-2026;99:10;K2;Jan;Klein")
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    return path


def read(opened: OpenWindow, file: Path) -> None:
    opened.ask.file = file
    press(Qt.Key.Key_O, CONTROL)


def to_settings(opened: OpenWindow) -> str:
    """Go to the settings by key, and return all that stands there."""
    press(Qt.Key.Key_Comma, CONTROL)
    assert opened.window.screens.currentWidget() is opened.window.settings.screen
    opened.window.settings.open_page("agenda")
    return told(opened)


def told(opened: OpenWindow) -> str:
    """Return all that stands in the settings."""
    for _each in range(3):
        QApplication.processEvents()
    return "\n".join(texts(opened.window.sources.screen))


def test_the_first_time_there_is_nothing_and_it_says_what_to_do(window: OpenWindow) -> None:
    assert "Er is nog geen agenda ingelezen." in to_settings(window)
    assert QApplication.focusWidget() is button(window.window.sources.screen, "Agenda inlezen")


def test_it_tells_what_was_read_when_from_where_and_what_was_not_understood(
    window: OpenWindow, file: Path
) -> None:
    read(window, file)
    shown = to_settings(window)
    assert "1 afspraak in de agenda." in shown
    assert f"Gelezen op dinsdag 24 november om 09:00, uit {file}." in shown
    assert "regel 3: Deze tijd bestaat niet." in shown


def test_escape_goes_back_to_the_desk_with_the_keys_on_the_list(window: OpenWindow) -> None:
    to_settings(window)
    press(Qt.Key.Key_Escape)
    assert window.window.screens.currentWidget() is window.window.front_desk
    press(Qt.Key.Key_Comma, CONTROL)
    press(Qt.Key.Key_1, CONTROL)
    assert window.window.screens.currentWidget() is window.window.front_desk


def test_a_source_goes_with_its_appointments_after_a_yes(window: OpenWindow, file: Path) -> None:
    read(window, file)
    to_settings(window)
    window.ask.answer = False
    button(window.window.sources.screen, "Weghalen").click()
    assert "gaat 1 afspraak weg" in window.ask.asked[-1]
    assert len(window.visits()) == 1
    window.ask.answer = True
    button(window.window.sources.screen, "Weghalen").click()
    assert window.visits() == ()
    assert "Weggehaald" in window.news
    assert "Er is nog geen agenda ingelezen." in told(window)


def test_a_file_is_followed_and_let_go(window: OpenWindow, file: Path) -> None:
    read(window, file)
    to_settings(window)
    window.window.sources.screen.file_watch_requested.emit()
    assert f"Balie volgt {file}" in told(window)
    button(window.window.sources.screen, "Niet meer volgen").click()
    assert window.desk.watching.watches() == []
    assert "Balie volgt" not in told(window)


def test_a_folder_is_followed(window: OpenWindow, file: Path) -> None:
    to_settings(window)
    window.ask.chosen_folder = file.parent
    button(window.window.sources.screen, "Map volgen").click()
    assert [watch.place for watch in window.desk.watching.watches()] == [str(file.parent)]


def test_a_calendar_on_the_internet_is_off_until_somebody_types_its_address(
    window: OpenWindow,
) -> None:
    to_settings(window)
    assert window.desk.watching.watches() == []
    button(window.window.sources.screen, "Agenda op internet volgen").click()
    write("http://voorbeeld.example/agenda.ics")
    press(Qt.Key.Key_Return)
    assert "niet beveiligd" in window.news
    assert window.desk.watching.watches() == []
    field = window.window.sources.screen.web.address
    field.setFocus()
    field.selectAll()
    write("webcal://voorbeeld.example/agenda.ics")
    press(Qt.Key.Key_Return)
    (watch,) = window.desk.watching.watches()
    assert (watch.place, watch.every_minutes) == ("webcal://voorbeeld.example/agenda.ics", 15)
    assert not field.isVisible()


def test_another_way_of_reading_is_asked_for_the_same_file(window: OpenWindow, file: Path) -> None:
    read(window, file)
    to_settings(window)
    button(window.window.sources.screen, "Anders lezen").click()
    page = window.window.sources.page()
    assert page is not None
    assert page.look.file.name == "agenda.csv"


def test_what_another_process_reads_shows_up(window: OpenWindow, file: Path) -> None:
    to_settings(window)
    window.desk.imports.import_file(file, window.by)
    assert "1 afspraak in de agenda." in told(window)
