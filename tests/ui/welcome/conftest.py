"""The first start of a new practice, in a plain window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.desk.welcome import Answers, WelcomeDesk
from tests.helpers.window import bury, texts
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import LIGHT
from ui.theme.icons import Icons
from ui.theme.look import Appearance
from ui.welcome.screen import WelcomeScreen
from ui.welcome.work import WelcomeWork
from ui.widgets.banner import Banner


class FirstStart:
    """The window with the questions, and short ways to look at what became of the answers."""

    def __init__(self, desk: Desk, appearance: Appearance, runners: Runners) -> None:
        self.desk, self.appearance = desk, appearance
        self.files = self.times_left = 0
        self.demos: list[str] = []
        self.demo_trouble: Exception | None = None
        self.sitting = desk.staff.at_the_desk()
        self.welcome = WelcomeDesk(desk.store, desk.settings, desk.staff, desk.practitioners)
        self.banner = Banner()
        self.work = WelcomeWork(
            self.welcome,
            runners,
            self.banner,
            lambda: By(self.sitting),
            self._choose_file,
            self._start_demo,
            Icons(appearance),
        )
        self.elsewhere = QLabel("de balie")
        self.screens = QStackedWidget()
        self.screens.addWidget(self.elsewhere)
        self.screens.addWidget(self.screen)
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screens, 1)
        layout.addWidget(self.banner)
        self.work.opened.connect(self._on_opened)
        self.work.left.connect(self.go_elsewhere)

    @property
    def screen(self) -> WelcomeScreen:
        """The screen with the questions."""
        return self.work.screen

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.screen.page.name

    @property
    def is_shown(self) -> bool:
        """Whether the questions are on screen."""
        return self.screen.isVisible()

    def kept(self) -> Answers:
        """Return what is in the database."""
        return self.welcome.answers(self.sitting)

    def says(self) -> list[str]:
        """Return every text on the window."""
        return texts(self.window)

    def told(self) -> str:
        """Return every text on the window, in one."""
        return "\n".join(self.says())

    def go_elsewhere(self) -> None:
        """Show another screen."""
        self.times_left += 1
        self.screens.setCurrentWidget(self.elsewhere)

    def _on_opened(self) -> None:
        self.screens.setCurrentWidget(self.screen)

    def _choose_file(self) -> None:
        self.files += 1

    def _start_demo(self, discipline: str) -> None:
        if self.demo_trouble is not None:
            raise self.demo_trouble
        self.demos.append(discipline)


def show(qtbot: QtBot, first: FirstStart, width: int = 1230, height: int = 690) -> None:
    """Show the window and begin."""
    first.window.resize(width, height)
    with qtbot.waitExposed(first.window):
        first.window.show()
    first.window.activateWindow()
    qtbot.waitUntil(first.window.isActiveWindow)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Dress the program, and undress it afterwards."""
    made = Appearance(qapp, LIGHT)
    made.follow()
    yield made
    made.undress()
    made.deleteLater()
    bury()
    qapp.setFont(QFont())
    qapp.setPalette(QPalette())


@pytest.fixture
def runners() -> Runners:
    """Give runners that do everything at once."""
    inline = InlineRunner()
    return Runners(inline, inline, inline, inline)


@pytest.fixture
def first(
    qtbot: QtBot,
    appearance: Appearance,
    runners: Runners,
    empty_desk: tuple[Desk, StandingClock],
) -> Iterator[FirstStart]:
    """Give the first question of a new practice, with the cursor in its first field."""
    made = FirstStart(empty_desk[0], appearance, runners)
    show(qtbot, made)
    made.work.start()
    yield made
    made.window.close()
    made.window.deleteLater()
    bury()


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """Give an agenda file with two practitioners."""
    path = tmp_path / "agenda.csv"
    path.write_text(
        "datum;tijd;achternaam;behandelaar\n24-11-2026;09:00;Bos;Bakker\n"
        "24-11-2026;09:10;Smit;El Amrani\n",
        encoding="utf-8",
    )
    return path
