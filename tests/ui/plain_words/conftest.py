"""A window with a few fields, and plain words over it, on a real practice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reception_assistant.desk.plain_words import PlainWordsDesk
from reception_assistant.settings.catalogue import DISCIPLINE
from tests.helpers.practice import Practice, open_practice
from tests.helpers.window import bury, texts
from ui.plain_words.work import PlainWordsWork
from ui.tasks import InlineRunner, Runners
from ui.theme.look import Appearance
from ui.widgets.banner import Banner


class Host:
    """The window, what stands in it, and short ways to see what the card says."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.window = QWidget()
        self.header = QLabel("De Linde")
        self.line, self.note, self.button = QLineEdit(), QPlainTextEdit(), QPushButton("Klaar")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        layout = QVBoxLayout(self.window)
        for each in (self.header, self.line, self.note, self.secret, self.button):
            layout.addWidget(each)
        layout.addStretch(1)
        words, inline = PlainWordsDesk(practice.desk.store), InlineRunner()
        runners = Runners(inline, inline, inline, inline)
        self.banner = Banner()
        self.work = PlainWordsWork(words.look_up, runners, self.banner, self.window, self.header)

    @property
    def overlay(self) -> QWidget:
        """The card."""
        overlay = self.window.findChild(QWidget, "words")
        assert isinstance(overlay, QWidget)
        return overlay

    @property
    def field(self) -> QLineEdit:
        """The field of the card."""
        field = self.window.findChild(QLineEdit, "words.field")
        assert isinstance(field, QLineEdit)
        return field

    def answers(self) -> list[list[str]]:
        """Return the texts of each answer, as they are seen now."""
        bury()
        found: list[QWidget] = self.overlay.findChildren(QWidget, "answer")
        return [texts(each) for each in found]

    def says(self) -> list[str]:
        """Return all that stands on the card."""
        return texts(self.overlay)

    def look_up(self, text: str) -> list[list[str]]:
        """Open the card, type, and return the answers."""
        self.work.open()
        self.field.setText(text)
        return self.answers()


@pytest.fixture
def host(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Host]:
    """Give the window of a dentist, shown, with the keys going to its field."""
    appearance = Appearance(qapp, "light")
    with open_practice(tmp_path / "data") as practice:
        practice.desk.settings.choose(DISCIPLINE, "tandarts", practice.by)
        made = Host(practice)
        qtbot.addWidget(made.window)
        made.window.resize(1024, 700)
        with qtbot.waitExposed(made.window):
            made.window.show()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        made.line.setFocus()
        yield made
        made.window.close()
    appearance.undress()
    appearance.deleteLater()
    bury()
