"""A complaint is led through the seven steps by keyboard, and resumed where it stopped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reception_assistant.clock import StandingClock
from reception_assistant.complaints.complaint import Field, Phase, State
from reception_assistant.complaints.learning import Worked
from reception_assistant.desk.opening import Desk
from reception_assistant.follow_ups.follow_up import Kind
from tests.helpers.window import press, write
from tests.ui.complaints.at_work import ALT, CONTROL, ENTER, HEARD, AtWork, at_work


@pytest.fixture
def klachten(qtbot: QtBot, desk_and_clock: tuple[Desk, StandingClock]) -> Iterator[AtWork]:
    with at_work(qtbot, desk_and_clock) as opened:
        yield opened


def test_the_solution_opens_after_the_words_the_wish_and_a_yes(klachten: AtWork) -> None:
    complaint = klachten.begin(answers={Field.WORDS: HEARD[Field.WORDS]})
    klachten.work.open(complaint.id)
    assert klachten.shown() is Phase.CLARIFY

    press(ENTER, CONTROL)
    assert klachten.shown() is Phase.CLARIFY
    assert "Deze stap gaat nog niet open. Wat u opschreef, is bewaard." in klachten.says()

    klachten.write(Field.WISH, "een eerlijk verhaal")
    klachten.choose(Field.CONFIRMED, "ja")
    press(ENTER, CONTROL)
    assert klachten.shown() is Phase.SOLVE
    assert klachten.stored(complaint).phase is Phase.SOLVE
    assert f"“{HEARD[Field.WORDS]}”" in klachten.says()
    assert "Ja, bevestigd." in klachten.says()


def test_a_yes_that_is_taken_back_closes_the_solution_again(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    assert klachten.shown() is Phase.SOLVE
    press(Qt.Key.Key_Left, ALT)
    klachten.choose(Field.CONFIRMED, "nee")
    assert klachten.stored(complaint).phase is Phase.CLARIFY
    assert klachten.shown() is Phase.CLARIFY


def test_somebody_else_goes_on_at_the_step_where_it_stopped(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    klachten.write(Field.SOLUTION, "wij bellen voortaan eerst")
    press(ENTER, CONTROL)
    other = klachten.begin("iets anders")
    klachten.work.open(other.id)
    assert klachten.shown() is Phase.PREPARE
    klachten.work.open(complaint.id)
    assert klachten.shown() is Phase.CHECK


def test_not_solved_leads_back_and_is_counted(klachten: AtWork) -> None:
    complaint = klachten.begin(answers={**HEARD, Field.SOLUTION: "wij bellen eerst"})
    klachten.work.open(complaint.id)
    klachten.choose(Field.SOLVED, "nee")
    assert klachten.stored(complaint).loops == 1
    assert klachten.shown() is Phase.CLARIFY
    assert "1 keer zei de klant: het is nog niet opgelost. Zoek samen verder." in klachten.says()


def test_a_promise_is_typed_as_it_is_said_and_shows_its_date(klachten: AtWork) -> None:
    complaint = klachten.begin(answers={**HEARD, Field.SOLUTION: "wij bellen eerst"})
    klachten.work.open(complaint.id)
    klachten.choose(Field.SOLVED, "ja")
    press(ENTER, CONTROL)
    assert klachten.shown() is Phase.DO
    klachten.screen.record.promise_requested.emit()
    write("de rekening nakijken")
    klachten.work.doing.promise.moment.field.setFocus()
    write("morgen voor 12")
    assert "woensdag 25 november" in klachten.says()
    press(ENTER, CONTROL)

    (promised,) = klachten.desk.after.complaints.promised(complaint.id)
    assert (promised.what, promised.before) == ("de rekening nakijken", "2026-11-25T12:00")
    assert "de rekening nakijken, Sanne: woensdag 25 november voor 12.00" in klachten.says()
    press(ENTER, CONTROL)
    assert klachten.shown() is Phase.LEARN


def test_without_a_yes_a_complaint_closes_with_a_reason_only(klachten: AtWork) -> None:
    complaint = klachten.begin(answers=HEARD)
    klachten.work.open(complaint.id)
    klachten.screen.record.close_requested.emit()
    assert klachten.stored(complaint).state is State.OPEN
    assert "De klacht blijft nog open." in klachten.says()

    press(ENTER, CONTROL)
    assert klachten.stored(complaint).state is State.OPEN
    write("de klant is verhuisd")
    press(ENTER, CONTROL)
    assert klachten.stored(complaint).closed_reason == "de klant is verhuisd"
    assert "omdat: de klant is verhuisd" in klachten.says()

    klachten.screen.record.head.reopen_requested.emit()
    write("toch nog een vraag")
    press(ENTER, CONTROL)
    assert klachten.stored(complaint).state is State.OPEN


def test_an_apology_blames_nobody_and_goes_with_something_that_is_done(klachten: AtWork) -> None:
    complaint = klachten.begin()
    klachten.work.open(complaint.id)
    klachten.screen.record.show_step(Phase.ACKNOWLEDGE)
    form = klachten.work.apologising.form
    form.open()
    write("u te laat kwam")
    form.action.setFocus()
    write("ik bel de tandarts")
    press(ENTER, CONTROL)
    assert "geeft de ander de schuld" in klachten.says()

    form.happened.setText("u zo lang heeft gewacht")
    press(ENTER, CONTROL)
    klachten.work.flush()
    assert klachten.stored(complaint).answer(Field.APOLOGY).startswith("Het spijt me dat u zo lang")
    checks = klachten.desk.after.complaints.promised(complaint.id)
    assert [each.kind for each in checks] == [Kind.CHECK]


def test_words_of_blame_are_marked_in_what_we_say_and_never_in_what_the_customer_says(
    klachten: AtWork,
) -> None:
    blame = "U had ons eerder moeten bellen"
    complaint = klachten.begin(answers={**HEARD, Field.WORDS: blame})
    klachten.work.open(complaint.id)
    klachten.write(Field.SOLUTION, blame)
    assert "klinkt als een verwijt. Zeg liever:" in klachten.says()
    press(Qt.Key.Key_Period, CONTROL)
    klachten.work.flush()
    assert "U had ons" not in klachten.stored(complaint).answer(Field.SOLUTION)
    press(Qt.Key.Key_Left, ALT)
    assert "klinkt als een verwijt" not in klachten.says()


def test_more_time_is_asked_with_a_reason_and_moves_the_last_day(klachten: AtWork) -> None:
    complaint = klachten.begin()
    klachten.work.open(complaint.id)
    assert "uiterlijk 24 december" in klachten.says()
    klachten.screen.term.extend_requested.emit()
    klachten.work.terming.extension.reason.setFocus()
    write("wij wachten op het laboratorium")
    press(ENTER, CONTROL)
    assert [each.weeks for each in klachten.stored(complaint).extensions] == [4]
    assert "uiterlijk 21 januari 2027" in klachten.says()


def test_it_goes_to_a_colleague_with_a_note(klachten: AtWork) -> None:
    complaint = klachten.begin()
    klachten.work.open(complaint.id)
    klachten.screen.record.head.hand_over_requested.emit()
    press(ENTER, CONTROL)
    assert klachten.stored(complaint).hand_overs == 0
    klachten.work.doing.hand_over.note.setFocus()
    write("belt liefst na vijven")
    press(ENTER, CONTROL)
    assert klachten.stored(complaint).hand_overs == 1
    assert f"eigenaar: {klachten.stored(complaint).owner}" in klachten.says()


def test_what_was_offered_stays_with_the_complaint(klachten: AtWork) -> None:
    complaint = klachten.begin()
    klachten.work.open(complaint.id)
    line = next(iter(klachten.screen.mandates.lines()))
    line.setFocus()
    press(Qt.Key.Key_Space)
    assert len(klachten.stored(complaint).mandates) == 1
    assert line.text().startswith("✓")


def test_what_is_learned_gets_an_owner_and_is_looked_back_at(klachten: AtWork) -> None:
    complaint = klachten.begin(
        answers={**HEARD, Field.SOLUTION: "wij bellen eerst", Field.CAUSE: "wachttijd-niet-verteld"}
    )
    klachten.work.open(complaint.id)
    klachten.screen.record.show_step(Phase.LEARN)
    klachten.screen.record.improve_requested.emit()
    write("vertraging melden bij aanmelden")
    klachten.work.doing.improve.review.field.setFocus()
    write("over 4 weken")
    press(ENTER, CONTROL)
    (improvement,) = klachten.desk.after.learning.of_complaint(complaint.id)
    assert (improvement.what, improvement.review) == (
        "vertraging melden bij aanmelden",
        "2026-12-22",
    )
    assert "Hielp «vertraging melden bij aanmelden»?" in klachten.says()

    klachten.screen.learned.reviewed.emit(improvement.id, Worked.YES)
    assert klachten.desk.after.learning.of_complaint(complaint.id)[0].worked is Worked.YES
    assert "Hielp «" not in klachten.says()
