"""The first start in the real window: asked once, in the way of nothing, and found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.settings.catalogue import CLIENT_TERM, DISCIPLINE, PRACTICE_NAME, WELCOMED
from tests.helpers.window import OpenWindow, button, open_window, press, show, write

CONTROL = Qt.KeyboardModifier.ControlModifier
FILE = (
    "datum;tijd;duur;patientnummer;voornaam;voorvoegsel;achternaam;aanspreekvorm;behandeling;behandelaar\n"
    "24-11-2026;09:10;20;1;Marieke;de;Vries;v;extractie 38;Bakker\n"
)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, empty_desk: tuple[Desk, StandingClock]
) -> Iterator[OpenWindow]:
    """Give the window of a practice that is new here, with the first question asked."""
    with open_window(qapp, *empty_desk, is_demo=False) as opened:
        show(qtbot, opened)
        opened.window.first_start.ask_if_needed()
        yield opened


def asking(opened: OpenWindow) -> bool:
    return opened.window.screens.currentWidget() is opened.window.first_start.work.screen


def file_in(folder: Path) -> Path:
    path = folder / "agenda.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_from_nothing_to_the_first_greeting_by_keyboard_alone(
    window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert asking(window)
    write("De Linde")
    button(window.window, "Tandarts of mondzorg").click()
    press(Qt.Key.Key_Return, CONTROL)
    write("Sanne")
    press(Qt.Key.Key_Return, CONTROL)
    window.ask.file = file_in(tmp_path)
    press(Qt.Key.Key_Return, CONTROL)
    assert "Hier vindt u alles" in window.says()
    press(Qt.Key.Key_Return, CONTROL)
    assert not asking(window)
    assert "Goedemorgen mevrouw De Vries." in window.card_says()
    assert "09:10 · tand of kies trekken 38 · Bakker · spreek met u" in window.card_says()
    chosen = window.desk.settings.all()
    assert chosen.get(PRACTICE_NAME) == "De Linde"
    assert (chosen.get(DISCIPLINE), chosen.get(CLIENT_TERM)) == ("tandarts", "patiënt")
    assert chosen.yes(WELCOMED)
    assert window.by.employee.name == "Sanne"
    qtbot.waitUntil(lambda: "De Linde" in window.says())


def test_all_of_it_can_be_skipped(window: OpenWindow) -> None:
    for _question in range(3):
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return, CONTROL)
    assert not asking(window)
    assert "Er staat niemand in de agenda." in window.says()
    window.window.first_start.ask_if_needed()
    assert not asking(window), "it is asked once"


def test_whoever_goes_elsewhere_is_not_asked_again_by_itself(
    window: OpenWindow, tmp_path: Path
) -> None:
    press(Qt.Key.Key_1, CONTROL)
    assert not asking(window)
    window.ask.file = file_in(tmp_path)
    press(Qt.Key.Key_O, CONTROL)
    assert not asking(window)
    assert "Goedemorgen mevrouw De Vries." in window.card_says()


def test_the_questions_are_found_in_the_menu(balie: OpenWindow) -> None:
    from PySide6.QtGui import QAction  # noqa: PLC0415

    action = balie.window.findChild(QAction, "welcome")
    assert action is not None
    action.trigger()
    assert asking(balie)
    assert "Tandartspraktijk De Linde" in balie.says()


def test_a_practice_that_works_already_is_not_asked(balie: OpenWindow) -> None:
    balie.window.first_start.ask_if_needed()
    assert balie.window.screens.currentWidget() is balie.window.front_desk


def test_what_is_filled_in_is_kept_when_the_window_closes(window: OpenWindow) -> None:
    write("De Linde")
    window.window.close()
    assert window.desk.settings.all().get(PRACTICE_NAME) == "De Linde"


def test_an_assistant_in_between_comes_back_to_the_questions(
    window: OpenWindow, tmp_path: Path
) -> None:
    for _question in range(2):
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    unclear = tmp_path / "lijst.csv"
    unclear.write_text("Wie;Wanneer;Waarvoor\nJansen;24-11-2026 09:00;controle\n", encoding="utf-8")
    window.ask.file = unclear
    press(Qt.Key.Key_Return, CONTROL)
    assert not asking(window)
    assert window.window.sources.page() is not None
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert asking(window)
    button(window.window, "Later").click()
    assert "Hier vindt u alles" in window.says()
