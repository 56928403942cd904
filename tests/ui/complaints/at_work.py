"""The Klachten screen on a real desk, in a window of its own that has the keys."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import (
    Complaint,
    Field,
    Form,
    NewComplaint,
    Phase,
    Where,
)
from reception_assistant.desk.acting import By
from reception_assistant.desk.opening import Desk
from reception_assistant.errors import KnownError
from tests.helpers.window import bury, texts
from ui.complaints.answers import ChipsAnswer, TextAnswer
from ui.complaints.work import ComplaintsWork
from ui.tasks import InlineRunner, Runners

HEARD = {
    Field.WORDS: "Ik zat er veertig minuten en niemand zei iets.",
    Field.WISH: "dat iemand het meteen zegt",
    Field.CONFIRMED: "ja",
}
ENTER, CONTROL, ALT = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Heard:
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
        self.news.clear()


class AtWork:
    """The screen, what it stands on, and short ways to use it."""

    def __init__(
        self, window: QWidget, desk: Desk, clock: StandingClock, runners: Runners | None
    ) -> None:
        self.window, self.desk, self.clock, self.told = window, desk, clock, Heard()
        inline = InlineRunner()
        runners = runners or Runners(inline, inline, inline, inline)
        self.work = ComplaintsWork(desk, runners, self.told, self.me, window)
        self.screen = self.work.screen

    def me(self) -> By:
        """Return who is at the desk."""
        return By(self.desk.staff.at_the_desk())

    def begin(self, subject: str = "lang gewacht", **fields: object) -> Complaint:
        """Begin a complaint elsewhere, and let the screen hear of it."""
        given = {
            "received": "2026-11-12",
            "form": Form.WRITTEN,
            "where": Where.DESK,
            "owner_id": self.me().employee.id,
            "whom": "mevrouw De Vries",
            "answers": {},
            **fields,
        }
        begun = self.desk.after.complaints.begin(
            NewComplaint(subject=subject, **given),  # type: ignore[arg-type]
            self.me(),
        )
        self.work.reload()
        return begun

    def stored(self, complaint: Complaint) -> Complaint:
        """Return a complaint as it is in the database."""
        found = self.desk.after.complaints.one(complaint.id)
        assert found is not None
        return found

    def shown(self) -> Phase:
        """Return which step is on the screen."""
        return self.screen.record.shown

    def says(self) -> str:
        """Return all that stands on the screen now."""
        return "\n".join(texts(self.window))

    def text(self, field: Field) -> TextAnswer:
        """Return where a field of the shown step is answered in words."""
        (step,) = (each for each in self.screen.record.steps if each.isVisible())
        answer = step.answer(field)
        assert isinstance(answer, TextAnswer)
        return answer

    def choose(self, field: Field, choice: str) -> None:
        """Press one of the answers of the shown step with the keyboard."""
        (step,) = (each for each in self.screen.record.steps if each.isVisible())
        answer = step.answer(field)
        assert isinstance(answer, ChipsAnswer)
        chip = answer.chips.chip(choice)
        chip.setFocus()
        QTest.keyClick(chip, Qt.Key.Key_Space)

    def write(self, field: Field, words: str) -> None:
        """Type an answer in the shown step, and wait until it is kept."""
        answer = self.text(field).text
        answer.setFocus()
        QTest.keyClicks(answer, words)
        self.work.flush()


@contextmanager
def at_work(
    qtbot: QtBot,
    desk_and_clock: tuple[Desk, StandingClock],
    width: int = 1260,
    height: int = 700,
    runners: Runners | None = None,
) -> Iterator[AtWork]:
    """Show the screen."""
    window = QWidget()
    opened = AtWork(window, *desk_and_clock, runners)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(opened.screen)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield opened
    finally:
        window.close()
        window.deleteLater()
        bury()


def settle() -> None:
    """Let the layouts have their say, also those that wait for others."""
    for _again in range(8):
        QApplication.processEvents()
