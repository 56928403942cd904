"""The page on which paper is seen first, on a real desk, in a window that has the keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Complaint
from reception_assistant.complaints.listed import Search
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from reception_assistant.staff.employee import Role
from tests.helpers.window import bury, texts
from ui.paper.work import PaperWork
from ui.tasks import InlineRunner, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance


class Told:
    """Remembers what was told."""

    def __init__(self) -> None:
        self.news: list[str] = []

    def tell(self, text: str, offer: str = "", clicked: object = None) -> None:
        self.news.append(text)

    def trouble(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.news.append(str(error))

    def make_room(self) -> None:
        """Nothing is shown here."""


class Chosen:
    """Answers with a file in a folder, or with none; remembers what was proposed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer: Path | None = None
        self.refuses = False
        self.proposed: list[str] = []

    def new_file(self, name: str, kinds: str) -> Path | None:
        self.proposed.append(name)
        return None if self.refuses else self.answer or self.folder / name


class Paper:
    """The page, what it stands on, and short ways to look at it."""

    def __init__(self, window: QWidget, desk: Desk, folder: Path) -> None:
        self.window, self.desk = window, desk
        self.told, self.chosen = Told(), Chosen(folder)
        inline = InlineRunner()
        runners = Runners(inline, inline, inline, inline)
        self.work = PaperWork(desk, runners, self.told, self.me, self.chosen, window)
        self.screen = self.work.screen
        self.opened: list[object] = []
        self.work.page_opened.connect(self.opened.append)

    def me(self) -> By:
        """Return who is at the desk."""
        return By(self.desk.staff.at_the_desk())

    def manager(self) -> By:
        """Return somebody who may change the settings."""
        everybody = self.desk.staff.everybody()
        return By(next(each for each in everybody if each.role is Role.MANAGER))

    def complaint(self) -> Complaint:
        """Return the complaint that is to be answered first, as it is in the database."""
        row = self.desk.after.complaints.listed(Search())[0]
        found = self.desk.after.complaints.one(row.id)
        assert found is not None
        return found

    def letters_made(self) -> list[str]:
        """Return which letters were made about it, as the complaint remembers."""
        return [each.detail for each in self.complaint().events if each.kind == "letter"]

    def says(self) -> str:
        """Return all that stands beside the sheets now."""
        return "\n".join(texts(self.window))


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """Give what the window wears."""
    made = Appearance(qapp, LIGHT, 100)
    made.follow()
    yield made
    made.undress()
    made.deleteLater()
    bury()
    qapp.setFont(QFont())
    qapp.setPalette(QPalette())


@pytest.fixture
def paper(
    qtbot: QtBot,
    appearance: Appearance,
    desk_and_clock: tuple[Desk, StandingClock],
    tmp_path: Path,
) -> Iterator[Paper]:
    """Give the page, shown; nothing is on it yet."""
    desk, _clock = desk_and_clock
    folder = tmp_path / "documenten"
    folder.mkdir()
    window = QWidget()
    opened = Paper(window, desk, folder)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(opened.screen)
    window.resize(1260, 660)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield opened
    window.close()
    window.deleteLater()
    bury()
