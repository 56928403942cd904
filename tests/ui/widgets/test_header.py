"""Who is at the desk, and everything under "Meer"."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from reception_assistant.staff.employee import Role
from tests.helpers.window import OpenWindow, press
from ui.widgets.long_words import whole


def menu(balie: OpenWindow) -> QMenu:
    """Return the menu under the name of who is at the desk."""
    return balie.window.header._who.menu()


def entry(found: QMenu, words: str) -> QAction:
    return next(each for each in found.actions() if each.text() == words)


def test_the_header_says_whose_desk_it_is_and_who_sits_there(balie: OpenWindow) -> None:
    said = balie.says()
    assert "Tandartspraktijk De Linde" in said
    assert "Sanne" in said
    assert "dinsdag 24 november · 09:00" in said
    assert "demo" in said


def test_another_employee_sits_down(balie: OpenWindow) -> None:
    entry(menu(balie), "Marijke").trigger()
    assert "Marijke" in balie.says()
    assert balie.desk.staff.at_the_desk().name == "Marijke"
    assert entry(menu(balie), "Marijke").isChecked()
    press(Qt.Key.Key_Return)
    undone = balie.desk.agenda.undo(balie.by)
    assert undone is not None, "what is marked now is hers"


def test_a_manager_adds_a_colleague_who_then_sits_at_the_desk(balie: OpenWindow) -> None:
    entry(menu(balie), "Marijke").trigger()
    balie.ask.answered_name = "Noa"
    entry(menu(balie), "Nieuwe medewerker…").trigger()
    assert balie.ask.asked == ["Hoe heet uw collega?"]
    assert balie.desk.staff.at_the_desk().name == "Noa"
    noa = next(each for each in balie.desk.staff.everybody() if each.name == "Noa")
    assert noa.role is Role.RECEPTIONIST
    assert "Noa" in balie.says()


def test_a_receptionist_cannot_add_a_colleague_and_hears_why(balie: OpenWindow) -> None:
    balie.ask.answered_name = "Noa"
    entry(menu(balie), "Nieuwe medewerker…").trigger()
    assert balie.news.startswith("Dit kan alleen een beheerder.")
    assert [each.name for each in balie.desk.staff.everybody()] == ["Marijke", "Sanne"]


def test_without_a_name_nobody_is_added(balie: OpenWindow) -> None:
    entry(menu(balie), "Nieuwe medewerker…").trigger()
    assert balie.news == ""


def test_a_name_that_is_taken_is_refused(balie: OpenWindow) -> None:
    entry(menu(balie), "Marijke").trigger()
    balie.ask.answered_name = "sanne"
    entry(menu(balie), "Nieuwe medewerker…").trigger()
    assert balie.news.startswith("Er werkt hier al iemand met deze naam.")


def test_the_clock_goes_on(balie: OpenWindow) -> None:
    balie.clock.moment = balie.clock.moment.replace(minute=31)
    balie.window.heart.beat()
    assert "dinsdag 24 november · 09:31" in balie.says()


def test_in_a_narrow_window_the_date_gives_way_to_the_time(balie: OpenWindow) -> None:
    balie.window.resize(1024, 700)
    assert "09:00" in balie.says()
    assert "dinsdag 24 november · 09:00" not in balie.says()


def test_letters_grow_and_shrink_by_key_and_stay_so(balie: OpenWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_Plus, control)
    press(Qt.Key.Key_Equal, control)
    assert balie.appearance.look.scale == 120
    press(Qt.Key.Key_Minus, control, times=5)
    assert balie.appearance.look.scale == 100


@pytest.mark.parametrize("width", [1366, 1100, 1024])
def test_at_twice_the_size_no_word_of_the_header_is_broken(balie: OpenWindow, width: int) -> None:
    balie.window.resize(width, 700)
    balie.appearance.set_scale(200)
    QApplication.processEvents()
    header = balie.window.header
    labels: list[QLabel] = header.findChildren(QLabel)
    shown = [each for each in labels if each.isVisible() and each.text()]
    assert "09:00" in {each.text() for each in shown}
    for each in shown:
        assert each.text() == whole(each.text())
        words = each.text().split()
        assert max(map(each.fontMetrics().horizontalAdvance, words)) <= each.width()
