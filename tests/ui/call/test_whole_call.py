"""A call from ringing to logged, in a real window on a real database, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reception_assistant.calls.call import CallRecord, Direction
from reception_assistant.library.context import Mood
from tests.helpers.practice import TODAY
from tests.helpers.window import OpenWindow, button, press, texts, write
from ui.call.work import CallWork

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def work_of(balie: OpenWindow) -> CallWork:
    return balie.window.telephone.work()


def says(balie: OpenWindow) -> str:
    """Return what the script says now."""
    view = work_of(balie).stage.view()
    return view.say if view is not None else ""


def logged(balie: OpenWindow) -> CallRecord:
    (record,) = balie.desk.calls.records(TODAY, TODAY)
    return record


def test_from_ringing_to_logged_by_keyboard_alone(qtbot: QtBot, balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    assert says(balie).startswith("Goedemorgen")
    press(Qt.Key.Key_B, ALT)
    write("jansen")
    press(Qt.Key.Key_Return)
    assert "meneer Jansen" in texts(work_of(balie).knowing.caller)
    press(Qt.Key.Key_R, ALT)
    write("rekening")
    press(Qt.Key.Key_Return)
    view = work_of(balie).stage.view()
    assert view is not None
    assert view.script_id == "rekening"

    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    before = says(balie)
    assert "naast" in before

    press(Qt.Key.Key_F8)
    assert says(balie).startswith("Ik hoor")
    assert "meneer Jansen" in says(balie)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Escape)
    assert says(balie) == before

    press(Qt.Key.Key_N, ALT)
    write("Rekening 412 euro, offerte was 350.")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    write("offerte naast de rekening leggen")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)

    _assert_logged(balie)
    assert balie.desk.calls.open_calls() == []
    assert balie.window.screens.currentWidget() is balie.window.front_desk


def _assert_logged(balie: OpenWindow) -> None:
    record = logged(balie)
    assert (record.direction, record.reason, record.outcome) == (
        Direction.IN,
        "rekening",
        "terugbelafspraak",
    )
    assert record.person_id == balie.found("jansen").id
    assert record.note == "Rekening 412 euro, offerte was 350."
    assert record.promise is not None
    assert record.promise.what == "offerte naast de rekening leggen"
    assert record.promise.owner_id == record.employee_id == balie.by.employee.id
    assert record.script_id == "gesprek-openen"
    assert [step.split("/")[0] for step in record.path] == [
        "gesprek-openen",
        *["rekening"] * 4,
        *["kalmeren-in-zeven-stappen"] * 3,
        "rekening",
    ]


def test_an_ordinary_call_ends_with_three_keys(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    keys = [(Qt.Key.Key_Return, CTRL), (Qt.Key.Key_1, None), (Qt.Key.Key_Return, None)]
    for key, held in keys:
        press(key, held or Qt.KeyboardModifier.NoModifier)
    assert len(keys) == 3
    assert logged(balie).outcome == "informatie-gegeven"


def test_a_call_that_we_make_ourselves_is_logged_as_one(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    turn = button(work_of(balie).knowing.caller, "Ik bel zelf")
    turn.setFocus()
    press(Qt.Key.Key_Return)
    assert "U belt" in texts(work_of(balie).knowing.caller)
    press(Qt.Key.Key_Return, CTRL)
    write("niet")
    press(Qt.Key.Key_Return)
    assert (logged(balie).direction, logged(balie).outcome) == (Direction.OUT, "niet-bereikt")


def test_a_note_is_in_the_journal_before_the_call_ends(qtbot: QtBot, balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_N, ALT)
    write("Belt morgen terug")
    qtbot.waitUntil(
        lambda: [each.note for each in balie.desk.calls.open_calls()] == ["Belt morgen terug"],
        timeout=2_000,
    )


def test_a_parked_call_waits_with_everything_in_it(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_B, ALT)
    write("jansen")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_N, ALT)
    write("eerste")
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_N, ALT)
    write("tweede")
    assert len(balie.desk.calls.open_calls()) == 2
    press(Qt.Key.Key_Tab, CTRL)
    assert work_of(balie).noting.note.text() == "eerste"
    assert "meneer Jansen" in texts(work_of(balie).knowing.caller)
    press(Qt.Key.Key_F7)
    assert work_of(balie).stage.session is None
    assert all(each.head.parked_utc for each in balie.desk.calls.open_calls())


def test_who_is_angry_at_the_desk_is_met_in_the_words_of_the_desk(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F8)
    assert says(balie).startswith("Ik zie")
    (opened,) = balie.desk.calls.open_calls()
    assert opened.head.direction is Direction.DESK


def test_the_mood_changes_what_is_said_and_is_remembered(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_K, ALT)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    session = work_of(balie).stage.session
    assert session is not None
    assert session.conversation.run.mood is Mood.ANGRY
    assert QApplication.focusWidget() is work_of(balie).talking.panel


def test_a_caller_who_is_not_known_is_one_key(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_O, ALT)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    assert logged(balie).person_id is None


def test_handing_over_ends_in_its_own_outcome(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    record = logged(balie)
    assert record.outcome in ("overgedragen-spoed", "alarm-112")
    assert [each.id for each in record.remembered] == ["overgedragen-aan"]


def test_a_bsn_is_not_kept_and_one_click_keeps_what_is_none(
    qtbot: QtBot, balie: OpenWindow
) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_N, ALT)
    write("nummer 111222333 genoemd")
    note = work_of(balie).noting.note
    qtbot.waitUntil(lambda: note.text() == "nummer ......... genoemd", timeout=2_000)
    assert [each.note for each in balie.desk.calls.open_calls()] == ["nummer ......... genoemd"]
    note.not_bsn_requested.emit()
    assert note.text() == "nummer 111222333 genoemd"
    assert [each.note for each in balie.desk.calls.open_calls()] == ["nummer 111222333 genoemd"]


def test_the_telephone_system_begins_the_call_with_who_it_is(balie: OpenWindow) -> None:
    person = balie.found("jansen")
    balie.window.telephone.ring(person.phone)
    session = work_of(balie).stage.session
    assert session is not None
    assert session.head.number == person.phone
    assert "Jansen, Piet" in texts(work_of(balie).knowing.caller)


def test_whoever_talks_is_told_of_the_next_call_and_not_taken_away(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    before = work_of(balie).stage.session
    balie.window.telephone.ring("0612345678")
    assert work_of(balie).stage.session is before
    assert "F5" in balie.news
    press(Qt.Key.Key_F5)
    session = work_of(balie).stage.session
    assert session is not None
    assert session.head.number == "0612345678"


def test_somebody_who_was_found_is_called_from_the_search(balie: OpenWindow) -> None:
    press(Qt.Key.Key_K, CTRL)
    write("jansen")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "meneer Jansen" in texts(work_of(balie).knowing.caller)


def test_a_call_begins_with_who_is_on_the_card(balie: OpenWindow) -> None:
    visit = balie.chosen()
    press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    session = work_of(balie).stage.session
    assert session is not None
    assert session.head.person_id == visit.person.id


def test_plain_words_lie_beside_the_note_in_a_call(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_J, CTRL)
    write("caries")
    assert not balie.window.plain_words.is_open()
    assert any("gaatje" in text.lower() for text in texts(work_of(balie).noting.words))
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is work_of(balie).talking.panel


def test_what_fits_the_visit_is_one_click_away(balie: OpenWindow) -> None:
    """Somebody who dreads the visit: the script for that, because of the mark."""
    fitting = balie.card.fitting
    assert not fitting.isHidden()
    said = texts(fitting)
    assert any(text.startswith("omdat") for text in said)
    fitting.script_requested.emit(fitting._offers[0].script_id)
    session = work_of(balie).stage.session
    assert session is not None
    assert session.head.direction is Direction.DESK
    assert session.head.appointment_id == balie.stored().id


def test_what_fits_is_there_again_after_looking_at_somebody_else(balie: OpenWindow) -> None:
    balie.window.work.show_person(balie.found("jansen"))
    assert balie.card.fitting.isHidden()
    balie.choose("09:10")
    assert not balie.card.fitting.isHidden()


def test_ctrl_enter_ends_the_call_also_from_the_plain_words(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_J, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    assert logged(balie).outcome == "informatie-gegeven"


def test_a_call_that_belonged_to_nobody_is_attached_later(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_O, ALT)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_2, CTRL)
    nameless = work_of(balie).screen.idle.nameless
    assert not nameless.isHidden()
    nameless._list.chosen.emit(0)
    write("jansen")
    press(Qt.Key.Key_Return)
    assert logged(balie).person_id == balie.found("jansen").id
    assert nameless.isHidden()
    (past,) = balie.desk.calls.history(balie.found("jansen").id)
    assert past.outcome == "Vraag beantwoord"


def test_calming_takes_the_keys_out_of_the_note(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_N, ALT)
    write("a")
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_1)
    assert work_of(balie).noting.note.text() == "a"


def test_handing_over_counts_whatever_was_chosen_before(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert logged(balie).outcome == "overgedragen-spoed"


def test_after_the_last_call_a_second_enter_marks_nobody(balie: OpenWindow) -> None:
    before = balie.visits()
    press(Qt.Key.Key_F5)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return, times=2)
    assert balie.visits() == before


def test_the_script_says_what_it_is_about(balie: OpenWindow) -> None:
    press(Qt.Key.Key_F5)
    work_of(balie).talking.begin("rekening")
    session = work_of(balie).stage.session
    assert session is not None
    assert session.head.reason == "rekening"
    assert "Rekening" in texts(work_of(balie).knowing.reasons)


def test_a_call_takes_nobody_out_of_a_form(balie: OpenWindow) -> None:
    press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    balie.window.telephone.ring("0612345678")
    assert balie.window.screens.currentWidget() is balie.window.front_desk
    assert "F5" in balie.news
