"""The whole window on a real desk: opened as at the start, without the thread behind it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reception_assistant.agenda.day import Person, Visit
from reception_assistant.clock import StandingClock
from reception_assistant.desk import demo
from reception_assistant.desk.acting import By
from reception_assistant.desk.beginning import read_first
from reception_assistant.desk.opening import Desk, open_desk
from tests.helpers.practice import TODAY, moment
from ui.changes import ChangeBridge
from ui.completing import complete
from ui.front_desk.visit_card import VisitCard
from ui.main_window import MainWindow
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance
from ui.widgets.long_words import whole
from ui.widgets.search import SearchField
from ui.widgets.text_field import TextField


class FakeAsk:
    """Answers at once and remembers what was asked."""

    def __init__(self) -> None:
        self.answer = True
        self.answered_name = ""
        self.file: Path | None = None
        self.chosen_folder: Path | None = None
        self.saved_to: Path | None = None
        self.asked: list[str] = []

    def confirm(self, question: str, yes: str) -> bool:
        self.asked.append(question)
        return self.answer

    def name(self, question: str) -> str:
        self.asked.append(question)
        return self.answered_name

    def agenda_file(self) -> Path | None:
        self.asked.append("agenda")
        return self.file

    def folder(self) -> Path | None:
        self.asked.append("folder")
        return self.chosen_folder

    def new_file(self, name: str, kinds: str) -> Path | None:
        self.asked.append(name)
        return self.saved_to


class OpenWindow:
    """The window, what it stands on, and short ways to look at it and to use it."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        clock: StandingClock,
        appearance: Appearance,
        ask: FakeAsk,
    ) -> None:
        self.window, self.desk, self.clock = window, desk, clock
        self.appearance, self.ask = appearance, ask

    @property
    def agenda(self) -> QWidget:
        """The list of the day, where keys go."""
        return self.window.front_desk.panel.view

    @property
    def card(self) -> VisitCard:
        """The card beside the list."""
        return self.window.work.card

    @property
    def search(self) -> SearchField:
        """The search field."""
        return self.window.header.search

    @property
    def news(self) -> str:
        """What the banner says."""
        return self.window.banner.text()

    @property
    def by(self) -> By:
        """Whoever is at the desk, writing from elsewhere than the screen."""
        return By(self.desk.staff.at_the_desk())

    def chosen(self) -> Visit:
        """Return the selected visit."""
        visit = self.window.front_desk.panel.view.chosen()
        assert visit is not None
        return visit

    def stored(self, visit_id: str = "") -> Visit:
        """Return a visit of today as it is in the database; the selected one without an id."""
        wanted = visit_id or self.chosen().id
        visits = self.desk.agenda.day(TODAY, self.desk.time.now()).visits
        return next(each for each in visits if each.id == wanted)

    def visits(self) -> tuple[Visit, ...]:
        """Return the visits of today as they are in the database."""
        return self.desk.agenda.day(TODAY, self.desk.time.now()).visits

    def found(self, typed: str) -> Person:
        """Return the first who is found."""
        return self.desk.people.find(typed, TODAY)[0]

    def choose(self, time: str) -> Visit:
        """Select the visit at `time`."""
        (visit,) = (each for each in self.visits() if f"{each.start:%H:%M}" == time)
        assert self.window.front_desk.panel.choose(visit.id)
        return visit

    def at(self, time: str) -> None:
        """Let the clock on the wall show `time`, and the window notice it."""
        self.clock.moment = moment(TODAY, time)
        self.window.work.tick(self.desk.time.now())

    def says(self) -> list[str]:
        """Return every text that stands on the window now."""
        return texts(self.window)

    def card_says(self) -> list[str]:
        """Return every text that stands on the card now."""
        return texts(self.card)


@contextmanager
def open_window(
    app: QApplication,
    desk: Desk,
    clock: StandingClock,
    *,
    runners: Runners | None = None,
    look: tuple[str, int] = (LIGHT, 100),
    is_demo: bool = True,
) -> Iterator[OpenWindow]:
    """Open the window of `desk`, completed as after its first paint; it is not shown yet."""
    appearance = Appearance(app, *look)
    appearance.follow()
    inline = InlineRunner()
    ask = FakeAsk()
    window = MainWindow(desk, appearance, read_first(desk), demo=is_demo)
    changes = ChangeBridge(desk.changes, window)
    complete(
        window, desk, runners or Runners(inline, inline, inline, inline), appearance, ask, changes
    )
    try:
        yield OpenWindow(window, desk, clock, appearance, ask)
    finally:
        changes.close()
        window.close()
        window.deleteLater()
        appearance.undress()
        appearance.deleteLater()
        bury()
        app.setFont(QFont())
        app.setPalette(QPalette())


def show(qtbot: QtBot, opened: OpenWindow, width: int = 1366, height: int = 768) -> None:
    """Show the window at this size, and let it have the keys."""
    window = opened.window
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def press(
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    times: int = 1,
) -> None:
    """Press a key, wherever the cursor is."""
    for _each in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)


def write(text: str) -> None:
    """Type `text`, wherever the cursor is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def fill_once(folder: Path) -> Path:
    """Make the demo practice of nine o'clock in `folder`, to be copied by each test."""
    folder.mkdir()
    clock = StandingClock(moment())
    demo.fill(folder, clock)
    with open_desk(folder, clock=clock) as desk:
        desk.library.fill()
    return folder


@contextmanager
def demo_desk(made: Path, folder: Path) -> Iterator[tuple[Desk, StandingClock]]:
    """Open a copy of the demo practice that lies in `made`."""
    shutil.copytree(made, folder)
    clock = StandingClock(moment())
    with open_desk(folder, clock=clock) as desk:
        yield desk, clock


def bury() -> None:
    """Let go of everything that waits for the end of its turn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(widget: QWidget) -> list[str]:
    """Return every text below `widget` that can be seen."""
    found = [widget.windowTitle()]
    everyone: list[QWidget] = widget.findChildren(QWidget)
    for each in (widget, *everyone):
        if not each.isVisible():
            continue
        if isinstance(each, QLabel | QAbstractButton):
            found.append(each.text())
        elif isinstance(each, QLineEdit | TextField):
            found += [each.text(), each.placeholderText()]
        elif isinstance(each, QComboBox):
            found.append(each.currentText())
        elif isinstance(each, QAbstractItemView):
            found += _cells(each)
        found += [each.toolTip(), each.accessibleName()]
    return [whole(text) for text in found if text]


def _cells(view: QAbstractItemView) -> list[str]:
    """Return what stands in the cells of `view`, also in those that must be scrolled to."""
    model = view.model()
    return [
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def button(widget: QWidget, words: str) -> QPushButton:
    """Return the visible button below `widget` that begins with these words."""
    buttons: list[QPushButton] = widget.findChildren(QPushButton)
    (found,) = (each for each in buttons if each.isVisible() and each.text().startswith(words))
    return found
