"""With threads, as the program runs: reading and typing do not get in each other's way."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception_assistant.changes import Changed
from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Field, Phase
from reception_assistant.desk.opening import Desk
from tests.helpers.window import press, write
from tests.ui.complaints.at_work import CONTROL, ENTER, HEARD, at_work
from ui.tasks import Runners, ThreadRunner


def test_typing_while_everything_is_read_again_loses_nothing(
    qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]
) -> None:
    read, written, other = (ThreadRunner(name) for name in ("read", "write", "other"))
    with at_work(qtbot, desk_and_clock, runners=Runners(read, written, other, other)) as klachten:
        complaint = klachten.begin(answers=HEARD)
        klachten.work.open(complaint.id)
        qtbot.waitUntil(klachten.screen.shows_record)
        qtbot.waitUntil(lambda: klachten.shown() is Phase.SOLVE)
        field = klachten.text(Field.SOLUTION).text
        field.setFocus()
        words = "wij bellen voortaan altijd eerst"
        for letter in words:
            write(letter)
            klachten.work.hear(Changed.COMPLAINTS)
            if letter in "ae":
                klachten.work.flush()
        assert field.text() == words
        press(ENTER, CONTROL)
        qtbot.waitUntil(lambda: klachten.shown() is Phase.CHECK)
        assert klachten.stored(complaint).answer(Field.SOLUTION) == words
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert klachten.text(Field.SOLUTION).answer() == words
        assert "Er is niets overschreven." not in klachten.says()
        qtbot.waitUntil(lambda: not (read._waiting or written._waiting))
        for each in (read, written):
            each.shutdown()
