"""What is typed is kept, and of two who write in one complaint nobody loses a word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception_assistant.changes import Changed
from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Complaint, Field
from reception_assistant.desk.opening import Desk, open_desk
from tests.helpers.window import button, press, texts
from tests.ui.complaints.at_work import HEARD, AtWork, at_work


@pytest.fixture
def klachten(qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]) -> Iterator[AtWork]:
    with at_work(qtbot, desk_and_clock) as opened:
        yield opened


def write_elsewhere(klachten: AtWork, complaint: Complaint, field: Field, text: str) -> None:
    """Let another process write in the same complaint."""
    with open_desk(klachten.desk.folder, clock=klachten.clock) as other:
        now = other.after.complaints.one(complaint.id)
        assert now is not None
        other.after.complaints.write(complaint.id, {field: text}, now.versions, klachten.me())


def test_what_is_typed_is_kept_within_two_seconds(klachten: AtWork, qtbot: QtBot) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    klachten.text(Field.SOLUTION).text.setFocus()
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: klachten.stored(complaint).answer(Field.SOLUTION) == "a", timeout=2_000)


def test_another_complaint_on_the_screen_loses_nothing(klachten: AtWork) -> None:
    complaint, other = klachten.begin(answers=HEARD), klachten.begin("iets anders")
    klachten.work.open(complaint.id)
    klachten.text(Field.SOLUTION).text.setFocus()
    press(Qt.Key.Key_A)
    klachten.work.open(other.id)
    assert klachten.stored(complaint).answer(Field.SOLUTION) == "a"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("Die van mij", "van mij"), ("Die van de", "van hen"), ("Allebei", "van hen\nvan mij")],
)
def test_two_who_write_the_same_field_see_both_and_choose(
    klachten: AtWork, choice: str, kept: str
) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    write_elsewhere(klachten, complaint, Field.SOLUTION, "van hen")
    klachten.write(Field.SOLUTION, "van mij")
    assert klachten.stored(complaint).answer(Field.SOLUTION) == "van hen"
    assert "Er is niets overschreven." in klachten.says()
    assert klachten.text(Field.SOLUTION).answer() == "van mij"

    button(klachten.window, choice).setFocus()
    press(Qt.Key.Key_Return)
    assert klachten.stored(complaint).answer(Field.SOLUTION) == kept
    assert klachten.text(Field.SOLUTION).answer() == kept
    assert "Er is niets overschreven." not in klachten.says()


def test_what_a_colleague_wrote_elsewhere_comes_in_beside_what_is_typed(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    klachten.text(Field.SOLUTION).text.setFocus()
    press(Qt.Key.Key_A)
    write_elsewhere(klachten, complaint, Field.ALTERNATIVE, "van hen")
    klachten.work.hear(Changed.EVERYTHING)
    klachten.work.flush()
    stored = klachten.stored(complaint)
    assert (stored.answer(Field.SOLUTION), stored.answer(Field.ALTERNATIVE)) == ("a", "van hen")
    assert klachten.text(Field.ALTERNATIVE).answer() == "van hen"
    assert klachten.text(Field.SOLUTION).answer() == "a"


def test_what_could_not_be_kept_is_kept_later(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    draft = klachten.work.writing.draft(complaint.id)
    klachten.text(Field.SOLUTION).text.setFocus()
    press(Qt.Key.Key_A)
    assert draft.holds(Field.SOLUTION)
    klachten.work.tick(klachten.desk.time.now().replace(second=10))
    assert not draft.holds(Field.SOLUTION)
    assert klachten.stored(complaint).answer(Field.SOLUTION) == "a"


def test_between_the_lines_is_folded_and_on_no_list(klachten: AtWork) -> None:
    complaint = klachten.begin(answers={**HEARD, Field.BETWEEN_LINES: "zij huilde bijna"})
    klachten.work.open(complaint.id)
    assert not any("huilde" in each for each in texts(klachten.window))
    klachten.screen.private.fold.turn()
    assert klachten.screen.private.answer.answer() == "zij huilde bijna"
    klachten.screen.private.answer.text.setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Exclam)
    klachten.work.flush()
    assert klachten.stored(complaint).answer(Field.BETWEEN_LINES) == "zij huilde bijna!"
    klachten.work.open(klachten.begin("iets anders").id)
    klachten.work.open(complaint.id)
    assert not klachten.screen.private.fold.is_open
