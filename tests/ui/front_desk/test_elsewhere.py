"""What another window or the command line writes is on the screen a moment later."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.visit import EventKind, Status
from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk, open_desk
from reception_assistant.desk.people import PersonForm
from reception_assistant.settings.catalogue import PRACTICE_NAME
from reception_assistant.staff.employee import Role
from tests.helpers.window import OpenWindow, open_window, press, show
from ui.tasks import InlineRunner, Runners, ThreadRunner


@pytest.fixture
def colleague(balie: OpenWindow) -> Iterator[Desk]:
    """Give a second desk on the same data, as another process has."""
    balie.window.heart.beat()
    with open_desk(balie.desk.folder, clock=balie.clock) as desk:
        yield desk


def manager(desk: Desk) -> By:
    return By(next(each for each in desk.staff.everybody() if each.role is Role.MANAGER))


def test_a_mark_made_elsewhere_shows(balie: OpenWindow, colleague: Desk) -> None:
    visit = balie.chosen()
    colleague.agenda.mark(visit.id, EventKind.ARRIVED, manager(colleague))
    balie.window.heart.beat()
    assert balie.chosen().status is Status.ARRIVED
    assert balie.chosen().id == visit.id


def test_a_name_put_right_elsewhere_shows(balie: OpenWindow, colleague: Desk) -> None:
    person = balie.chosen().person
    form = PersonForm(name=person.name._replace(surname="Groot"), birth_date=person.birth_date)
    colleague.people.correct(person, form, manager(colleague))
    balie.window.heart.beat()
    assert "Goedemorgen mevrouw De Groot." in balie.card_says()


def test_settings_and_staff_changed_elsewhere_show(balie: OpenWindow, colleague: Desk) -> None:
    colleague.settings.choose(PRACTICE_NAME, "Praktijk De Eik", manager(colleague))
    colleague.staff.add("Noa", Role.RECEPTIONIST, manager(colleague))
    balie.window.heart.beat()
    assert "Praktijk De Eik" in balie.says()
    assert "Noa" in [each.text() for each in balie.window.header._who.menu().actions()]


def test_without_anything_written_nothing_is_read_again(balie: OpenWindow, qtbot: QtBot) -> None:
    balie.window.heart.beat()
    with qtbot.assertNotEmitted(balie.window._changes.changed):
        balie.window.heart.beat()


def test_own_writes_are_no_news_from_elsewhere(balie: OpenWindow, qtbot: QtBot) -> None:
    balie.window.heart.beat()
    press(Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(balie.window._changes.changed):
        balie.window.heart.beat()


def test_with_real_threads_an_appointment_made_by_hand_is_selected(
    qapp: QApplication, qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> None:
    """Reading and writing come back in any order; the screen is right in the end."""
    desk, clock = desk_and_clock
    reading, writing = ThreadRunner("reading"), ThreadRunner("writing")
    with open_window(
        qapp, desk, clock, runners=Runners(reading, writing, InlineRunner(), InlineRunner())
    ) as opened:
        show(qtbot, opened)
        qtbot.waitUntil(lambda: opened.window.work._outlook is not None)
        by = By(desk.staff.at_the_desk())
        name = opened.chosen().person.name._replace(surname="Zonderling", prefix="")
        desk.people.add(PersonForm(name=name), by)
        opened.window.work.show_person(opened.found("zonderling"))
        qtbot.waitUntil(lambda: "mevrouw Zonderling" in opened.card_says())
        press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(opened.window.work.editing.is_open)
        opened.window.work.editing.form().time.setText("9:05")  # type: ignore[union-attr]
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: "Goedemorgen mevrouw Zonderling." in opened.card_says())
        assert opened.chosen().person.name == name
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: opened.chosen().status is Status.ARRIVED)
        opened.window.heart.rest()
        reading.shutdown()
        writing.shutdown()
