"""The first start with real threads, with slow ones, and when it is over."""

import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.welcome import Answers
from reception_assistant.errors import StoreError
from tests.helpers.window import bury, press, write
from tests.ui.welcome.conftest import FirstStart, show
from ui.tasks import Failed, InlineRunner, Runners, ThreadRunner
from ui.theme.icons import Icons
from ui.theme.look import Appearance
from ui.welcome.screen import Page, WelcomeScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


class WaitingRunner:
    """Keeps work waiting until somebody lets it go on."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> None:
        self.waiting.append(lambda: InlineRunner().run(work, done, failed))

    def go_on(self) -> None:
        waiting, self.waiting = self.waiting, []
        for each in waiting:
            each()


@pytest.fixture
def writing() -> WaitingRunner:
    """Give a runner that writes when it is told to."""
    return WaitingRunner()


@pytest.fixture
def slow(
    qtbot: QtBot,
    appearance: Appearance,
    writing: WaitingRunner,
    empty_desk: tuple[Desk, StandingClock],
) -> Iterator[FirstStart]:
    """Give the first question on a computer where writing takes its time."""
    inline = InlineRunner()
    made = FirstStart(empty_desk[0], appearance, Runners(inline, writing, inline, inline))
    show(qtbot, made)
    made.work.start()
    yield made
    made.window.close()
    made.window.deleteLater()
    bury()


def test_an_impatient_second_key_skips_no_question(
    slow: FirstStart, writing: WaitingRunner
) -> None:
    write("De Linde")
    press(Qt.Key.Key_Return, CONTROL, times=3)
    assert slow.page == "PRACTICE"
    writing.go_on()
    assert slow.page == "PEOPLE"
    assert slow.kept().practice == "De Linde"


def test_no_key_leads_away_while_an_answer_is_being_kept(
    slow: FirstStart, writing: WaitingRunner
) -> None:
    slow.screen.open(Page.PEOPLE)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert slow.page == "PEOPLE"
    writing.go_on()
    assert slow.page == "AGENDA"


def test_an_answer_that_cannot_be_written_now_can_be_given_again(
    slow: FirstStart, writing: WaitingRunner
) -> None:
    write("De Linde")
    press(Qt.Key.Key_Return, CONTROL)
    writing.waiting.clear()
    slow.screen.show_trouble(StoreError("De schijf is vol.", "Maak ruimte."))
    assert "De schijf is vol. Maak ruimte." in slow.says()
    press(Qt.Key.Key_Return, CONTROL)
    writing.go_on()
    assert slow.page == "PEOPLE"
    assert "De schijf is vol. Maak ruimte." not in slow.says()


def test_an_error_of_our_own_is_not_hidden(first: FirstStart) -> None:
    with pytest.raises(ZeroDivisionError):
        first.screen.show_trouble(ZeroDivisionError())


def test_reading_and_writing_each_keep_to_their_own_thread(
    qtbot: QtBot, appearance: Appearance, empty_desk: tuple[Desk, StandingClock]
) -> None:
    """The day is read all the time while the answers are kept; neither is in the other's way."""
    desk = empty_desk[0]
    threads = ThreadRunner("reading"), ThreadRunner("writing"), ThreadRunner("files")
    troubles: list[Exception] = []
    runners = Runners(*threads, InlineRunner())
    first = FirstStart(desk, appearance, runners)
    qtbot.addWidget(first.window)
    show(qtbot, first)
    first.work.start()
    qtbot.waitUntil(first.screen.practice.name.hasFocus)
    for _each in range(50):
        runners.read.run(desk.staff.everybody, lambda _all: None, troubles.append)
    write("De Linde")
    press(Qt.Key.Key_Return, CONTROL)
    for _each in range(50):
        runners.read.run(desk.settings.all, lambda _all: None, troubles.append)
    qtbot.waitUntil(lambda: first.page == "PEOPLE")
    write("Sanne")
    press(Qt.Key.Key_Return)
    write("Piet")
    for _each in range(50):
        runners.read.run(desk.staff.everybody, lambda _all: None, troubles.append)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: first.page == "AGENDA")
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    first.window.close()
    for runner in threads:
        runner.shutdown()
    qtbot.waitUntil(lambda: not any(runner._waiting for runner in threads))
    assert troubles == []
    assert first.kept() == Answers("De Linde", "anders", "Sanne", ("Piet",))


def test_what_was_filled_in_is_written_before_the_threads_end(
    qtbot: QtBot, appearance: Appearance, empty_desk: tuple[Desk, StandingClock]
) -> None:
    threads = ThreadRunner("reading"), ThreadRunner("writing"), ThreadRunner("files")
    first = FirstStart(empty_desk[0], appearance, Runners(*threads, InlineRunner()))
    qtbot.addWidget(first.window)
    show(qtbot, first)
    first.work.start()
    qtbot.waitUntil(first.screen.practice.name.hasFocus)
    write("De Linde")
    first.window.close()
    for runner in threads:
        runner.shutdown()
    assert first.kept().practice == "De Linde"
    qtbot.waitUntil(lambda: not any(runner._waiting for runner in threads))


def test_the_screen_is_freed_when_it_goes(qapp: QApplication, appearance: Appearance) -> None:
    icons = Icons(appearance)
    gc.collect()
    gc.disable()
    try:
        screen = WelcomeScreen(icons)
        screen.show()
        for page in Page:
            screen.open(page)
        left = weakref.ref(screen)
        screen.close()
        screen.deleteLater()
        bury()
        del screen
        assert left() is None
    finally:
        gc.enable()


def test_names_added_and_taken_off_all_day_leave_nothing_behind(first: FirstStart) -> None:
    names = first.screen.people.colleagues
    first.screen.open(Page.PEOPLE)

    def add_and_take_off() -> int:
        names.show_names(("Ayşe", "Piet"), ())
        names.show_names((), ())
        bury()
        return len(first.screen.findChildren(type(first.screen.people)))

    before = add_and_take_off(), len(names.children())
    for _each in range(5):
        assert (add_and_take_off(), len(names.children())) == before


def test_no_part_of_the_screen_shows_itself_as_a_window_of_its_own(first: FirstStart) -> None:
    """What is made while somebody types must not take the keys away for a moment."""
    first.screen.open(Page.PEOPLE)
    first.screen.people.colleagues.setFocus()
    for name in ("Ayla", "Piet"):
        write(name)
        press(Qt.Key.Key_Return)
        for _again in range(5):
            QApplication.processEvents()
    assert first.window.isActiveWindow()
    assert first.screen.people.colleagues.field.hasFocus()
