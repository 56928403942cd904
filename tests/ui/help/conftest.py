"""A small window with a field in it, and the help over it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtGui import QFont, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.window import bury
from ui.help.panel import HelpPanel
from ui.help.work import HelpWork
from ui.tasks import InlineRunner, Runner, Runners
from ui.theme.colors import LIGHT
from ui.theme.look import Appearance


class Desk:
    """A window with a field, a button and help under F1."""

    def __init__(self, files: Runner, screen: str, appearance: Appearance) -> None:
        self.screen, self.appearance = screen, appearance
        self.window = QWidget()
        self.field, self.button = QLineEdit(), QPushButton("Verder")
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        inline = InlineRunner()
        self.work = HelpWork(
            Runners(inline, inline, files, inline), self.window, lambda: self.screen
        )
        QShortcut(QKeySequence("F1"), self.window).activated.connect(self.work.toggle)

    @property
    def panel(self) -> HelpPanel:
        """The help, which must be open."""
        (found,) = self.panels()
        return found

    def panels(self) -> list[HelpPanel]:
        """Return the help that is open, or nothing."""
        bury()
        return self.window.findChildren(HelpPanel)


OpenDesk = Callable[..., AbstractContextManager[Desk]]


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot) -> OpenDesk:
    """Give a way to show such a window at a size, in a look."""

    @contextmanager
    def opened(
        *,
        size: tuple[int, int] = (1366, 768),
        look: tuple[str, int] = (LIGHT, 100),
        files: Runner | None = None,
        screen: str = "balie",
    ) -> Iterator[Desk]:
        appearance = Appearance(qapp, *look)
        appearance.follow()
        desk = Desk(files or InlineRunner(), screen, appearance)
        desk.window.resize(*size)
        with qtbot.waitExposed(desk.window):
            desk.window.show()
        desk.window.activateWindow()
        qtbot.waitUntil(desk.window.isActiveWindow)
        desk.field.setFocus()
        try:
            yield desk
        finally:
            desk.window.close()
            desk.window.deleteLater()
            appearance.undress()
            appearance.deleteLater()
            bury()
            qapp.setFont(QFont())
            qapp.setPalette(QPalette())

    return opened


@pytest.fixture
def desk(open_desk: OpenDesk) -> Iterator[Desk]:
    """Give the window at its usual size, with the cursor in its field."""
    with open_desk() as opened:
        yield opened
